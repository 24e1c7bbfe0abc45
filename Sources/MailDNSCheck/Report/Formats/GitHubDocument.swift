/// A workflow command of GitHub Actions for each finding, which makes an annotation of it.
struct GitHubDocument: IndependentDocument {
  let setting: ReportSetting

  func part(on report: DomainReport) -> [UInt8] {
    let domain = report.domain.name
    let changes = report.changes.map { GitHubText.commands($0, setting.language) } ?? ""
    let findings = report.findings.map { finding in
      let place = setting.place(of: finding, in: domain)
      let text = [finding.message, finding.fix].compactMap { $0?[setting.language].onOneLine }.joined(
        separator: " ")
      return GitHubText.command(
        finding.severity.command,
        [
          "file": place.map { VisibleText($0.file).description }, "line": place.map { "\($0.line)" },
          "title": "\(domain): \(finding.id)",
        ], text)
    }
    return Array((changes + findings.joined()).utf8)
  }

  func add(_ problem: InputProblem) -> String {
    let finding = problem.finding
    return GitHubText.command(
      Severity.critical.command,
      [
        "file": problem.file.map { VisibleText($0).description }, "line": problem.line.map { "\($0)" },
        "title": "\(finding.subject): \(finding.id)",
      ], problem.message(setting.language))
  }
}

extension Severity {
  fileprivate var command: String {
    switch self {
    case .critical: "error"
    case .warning, .unknown: "warning"
    case .info: "notice"
    }
  }
}
