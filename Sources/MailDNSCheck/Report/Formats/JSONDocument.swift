/// One object, or an array of them where there may be several domains.
struct JSONDocument: ReportDocument {
  let setting: ReportSetting
  private var isEmpty = true

  init(_ setting: ReportSetting) { self.setting = setting }

  mutating func add(_ report: DomainReport) throws -> String {
    let json = try JSONText.make(
      JSONReport(report, in: setting.catalogue, language: setting.language), pretty: true)
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
}
