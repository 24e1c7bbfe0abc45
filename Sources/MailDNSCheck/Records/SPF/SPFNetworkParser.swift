/// Takes the addresses and prefix lengths of mechanisms apart (RFC 7208 §5.6). Places in errors are indices
/// of `text`.
struct SPFNetworkParser {
  let text: ArraySlice<UInt8>

  private static let slash = UInt8(ascii: "/")

  /// The argument of `ip4` or `ip6`: an address and at most one prefix length.
  func network(_ kind: SPFMechanism.Kind) throws(SPFSyntaxError) -> IPNetwork {
    let addressText = text.prefix { $0 != Self.slash }
    let lengthText = text[addressText.endIndex...]
    let address = try kind == .ip4 ? ipv4(addressText) : ipv6(addressText)
    let maximum = kind == .ip4 ? SPFPrefixLengths.maximumIPv4 : SPFPrefixLengths.maximumIPv6
    var length = maximum
    if !lengthText.isEmpty {
      if lengthText.dropFirst().first == Self.slash {
        throw SPFSyntaxError(.doubleSlashPrefixLength, lengthText.startIndex..<lengthText.endIndex)
      }
      length = try Self.prefixLength(lengthText.dropFirst(), maximum: maximum)
    }
    guard let network = IPNetwork(address, length: length) else {
      throw SPFSyntaxError(
        .prefixLengthTooLarge(maximum: maximum), lengthText.startIndex..<lengthText.endIndex)
    }
    return network
  }

  /// `dual-cidr-length`, all of `text`: `/24`, `/24//64`, `//64` or nothing.
  func dualPrefixLengths() throws(SPFSyntaxError) -> SPFPrefixLengths {
    var ipv4 = SPFPrefixLengths.maximumIPv4
    var ipv6 = SPFPrefixLengths.maximumIPv6
    var rest = text
    if !rest.isEmpty, !rest.starts(with: [Self.slash, Self.slash]) {
      let digits = rest.dropFirst().prefix { $0 != Self.slash }
      ipv4 = try Self.prefixLength(digits, maximum: ipv4)
      rest = rest[digits.endIndex...]
    }
    if !rest.isEmpty {
      guard rest.starts(with: [Self.slash, Self.slash]) else {
        throw SPFSyntaxError(.singleSlashPrefixLength, rest.startIndex..<rest.endIndex)
      }
      ipv6 = try Self.prefixLength(rest.dropFirst(2), maximum: ipv6)
    }
    guard let lengths = SPFPrefixLengths(ipv4: ipv4, ipv6: ipv6) else {
      throw SPFSyntaxError(.malformedPrefixLength, text.startIndex..<text.endIndex)
    }
    return lengths
  }

  /// `"0" / %x31-39 0*2DIGIT` up to `maximum`; `digits` is what follows the slash.
  private static func prefixLength(
    _ digits: ArraySlice<UInt8>, maximum: Int
  ) throws(SPFSyntaxError) -> Int {
    let place = digits.startIndex..<digits.endIndex
    guard !digits.isEmpty else {
      throw SPFSyntaxError(.missingPrefixLength, digits.startIndex - 1..<digits.startIndex)
    }
    guard digits.allSatisfy(\.isDigit) else { throw SPFSyntaxError(.malformedPrefixLength, place) }
    guard digits.count == 1 || digits.first != UInt8(ascii: "0") else {
      throw SPFSyntaxError(.zeroPaddedPrefixLength, place)
    }
    let value = digits.reduce(0) { min($0 * 10 + ($1.decimalDigit ?? 0), maximum + 1) }
    guard value <= maximum else { throw SPFSyntaxError(.prefixLengthTooLarge(maximum: maximum), place) }
    return value
  }

  private func ipv4(_ octets: ArraySlice<UInt8>) throws(SPFSyntaxError) -> IPAddress {
    if let address = IPv4Address(dotted: octets) { return .v4(address) }
    let parts = octets.split(separator: UInt8(ascii: "."), maxSplits: 4, omittingEmptySubsequences: false)
    if parts.count == 4, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }),
      let bad = parts.first(where: { IPv4Address("0.0.0.\(String(decoding: $0, as: UTF8.self))") == nil })
    {
      throw SPFSyntaxError(.invalidIPv4Part, bad.startIndex..<bad.endIndex)
    }
    let present = parts.filter { !$0.isEmpty }
    if present.count < 4, present.count >= parts.count - 1, present.allSatisfy({ $0.allSatisfy(\.isDigit) }) {
      throw SPFSyntaxError(
        .shortIPv4Address(parts: present.count), octets.startIndex..<octets.endIndex)
    }
    let suggestion = SPFTermSuggestion.replacement(forAddress: text)
    throw SPFSyntaxError(.invalidIPv4Address(suggestion: suggestion), octets.startIndex..<octets.endIndex)
  }

  private func ipv6(_ octets: ArraySlice<UInt8>) throws(SPFSyntaxError) -> IPAddress {
    if octets.count <= 45, let address = IPv6Address(String(decoding: octets, as: UTF8.self)) {
      return .v6(address)
    }
    let suggestion = SPFTermSuggestion.replacement(forAddress: text)
    throw SPFSyntaxError(.invalidIPv6Address(suggestion: suggestion), octets.startIndex..<octets.endIndex)
  }
}
