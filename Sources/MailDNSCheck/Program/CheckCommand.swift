/// Checks domains, several at a time, and reports them in the order in which they were given.
struct CheckCommand {
  let request: CheckRequest
  let language: Language

  /// Domains under way at a time unless the user chooses: enough to hide the way to the servers.
  static let standardConcurrency = 64

  private enum Event: Sendable {
    case subject(DomainSource.Subject?)
    case report(Int, DomainReport)
  }

  func run() async throws(ProgramError) -> ExitStatus {
    let refused = DomainSource.refused(among: request.domains)
    for error in refused { Diagnostics.complain(error.wording, language) }
    let check = DomainCheck(
      areas: request.area.map { [$0.checked] } ?? Set(CheckArea.allCases),
      resolver: try ResolverSetup(options: request.query, language: language).resolver(),
      catalogue: .builtIn, selectors: request.selectors, expectedRoute: request.expectedRoute)
    let source: DomainSource
    do { source = try DomainSource(request.domains, input: request.input) } catch {
      throw .input(path: request.inputPath, error)
    }
    var sink = Sink(
      writer: try ReportWriter(
        request.report, isList: request.input != nil || request.domains.count > 1, language: language,
        catalogue: check.catalogue),
      threshold: request.failureThreshold, status: refused.isEmpty ? .ok : .unknown)
    if let error = await process(source, check, into: &sink) { throw error }
    try sink.writer.finish()
    return sink.status
  }

  /// Keeps as many domains under way as the limit allows, and hands on results in the order of the source.
  private func process(_ source: DomainSource, _ check: DomainCheck, into sink: inout Sink) async
    -> ProgramError?
  {
    let limit = request.concurrency ?? Self.standardConcurrency
    return await withTaskGroup(of: Event.self) { group in
      var started = 0
      var isFetching = false
      var isExhausted = false
      while true {
        if !isFetching, !isExhausted, started - sink.turn < limit {
          isFetching = true
          group.addTask { .subject(await source.next()) }
        }
        guard let event = await group.next() else { return nil }
        do throws(ProgramError) {
          switch event {
          case .report(let index, let report):
            try sink.take(report, at: index)
          case .subject(let subject):
            isFetching = false
            guard let domain = try domain(of: subject, &sink, &isExhausted) else { continue }
            let index = started
            started += 1
            group.addTask { .report(index, await check.report(on: domain)) }
          }
        } catch {
          group.cancelAll()
          return error
        }
      }
    }
  }

  private func domain(
    of subject: DomainSource.Subject?, _ sink: inout Sink, _ isExhausted: inout Bool
  ) throws(ProgramError) -> MailDomain? {
    switch subject {
    case .domain(let domain):
      return domain
    case .refused(let error, let line):
      // Those of the command line have been refused before.
      if let line { Diagnostics.complain(error.wording.at(line: line, of: request.inputPath), language) }
      sink.status = max(sink.status, .unknown)
    case .unreadable(let error):
      throw .input(path: request.inputPath, error)
    case nil:
      isExhausted = true
    }
    return nil
  }
}

/// Where results go: in order to the writer, and into the exit status.
private struct Sink {
  var writer: ReportWriter
  let threshold: CheckRequest.FailureThreshold
  var status: ExitStatus
  /// Results that are early wait here for their turn.
  private var early: [Int: DomainReport] = [:]
  private(set) var turn = 0

  init(writer: ReportWriter, threshold: CheckRequest.FailureThreshold, status: ExitStatus) {
    self.writer = writer
    self.threshold = threshold
    self.status = status
  }

  mutating func take(_ report: DomainReport, at index: Int) throws(ProgramError) {
    early[index] = report
    while let next = early.removeValue(forKey: turn) {
      turn += 1
      status = max(status, threshold.exitStatus(next.findings))
      try writer.write(next)
    }
  }
}

extension CheckRequest {
  /// The file that `--input` names; nil for standard input and where there is none.
  fileprivate var inputPath: String? { if case .file(let path)? = input { path } else { nil } }
}

extension CheckRequest.Area {
  fileprivate var checked: CheckArea {
    switch self {
    case .mx: .mx
    case .spf: .spf
    case .dkim: .dkim
    case .dmarc: .dmarc
    }
  }
}
