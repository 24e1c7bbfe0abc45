/// A row a domain, under a row of names. The values are those of JSON; only the message is in a language.
struct CSVDocument: IndependentDocument {
  let setting: ReportSetting

  private static let names = [
    "domain", "unicode", "status", "route", "confidence", "inbound", "mailbox", "outbound", "tenant", "mx",
    "spf_status", "spf_lookups", "spf_all", "dkim_keys", "dmarc_status", "dmarc_policy",
    "dmarc_effective_policy", "critical", "warning", "unknown", "info", "findings", "message", "queries",
    "seconds",
  ]

  /// Behind the others, where there is an earlier run.
  private static let namesOfChanges = ["changed", "changes", "changes_message"]

  private var names: [String] { Self.names + (setting.hasEarlierRun ? Self.namesOfChanges : []) }

  func begin() -> String { CSVText.byteOrderMark + CSVText.row(names) }

  func part(on report: DomainReport) -> [UInt8] {
    let facts = report.facts
    let mx = report.areas.contains(.mx) ? JSONReport.MXEntry(facts.mx, report.hosts) : nil
    let dmarc = facts.dmarc.map { JSONReport.DMARCEntry($0, facts.policies, report.alignments) }
    let severities: [Severity] = [.critical, .warning, .unknown, .info]
    let head: [String?] =
      [report.domain.name.description, report.domain.unicode, report.status.rawValue] + route(report.verdict)
    let areas: [String?] =
      [mx?.summary, facts.spf?.areaStatus.rawValue, facts.spf?.countedLookups.map { "\($0)" }]
      + [facts.spf?.all.map { "\($0)" }, facts.dkim?.summary]
      + [dmarc?.status.rawValue, dmarc?.applied?.published?.rawValue, dmarc?.applied?.effective?.rawValue]
    let counts: [String?] = severities.map { severity in
      "\(report.findings.count { $0.severity == severity })"
    }
    let rest: [String?] = [
      report.findings.map(\.id).uniqued.joined(separator: " "),
      report.findings.first?.message[setting.language],
      "\(report.work.questionCount)", report.work.duration.secondsText,
    ]
    let since = setting.hasEarlierRun ? changes(report.changes) : []
    return Array(CSVText.row((head + areas + counts + rest + since).map { $0 ?? "" }).utf8)
  }

  /// The weight of what has changed since the earlier run, nothing where that is nothing; `new` for a domain that it lacks.
  private func changes(_ changes: DomainChanges?) -> [String?] {
    guard let changes, !changes.isNew else { return [changes == nil ? nil : "new", nil, nil] }
    return [
      changes.changes.isEmpty ? nil : changes.weight.rawValue,
      changes.changes.map(\.subject.identifier).uniqued.joined(separator: " "),
      changes.lines(setting.language).joined(separator: "; "),
    ]
  }

  /// A row without a domain.
  func add(_ problem: InputProblem) -> String {
    let values = [
      "status": Status(worst: problem.finding.severity).rawValue, "findings": problem.finding.id,
      "message": problem.message(setting.language),
    ]
    return CSVText.row(names.map { values[$0] ?? "" })
  }

  private func route(_ verdict: RouteVerdict?) -> [String?] {
    [
      verdict?.id.rawValue, verdict?.confidence?.rawValue, verdict?.inbound.map(\.id).joined(separator: " "),
      verdict?.mailbox?.text, verdict?.outbound.map(\.text).joined(separator: " "), verdict?.tenant,
    ]
  }
}

extension JSONReport.MXEntry {
  /// `100 mx.securemx.jp; 120 mx6.securemx.jp`; a null MX is `0 .`.
  fileprivate var summary: String {
    let hosts = hosts
    return isNull && hosts.isEmpty
      ? "0 ." : hosts.map { "\($0.exchange.preference) \($0.exchange.host)" }.joined(separator: "; ")
  }
}

extension DKIMFacts {
  /// `selector1 rsa 2048; selector2 unknown`.
  fileprivate var summary: String {
    published.map { answer in
      let key = answer.key?.publicKey
      let kind = key == .revoked ? "revoked" : key?.typeName ?? answer.areaStatus.rawValue
      return ([answer.selector.text, kind] + [key?.bits.map { "\($0)" }].compactMap(\.self)).joined(
        separator: " ")
    }.joined(separator: "; ")
  }
}
