/// Answers questions as they are, in place of dig and nslookup.
struct LookupCommand {
  let request: LookupRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let resolver = try ResolverSetup(options: request.query, language: language).resolver()
    let answered = await resolver.answers(to: request.questions)
    let byQuestion = Dictionary(answered.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let report = LookupReport(answers: request.questions.compactMap { byQuestion[$0] })
    let output: Output
    do { output = try Output.open(request.report.outputFile) } catch {
      throw .output(path: request.report.outputFile, error)
    }
    let text: String
    switch request.report.format {
    case .text:
      text = report.text(
        language: language, ink: output.ink(request.report.color),
        width: output.columns ?? ReportWriter.standardWidth, verbosity: request.report.verbosity)
    case .json, .ndjson:
      text = try ReportWriter.json(LookupJSON(report, language: language), pretty: true) + "\n"
    }
    do {
      try output.write(text)
      try output.finish()
    } catch { throw .output(path: request.report.outputFile, error) }
    return report.isDefinite ? .ok : .unknown
  }
}
