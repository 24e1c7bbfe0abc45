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
    let text = host.description
    if let address = IPAddress(text) { return address }
    if addresses.isWithout, host.labelCount > 4 {
      let labels = text.split(separator: ".", maxSplits: 4)
      if let address = IPAddress(labels.prefix(4).joined(separator: ".")) { return address }
    }
    guard text.hasPrefix("["), text.hasSuffix("]") else { return nil }
    return IPAddress(String(text.dropFirst().dropLast()))
  }

  /// Where the host's name leads if it is a CNAME, which an MX target must not be (RFC 5321 §5.1, RFC 2181 §10.3).
  var alias: DomainName? { addresses.aliases.last?.target }

  /// Whether DNS says for certain that no mail can be delivered there.
  var isUnreachable: Bool { host.isRoot || addressLiteral != nil || addresses.isWithout || isVerification }
}
