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
    let json = JSONReport(report, in: setting.catalogue, language: setting.language)
    let severities: [Severity] = [.critical, .warning, .unknown, .info]
    let head: [String?] = [json.domain, json.unicode, json.status] + route(json.route)
    let areas: [String?] =
      [json.mx?.summary, json.spf?.status.rawValue, json.spf?.lookups.map { "\($0)" }]
      + [report.facts.spf?.all.map { "\($0)" }, json.dkim?.summary]
      + [json.dmarc?.status.rawValue, json.dmarc?.policy, json.dmarc?.effectivePolicy]
    let counts: [String?] = severities.map { severity in
      "\(report.findings.count { $0.severity == severity })"
    }
    let rest: [String?] = [
      report.findings.map(\.id).uniqued.joined(separator: " "), json.findings.first?.message,
      "\(json.queries)", report.work.duration.secondsText,
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

  private func route(_ route: JSONReport.Route?) -> [String?] {
    [
      route?.id, route?.confidence, route?.inbound.joined(separator: " "), route?.mailbox,
      route?.outbound.joined(separator: " "), route?.tenant,
    ]
  }
}

extension JSONReport.MX {
  /// `100 mx.securemx.jp; 120 mx6.securemx.jp`; a null MX is `0 .`.
  fileprivate var summary: String {
    nullMX && hosts.isEmpty
      ? "0 ." : hosts.map { "\($0.preference) \($0.host)" }.joined(separator: "; ")
  }
}

extension JSONReport.DKIM {
  /// `selector1 rsa 2048; selector2 unknown`.
  fileprivate var summary: String {
    keys.map { key in
      let kind = key.revoked == true ? "revoked" : key.type ?? key.status.rawValue
      return ([key.selector, kind] + [key.bits.map { "\($0)" }].compactMap(\.self)).joined(separator: " ")
    }.joined(separator: "; ")
  }
}
