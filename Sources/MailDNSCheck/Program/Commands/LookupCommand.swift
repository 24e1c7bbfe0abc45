/// Answers questions as they are, in place of dig and nslookup.
struct LookupCommand {
  let request: LookupRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    try request.report.refuseClashes(reading: request.query.zoneFilePaths)
    let report = try await request.report.publish {
      () async throws(ProgramError) -> LookupReport in
      try await ask()
    } json: { report in
      report.json(language: language)
    } text: { report, ink, width in
      report.text(language: language, ink: ink, width: width, verbosity: request.report.verbosity)
    }
    return report.isDefinite ? .ok : .unknown
  }

  private func ask() async throws(ProgramError) -> LookupReport {
    let resolver = try ResolverSetup(
      options: request.query, language: language, subject: request.questions.map(\.name).onlyOne
    ).resolver()
    let answered = await resolver.answers(to: request.questions)
    let byQuestion = Dictionary(answered.map { ($0.question, $0) }, uniquingKeysWith: { first, _ in first })
    let report = LookupReport(answers: request.questions.compactMap { byQuestion[$0] })
    if request.report.verbosity < 0 {
      for failure in report.failures(language: language) {
        Diagnostics.complain(Wording(verbatim: failure), language)
      }
    }
    return report
  }
}
