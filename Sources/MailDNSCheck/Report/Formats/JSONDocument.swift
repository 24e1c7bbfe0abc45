/// One object, or an array of them where there may be several domains.
struct JSONDocument: ReportDocument {
  let setting: ReportSetting
  private var isEmpty = true

  init(_ setting: ReportSetting) { self.setting = setting }

  mutating func add(_ report: DomainReport) -> String {
    add(JSONReport(report, in: setting.catalogue, language: setting.language))
  }

  mutating func add(_ problem: InputProblem) -> String {
    add(JSONReport(problem, language: setting.language))
  }

  private mutating func add(_ report: JSONReport) -> String {
    let json = JSONText.make(report, pretty: true)
    guard setting.isList else { return json + "\n" }
    defer { isEmpty = false }
    return (isEmpty ? "[\n" : ",\n") + json
  }

  func end() -> String { setting.isList ? isEmpty ? "[]\n" : "\n]\n" : "" }
}

/// One object a line.
struct NDJSONDocument: IndependentDocument {
  let setting: ReportSetting

  /// Without a text in between, of which there would be one for each of a hundred thousand domains.
  func part(on report: DomainReport) -> [UInt8] {
    JSONText.line(JSONReport(report, in: setting.catalogue, language: setting.language))
  }

  func add(_ problem: InputProblem) -> String {
    JSONText.make(JSONReport(problem, language: setting.language), pretty: false) + "\n"
  }
}
