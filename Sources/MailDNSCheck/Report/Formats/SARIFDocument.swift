/// SARIF 2.1.0, for code scanning: a result a finding, a rule a finding id. Results are written as they come; the rules,
/// of which there are few, at the end.
struct SARIFDocument: ReportDocument {
  let setting: ReportSetting
  private var rules: [SARIFReport.Rule] = []
  private var indices: [String: Int] = [:]
  private var isEmpty = true
  private var isOfFailure = false

  init(_ setting: ReportSetting) { self.setting = setting }

  func begin() -> String {
    // In the order of the keys, as all JSON of ours, with two exceptions: the version stands before the runs, where readers
    // look for it first (§3.13.2), and whether the run could begin is known behind the results only.
    "{\"$schema\":\"\(SARIFReport.schema)\",\"version\":\"2.1.0\",\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":["
  }

  mutating func add(_ report: DomainReport) -> String {
    var text = ""
    for finding in report.findings {
      let result = result(finding, in: report)
      text += (isEmpty ? "\n" : ",\n") + JSONText.make(result, pretty: false)
      isEmpty = false
    }
    return text
  }

  mutating func add(_ problem: InputProblem) -> String {
    let finding = problem.finding
    isOfFailure = isOfFailure || problem.isOfRun
    let file = problem.file ?? setting.naming.otherwise ?? ReportSetting.Naming.standard
    let result = SARIFReport.Result(
      ruleId: finding.id, ruleIndex: ruleIndex(finding), level: .error,
      message: SARIFReport.Message(problem.message(setting.language)),
      locations: [
        SARIFReport.Location(
          physicalLocation: SARIFReport.PhysicalLocation(file: file, line: problem.line ?? 1),
          logicalLocations: [
            SARIFReport.LogicalLocation(
              name: finding.subject, fullyQualifiedName: "\(file)/\(finding.subject)", kind: "resource")
          ])
      ],
      partialFingerprints: SARIFReport.Fingerprints(of: "\(finding.id)/\(finding.subject)"),
      properties: SARIFReport.Result.Properties(
        domain: finding.subject, severity: finding.severity.rawValue, area: finding.area.rawValue))
    defer { isEmpty = false }
    return (isEmpty ? "\n" : ",\n") + JSONText.make(result, pretty: false)
  }

  func end() -> String {
    // §3.20.14: whether the tool could do what it was for.
    let invocations = isOfFailure ? "\"invocations\":[{\"executionSuccessful\":false}]," : ""
    let driver = SARIFReport.Tool.Driver(language: setting.language.rawValue, rules: rules)
    let tool = JSONText.make(SARIFReport.Tool(driver: driver), pretty: false)
    return "\n],\(invocations)\"tool\":\(tool)}]}\n"
  }

  private mutating func result(_ finding: Finding, in report: DomainReport) -> SARIFReport.Result {
    let domain = report.domain.name
    let text = [finding.message, finding.fix].compactMap { $0?[setting.language].onOneLine }.joined(
      separator: " ")
    let name = domain.description
    let record = setting.place(of: finding, in: domain)
    let place = record.map { ($0.file, $0.line) } ?? setting.placeNaming(report)
    let location = SARIFReport.Location(
      physicalLocation: SARIFReport.PhysicalLocation(file: place.0, line: place.1),
      logicalLocations: [
        SARIFReport.LogicalLocation(
          name: finding.subject, fullyQualifiedName: "\(name)/\(finding.area.rawValue)/\(finding.subject)",
          kind: "resource")
      ])
    return SARIFReport.Result(
      ruleId: finding.id, ruleIndex: ruleIndex(finding), level: SARIFReport.Level(finding.severity),
      message: SARIFReport.Message(text), locations: [location],
      partialFingerprints: record == nil
        ? SARIFReport.Fingerprints(of: "\(name)/\(finding.id)/\(finding.subject)") : nil,
      properties: SARIFReport.Result.Properties(
        domain: name, severity: finding.severity.rawValue, area: finding.area.rawValue),
      baselineState: report.changes?.baselineState(of: finding))
  }

  /// The index of the finding's rule, which its first finding brings in.
  private mutating func ruleIndex(_ finding: Finding) -> Int {
    if let index = indices[finding.id] { return index }
    indices[finding.id] = rules.count
    rules.append(rule(finding))
    return rules.count - 1
  }

  private func rule(_ finding: Finding) -> SARIFReport.Rule {
    let title = finding.kind.title[setting.language]
    let remedy = finding.fix.map { Wording.remedyExample(finding.subject, $0)[setting.language].onOneLine }
    let help = [title, remedy, finding.reference].compactMap(\.self).joined(separator: "\n\n")
    return SARIFReport.Rule(
      id: finding.id, shortDescription: SARIFReport.MultiformatMessage(text: title),
      fullDescription: SARIFReport.MultiformatMessage(
        text: [title, finding.reference].joined(separator: "\n\n")),
      help: SARIFReport.MultiformatMessage(text: help),
      defaultConfiguration: SARIFReport.Rule.Configuration(
        level: SARIFReport.Level(finding.kind.severity)),
      properties: SARIFReport.Rule.Properties(reference: finding.reference, tags: [finding.area.rawValue]))
  }
}

extension DomainChanges {
  /// Nil where what the finding is about could not be seen before. What is gone has no result: readers would take it for one
  /// that is there.
  fileprivate func baselineState(of finding: Finding) -> SARIFReport.Result.BaselineState? {
    if isNew { return .new }
    let isNew = changes.contains { change in
      guard let mark = change.finding, !change.added.isEmpty else { return false }
      return mark.id == finding.id && mark.severity == finding.severity && mark.subject == finding.subject
    }
    return isNew ? .new : seenAgain.isEmpty ? .unchanged : nil
  }
}
