/// What a directive says of a sender that its mechanism matches (RFC 7208 §4.6.2); the raw value is its sign.
enum SPFQualifier: String, CaseIterable, Hashable, Sendable {
  case pass = "+"
  case fail = "-"
  case softfail = "~"
  case neutral = "?"

  /// The qualifier that the octet stands for; nil where it is none.
  init?(_ octet: UInt8) {
    switch octet {
    case UInt8(ascii: "+"): self = .pass
    case UInt8(ascii: "-"): self = .fail
    case UInt8(ascii: "~"): self = .softfail
    case UInt8(ascii: "?"): self = .neutral
    default: return nil
    }
  }
}
