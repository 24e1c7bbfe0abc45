/// One JSON object on one line, which an item of Zabbix takes whole and which all others are taken from (dependent items;
/// Packaging/zabbix). Everything is written at the end. Texts are our own words only: nothing that DNS said reaches the
/// actions and scripts of a Zabbix server.
struct ZabbixDocument: ReportDocument {
  let language: Language
  private var run = RunFigures()

  init(_ language: Language) { self.language = language }

  mutating func add(_ report: DomainReport) -> String {
    run.add(report)
    return ""
  }

  mutating func add(_ problem: InputProblem) -> String {
    run.add(problem)
    return ""
  }

  func end() -> String {
    JSONText.make(ZabbixReport(run, language), pretty: false) + "\n"
  }
}
