/// One `Received` field (RFC 5321 §4.4): what a host says of a message that it took. Every part may be missing.
struct ReceivedField: Hashable, Sendable {
  /// What the host that handed the message over called itself, or is called.
  let from: String?
  /// Its name by the receiver's own look-up, where the form has one: `HELO (name [192.0.2.1])`.
  let reverseName: String?
  /// The address that it came from, as the receiver saw it.
  let address: IPAddress?
  /// The host that stamped the field.
  let by: String?
  /// The receiver's number for the message.
  let id: String?
  let time: MailTime?

  /// Longer fields are read up to here.
  private static let maximumLength = 8192

  init(_ value: [UInt8]) {
    let parts = ReceivedParts(
      value.count > Self.maximumLength ? Array(value.prefix(Self.maximumLength)) : value)
    let clauses = ReceivedClauses(parts)
    from = clauses.from.map { parts.octets($0).lowercasedText }
    by = clauses.by.map { parts.octets($0).lowercasedText }
    id = clauses.id.map(parts.string)
    (reverseName, address) = ReceivedSource.find(clauses, in: parts)
    time = parts.time
  }
}
