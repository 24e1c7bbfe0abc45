/// Words as chasquid's library takes them, each as evaluation comes to it.
enum SPFWordTerms {
  /// Nil where there is more than one `redirect`, which is put last.
  static func terms(of text: [UInt8]) -> [SPFReaderTerm]? {
    let words = text.split(separator: 0x20)
    let redirects = words.filter { $0.starts(with: "redirect=".utf8) }
    guard redirects.count < 2 else { return nil }
    let others = words.filter { !$0.starts(with: "redirect=".utf8) }
    return (others + redirects).compactMap { word in
      // The version is one, wherever it stands.
      word.startsIgnoringCase(with: "v=") ? nil : term(word)
    }
  }

  private static func term(_ word: ArraySlice<UInt8>) -> SPFReaderTerm {
    let (qualifier, _, rest) = SPFQualifier.splitting(word)
    return SPFReaderTerm(qualifier: qualifier, content: content(Array(rest)))
  }

  private static func content(_ word: [UInt8]) -> SPFReaderTerm.Content {
    if word.equalsIgnoringCase("all") { return .all }
    if let domain = word.value(behind: "include:") { return .include(domain: domain) }
    if let value = word.value(behind: "ip4:") ?? word.value(behind: "ip6:") {
      return network(value).map { .network($0) } ?? .error
    }
    if let domain = word.value(behind: "exists:") { return domain.isEmpty ? .error : .exists(domain: domain) }
    if let domain = word.value(behind: "redirect=") {
      return domain.isEmpty ? .error : .redirect(domain: domain)
    }
    if word.startsIgnoringCase(with: "exp=") { return .nothing }
    if word.equalsIgnoringCase("ptr") { return .pointer(domain: nil) }
    if let domain = word.value(behind: "ptr:") { return domain.isEmpty ? .error : .pointer(domain: domain) }
    for (name, isExchange) in [("mx", true), ("a", false)] as [(StaticString, Bool)]
    where word.startsIgnoringCase(with: name) {
      let behind = word.dropFirst(name.utf8CodeUnitCount)
      guard behind.first.map({ $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }) ?? true else { continue }
      guard let (domain, ipv4, ipv6) = hostParts(Array(behind)) else { return .error }
      return isExchange
        ? .exchange(domain: domain, ipv4: ipv4, ipv6: ipv6) : .host(domain: domain, ipv4: ipv4, ipv6: ipv6)
    }
    return .error
  }

  /// `:domain`, `/length`, `//length`; what is otherwise shaped means the domain itself, but for a slash in it.
  private static func hostParts(_ text: [UInt8]) -> (domain: [UInt8]?, ipv4: Int, ipv6: Int)? {
    var rest = text[...]
    var domain: [UInt8]?
    if rest.first == UInt8(ascii: ":") {
      let name = rest.dropFirst().prefix { $0 != UInt8(ascii: "/") }
      if !name.isEmpty {
        domain = Array(name)
        rest = rest.dropFirst(1 + name.count)
      }
    }
    func length(_ slashes: Int, _ maximum: Int) -> Int?? {
      guard rest.count > slashes, rest.prefix(slashes).allSatisfy({ $0 == UInt8(ascii: "/") }) else {
        return .some(nil)
      }
      let word = rest.dropFirst(slashes).prefix(while: \.isWordCharacter)
      guard !word.isEmpty else { return .some(nil) }
      rest = rest.dropFirst(slashes + word.count)
      guard word.allSatisfy(\.isDigit), Array(word).leadingNumber() <= maximum else { return nil }
      return .some(Array(word).leadingNumber())
    }
    guard let four = length(1, 32), let six = length(2, 128) else { return nil }
    guard rest.isEmpty else { return text.contains(UInt8(ascii: "/")) ? nil : (nil, 32, 128) }
    return (domain, four ?? 32, six ?? 128)
  }

  private static func network(_ value: [UInt8]) -> IPNetwork? {
    let parts = value.split(separator: UInt8(ascii: "/"), maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first.flatMap({ IPAddress(String(decoding: $0, as: UTF8.self)) })?.unmapped
    else { return nil }
    let width = address.isIPv4 ? 32 : 128
    guard parts.count == 2 else { return IPNetwork(address, length: width) }
    guard !parts[1].isEmpty, parts[1].allSatisfy(\.isDigit) else { return nil }
    return IPNetwork(address, length: Array(parts[1]).leadingNumber())
  }
}

extension IPAddress {
  /// IPv4 where the address is an IPv4-mapped one.
  fileprivate var unmapped: IPAddress {
    if case .v6(let address) = self, let inner = address.mappedIPv4 { .v4(inner) } else { self }
  }
}

extension [UInt8] {
  /// What follows `prefix`, in either case; nil where the text does not begin so.
  func value(behind prefix: StaticString) -> [UInt8]? {
    startsIgnoringCase(with: prefix) ? Array(dropFirst(prefix.utf8CodeUnitCount)) : nil
  }
}
