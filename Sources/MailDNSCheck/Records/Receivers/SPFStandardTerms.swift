/// Terms by RFC 7208's grammar, but for a program's deviations.
struct SPFStandardTerms {
  let deviations: SPFReader.Deviations

  init(_ deviations: SPFReader.Deviations) { self.deviations = deviations }

  /// Nil where a term does not follow the grammar.
  func terms(of text: [UInt8]) -> [SPFReaderTerm]? {
    var terms: [SPFReaderTerm] = []
    var modifiers: Set<[UInt8]> = []
    for word in text.split(separator: 0x20).dropFirst() {
      guard terms.count < SPFRecord.maximumTermCount, let term = term(Array(word), &modifiers) else {
        return nil
      }
      terms.append(term)
    }
    return terms
  }

  private func term(_ word: [UInt8], _ modifiers: inout Set<[UInt8]>) -> SPFReaderTerm? {
    var word = word
    if deviations.macrosAreLoose {
      // It takes the last `%` for the start of something.
      if word.count > 1, word.last == UInt8(ascii: "%"), word[word.count - 2] == UInt8(ascii: "%") {
        return nil
      }
      word = word.tighteningMacros
    }
    if deviations.refusesCapitalReverse, word.hasCapitalReverse { return nil }
    if deviations.slashMayBeginDomain { word = word.beginningDomainAtSlash }
    if deviations.modifiersHaveCase, let name = word.modifierName {
      guard modifiers.insert(name).inserted else { return nil }
      let isKnown = name.elementsEqual("redirect".utf8) || name.elementsEqual("exp".utf8)
      if !isKnown, name.equalsIgnoringCase("redirect") || name.equalsIgnoringCase("exp") {
        return SPFReaderTerm(qualifier: .pass, content: .nothing)
      }
    }
    guard let record = try? SPFRecord(parsing: Array("v=spf1 ".utf8) + word), let term = record.terms.first
    else {
      return nil
    }
    switch term.content {
    case .directive(let directive):
      return SPFReaderTerm(qualifier: directive.qualifier, content: content(directive.mechanism, word))
    case .modifier(.redirect):
      guard modifiers.insert(Array("=redirect".utf8)).inserted else { return nil }
      return SPFReaderTerm(qualifier: .pass, content: .redirect(domain: word.behind(UInt8(ascii: "="))))
    case .modifier(.explanation):
      guard modifiers.insert(Array("=exp".utf8)).inserted else { return nil }
      return SPFReaderTerm(qualifier: .pass, content: .nothing)
    case .modifier(.unknown):
      return SPFReaderTerm(qualifier: .pass, content: .nothing)
    }
  }

  private func content(_ mechanism: SPFMechanism, _ word: [UInt8]) -> SPFReaderTerm.Content {
    switch mechanism {
    case .all: return .all
    case .network(let network): return .network(mapped(network))
    case .a(let spec, let lengths):
      return .host(domain: spec.map { _ in word.domainPart }, ipv4: lengths.ipv4, ipv6: lengths.ipv6)
    case .mx(let spec, let lengths):
      return .exchange(domain: spec.map { _ in word.domainPart }, ipv4: lengths.ipv4, ipv6: lengths.ipv6)
    case .ptr(let spec): return .pointer(domain: spec.map { _ in word.behind(UInt8(ascii: ":")) })
    case .exists: return .exists(domain: word.behind(UInt8(ascii: ":")))
    case .include: return .include(domain: word.behind(UInt8(ascii: ":")))
    }
  }

  private func mapped(_ network: IPNetwork) -> IPNetwork {
    guard deviations.mapsAddresses, case .v6(let address) = network.address, network.length >= 96,
      let inner = address.mappedIPv4
    else { return network }
    return IPNetwork(.v4(inner), length: network.length - 96) ?? network
  }
}

extension [UInt8] {
  func behind(_ octet: UInt8) -> [UInt8] { Array(drop { $0 != octet }.dropFirst()) }

  /// What stands behind `:`, without the prefix lengths at the end.
  fileprivate var domainPart: [UInt8] {
    var text = behind(UInt8(ascii: ":"))
    for _ in 0..<2 {
      let digits = text.reversed().prefix(while: \.isDigit).count
      let slashes = text.dropLast(digits).reversed().prefix { $0 == UInt8(ascii: "/") }.count
      if digits > 0, slashes > 0 { text.removeLast(digits + Swift.min(slashes, 2)) }
    }
    return text
  }

  /// The name before `=`, where the word is a modifier.
  fileprivate var modifierName: [UInt8]? {
    guard let end = firstIndex(of: UInt8(ascii: "=")), let first, first.isLetter,
      self[..<end].allSatisfy({ $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
      )
    else { return nil }
    return Array(self[..<end])
  }

  /// With macros written as RFC 7208 has them: what a loose reader passes over is gone, and `%%` stands for a `%` that
  /// begins nothing.
  fileprivate var tighteningMacros: [UInt8] {
    guard contains(UInt8(ascii: "%")) else { return self }
    var out: [UInt8] = []
    var index = 0
    while index < count {
      guard self[index] == UInt8(ascii: "%"), index + 1 < count, self[index + 1] == UInt8(ascii: "{") else {
        out.append(self[index])
        index += 1
        continue
      }
      guard let close = self[index...].firstIndex(of: UInt8(ascii: "}")), close > index + 2 else {
        out += [UInt8(ascii: "%"), UInt8(ascii: "%")]
        index += 1
        continue
      }
      var rest = self[(index + 3)..<close]
      out += self[index..<(index + 3)]
      let digits = rest.prefix(while: \.isDigit)
      rest = rest.dropFirst(digits.count)
      out += digits
      if rest.first == UInt8(ascii: "r") {
        out.append(UInt8(ascii: "r"))
        rest = rest.dropFirst()
      }
      out += rest.prefix(while: SPFMacro.delimiterAlphabet.contains)
      out.append(UInt8(ascii: "}"))
      index = close + 1
    }
    return out
  }

  /// Whether a macro has `R` behind its letter and digits.
  fileprivate var hasCapitalReverse: Bool {
    var isBehindLetter = false
    for (index, octet) in enumerated() {
      if index >= 2, self[index - 2] == UInt8(ascii: "%"), self[index - 1] == UInt8(ascii: "{") {
        isBehindLetter = true
      } else if isBehindLetter, !octet.isDigit {
        if octet == UInt8(ascii: "R") { return true }
        isBehindLetter = false
      }
    }
    return false
  }

  /// `a/name.example` as `a:/name.example`.
  fileprivate var beginningDomainAtSlash: [UInt8] {
    guard let slash = firstIndex(of: UInt8(ascii: "/")), firstIndex(of: UInt8(ascii: ":")) == nil,
      self[slash...].contains(where: \.isLetter)
    else { return self }
    return Array(self[..<slash]) + [UInt8(ascii: ":")] + self[slash...]
  }
}
