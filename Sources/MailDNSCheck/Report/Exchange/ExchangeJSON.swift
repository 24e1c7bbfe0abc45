/// A report on exports as JSON, schema version 1 (docs/exchange-schema.json). Absent knowledge is `null`, never a missing key;
/// texts out of the files are made visible.
struct ExchangeJSON: JSONObject, Sendable {
  let schema = 1
  let files: [File]
  let domains: [Domain]?
  let endpoint: Endpoint
  let recipients: Recipients?
  let trace: Trace?
  let findings: [JSONReport.FindingEntry]
  let status: String
  /// Of `--since` alone; the key is missing elsewhere.
  var changes: Changes?

  struct File: JSONObject, Sendable {
    let file: String
    let kind: String
    let rows: Int
    let complete: Bool?
  }

  struct Domain: JSONObject, Sendable {
    let domain: String
    let type: String?
    let routed: Bool?
  }

  struct Endpoint: JSONObject, Sendable {
    let closed: String
    let connector: String?
    let enhancedFiltering: String
    let rejectDirectSend: Bool?
  }

  struct Recipients: JSONObject, Sendable {
    let total: Int
    let kinds: [String: Int]?
    /// Primary addresses of the synchronised, by domain; as many domains as are kept.
    let domains: [String: Int]?
    let synchronised: Int?
    let excluded: Int?
    let addresses: Int?
    let withAliases: Int?
    let candidates: [String]?
    /// Why each of `candidates` is one, in their order.
    let candidateReasons: [String]?
  }

  struct Trace: JSONObject, Sendable {
    let inbound: Int?
    let throughGateway: Int?
    let bypassed: Int?
    /// Of those that came around.
    let bypassedDelivered: Int?
    /// Inbound messages by the provider whose host delivered them; `unknown` is a host that the catalogue lacks.
    let deliveredBy: [String: Int]?
  }

  struct Changes: JSONObject, Sendable {
    let added: Int
    let removed: Int
    /// By how much the sum of billed addresses has grown; nil where one of the two is not known.
    let addresses: Int?
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

extension ExchangeJSON {
  func addMembers(to json: inout JSONWriter) {
    json.add("changes", ifPresent: changes)
    json.add("domains", domains)
    json.add("endpoint", endpoint)
    json.add("files", files)
    json.add("findings", findings)
    json.add("recipients", recipients)
    json.add("schema", schema)
    json.add("status", status)
    json.add("trace", trace)
  }
}

extension ExchangeJSON.File {
  func addMembers(to json: inout JSONWriter) {
    json.add("complete", complete)
    json.add("file", file)
    json.add("kind", kind)
    json.add("rows", rows)
  }
}

extension ExchangeJSON.Domain {
  func addMembers(to json: inout JSONWriter) {
    json.add("domain", domain)
    json.add("routed", routed)
    json.add("type", type)
  }
}

extension ExchangeJSON.Endpoint {
  func addMembers(to json: inout JSONWriter) {
    json.add("closed", closed)
    json.add("connector", connector)
    json.add("enhancedFiltering", enhancedFiltering)
    json.add("rejectDirectSend", rejectDirectSend)
  }
}

extension ExchangeJSON.Recipients {
  func addMembers(to json: inout JSONWriter) {
    json.add("addresses", addresses)
    json.add("candidateReasons", candidateReasons)
    json.add("candidates", candidates)
    json.add("domains", domains)
    json.add("excluded", excluded)
    json.add("kinds", kinds)
    json.add("synchronised", synchronised)
    json.add("total", total)
    json.add("withAliases", withAliases)
  }
}

extension ExchangeJSON.Trace {
  func addMembers(to json: inout JSONWriter) {
    json.add("bypassed", bypassed)
    json.add("bypassedDelivered", bypassedDelivered)
    json.add("deliveredBy", deliveredBy)
    json.add("inbound", inbound)
    json.add("throughGateway", throughGateway)
  }
}

extension ExchangeJSON.Changes {
  func addMembers(to json: inout JSONWriter) {
    json.add("added", added)
    json.add("addresses", addresses)
    json.add("removed", removed)
  }
}
