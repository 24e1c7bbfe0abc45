/// The text reports one below the other, and a line on all of them.
struct TextDocument: ReportDocument {
  let setting: ReportSetting
  let ink: Ink
  let width: Int
  let verbosity: Int
  private var counts: [Status: Int] = [:]
  /// Domains of which something is expected, and those of them that are as expected.
  private var expectedCount = 0
  private var met: [String] = []

  init(_ setting: ReportSetting, ink: Ink, width: Int, verbosity: Int) {
    self.setting = setting
    self.ink = ink
    self.width = width
    self.verbosity = verbosity
  }

  private var written: Int { counts.values.reduce(0, +) }

  mutating func add(_ report: DomainReport) -> String {
    let isFirst = counts.isEmpty
    counts[report.status, default: 0] += 1
    if let isMet = report.meetsExpectation {
      expectedCount += 1
      if isMet { met.append(report.domain.name.description) }
    }
    let text = TextReport(
      report: report, catalogue: setting.catalogue, language: setting.language, ink: ink, width: width,
      verbosity: verbosity
    ).text
    return isFirst || verbosity < 0 ? text : "\n" + text
  }

  func end() -> String {
    guard written > 1, verbosity >= 0 else { return "" }
    let counts = [Status.ok, .unknown, .warning, .critical].compactMap { status in
      self.counts[status].map { (status, $0) }
    }
    let summary = Wording.summary(domains: written, counts)[setting.language] + "\n"
    return "\n" + summary + (expectedCount > 0 ? expectationSummary + "\n" : "")
  }

  /// More domains than these are not named, only counted.
  private static let namedDomains = 8

  private var expectationSummary: String {
    let names = met.count > Self.namedDomains ? [] : met
    return Wording.expectationSummary(met: met.count, of: expectedCount, names: names)[setting.language]
  }
}
