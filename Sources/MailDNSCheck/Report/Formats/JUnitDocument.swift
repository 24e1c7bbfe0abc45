import FoundationEssentials

/// JUnit XML as Jenkins, GitLab and Maven read it: a suite a domain, a case an area.
///
/// A case fails by a finding that makes the exit status, and is an error where DNS could not tell. Readers take one of
/// the two and one of each kind, so that all findings stand in it; the rest are output of the case.
struct JUnitDocument: IndependentDocument {
  let setting: ReportSetting

  func begin() -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"maildnscheck\">\n"
  }

  func end() -> String { "</testsuites>\n" }

  func part(on report: DomainReport) -> [UInt8] {
    let domain = report.domain.name.description
    let cases = areas(report).map { area in
      Case(
        area: area, domain: domain, findings: report.findings.filter { $0.area == area }, setting: setting)
    }
    let changes = report.changes.map { self.changes($0, domain) } ?? ""
    let attributes = XMLText.attributes([
      "name": domain, "tests": "\(cases.count + (changes.isEmpty ? 0 : 1))",
      "failures": "\(cases.count { $0.outcome == .failure })",
      "errors": "\(cases.count { $0.outcome == .error })", "skipped": "0",
      "time": report.work.duration.secondsText,
      // The schemas allow no time zone: it is UTC.
      "timestamp": String(report.work.checkedAt.ISO8601Format().prefix(19)),
    ])
    let suite = "  <testsuite\(attributes)>\n" + cases.map(\.text).joined() + changes + "  </testsuite>\n"
    return Array(suite.utf8)
  }

  /// What has changed since an earlier run is output of a case of its own, which passes: it makes no exit status.
  private func changes(_ changes: DomainChanges, _ domain: String) -> String {
    let attributes = XMLText.attributes(["classname": domain, "name": "changes"])
    let lines = changes.lines(setting.language).map(XMLText.escaped).joined(separator: "\n")
    return """
          <testcase\(attributes)>
            <system-out>\(lines)</system-out>
          </testcase>

      """
  }

  /// A suite with one case, which is an error.
  func add(_ problem: InputProblem) -> String {
    let finding = problem.finding
    let place = VisibleText(problem.file ?? "-").description
    let suite = XMLText.attributes([
      "name": finding.subject, "tests": "1", "failures": "0", "errors": "1", "skipped": "0", "time": "0",
      "timestamp": String(problem.date.ISO8601Format().prefix(19)),
    ])
    let message = problem.message(setting.language)
    let test = XMLText.attributes([
      "classname": place, "name": problem.line.map { "\(place):\($0)" } ?? place,
    ])
    let error = XMLText.attributes(["message": message, "type": finding.id])
    return """
        <testsuite\(suite)>
          <testcase\(test)>
            <error\(error)>\(XMLText.escaped(message))</error>
          </testcase>
        </testsuite>

      """
  }

  private func areas(_ report: DomainReport) -> [Finding.Area] {
    let found = Set(report.findings.map(\.area))
    return Finding.Area.allCases.filter { area in
      switch area {
      case .domain: report.areas.contains(.route) || found.contains(area)
      case .policy: setting.hasExpectations || found.contains(area)
      case .message, .exchange: found.contains(area)
      case .mx, .spf, .dkim, .dmarc, .tls, .hosts, .bimi, .ns, .route:
        CheckArea(rawValue: area.rawValue).map(report.areas.contains) == true || found.contains(area)
      }
    }
  }

  private struct Case {
    let area: Finding.Area
    let domain: String
    let findings: [Finding]
    let setting: ReportSetting

    enum Outcome: String { case success, failure, error }

    /// Those that make the exit status, worst first.
    private var counted: [Finding] {
      findings.filter { $0.severity != .info && setting.threshold.counts($0.severity) }
    }

    var outcome: Outcome {
      switch counted.first?.severity {
      case nil: .success
      case .unknown?: .error
      default: .failure
      }
    }

    var text: String {
      let head = "    <testcase" + XMLText.attributes(["classname": domain, "name": area.rawValue])
      guard let first = findings.first else { return head + "/>\n" }
      var lines = [head + ">"]
      if outcome != .success {
        let attributes = XMLText.attributes([
          "message": (counted.first ?? first).message[setting.language], "type": (counted.first ?? first).id,
        ])
        lines.append("      <\(outcome.rawValue)\(attributes)>\(list(counted))</\(outcome.rawValue)>")
      }
      let counted = Set(counted)
      let others = findings.filter { !counted.contains($0) }
      if !others.isEmpty { lines.append("      <system-out>\(list(others))</system-out>") }
      return (lines + ["    </testcase>"]).map { $0 + "\n" }.joined()
    }

    private func list(_ findings: [Finding]) -> String {
      findings.map { finding in
        var lines = ["\(finding.severity.wording[setting.language]) \(finding.message[setting.language])"]
        if let (text, records) = finding.fix?[setting.language].textAndLines {
          lines += ["  → " + text] + records.map { "    " + $0 }
        }
        lines.append("  \(finding.id), \(finding.reference)")
        return lines.map(XMLText.escaped).joined(separator: "\n")
      }.joined(separator: "\n")
    }
  }
}
