/// One program's check_host(), from answers that are there: it asks nothing itself.
struct SPFReaderRun {
  let reader: SPFReader
  let identity: SPFIdentity
  let known: KnownAnswers
  private let read: SPFReaderRecords
  /// Records that any program takes apart in one evaluation; beyond that it is given up.
  static let maximumRecords = 400

  private var lookups = 0
  private var voids = 0
  private var records = 0

  private init(
    _ reader: SPFReader, _ identity: SPFIdentity, from known: KnownAnswers, _ read: SPFReaderRecords
  ) {
    self.reader = reader
    self.identity = identity
    self.known = known
    self.read = read
  }

  /// What ends an evaluation.
  enum Stop: Error {
    case result(SPFResult)
    case missing(MissingAnswers)
  }

  /// The result for the identity. Throws the answers that are missing.
  ///
  /// - Parameter read: What the same program has read for other identities.
  static func result(
    _ reader: SPFReader, _ identity: SPFIdentity, from known: KnownAnswers,
    having read: SPFReaderRecords = SPFReaderRecords()
  ) throws(MissingAnswers) -> SPFResult {
    guard let domain = identity.checkedDomain else { return .none }
    do throws(Stop) {
      if case .beginnings = reader.grammar {
        var flattening = SPFFlattening(reader, identity, from: known)
        return try flattening.result(domain)
      }
      var run = SPFReaderRun(reader, identity, from: known, read)
      return try run.check(domain, text: identity.domain, depth: 0)
    } catch {
      switch error {
      case .result(let result): return result
      case .missing(let missing): throw missing
      }
    }
  }

  private mutating func check(_ domain: DomainName, text: [UInt8], depth: Int) throws(Stop) -> SPFResult {
    records += 1
    guard depth <= 20, records <= Self.maximumRecords else { throw .result(.permerror) }
    let answer = try answer(Question(domain, .txt))
    if case .all = reader.course.voids, answer.records.isEmpty { try countVoid() }
    guard let record = try reader.record(in: answer.textsAsSent) else { return .none }
    guard let terms = read.terms(of: record, by: reader.grammar) else { throw .result(.permerror) }
    return try evaluate(terms, domain, text, depth)
  }

  private mutating func evaluate(
    _ terms: [SPFReaderTerm], _ domain: DomainName, _ text: [UInt8], _ depth: Int
  ) throws(Stop) -> SPFResult {
    var redirect: [UInt8]?
    let isInPlace = reader.grammar.evaluatesRedirectInPlace
    for term in terms {
      if reader.course.counts != .everywhere { try checkLimits() }
      switch term.content {
      case .redirect(let target) where !isInPlace:
        redirect = target
        if reader.grammar.countsRedirectAtOnce { try count() }
        continue
      case .redirect(let target):
        try count()
        return try follow(target, text, depth, isRedirect: true)
      case .error: throw .result(.permerror)
      case .nothing: continue
      default: break
      }
      if term.content.costsLookup { try count() }
      if try matches(term.content, domain, text, depth) { return SPFResult(term.qualifier) }
    }
    guard let redirect else { return .neutral }
    if !reader.grammar.countsRedirectAtOnce { try count() }
    return try follow(redirect, text, depth, isRedirect: true)
  }

  private mutating func matches(
    _ content: SPFReaderTerm.Content, _ domain: DomainName, _ text: [UInt8], _ depth: Int
  ) throws(Stop) -> Bool {
    switch content {
    case .all: return true
    case .network(let network): return network.contains(identity.address)
    case .host(let spec, let ipv4, let ipv6):
      if reader.course.resolvesAddresses, let address = try literalAddress(spec, text) {
        return holds(address, ipv4, ipv6)
      }
      let found = try addresses(of: try target(spec, text), countsVoid: true)
      return found.contains { holds($0, ipv4, ipv6) }
    case .exchange(let spec, let ipv4, let ipv6): return try exchanges(try target(spec, text), ipv4, ipv6)
    case .pointer(let spec): return try pointer(try expanded(spec, text) ?? text)
    case .exists(let spec):
      if reader.course.resolvesAddresses, let address = try literalAddress(spec, text) {
        return address.isIPv4
      }
      let name = try target(spec, text)
      if name == nil, reader.course.resolvesAddresses, try expanded(spec, text)?.isEmpty ?? true {
        throw .result(.permerror)
      }
      if reader.course.asksBothFamilies {
        return try addresses(of: name, countsVoid: true).contains { if case .v4 = $0 { true } else { false } }
      }
      return try !find(.a, name, countsVoid: true).isEmpty
    case .include(let spec):
      return try follow(spec, text, depth, isRedirect: false) == .pass
    case .redirect, .nothing, .error: return false
    }
  }

  /// Evaluates the record that an include or redirect leads to; one that is not there is an error.
  private mutating func follow(
    _ spec: [UInt8], _ text: [UInt8], _ depth: Int, isRedirect: Bool
  ) throws(Stop) -> SPFResult {
    guard let expansion = try expanded(spec, text) else { throw .result(.permerror) }
    if expansion.isEmpty { throw .result(reader.course.emptyTarget) }
    let name = expansion.last == UInt8(ascii: ".") ? expansion.dropLast() : expansion[...]
    guard let target = SPFDomainSpec.targetName(of: expansion), name.lowercased != text.lowercased
    else {
      throw .result(.permerror)
    }
    let outer = lookups
    if !isRedirect, reader.course.counts == .eachRecord { lookups = 0 }
    let result = try check(target, text: Array(name), depth: depth + 1)
    if !isRedirect, reader.course.counts == .eachRecord { lookups = outer }
    if result == .none { throw .result(.permerror) }
    return result
  }

  // MARK: Counting

  private mutating func count() throws(Stop) {
    lookups += 1
    if reader.course.counts == .everywhere, lookups > reader.course.lookupLimit { throw .result(.permerror) }
  }

  private func checkLimits() throws(Stop) {
    if lookups > reader.course.lookupLimit { throw .result(.permerror) }
    if let limit = reader.course.voidLimit, voids > limit { throw .result(.permerror) }
  }

  private mutating func countVoid() throws(Stop) {
    voids += 1
    if reader.course.counts == .everywhere, let limit = reader.course.voidLimit, voids > limit {
      throw .result(.permerror)
    }
  }

  // MARK: Look-ups

  private func answer(_ question: Question) throws(Stop) -> Answer {
    let answer: Answer
    do throws(MissingAnswers) { answer = try known.answer(to: question) } catch { throw .missing(error) }
    if answer.failure != nil { throw .result(.temperror) }
    return answer
  }

  /// The name that a term means; nil where it is none that could be asked for.
  private func target(_ spec: [UInt8]?, _ text: [UInt8]) throws(Stop) -> DomainName? {
    guard let expansion = try expanded(spec, text) else { throw .result(.permerror) }
    guard let name = SPFDomainSpec.targetName(of: expansion) else {
      if case .standard(let deviations) = reader.grammar, let result = deviations.emptyLabel,
        expansion.hasEmptyLabel
      {
        throw .result(result)
      }
      return nil
    }
    return name
  }

  private func literalAddress(_ spec: [UInt8]?, _ text: [UInt8]) throws(Stop) -> IPAddress? {
    guard let spec, let expansion = try expanded(spec, text) else { return nil }
    return IPAddress(String(decoding: expansion, as: UTF8.self))
  }

  private mutating func find(_ type: RecordType, _ name: DomainName?, countsVoid: Bool) throws(Stop)
    -> [ResourceRecord]
  {
    guard let name else { return [] }
    let answer = try answer(Question(name, type))
    if answer.records.isEmpty, countsVoid {
      if case .allButRecords = reader.course.voids, !answer.aliases.isEmpty { return [] }
      try countVoid()
    }
    return answer.recordsAsSent
  }

  private mutating func addresses(of name: DomainName?, countsVoid: Bool) throws(Stop) -> [IPAddress] {
    let types: [RecordType] =
      reader.course.asksBothFamilies ? [.a, .aaaa] : [identity.address.isIPv4 ? .a : .aaaa]
    if let name {
      do throws(MissingAnswers) { try known.require(types.map { Question(name, $0) }) } catch {
        throw .missing(error)
      }
    }
    var found: [IPAddress] = []
    for type in types {
      found += try find(type, name, countsVoid: countsVoid && types.count == 1).compactMap(\.data.address)
    }
    if types.count > 1, countsVoid, found.isEmpty { try countVoid() }
    return found
  }

  private func holds(_ address: IPAddress, _ ipv4: Int, _ ipv6: Int) -> Bool {
    IPNetwork(address, length: address.isIPv4 ? ipv4 : ipv6)?.contains(identity.address) ?? false
  }

  private mutating func exchanges(_ name: DomainName?, _ ipv4: Int, _ ipv6: Int) throws(Stop) -> Bool {
    var hosts = try find(.mx, name, countsVoid: true).compactMap { record -> (UInt16, DomainName)? in
      if case .mx(let preference, let host) = record.data { (preference, host) } else { nil }
    }
    if reader.course.exchanges == .errorBeyondTen, hosts.count > SPFEvaluator.maximumExchanges {
      throw .result(.permerror)
    }
    if reader.course.isExchangeSorted { hosts.sort { $0.0 < $1.0 } }
    for (_, host) in hosts.prefix(SPFEvaluator.maximumExchanges) {
      if host.isRoot {
        if let result = reader.course.rootExchange { throw .result(result) }
        continue
      }
      let countsVoid =
        switch reader.course.voids {
        case .ownLookups: false
        case .allButRecords, .all: true
        }
      if try addresses(of: host, countsVoid: countsVoid).contains(where: { holds($0, ipv4, ipv6) }) {
        return true
      }
    }
    if reader.course.exchanges == .tenThenError, hosts.count > SPFEvaluator.maximumExchanges {
      throw .result(.permerror)
    }
    return false
  }

  private mutating func pointer(_ domain: [UInt8]) throws(Stop) -> Bool {
    let wanted = (domain.last == UInt8(ascii: ".") ? domain.dropLast() : domain[...]).lowercased
    return try validatedNames().contains { name in
      let name = Array(name.absolutePresentation.utf8.dropLast()).lowercased
      guard name.count >= wanted.count, name.suffix(wanted.count).elementsEqual(wanted) else { return false }
      return reader.course.comparesTextsOfPointers || name.count == wanted.count
        || name[name.count - wanted.count - 1] == UInt8(ascii: ".")
    }
  }

  private mutating func validatedNames() throws(Stop) -> [DomainName] {
    let names = try find(.ptr, identity.address.reverseName, countsVoid: true).compactMap {
      record -> DomainName? in
      if case .ptr(let name) = record.data { name } else { nil }
    }
    var validated: [DomainName] = []
    for name in names.prefix(SPFEvaluator.maximumReverseNames) {
      let type: RecordType = identity.address.isIPv4 ? .a : .aaaa
      let found = try find(type, name, countsVoid: false).compactMap(\.data.address)
      if found.contains(identity.address) { validated.append(name) }
    }
    return validated
  }

  // MARK: Macros

  /// `spec` in the record of the domain that is spelt `text`; nil where the program can't expand it.
  private func expanded(_ spec: [UInt8]?, _ text: [UInt8]) throws(Stop) -> [UInt8]? {
    guard let spec else { return text }
    switch reader.grammar {
    case .standard:
      guard let string = try? SPFMacroString(parsing: spec[...]) else { return nil }
      return SPFMacroExpander(identity: identity, domain: text).expand(string)
    case .compiled:
      return SPFLooseMacros.parts(of: spec, isModifier: false).map { joined($0, text, compiled: true) }
    case .words, .beginnings:
      return SPFLooseMacros.looseParts(of: spec).map { joined($0, text, compiled: false) }
    }
  }

  private func joined(_ parts: [SPFLooseMacros.Part], _ text: [UInt8], compiled: Bool) -> [UInt8] {
    let values = SPFMacroExpander(identity: identity, domain: text)
    return parts.flatMap { part -> [UInt8] in
      switch part {
      case .literal(let octets): return octets
      case .macro(let macro):
        let value =
          macro.letter == UInt8(ascii: "h") && reader.course.helloIsSenderDomain
          ? identity.senderDomain : values.value(ofLetter: macro.letter)
        return compiled ? macro.compiledTransformed(value) : macro.transformed(value)
      }
    }
  }
}

extension SPFReader.Grammar {
  fileprivate var evaluatesRedirectInPlace: Bool {
    switch self {
    case .compiled, .words, .beginnings: true
    case .standard: false
    }
  }

  /// Whether a `redirect` counts although a mechanism may match.
  fileprivate var countsRedirectAtOnce: Bool {
    if case .standard(let deviations) = self { deviations.modifiersHaveCase } else { false }
  }
}

extension SPFReader {
  /// The record among the TXT records of a name; nil where there is none. Throws "permerror" where it can't be told.
  fileprivate func record(in texts: [CharacterStrings]) throws(SPFReaderRun.Stop) -> [UInt8]? {
    switch selection {
    case .versioned, .firstBeginning:
      return try only(texts.map(\.joined).filter(SPFRecordSelection.isSelected))
    case .versionedFirstString:
      let begun = texts.filter { $0.strings.first?.startsIgnoringCase(with: SPFRecord.version) ?? false }
      return try only(begun.map(\.joined).filter(SPFRecordSelection.isSelected))
    case .versionedOrSenderID:
      var records: [(text: [UInt8], isSenderID: Bool)] = []
      for text in texts.map(\.joined) {
        if SPFRecordSelection.isSelected(text) {
          guard grammar.terms(of: text) != nil else { throw .result(.permerror) }
          records.append((text, false))
        } else if text.isSenderIDForEnvelope {
          records.append((text, true))
        }
      }
      return try only(records.filter { $0.isSenderID == records.first?.isSenderID }.map(\.text))
    }
  }

  private func only(_ texts: [[UInt8]]) throws(SPFReaderRun.Stop) -> [UInt8]? {
    guard texts.count <= 1 else { throw .result(.permerror) }
    return texts.first
  }
}

extension [UInt8] {
  /// `spf2.0/mfrom`, with or without other scopes (RFC 4406 §3.1).
  fileprivate var isSenderIDForEnvelope: Bool {
    let word = prefix { $0 != 0x20 }
    guard word.startsIgnoringCase(with: "spf2.0/") else { return false }
    return word.dropFirst(7).split(separator: UInt8(ascii: ",")).contains { $0.equalsIgnoringCase("mfrom") }
  }

  fileprivate var hasEmptyLabel: Bool {
    let text = last == UInt8(ascii: ".") ? dropLast() : self[...]
    return text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).contains(
      where: \.isEmpty)
  }
}
