/// A connector by which Exchange Online takes mail from outside (Get-InboundConnector). What the export does not say is nil.
struct InboundConnector: Hashable, Sendable {
  /// As the export has it: not safe to show.
  let name: String
  let isEnabled: Bool?
  let type: ConnectorType?
  let senderDomains: ExportCell.List?
  let addresses: ExportCell.List?
  let restrictsToAddresses: Bool?
  let restrictsToCertificate: Bool?
  /// The name that the certificate of the sending host must have; empty where none is set.
  let certificateName: String?
  let requiresTLS: Bool?
  /// The accepted domains that it is limited to; empty for all of them.
  let acceptedDomains: ExportCell.List?
  let treatsAsInternal: Bool?
  let filtering: Filtering

  /// What the connector does for Enhanced Filtering ("skip listing").
  struct Filtering: Hashable, Sendable {
    let skipsLastAddress: Bool?
    let skippedAddresses: ExportCell.List?
    let isTest: Bool?
    let users: ExportCell.List?
  }
}

/// Whom a connector is for; numbered as PowerShell 5.1 writes it into JSON.
enum ConnectorType: String, CaseIterable, Sendable {
  case onPremises = "OnPremises"
  case partner = "Partner"

  static let numbers: [ConnectorType: Int] = [.onPremises: 1, .partner: 2]
}

extension InboundConnector {
  /// Columns that hold lists, in lower case, with their names.
  static let lists = [
    "senderdomains": "SenderDomains", "senderipaddresses": "SenderIPAddresses",
    "associatedaccepteddomains": "AssociatedAcceptedDomains", "efskipips": "EFSkipIPs", "efusers": "EFUsers",
  ]

  init(_ row: ExportRow) {
    name = row.text("name") ?? row.text("identity") ?? "?"
    isEnabled = row.flag("enabled")
    type = row["connectortype"]?.word(ConnectorType.numbers)
    senderDomains = row.list("senderdomains")
    addresses = row.list("senderipaddresses")
    restrictsToAddresses = row.flag("restrictdomainstoipaddresses")
    restrictsToCertificate = row.flag("restrictdomainstocertificate")
    certificateName = row["tlssendercertificatename"].map { $0.text ?? "" }
    requiresTLS = row.flag("requiretls")
    acceptedDomains = row.list("associatedaccepteddomains")
    treatsAsInternal = row.flag("treatmessagesasinternal")
    filtering = Filtering(
      skipsLastAddress: row.flag("efskiplastip"), skippedAddresses: row.list("efskipips"),
      isTest: row.flag("eftestmode"), users: row.list("efusers"))
  }

  /// Whether it is for mail from all domains: `smtp:*;1`, `*`. Nil where that is not known.
  var isForAllDomains: Bool? {
    senderDomains?.items.map { items in items.contains { $0.addressSpace == "*" } }
  }

  /// The networks that it names, and what it names that is none.
  var networks: (known: [IPNetwork], odd: [String])? {
    guard let items = addresses?.items else { return nil }
    let read = items.map { (text: $0, network: IPNetwork.network(orAddress: $0)) }
    return (read.compactMap(\.network), read.filter { $0.network == nil }.map(\.text))
  }
}

extension String {
  /// The domain of an address space: `smtp:*;1` → `*`.
  var addressSpace: String {
    let text = asciiLowercased
    let domain = text.hasPrefix("smtp:") ? String(text.dropFirst(5)) : text
    return domain.split(separator: ";", maxSplits: 1).first.map(String.init) ?? ""
  }
}
