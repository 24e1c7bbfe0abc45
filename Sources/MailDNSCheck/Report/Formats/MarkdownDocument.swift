/// A table of the domains, for a job summary or a pull request, and below it the findings with what to do.
struct MarkdownDocument: ReportDocument {
  let setting: ReportSetting
  /// The table is to be whole before the lists begin, so these wait.
  private var lists: [String] = []
  /// Rows of a second table: what has changed since an earlier run.
  private var changed: [String] = []

  init(_ setting: ReportSetting) { self.setting = setting }

  func begin() -> String {
    let names: [Wording] = [.domainColumn, .statusColumn, .routeColumn, .worstFindings]
    return MarkdownText.row(names.map { $0[setting.language] }) + "|---|---|---|---|\n"
  }

  mutating func add(_ report: DomainReport) -> String {
    let name = MarkdownText.escaped(title(report))
    if let changes = report.changes, !changes.isEmpty {
      changed.append(MarkdownText.row(changes, setting.language))
    }
    if !report.findings.isEmpty || !setting.isList {
      lists.append("\n### \(name)\n\n" + picture(report) + report.findings.map(entry).joined())
    }
    let status = "\(report.status.symbol) \(report.status.wording[setting.language])"
    return MarkdownText.row([name, status, report.verdict?.id.rawValue ?? "–", worst(report)])
  }

  func add(_ problem: InputProblem) -> String {
    let status = "\(Status.critical.symbol) \(Wording.notChecked[setting.language])"
    return MarkdownText.row([
      MarkdownText.escaped(problem.finding.subject), status, "–",
      MarkdownText.escaped(problem.message(setting.language)),
    ])
  }

  func end() -> String {
    guard !changed.isEmpty else { return lists.joined() }
    let names: [Wording] = [.domainColumn, .changesColumn]
    let head = "\n" + MarkdownText.row(names.map { $0[setting.language] }) + "|---|---|\n"
    return head + changed.joined() + lists.joined()
  }

  /// The ways of the domain's mail; of many domains those of the first, since a page with hundreds of pictures is not drawn.
  private func picture(_ report: DomainReport) -> String {
    guard lists.count < Self.maximumPictures else { return "" }
    let picture = RoutePicture(report: report, catalogue: setting.catalogue).picture()
    return picture.map { MermaidText.block($0, setting.language) + "\n" } ?? ""
  }

  private static let maximumPictures = 20

  private func title(_ report: DomainReport) -> String {
    let name = report.domain.name.description
    return report.domain.unicode == name ? name : "\(report.domain.unicode) (\(name))"
  }

  /// The messages of the worst severity, which is not `info`; how many there are beside the first ones.
  private func worst(_ report: DomainReport) -> String {
    let shown = 3
    let worst = report.findings.filter { $0.severity != .info && $0.severity == report.findings[0].severity }
    let texts = worst.prefix(shown).map { MarkdownText.escaped($0.message[setting.language]) }
    let more = worst.count > shown ? ["+\(worst.count - shown)"] : []
    return (texts + more).joined(separator: "<br>")
  }

  private func entry(_ finding: Finding) -> String {
    let severity = finding.severity.wording[setting.language]
    let message = MarkdownText.escaped(finding.message[setting.language])
    let id = "`\(finding.id)`, \(finding.reference)"
    let fix = finding.fix.map { MarkdownText.advice($0[setting.language]) } ?? ""
    return "- **\(severity)** \(message) (\(id))\n" + fix
  }
}

extension Status {
  /// For the eye; the word stands beside it.
  fileprivate var symbol: String {
    switch self {
    case .ok: "✅"
    case .unknown: "❔"
    case .warning: "⚠️"
    case .critical: "❌"
    }
  }
}
