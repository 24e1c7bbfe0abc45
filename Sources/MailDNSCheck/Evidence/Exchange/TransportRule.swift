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
  let sentFrom: Scope?
  /// Sender's domains that it makes an exception for; empty where there is no such exception.
  let exceptedDomains: ExportCell.List
  /// Conditions and exceptions by which it takes only some of the mail from its domains, as the export names them.
  let limits: [String]

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
  static let lists = [
    "senderdomainis": "SenderDomainIs", "senderipranges": "SenderIpRanges",
    "exceptifsenderdomainis": "ExceptIfSenderDomainIs",
  ]

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
    sentFrom = row["fromscope"]?.word(Scope.numbers)
    exceptedDomains = row.list("exceptifsenderdomainis") ?? .items([])
    limits = Self.limits(of: row)
  }

  /// Whether it hands mail of the tenant's own on by a connector.
  var routesOutbound: Bool {
    connector != nil && sentTo != .inOrganization && sentFrom != .notInOrganization
  }

  /// Whether mail from `domain`, in lower case, is among what it takes; nil where the export does not say.
  func takes(_ domain: String) -> Bool? {
    switch exceptedDomains {
    case .items(let items): if items.contains(where: { $0.canonicalDomain == domain }) { return false }
    case .lost: return nil
    }
    switch senderDomains {
    case .items(let items)? where !items.isEmpty: return items.contains { $0.canonicalDomain == domain }
    // Without the condition it takes whatever its other conditions let through.
    case .items?: return limits.isEmpty ? true : nil
    case .lost?, nil: return nil
    }
  }

  /// Conditions other than those on scopes and the sender's domain: columns in lower case.
  private static let conditions: Set<String> = [
    "from", "frommemberof", "sentto", "senttomemberof", "betweenmemberof1", "betweenmemberof2",
    "manageraddresses",
    "manageris", "senderattributecontains", "senderattributematches", "recipientattributecontains",
    "recipientattributematches", "fromaddresscontainswords", "fromaddressmatchespatterns",
    "recipientdomainis",
    "recipientaddresscontainswords", "recipientaddressmatchespatterns", "anyofrecipientaddresscontainswords",
    "anyofrecipientaddressmatchespatterns", "anyoftoheader", "anyoftoheadermemberof", "anyofccheader",
    "anyofccheadermemberof", "anyoftoccheader", "anyoftoccheadermemberof", "subjectcontainswords",
    "subjectmatchespatterns", "subjectorbodycontainswords", "subjectorbodymatchespatterns",
    "headercontainsmessageheader", "headermatchesmessageheader", "attachmentcontainswords",
    "attachmentmatchespatterns", "attachmentnamematchespatterns", "attachmentextensionmatcheswords",
    "attachmentpropertycontainswords", "attachmentsizeover", "attachmenthasexecutablecontent",
    "attachmentispasswordprotected", "attachmentisunsupported", "attachmentprocessinglimitexceeded",
    "messagesizeover", "messagetypematches", "messagecontainsdataclassifications", "hasclassification",
    "hasnoclassification", "hassenderoverride", "sclover", "senderipranges", "senderinrecipientlist",
    "recipientinsenderlist", "withimportance", "contentcharactersetcontainswords",
    "sendermanagementrelationship", "adcomparisonattribute",
  ]

  private static func limits(of row: ExportRow) -> [String] {
    row.columns.filter { column in
      guard conditions.contains(column) || column.hasPrefix("exceptif"), column != "exceptifsenderdomainis",
        let cell = row[column]
      else { return false }
      switch cell {
      case .empty: return false
      case .flag(let flag): return flag
      case .items(let items): return !items.isEmpty
      case .text: return cell.flag != false && cell.list != .items([])
      }
    }.sorted()
  }
}
