/// `X-Microsoft-Antispam-Mailbox-Delivery`: where the mailbox put a message, and why (undocumented; read as Message Header
/// Analyzer and others do): `ucf:0;jmr:0;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(…);RF:JunkEmail;`.
struct MailboxDelivery: Hashable, Sendable {
  private let values: FieldList

  init(_ value: [UInt8]) { values = FieldList(value) }

  enum Folder: String, Sendable {
    case inbox, junk
    /// Any other folder of the user's.
    case custom
  }

  /// Nil where the field does not say, or says what is not known.
  var folder: Folder? {
    guard let value = values["dest"] else { return nil }
    if value.equalsIgnoringCase("I") { return .inbox }
    if value.equalsIgnoringCase("J") { return .junk }
    return value.equalsIgnoringCase("C") ? .custom : nil
  }

  /// The letter, as it is.
  var destination: String? { values.text("dest") }

  /// Whether a rule of the user's moved the message.
  var isByInboxRule: Bool {
    values["ucf"]?.elementsEqual("1".utf8) == true || values["ofr"]?.equalsIgnoringCase("customrules") == true
  }
  /// Whether it follows from what the filter found.
  var isByFilter: Bool { values["ofr"]?.startsIgnoringCase(with: "spamfilter") == true }
  /// Whether the mailbox's junk settings had a say.
  var isByJunkSettings: Bool { values["jmr"]?.elementsEqual("1".utf8) == true }
  // `auth` says nothing of authentication: it is 0 on mail that passes everything.
}
