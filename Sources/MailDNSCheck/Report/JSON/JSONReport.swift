import FoundationEssentials

/// A report as JSON, schema version 1 (docs/schema.json). Absent knowledge is `null`, never a missing key; texts from
/// DNS are made visible, because JSON does not keep every control character from a terminal.
///
/// What is in a report is written as it lies there: values of JSON in between cost a tenth of a domain's time.
struct JSONReport: JSONObject, Sendable {
  private let subject: Subject

  private enum Subject {
    case domain(DomainReport, ProviderCatalogue, Language)
    case other(Head)
  }

  init(_ report: DomainReport, in catalogue: ProviderCatalogue, language: Language) {
    subject = .domain(report, catalogue, language)
  }

  /// Of what names no domain.
  init(_ problem: InputProblem, language: Language) {
    self.init(
      Head(
        checkedAt: problem.date, status: Status(worst: problem.finding.severity),
        findings: [FindingEntry(problem.finding, language)]))
  }

  /// Of what is about no domain's records.
  init(_ head: Head) { subject = .other(head) }

  func addMembers(to json: inout JSONWriter) {
    switch subject {
    case .domain(let report, let catalogue, let language):
      Self.add(report, in: catalogue, language, to: &json)
    case .other(let head):
      Self.add(head, to: &json)
    }
  }

  private static let schema = 1

  private static func add(
    _ report: DomainReport, in catalogue: ProviderCatalogue, _ language: Language, to json: inout JSONWriter
  ) {
    let facts = report.facts
    let moment = report.work.checkedAt
    json.add("bimi", ifPresent: facts.bimi.map(LogoEntry.init))
    json.add("changes", ifPresent: report.changes.map(ChangeJSON.Entry.init))
    // Foundation takes a hundredth of a domain's time for it.
    json.add("checkedAt", MailTime(seconds: moment.timeIntervalSince1970).description)
    json.add("dkim", facts.dkim)
    json.add("dmarc", facts.dmarc.map { DMARCEntry($0, facts.policies, report.alignments) })
    json.add("domain", report.domain.name)
    json.add("findings", each: report.findings) { finding, json in
      json.beginObject()
      finding.addMembers(to: &json, language)
      json.endObject()
    }
    json.add(
      "hosts",
      ifPresent: facts.hosts.map { HostsEntry($0, facts.probe, facts.transport, in: catalogue, at: moment) })
    json.add("mx", report.areas.contains(.mx) ? MXEntry(facts.mx, report.hosts) : nil)
    json.add("ns", ifPresent: facts.nameServers.map(NameServersEntry.init))
    json.add("queries", report.work.questionCount)
    json.add("route", report.verdict)
    json.add("schema", schema)
    json.add("seconds", report.work.duration.seconds)
    json.add("senderRequirements", ifPresent: SenderRequirements(report)?.rows)
    json.add("spf", facts.spf)
    json.add("status", report.status)
    json.add("tls", ifPresent: facts.transport.map { TransportEntry($0, at: moment) })
    json.add("unicode", report.domain.unicode)
  }

  /// What a report says that is about no domain's records.
  struct Head: Sendable {
    var domain: String?
    var unicode: String?
    let checkedAt: Date
    let status: Status
    var findings: [FindingEntry] = []
    var queries = 0
    var seconds = 0.0
    /// Of `spf --ip` alone; the key is missing elsewhere.
    var evaluation: (any JSONObject & Sendable)?
  }

  private static func add(_ head: Head, to json: inout JSONWriter) {
    json.add("checkedAt", head.checkedAt.ISO8601Format())
    json.addNull("dkim")
    json.addNull("dmarc")
    json.add("domain", head.domain)
    if let evaluation = head.evaluation { json.add("evaluation", evaluation) }
    json.add("findings", head.findings)
    json.addNull("mx")
    json.add("queries", head.queries)
    json.addNull("route")
    json.add("schema", schema)
    json.add("seconds", head.seconds)
    json.addNull("spf")
    json.add("status", head.status)
    json.add("unicode", head.unicode)
  }

  /// Whether a receiver can use what is published.
  enum AreaStatus: String, JSONValue, Sendable {
    case found
    /// Meant as such a record, and receivers will not use it.
    case invalid
    case absent
    case unknown
  }

  /// A finding in one of the languages.
  struct FindingEntry: JSONObject, Sendable {
    let finding: Finding
    let language: Language

    init(_ finding: Finding, _ language: Language) { (self.finding, self.language) = (finding, language) }

    func addMembers(to json: inout JSONWriter) { finding.addMembers(to: &json, language) }
  }
}

extension Status: JSONValue {}

extension Finding {
  fileprivate func addMembers(to json: inout JSONWriter, _ language: Language) {
    json.add("area", area.rawValue)
    json.add("fix", fix?[language].onOneLine)
    json.add("id", id)
    json.add("message", message[language])
    json.add("reference", reference)
    json.add("severity", severity.rawValue)
    json.add("subject", subject)
  }
}

extension SenderRequirements.Row: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("bulkOnly", isForBulk)
    json.add("requiredBy", providers)
    json.add("requirement", requirement.rawValue)
    json.add("state", state.rawValue)
  }
}

/// Who requires it, from which day on, and where that is said.
extension MailboxProvider: JSONObject {
  func addMembers(to json: inout JSONWriter) {
    json.add("provider", id)
    json.add("since", since)
    json.add("source", source)
  }
}

/// What one program makes of what is published.
extension ReceiverReading: JSONValue, JSONObject where Result: ReceiverResult {
  func addMembers(to json: inout JSONWriter) {
    json.add("receiver", receiver.name)
    json.add("result", result.rawValue)
    json.add("version", receiver.version)
  }
}
