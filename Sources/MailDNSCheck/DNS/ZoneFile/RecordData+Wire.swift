extension RecordData {
  /// The data of a record of `type` in wire form without name compression; nil where they do not fit the type.
  init?(_ type: RecordType, uncompressed wire: [UInt8]) {
    let data: RecordData?
    switch type {
    case .a: data = IPv4Address(octets: wire).map(RecordData.a)
    case .aaaa: data = IPv6Address(octets: wire).map(RecordData.aaaa)
    case .ns: data = DomainName(wire: wire).map(RecordData.ns)
    case .cname: data = DomainName(wire: wire).map(RecordData.cname)
    case .ptr: data = DomainName(wire: wire).map(RecordData.ptr)
    case .mx:
      data = DomainName(wire: wire.dropFirst(2)).map { exchange in
        .mx(preference: UInt16(wire[0]) << 8 | UInt16(wire[1]), exchange: exchange)
      }
    case .txt: data = CharacterStrings(uncompressed: wire).map(RecordData.txt)
    case .soa: data = StartOfAuthority(uncompressed: wire).map(RecordData.soa)
    case .srv: data = DomainName(wire: wire.dropFirst(6)) == nil ? nil : .other(.srv, wire)
    default: data = .other(type, wire)
    }
    guard let data else { return nil }
    self = data
  }
}

extension CharacterStrings {
  /// Strings with their length octets, one behind the other.
  fileprivate init?(uncompressed wire: [UInt8]) {
    var strings: [[UInt8]] = []
    var rest = wire[...]
    while let length = rest.popFirst() {
      guard rest.count >= length else { return nil }
      strings.append(Array(rest.prefix(Int(length))))
      rest = rest.dropFirst(Int(length))
    }
    self.init(strings)
  }
}

extension StartOfAuthority {
  fileprivate init?(uncompressed wire: [UInt8]) {
    var rest = wire[...]
    guard let primary = Self.takeName(&rest), let mailbox = Self.takeName(&rest), rest.count == 20 else {
      return nil
    }
    let numbers = (0..<5).map { index in
      rest.dropFirst(4 * index).prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
    }
    self.init(
      primary: primary, mailbox: mailbox, serial: numbers[0], refresh: numbers[1], retry: numbers[2],
      expire: numbers[3], minimum: numbers[4])
  }

  /// Takes one name off the front of `octets`.
  private static func takeName(_ octets: inout ArraySlice<UInt8>) -> DomainName? {
    let start = octets
    while let length = octets.popFirst(), length > 0 { octets = octets.dropFirst(Int(length)) }
    return DomainName(wire: start.prefix(start.count - octets.count))
  }
}
