/// The header of a message: its fields in the order in which they stand, newest trace on top (RFC 5321 §4.4).
struct HeaderSection: Sendable {
  let fields: [HeaderField]
  /// Where there was more than is looked at; nil where there was not.
  let bound: HeaderBound?
  /// Whether the blanks that mark folded lines were gone, as where headers were pasted from Outlook.
  let isFoldingLost: Bool

  static let maximumFields = 10_000

  /// Where the fields of that name stand, from the top.
  func places(of name: FieldName) -> [Int] { fields.indices.filter { fields[$0].name == name } }

  func all(_ name: FieldName) -> [HeaderField] { fields.filter { $0.name == name } }
  func first(_ name: FieldName) -> HeaderField? { fields.first { $0.name == name } }
  func last(_ name: FieldName) -> HeaderField? { fields.last { $0.name == name } }

  /// Whether the fields make a message: text with a colon in each line is none yet.
  var isMessage: Bool {
    fields.contains { Self.isMessageName($0.name) || $0.name.hasPrefix("x-ms-exchange-") }
  }

  /// Whether messages have a field of that name, and hardly anything else does.
  static func isMessageName(_ name: FieldName) -> Bool { messageNames.contains(name) }

  private static let messageNames: Set<FieldName> = [
    "from", "to", "subject", "received", "return-path", "message-id", "authentication-results",
    "mime-version", "dkim-signature",
    "received-spf", "x-forefront-antispam-report", "x-microsoft-antispam", "delivered-to",
    "x-microsoft-antispam-mailbox-delivery", "arc-authentication-results", "arc-seal",
  ]
}
