/// One object, or an array of them where there may be several domains.
struct JSONDocument: ReportDocument {
  let setting: ReportSetting
  private var isEmpty = true

  init(_ setting: ReportSetting) { self.setting = setting }

  mutating func add(_ report: DomainReport) throws -> String {
    try add(JSONReport(report, in: setting.catalogue, language: setting.language))
  }

  mutating func add(_ problem: InputProblem) throws -> String {
    try add(JSONReport(problem, language: setting.language))
  }

  private mutating func add(_ report: JSONReport) throws -> String {
    let json = try JSONText.make(report, pretty: true)
    guard setting.isList else { return json + "\n" }
    defer { isEmpty = false }
    return (isEmpty ? "[\n" : ",\n") + json
  }

  func end() -> String { setting.isList ? isEmpty ? "[]\n" : "\n]\n" : "" }
}

/// One object a line.
struct NDJSONDocument: ReportDocument {
  let setting: ReportSetting

  func add(_ report: DomainReport) throws -> String {
    try JSONText.make(JSONReport(report, in: setting.catalogue, language: setting.language), pretty: false)
      + "\n"
  }

  func add(_ problem: InputProblem) throws -> String {
    try JSONText.make(JSONReport(problem, language: setting.language), pretty: false) + "\n"
  }
}
