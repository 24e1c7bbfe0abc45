/// What an export of Exchange Online holds, recognised by its columns; the raw value is that of JSON.
enum ExportKind: String, CaseIterable, Sendable {
  case mailboxes
  case distributionGroups = "distribution-groups"
  case unifiedGroups = "unified-groups"
  case recipients
  case acceptedDomains = "accepted-domains"
  case inboundConnectors = "inbound-connectors"
  case outboundConnectors = "outbound-connectors"
  case transportRules = "transport-rules"
  case organizationConfig = "organization-config"
  case messageTrace = "message-trace"

  /// Whether the rows are addresses that mail can be sent to.
  var isOfRecipients: Bool {
    switch self {
    case .mailboxes, .distributionGroups, .unifiedGroups, .recipients: true
    default: false
    }
  }

  /// The columns that tell, each list one of the ways; the first kind that fits is it.
  private static let marks: [(kind: ExportKind, ways: [[String]])] = [
    (
      .messageTrace,
      [
        ["senderaddress", "recipientaddress", "fromip"], ["messagetraceid"],
        ["senderaddress", "recipientaddress", "messageid"], ["senderaddress", "recipientaddress", "status"],
        ["sender_address", "recipient_status"], ["sender_address", "original_client_ip"],
      ]
    ),
    (
      .inboundConnectors,
      [
        ["senderdomains"], ["senderipaddresses"], ["restrictdomainstoipaddresses"],
        ["treatmessagesasinternal"],
        ["efskiplastip"], ["restrictdomainstocertificate"],
      ]
    ),
    (
      .outboundConnectors,
      [
        ["smarthosts", "name"], ["istransportrulescoped"], ["usemxrecord", "smarthosts"],
        ["routeallmessagesviaonpremises"],
      ]
    ),
    (
      .transportRules,
      [
        ["routemessageoutboundconnector"], ["setscl"], ["senderdomainis"], ["state", "mode"],
        ["stopruleprocessing"],
      ]
    ),
    (.acceptedDomains, [["domainname", "domaintype"], ["domainname", "default"], ["domainname", "name"]]),
    (
      .organizationConfig,
      [["rejectdirectsend"], ["sendfromaliasenabled"], ["isdehydrated"], ["oauth2clientprofileenabled"]]
    ),
    (
      .unifiedGroups,
      [
        ["primarysmtpaddress", "accesstype"], ["primarysmtpaddress", "sharepointsiteurl"],
        ["primarysmtpaddress", "welcomemessageenabled"],
        ["primarysmtpaddress", "resourceprovisioningoptions"],
        ["primarysmtpaddress", "groupmembercount"], ["primarysmtpaddress", "groupsku"],
      ]
    ),
    (
      .distributionGroups,
      [
        ["primarysmtpaddress", "grouptype"], ["primarysmtpaddress", "memberjoinrestriction"],
        ["primarysmtpaddress", "recipientfilter"],
        ["primarysmtpaddress", "requiresenderauthenticationenabled", "managedby"],
      ]
    ),
    (
      .mailboxes,
      [
        ["primarysmtpaddress", "prohibitsendquota"], ["primarysmtpaddress", "ismailboxenabled"],
        ["primarysmtpaddress", "isresource"], ["primarysmtpaddress", "resourcetype"],
        ["primarysmtpaddress", "isshared"], ["primarysmtpaddress", "mailboxplan"],
        ["primarysmtpaddress", "forwardingsmtpaddress"],
      ]
    ),
    (.recipients, [["primarysmtpaddress"], ["emailaddresses"], ["windowsemailaddress"]]),
  ]

  /// The kind of what has these columns, in lower case; `typeName` is what PowerShell's `#TYPE` line says. Nil where
  /// nothing that we know has such.
  init?(columns: Set<String>, typeName: String? = nil) {
    // Remote domains have names, too.
    if columns.contains("targetdeliverydomain") || columns.contains("allowedooftype") { return nil }
    // A historical search with details has a row an event, not a message.
    if columns.contains("event_id"), columns.contains("internal_message_id") { return nil }
    let kind = Self.marks.first { mark in
      mark.ways.contains { $0.allSatisfy(columns.contains) }
    }?.kind
    guard let kind else { return nil }
    guard kind == .recipients, let typeName = typeName?.asciiLowercased else {
      self = kind
      return
    }
    if typeName.contains("unifiedgroup") {
      self = .unifiedGroups
    } else if typeName.contains("distributiongroup") {
      self = .distributionGroups
    } else {
      self = typeName.hasSuffix(".mailbox") || typeName.hasSuffix(".exomailbox") ? .mailboxes : .recipients
    }
  }
}
