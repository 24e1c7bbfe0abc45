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
  /// The protocol: `ESMTPS`, `HTTPS`, `mapi`.
  let with: String?
  /// The receiver's number for the message.
  let id: String?
  let time: MailTime?

  /// Longer fields are read up to here.
  private static let maximumLength = 8192

  init(_ value: [UInt8]) {
    let text = String(decoding: value.prefix(Self.maximumLength), as: UTF8.self)
    let parts = ReceivedParts(text)
    var clauses = ReceivedClauses(parts.tokens)
    clauses.read()
    from = clauses.from.map(\.asciiLowercased)
    by = clauses.by.map(\.asciiLowercased)
    with = clauses.with
    id = clauses.id
    (reverseName, address) = ReceivedSource.find(clauses.from, clauses.fromComments)
    time = parts.time
  }
}
