extension RecordData {
  /// The items of an APL record, one or more (RFC 3123 §4), written as §5 has them.
  struct AddressPrefixes: CustomStringConvertible {
    let description: String

    /// Nil for other families and for items in a form that does not come back: zero octets at the end.
    init?(_ octets: ArraySlice<UInt8>) {
      var rest = octets
      var items: [String] = []
      while !rest.isEmpty {
        let head = Array(rest.prefix(4))
        guard head.count == 4, head[0] == 0 else { return nil }
        let length = Int(head[3] & 0x7F)
        let address = Array(rest.dropFirst(4).prefix(length))
        guard address.count == length, address.last != 0,
          let network = Self.network(family: head[1], address, length: Int(head[2]))
        else { return nil }
        items.append("\(head[3] & 0x80 == 0 ? "" : "!")\(head[1]):\(network)")
        rest = rest.dropFirst(4 + length)
      }
      guard !items.isEmpty else { return nil }
      description = items.joined(separator: " ")
    }

    private static func network(family: UInt8, _ octets: [UInt8], length: Int) -> IPNetwork? {
      let size = family == 1 ? 4 : 16
      guard octets.count <= size else { return nil }
      let whole = octets + [UInt8](repeating: 0, count: size - octets.count)
      let address: IPAddress?
      switch family {
      case 1: address = IPv4Address(octets: whole).map(IPAddress.v4)
      case 2: address = IPv6Address(octets: whole).map(IPAddress.v6)
      default: address = nil
      }
      return address.flatMap { IPNetwork($0, length: length) }
    }
  }
}
