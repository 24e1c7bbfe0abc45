/// IPv4 or IPv6: what a receiver looks up for a sender depends on it (RFC 7208 §5).
enum AddressFamily: String, CaseIterable, Hashable, Sendable {
  case ipv4
  case ipv6

  /// As people write it, in every language.
  var name: String {
    switch self {
    case .ipv4: "IPv4"
    case .ipv6: "IPv6"
    }
  }

  /// The type of the records that hold its addresses.
  var recordType: RecordType {
    switch self {
    case .ipv4: .a
    case .ipv6: .aaaa
    }
  }
}

extension IPAddress {
  var family: AddressFamily { isIPv4 ? .ipv4 : .ipv6 }
}
