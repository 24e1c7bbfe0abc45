/// What `--format zabbix` holds. Figures stand for words, as triggers and graphs want them; the template's value maps say
/// which is which.
struct ZabbixReport: JSONObject, Sendable {
  let schema = 1
  let run: Run
  /// Nil where nothing was checked: that there is no list is not to be taken for a list without domains.
  let domains: [Domain]?

  struct Run: JSONObject, Sendable {
    /// 1, or 0 where an input can't be used, or the deadline came before its end.
    let success: Int
    /// Unix time of the last check; nil where there was none.
    let checkedAt: Int?
    /// Nil, as the sums, where nothing was checked.
    let refusedLines: Int?
    /// How many domains are in which status.
    let ok: Int?
    let warning: Int?
    let critical: Int?
    let unknown: Int?
  }

  struct Domain: JSONObject, Sendable {
    let domain: String
    /// 0 ok, 1 warning, 2 critical, 3 unknown.
    let status: Int
    /// Nil where DNS could not tell, or it was not asked for: the last one that is known stands.
    let route: String?
    /// The route that it is to have; empty where nobody said.
    let expected: String
    /// See `ExpectationFigure`.
    let expectation: Int
    let critical: Int
    let warning: Int
    let unknown: Int
    let info: Int
    let spfLookups: Int?
    let spfVoidLookups: Int?
    let dkimKeyBits: Int?
    let queries: Int
    /// How long the check took.
    let seconds: Double
    /// Id of the worst finding; empty where nothing is more than info.
    let finding: String
    /// Titles of the findings that are more than info.
    let summary: String
  }
}

extension ZabbixReport {
  init(_ figures: RunFigures, _ language: Language) {
    let hasRun = !figures.isUnusable || !figures.domains.isEmpty
    self.init(
      run: Run(figures, hasRun: hasRun), domains: hasRun ? figures.domains.map { Domain($0, language) } : nil)
  }
}

extension ZabbixReport.Run {
  init(_ figures: RunFigures, hasRun: Bool) {
    func count(_ status: Status) -> Int? { hasRun ? figures.domains.count { $0.status == status } : nil }
    self.init(
      success: figures.isUnusable ? 0 : 1, checkedAt: figures.domains.map(\.checkedAt).max(),
      refusedLines: hasRun ? figures.refusedLines : nil, ok: count(.ok), warning: count(.warning),
      critical: count(.critical), unknown: count(.unknown))
  }
}

extension ZabbixReport.Domain {
  init(_ figures: DomainFigures, _ language: Language) {
    let titles = figures.troubles.isEmpty ? [Wording.noProblemFound] : figures.troubles.map(\.title)
    self.init(
      domain: figures.domain, status: Int(ExitStatus(figures.status).rawValue),
      route: figures.route.flatMap { $0 == .unknown ? nil : $0.rawValue },
      expected: figures.expected?.rawValue ?? "", expectation: figures.expectation.rawValue,
      critical: figures.findings[.critical, default: 0], warning: figures.findings[.warning, default: 0],
      unknown: figures.findings[.unknown, default: 0], info: figures.findings[.info, default: 0],
      spfLookups: figures.lookups, spfVoidLookups: figures.voidLookups, dkimKeyBits: figures.leastBits,
      queries: figures.queries, seconds: figures.duration.seconds, finding: figures.troubles.first?.id ?? "",
      summary: titles.map { $0[language] }.joined(separator: "; "))
  }
}

extension ZabbixReport {
  func addMembers(to json: inout JSONWriter) {
    json.add("domains", domains)
    json.add("run", run)
    json.add("schema", schema)
  }
}

extension ZabbixReport.Run {
  func addMembers(to json: inout JSONWriter) {
    json.add("checkedAt", checkedAt)
    json.add("critical", critical)
    json.add("ok", ok)
    json.add("refusedLines", refusedLines)
    json.add("success", success)
    json.add("unknown", unknown)
    json.add("warning", warning)
  }
}

extension ZabbixReport.Domain {
  func addMembers(to json: inout JSONWriter) {
    json.add("critical", critical)
    json.add("dkimKeyBits", dkimKeyBits)
    json.add("domain", domain)
    json.add("expectation", expectation)
    json.add("expected", expected)
    json.add("finding", finding)
    json.add("info", info)
    json.add("queries", queries)
    json.add("route", route)
    json.add("seconds", seconds)
    json.add("spfLookups", spfLookups)
    json.add("spfVoidLookups", spfVoidLookups)
    json.add("status", status)
    json.add("summary", summary)
    json.add("unknown", unknown)
    json.add("warning", warning)
  }
}
