/// One MX record and the host that it names (RFC 5321 §5.1).
struct MailExchange: Sendable {
  let preference: UInt16
  let host: DomainName
  let addresses: HostAddresses
  /// Whether the host only proves to somebody whose the domain is: no mail flows there.
  var isVerification = false

  /// The address that somebody put where a name belongs; DNS reads it as a name that does not exist. A zone file puts the
  /// zone's name behind it, as behind every name without a final dot.
  var addressLiteral: IPAddress? {
    guard mayBeAddressLiteral else { return nil }
    let text = host.description
    if let address = IPAddress(text) { return address }
    if addresses.isWithout, host.labelCount > 4 {
      let labels = text.split(separator: ".", maxSplits: 4)
      if let address = IPAddress(labels.prefix(4).joined(separator: ".")) { return address }
    }
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    return IPAddress(String(text.dropFirst().dropLast()))
  }

  /// Whether the first label is one that an address can begin with: digits, or with the colon of IPv6, which stands before any
  /// dot, or after a bracket. Of most hosts no text has to be made to see that they are none.
  private var mayBeAddressLiteral: Bool {
    let label = host.firstLabel
    return label.allSatisfy(\.isDigit) || label.first == UInt8(ascii: "[")
      || label.contains(UInt8(ascii: ":"))
  }

  /// Where the host's name leads if it is a CNAME, which an MX target must not be (RFC 5321 §5.1, RFC 2181 §10.3).
  var alias: DomainName? { addresses.aliases.last?.target }

  /// Whether DNS says for certain that no mail can be delivered there.
  var isUnreachable: Bool { host.isRoot || addressLiteral != nil || addresses.isWithout || isVerification }
}
