/// `X-Microsoft-Antispam-Mailbox-Delivery`: where the mailbox put a message, and why (undocumented; read as Message Header
/// Analyzer and others do): `ucf:0;jmr:0;auth:0;dest:J;OFR:SpamFilterAuthJ;ENG:(…);RF:JunkEmail;`.
struct MailboxDelivery: Hashable, Sendable {
  private let values: [String: String]

  init(_ value: [UInt8]) {
    var values: [String: String] = [:]
    for part in value.prefix(16 << 10).split(separator: UInt8(ascii: ";")) {
      guard let colon = part.firstIndex(of: UInt8(ascii: ":")) else { continue }
      let name = String(decoding: part[..<colon].trimmingWhitespace, as: UTF8.self).asciiLowercased
      if values[name] == nil {
        values[name] = String(decoding: part[(colon + 1)...].trimmingWhitespace, as: UTF8.self)
      }
    }
    self.values = values
  }

  enum Folder: String, Sendable {
    case inbox, junk
    /// Any other folder of the user's.
    case custom
  }

  /// Nil where the field does not say, or says what is not known.
  var folder: Folder? {
    switch values["dest"]?.uppercased() {
    case "I": .inbox
    case "J": .junk
    case "C": .custom
    default: nil
    }
  }

  /// The letter, as it is.
  var destination: String? { values["dest"] }

  /// Whether a rule of the user's moved the message.
  var isByInboxRule: Bool { values["ucf"] == "1" || values["ofr"]?.asciiLowercased == "customrules" }
  /// Whether it follows from what the filter found.
  var isByFilter: Bool { values["ofr"]?.asciiLowercased.hasPrefix("spamfilter") == true }
  /// Whether the mailbox's junk settings had a say.
  var isByJunkSettings: Bool { values["jmr"] == "1" }
  // `auth` says nothing of authentication: it is 0 on mail that passes everything.
}
