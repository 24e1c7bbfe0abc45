/// The earlier run of `--since`, against which reports are held as they are made.
struct SinceRun: Sendable {
  let index: RunIndex
  let catalogue: ProviderCatalogue
  let language: Language

  /// Nil where no file is named.
  static func open(
    _ path: String?, _ catalogue: ProviderCatalogue, _ language: Language
  ) async throws(ProgramError) -> SinceRun? {
    guard let path else { return nil }
    return SinceRun(
      index: try await EarlierRun.open(path, language: language), catalogue: catalogue, language: language)
  }

  /// The report with what has changed. It is read as a later run would read it, so that both say the same.
  func adding(to report: DomainReport) -> DomainReport {
    let json = JSONReport(report, in: catalogue, language: language)
    guard
      let snapshot = JSONText.octets(json, pretty: false).withUnsafeBytes({
        try? SnapshotReader.snapshot(of: $0)
      }).flatMap(\.self)
    else { return report }
    var report = report
    report.changes = index.changes(to: snapshot)
    return report
  }
}
