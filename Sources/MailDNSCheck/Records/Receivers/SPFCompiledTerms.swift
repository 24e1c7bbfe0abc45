/// Terms as libspf2 compiles them.
enum SPFCompiledTerms {
  /// Octets of compiled terms that it keeps; what comes behind is lost without an error.
  private static let bufferLength = 511
  private static let longestLiteral = 255

  /// Nil where a term ends in an error.
  static func terms(of text: [UInt8]) -> [SPFReaderTerm]? {
    var terms: [SPFReaderTerm] = []
    var used = 0
    for word in text.dropFirst(6).split(separator: 0x20) {
      let (qualifier, isGiven, rest) = SPFQualifier.splitting(word)
      guard let first = rest.first, first.isLetter else { return nil }
      let name = rest.prefix { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") }
      let behind = rest.dropFirst(name.count)
      let isRedirect = name.equalsIgnoringCase("redirect")
      if behind.first == UInt8(ascii: "=") {
        guard !isGiven else { return nil }
        if !isRedirect {
          guard SPFLooseMacros.parts(of: Array(behind.dropFirst()), isModifier: true) != nil else {
            return nil
          }
          continue
        }
      }
      guard behind.first.map({ ":/=".utf8.contains($0) }) ?? true else { return nil }
      guard isRedirect || SPFMechanism.Kind(name) != nil else { return nil }
      // The buffer is looked at before the term is.
      if used + 4 > bufferLength { continue }
      guard let (content, size) = content(Array(name).lowercased, Array(behind)) else { return nil }
      used += 4 + size
      terms.append(SPFReaderTerm(qualifier: qualifier, content: content))
    }
    return terms
  }

  /// What a mechanism says, and how many octets that takes.
  private static func content(_ name: [UInt8], _ behind: [UInt8]) -> (SPFReaderTerm.Content, Int)? {
    let value: [UInt8]? =
      behind.first == UInt8(ascii: ":") || behind.first == UInt8(ascii: "=") ? Array(behind.dropFirst()) : nil
    switch String(decoding: name, as: UTF8.self) {
    case "ip4": return value.flatMap { network($0, maximum: 32) }.map { (.network($0), 4) }
    case "ip6": return value.flatMap { network($0, maximum: 128) }.map { (.network($0), 16) }
    case "all": return behind.isEmpty ? (.all, 0) : nil
    case "a", "mx":
      guard let (domain, ipv4, ipv6, size) = hostParts(value, behind) else { return nil }
      return name == [UInt8(ascii: "a")]
        ? (.host(domain: domain, ipv4: ipv4, ipv6: ipv6), size)
        : (.exchange(domain: domain, ipv4: ipv4, ipv6: ipv6), size)
    case "ptr":
      guard behind.isEmpty || value != nil, let size = size(of: value ?? []) else { return nil }
      return (.pointer(domain: value?.isEmpty == true ? nil : value), size)
    case "include", "exists", "redirect":
      guard let value, let size = size(of: value) else { return nil }
      switch name.first {
      case UInt8(ascii: "i"): return (.include(domain: value), size)
      case UInt8(ascii: "e"): return (.exists(domain: value), size)
      default: return (.redirect(domain: value), size)
      }
    default: return nil
    }
  }

  private static func size(of text: [UInt8]) -> Int? {
    guard let parts = SPFLooseMacros.parts(of: text, isModifier: false) else { return nil }
    var size = 0
    for part in parts {
      switch part {
      case .literal(let octets):
        guard octets.count <= longestLiteral else { return nil }
        size += 4 + octets.count
      case .macro: size += 4
      }
    }
    return size
  }

  private static func network(_ value: [UInt8], maximum: Int) -> IPNetwork? {
    let digits = value.reversed().prefix(while: \.isDigit).count
    let before = value.dropLast(digits)
    var text = value[...]
    var length = maximum
    if digits > 0, before.last == UInt8(ascii: "/") {
      length = Array(value.suffix(digits)).leadingNumber()
      guard (1...maximum).contains(length) else { return nil }
      text = before.dropLast()
    }
    let address = String(decoding: text, as: UTF8.self)
    return (maximum == 32 ? IPv4Address(address).map(IPAddress.v4) : IPv6Address(address).map(IPAddress.v6))
      .flatMap {
        IPNetwork($0, length: length)
      }
  }

  private static func hostParts(_ value: [UInt8]?, _ behind: [UInt8]) -> (
    domain: [UInt8]?, ipv4: Int, ipv6: Int, size: Int
  )? {
    var text = value ?? behind
    var (ipv4, ipv6) = (32, 128)
    var hasLength = false
    func takeLength(maximum: Int, slashes: Int) -> Int?? {
      let digits = text.reversed().prefix(while: \.isDigit).count
      let before = text.dropLast(digits)
      guard digits > 0, before.count >= slashes,
        before.suffix(slashes).allSatisfy({ $0 == UInt8(ascii: "/") })
      else {
        return .some(nil)
      }
      let number = Array(text.suffix(digits)).leadingNumber()
      guard (1...maximum).contains(number) else { return nil }
      text.removeLast(digits + slashes)
      if number != maximum { hasLength = true }
      return .some(number)
    }
    guard let six = takeLength(maximum: 128, slashes: 2) else { return nil }
    if let six { ipv6 = six }
    guard let four = takeLength(maximum: 32, slashes: 1) else { return nil }
    if let four { ipv4 = four }
    // Without a `:` nothing but lengths may follow the name.
    guard value != nil || text.isEmpty, let size = size(of: text) else { return nil }
    return (text.isEmpty ? nil : text, ipv4, ipv6, size + (hasLength ? 4 : 0))
  }
}
