/// What exports of Exchange Online say, taken in row by row. What was not given is nil.
struct ExchangeEvidence: Sendable {
  private(set) var files: [ExportFile] = []
  /// Files without an object, as they were named: what they are exports of can't be told.
  private(set) var emptyFiles: [String] = []
  private(set) var inboundConnectors: [InboundConnector]?
  private(set) var outboundConnectors: [OutboundConnector]?
  private(set) var rules: [TransportRule]?
  /// Each once, as it is named first.
  private(set) var domains: [AcceptedDomain]?
  private var knownDomains: Set<DomainName> = []
  /// Whether there was a configuration of the organisation, and what it says.
  private(set) var hasOrganization = false
  private(set) var rejectsDirectSend: Bool?
  private(set) var recipients: RecipientTally?
  private(set) var trace: TraceTally?

  let exclusions: [RecipientExclusion]
  let gateways: GatewayAddresses
  private let old: RecipientTally?

  /// Connectors, rules and domains that are kept; no tenant has so many.
  private static let maximumSettings = 100_000

  /// - Parameter old: The recipients of an older export, for what has changed.
  init(exclusions: [RecipientExclusion], gateways: GatewayAddresses, since old: RecipientTally? = nil) {
    self.exclusions = exclusions
    self.gateways = gateways
    self.old = old
  }

  /// Says that a file holds no object, by which its kind could be told.
  mutating func noteEmpty(_ name: String) { emptyFiles.append(name) }

  /// The order in which kinds are best taken in: what rows of others are judged by comes first.
  static func order(_ kind: ExportKind) -> Int {
    switch kind {
    case .acceptedDomains: 0
    case .messageTrace: 2
    default: 1
    }
  }

  /// Says that the rows of another file follow.
  mutating func begin(_ name: String, _ kind: ExportKind) {
    files.append(ExportFile(name: name, kind: kind))
    switch kind {
    case .inboundConnectors: inboundConnectors = inboundConnectors ?? []
    case .outboundConnectors: outboundConnectors = outboundConnectors ?? []
    case .transportRules: rules = rules ?? []
    case .acceptedDomains: domains = domains ?? []
    case .organizationConfig: hasOrganization = true
    case .messageTrace: trace = trace ?? TraceTally(gateways: gateways, domains: domainNames.map(Set.init))
    case .mailboxes, .distributionGroups, .unifiedGroups, .recipients:
      recipients = recipients ?? RecipientTally(since: old)
      recipients?.beginExport()
    }
  }

  /// Takes what the reader has found in the file that was begun last.
  mutating func take(_ item: ExportReader.Item) {
    guard let last = files.indices.last else { return }
    switch item {
    case .broken(let row): files[last].note(row)
    case .row(let row):
      do throws(BrokenRowReason) {
        try take(row, files[last].kind)
        files[last].rows += 1
      } catch {
        files[last].note(BrokenRow(line: row.line, reason: error))
      }
    }
  }

  private mutating func take(_ row: ExportRow, _ kind: ExportKind) throws(BrokenRowReason) {
    switch kind {
    case .inboundConnectors:
      noteLost(row, InboundConnector.lists)
      Self.append(InboundConnector(row), to: &inboundConnectors)
    case .outboundConnectors:
      noteLost(row, OutboundConnector.lists)
      Self.append(OutboundConnector(row), to: &outboundConnectors)
    case .transportRules:
      noteLost(row, TransportRule.lists)
      Self.append(TransportRule(row), to: &rules)
    case .acceptedDomains:
      let domain = try AcceptedDomain(row)
      if knownDomains.insert(domain.domain.name).inserted { Self.append(domain, to: &domains) }
    case .organizationConfig: rejectsDirectSend = row.flag("rejectdirectsend") ?? rejectsDirectSend
    case .messageTrace:
      guard TraceMessage.addressColumns.contains(where: { row[$0] != nil }) else {
        trace?.noteMissingAddresses()
        return
      }
      trace?.add(try TraceMessage(row))
    case .mailboxes, .distributionGroups, .unifiedGroups, .recipients:
      let recipient = Recipient(row, in: kind, excluding: exclusions)
      if recipient.hasLostAddresses { files[files.count - 1].lostLists.insert("EmailAddresses") }
      if let kind = recipient.kind { files[files.count - 1].homes.insert(kind.home) }
      recipients?.add(recipient)
    }
  }

  private mutating func noteLost(_ row: ExportRow, _ lists: [String: String]) {
    for (column, name) in lists where row.list(column) == .lost {
      files[files.count - 1].lostLists.insert(name)
    }
  }

  private static func append<Value>(_ value: Value, to list: inout [Value]?) {
    if (list?.count ?? 0) < maximumSettings { list?.append(value) }
  }

  /// Says that the file that was begun last is at its end: only now its rows have shown what it is an export of.
  mutating func end() {
    guard let last = files.indices.last, files[last].kind.isOfRecipients else { return }
    let homes = files[last].homes
    if let home = homes.first { files[last].kind = homes.count == 1 ? home : .recipients }
  }

  /// Puts the files into another order: that in which they were named.
  mutating func sortFiles(by names: [String]) {
    let places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    files.sort { places[$0.name, default: 0] < places[$1.name, default: 0] }
  }

  /// The tenant's domains as A-labels in lower case; nil where no export of them was given.
  var domainNames: [String]? { domains.map { $0.map(\.domain.name.description) } }

  /// Whether every connector is in the exports.
  private var hasAllConnectors: Bool {
    files.filter { $0.kind == .inboundConnectors }.allSatisfy { $0.isComplete == true && $0.brokenCount == 0 }
  }

  var endpoint: EndpointJudgement {
    EndpointJudgement(
      inboundConnectors, isWhole: hasAllConnectors, rejectsDirectSend: rejectsDirectSend,
      acceptedDomains: domainNames, gateways: gateways)
  }

  var routing: OutboundRouting {
    OutboundRouting(rules: rules, connectors: outboundConnectors, gateways: gateways)
  }

  /// Rules in force that take mail past the spam filter.
  var spamFilterRules: [SpamFilterRule] {
    (rules ?? []).compactMap { SpamFilterRule($0, gateways: gateways) }
  }
}
