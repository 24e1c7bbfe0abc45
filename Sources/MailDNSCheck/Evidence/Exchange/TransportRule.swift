/// A mail flow rule (Get-TransportRule), as far as it routes mail to a gateway or takes it past the spam filter. What the
/// export does not say is nil.
struct TransportRule: Hashable, Sendable {
  /// As the export has it: not safe to show.
  let name: String
  let isEnabled: Bool?
  let mode: Mode?
  /// The spam confidence level that it sets; nil where it sets none.
  let spamLevel: Int?
  let senderDomains: ExportCell.List?
  let senderRanges: ExportCell.List?
  /// Whether it asks for a header.
  let asksForHeader: Bool
  /// The outbound connector that it routes mail to; nil where it routes none.
  let connector: String?
  let sentTo: Scope?

  /// Only `enforce` does anything; numbered as PowerShell 5.1 writes it into JSON.
  enum Mode: String, CaseIterable, Sendable {
    case audit = "Audit"
    case auditAndNotify = "AuditAndNotify"
    case enforce = "Enforce"

    static let numbers: [Mode: Int] = [.audit: 1, .auditAndNotify: 2, .enforce: 3]
  }

  enum State: String, CaseIterable, Sendable {
    case enabled = "Enabled"
    case disabled = "Disabled"

    static let numbers: [State: Int] = [.enabled: 0, .disabled: 1]
  }

  enum Scope: String, CaseIterable, Sendable {
    case inOrganization = "InOrganization"
    case notInOrganization = "NotInOrganization"

    static let numbers: [Scope: Int] = [.inOrganization: 0, .notInOrganization: 1]
  }

  /// Nil where the export does not say.
  var isInForce: Bool? {
    if isEnabled == false || mode == .audit || mode == .auditAndNotify { return false }
    return isEnabled == true && mode == .enforce ? true : nil
  }
}

extension TransportRule {
  /// Columns that hold lists, in lower case, with their names.
  static let lists = ["senderdomainis": "SenderDomainIs", "senderipranges": "SenderIpRanges"]

  init(_ row: ExportRow) {
    name = row.text("name") ?? row.text("identity") ?? "?"
    isEnabled = row["state"]?.word(State.numbers).map { $0 == .enabled }
    mode = row["mode"]?.word(Mode.numbers)
    spamLevel = row.text("setscl").flatMap {
      Int(String(decoding: Array($0.utf8).trimmingWhitespace, as: UTF8.self))
    }
    senderDomains = row.list("senderdomainis")
    senderRanges = row.list("senderipranges")
    let headers = ["headercontainsmessageheader", "headermatchesmessageheader"]
    asksForHeader = headers.contains { row.text($0) != nil }
    connector = row.text("routemessageoutboundconnector")
    sentTo = row["senttoscope"]?.word(Scope.numbers)
  }
}
