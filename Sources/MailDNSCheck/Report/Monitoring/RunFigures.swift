/// The figures of a run, for the formats that are written at its end.
struct RunFigures: Sendable {
  /// In the order in which they were finished.
  private(set) var domains: [DomainFigures] = []
  /// Lines of the list that are no domain.
  private(set) var refusedLines = 0
  /// Whether an input could not be used, or not to its end, so that nothing, or not all, was checked.
  private(set) var isUnusable = false
  /// Where each domain is in `domains`.
  private var indices: [DomainName: Int] = [:]

  /// Of a domain that was checked twice the last figures count: to who reads them, one that is there twice is an error.
  mutating func add(_ report: DomainReport) {
    let figures = DomainFigures(report)
    if let index = indices[report.domain.name] {
      domains[index] = figures
    } else {
      indices[report.domain.name] = domains.count
      domains.append(figures)
    }
  }

  mutating func add(_ problem: InputProblem) {
    if problem.isOfRun { isUnusable = true } else { refusedLines += 1 }
  }
}
