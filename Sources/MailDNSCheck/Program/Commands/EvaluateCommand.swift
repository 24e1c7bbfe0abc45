import FoundationEssentials

/// Would this server's mail pass SPF? check_host() for one sender (RFC 7208 §4).
struct EvaluateCommand {
  let request: EvaluationRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    try request.report.refuseClashes(reading: request.query.zoneFilePaths)
    let report = try await request.report.publish {
      () async throws(ProgramError) -> EvaluationReport in
      try await evaluate()
    } json: { report in
      JSONReport(report)
    } text: { report, ink, width in
      report.text(language: language, ink: ink, width: width, verbosity: request.report.verbosity)
    }
    return ExitStatus(report.status)
  }

  private func evaluate() async throws(ProgramError) -> EvaluationReport {
    let resolver = try ResolverSetup(
      options: request.query, language: language, subject: request.domain?.name
    ).resolver()
    let checkedAt = Date.now
    let started = Instant.now
    let identity = SPFIdentity(
      address: request.address, mailFrom: request.mailFrom, helo: request.helo,
      domain: request.domain?.name.description, time: Int64(checkedAt.timeIntervalSince1970))
    let transcript = Transcript(resolver)
    let evaluation = await SPFEvaluator.evaluate(identity, resolver: transcript)
    // Where DNS fails, more questions would only take more time.
    let readings = await SPFReader.readings(
      identity, knowing: transcript.answers, mayAsk: evaluation.result != .temperror, from: transcript)
    return EvaluationReport(
      identity: identity, evaluation: evaluation, readings: readings,
      work: DomainReport.Work(
        checkedAt: checkedAt, started: started, duration: started.duration(to: .now),
        answers: transcript.answers),
      unicode: request.domain?.unicode)
  }
}
