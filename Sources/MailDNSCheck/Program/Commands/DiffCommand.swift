/// Says what has changed between two runs.
struct DiffCommand {
  let request: DiffRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let paths = [request.old, request.new]
    try request.report.refuseClashes(
      reading: paths.filter { $0 != "-" }, standardInput: paths.contains("-"))
    let old = try await EarlierRun.open(request.old, language: language)
    let new = try EarlierRun.file(request.new)
    var (broken, brokenCount): ([BrokenRow], Int) = ([], 0)
    let comparison = await RunComparison.compare(old, with: new) { rows, count in
      (broken, brokenCount) = (rows, count)
    }
    let unreadable = comparison.unreadable.map { BrokenRow(line: old.line(at: $0), reason: .noReport) }
    EarlierRun.complain(unreadable, comparison.unreadableCount, old.file.path, language)
    EarlierRun.complain(broken, brokenCount, new.path, language)
    guard comparison.later > 0 else { throw .noReports(path: new.path) }
    for file in [old.file, new] where !file.content.isIntact {
      throw .changedMeanwhile(path: file.path ?? "-")
    }
    let result = Result(
      comparison: comparison, brokenBefore: old.brokenCount + comparison.unreadableCount,
      brokenAfter: brokenCount)
    _ = try await request.report.publish {
      result
    } render: { result, format, ink, width in
      render(result, format, ink, width)
    }
    return result.status
  }

  private struct Result: Sendable {
    let comparison: RunComparison
    let brokenBefore: Int
    let brokenAfter: Int

    var status: ExitStatus {
      if comparison.isCritical { return .critical }
      if comparison.hasChanges { return .warning }
      return brokenBefore + brokenAfter > 0 ? .unusable : .ok
    }
  }

  private func render(
    _ result: Result, _ format: ReportOptions.Format, _ ink: Ink, _ width: Int
  ) -> String {
    switch format {
    case .text:
      return ChangeText(
        comparison: result.comparison, language: language, ink: ink, width: width,
        verbosity: request.report.verbosity
      ).text
    case .markdown:
      return ChangeMarkdown(
        comparison: result.comparison, language: language, isWhole: request.report.verbosity > 0
      ).text
    case .junit: return ChangeJUnit(comparison: result.comparison, language: language).text
    case .github: return ChangeGitHub(comparison: result.comparison, language: language).text
    default:
      let json = ChangeJSON(
        result.comparison, brokenBefore: result.brokenBefore, brokenAfter: result.brokenAfter)
      return JSONText.make(json, pretty: true) + "\n"
    }
  }
}
