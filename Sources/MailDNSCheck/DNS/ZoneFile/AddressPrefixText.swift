/// The items of an APL record, each `[!]family:address/prefix` (RFC 3123 §5); there may be none.
enum AddressPrefixText {
  static func read(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var wire: [UInt8] = []
    for token in tokens {
      try token.requireBare()
      guard let item = item(token.text) else { throw token.fault(.badField(.addressPrefix, token.shown)) }
      wire += item
    }
    return wire
  }

  private static func item(_ text: ArraySlice<UInt8>) -> [UInt8]? {
    let isNegated = text.first == UInt8(ascii: "!")
    let parts = (isNegated ? text.dropFirst() : text).split(
      separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, text.allSatisfy({ (0x21...0x7E).contains($0) }),
      let network = IPNetwork(String(decoding: parts[1], as: UTF8.self)),
      let family = MasterFileNumber.decimal(parts[0])
    else { return nil }
    var octets: [UInt8]
    switch (family, network.address) {
    case (1, .v4(let address)): octets = address.octets
    case (2, .v6(let address)): octets = address.octets
    default: return nil
    }
    while octets.last == 0 { octets.removeLast() }
    return [0, UInt8(family), UInt8(network.length), (isNegated ? 0x80 : 0) | UInt8(octets.count)] + octets
  }
}
