/// A report on exports as JSON, schema version 1 (docs/exchange-schema.json). Absent knowledge is `null`, never a missing key;
/// texts out of the files are made visible.
struct ExchangeJSON: Encodable, Sendable {
  let schema = 1
  let files: [File]
  @Nullable var domains: [Domain]?
  let endpoint: Endpoint
  @Nullable var recipients: Recipients?
  @Nullable var trace: Trace?
  let findings: [JSONReport.FindingEntry]
  let status: String
  /// Of `--since` alone; the key is missing elsewhere.
  var changes: Changes?

  struct File: Encodable, Sendable {
    let file: String
    let kind: String
    let rows: Int
    @Nullable var complete: Bool?
  }

  struct Domain: Encodable, Sendable {
    let domain: String
    @Nullable var type: String?
    @Nullable var routed: Bool?
  }

  struct Endpoint: Encodable, Sendable {
    let closed: String
    @Nullable var connector: String?
    let enhancedFiltering: String
    @Nullable var rejectDirectSend: Bool?
  }

  struct Recipients: Encodable, Sendable {
    let total: Int
    @Nullable var kinds: [String: Int]?
    /// Primary addresses of the synchronised, by domain; as many domains as are kept.
    @Nullable var domains: [String: Int]?
    @Nullable var synchronised: Int?
    @Nullable var excluded: Int?
    @Nullable var addresses: Int?
    @Nullable var withAliases: Int?
    @Nullable var candidates: [String]?
    /// Why each of `candidates` is one, in their order.
    @Nullable var candidateReasons: [String]?
  }

  struct Trace: Encodable, Sendable {
    @Nullable var inbound: Int?
    @Nullable var throughGateway: Int?
    @Nullable var bypassed: Int?
    /// Of those that came around.
    @Nullable var bypassedDelivered: Int?
    /// Inbound messages by the provider whose host delivered them; `unknown` is a host that the catalogue lacks.
    @Nullable var deliveredBy: [String: Int]?
  }

  struct Changes: Encodable, Sendable {
    let added: Int
    let removed: Int
    /// By how much the sum of billed addresses has grown; nil where one of the two is not known.
    @Nullable var addresses: Int?
  }
}

extension ExchangeJSON {
  init(_ report: ExchangeReport, language: Language) {
    let evidence = report.evidence
    let endpoint = evidence.endpoint
    let routing = evidence.routing
    self.init(
      files: evidence.files.map { file in
        File(
          file: VisibleText(file.name).description, kind: file.kind.rawValue, rows: file.rows,
          complete: file.isComplete)
      },
      domains: evidence.domains.map { domains in
        domains.map { domain in
          let name = domain.domain.name.description
          return Domain(
            domain: name, type: domain.type.map { VisibleText.shortened($0) }, routed: routing.isRouted(name))
        }
      },
      endpoint: Endpoint(
        closed: endpoint.closed.rawValue,
        connector: endpoint.connector.map { VisibleText($0.name).description },
        enhancedFiltering: endpoint.filtering.rawValue, rejectDirectSend: endpoint.rejectsDirectSend),
      recipients: evidence.recipients.map(Recipients.init), trace: evidence.trace.map(Trace.init),
      findings: report.findings.map { JSONReport.FindingEntry($0, language) }, status: report.status.rawValue,
      changes: evidence.recipients.flatMap(Changes.init))
  }
}

extension ExchangeJSON.Recipients {
  init(_ tally: RecipientTally) {
    var kinds: [String: Int] = [:]
    for (kind, count) in tally.kinds { kinds[VisibleText.shortened(kind.name), default: 0] += count }
    let isKnown = tally.total == 0 || !kinds.isEmpty
    self.init(
      total: tally.total, kinds: isKnown ? kinds : nil,
      domains: tally.isDecided
        ? Dictionary(tally.domains.map { (VisibleText.shortened($0.key), $0.value) }, uniquingKeysWith: +)
        : nil,
      synchronised: tally.isDecided ? tally.synchronised : nil,
      excluded: tally.isDecided ? tally.excluded : nil,
      addresses: tally.isDecided ? tally.addresses : nil,
      withAliases: tally.hasAliases ? tally.addressesWithAliases : nil,
      candidates: tally.isDecided ? tally.candidates.map { VisibleText($0.address).description } : nil,
      candidateReasons: tally.isDecided ? tally.candidates.map(\.reason.rawValue) : nil)
  }
}

extension ExchangeJSON.Trace {
  init(_ tally: TraceTally) {
    let isKnown = !tally.lacksAddresses
    self.init(
      inbound: isKnown ? tally.inbound : nil, throughGateway: isKnown ? tally.throughGateway : nil,
      bypassed: isKnown ? tally.bypassed : nil,
      bypassedDelivered: isKnown ? tally.bypassedAndDelivered : nil,
      deliveredBy: isKnown
        ? Dictionary(
          tally.deliverers.map { ($0.key?.text ?? "unknown", $0.value) }, uniquingKeysWith: +) : nil)
  }
}

extension ExchangeJSON.Changes {
  init?(_ tally: RecipientTally) {
    guard let changes = tally.changes else { return nil }
    self.init(
      added: changes.added, removed: changes.removed,
      addresses: tally.growth)
  }
}
