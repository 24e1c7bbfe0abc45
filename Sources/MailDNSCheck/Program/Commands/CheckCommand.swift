/// Checks domains, several at a time, and reports them in the order in which they were given.
struct CheckCommand {
  let request: CheckRequest
  let language: Language

  /// Domains that are taken from the input at a time.
  private static let subjectsAtOnce = 256

  private enum Event: Sendable {
    /// Those that are next, read ahead; none at the end.
    case subjects([DomainSource.Subject])
    /// The report on a domain has gone where reports go; or was left to the next run.
    case finished(Int, isLeftOut: Bool)
    case failed(ProgramError)
    /// The answers about the domain take more memory than many domains may have at once.
    case large(Int, LargeDomains.Domain)
  }

  func run() async throws(ProgramError) -> ExitStatus {
    try request.report.refuseClashes(
      reading: request.files,
      standardInput: request.input == .standardInput || request.query.readsStandardInput)
    let run: Run
    do { run = try await prepare() } catch {
      if !error.isOfOutput {
        ReportWriter.leaveWords(problems(error), request.report, setting(.builtIn, nil, nil))
      }
      throw error
    }
    return try await carryOut(run)
  }

  /// What a run needs before anything is asked.
  ///
  /// A class: each of the hundreds of domains under way holds it.
  private final class Run: Sendable {
    let check: DomainCheck
    let setup: ResolverSetup
    let source: DomainSource
    let resumed: ResumedFile?
    let since: SinceRun?
    let sink: ReportSink

    init(
      check: DomainCheck, setup: ResolverSetup, source: DomainSource, resumed: ResumedFile?,
      since: SinceRun?, sink: ReportSink
    ) {
      self.check = check
      self.setup = setup
      self.source = source
      self.resumed = resumed
      self.since = since
      self.sink = sink
    }

    /// What came of the domain; in a list, where its answers take more memory than many may have at once, that alone.
    func report(on domain: LargeDomains.Domain, at index: Int, isAmongMany: Bool) async -> Event {
      // What a run that goes on with an earlier one can't ask about is left to the next.
      if resumed == nil, let end = setup.lastAnswer, end <= .now,
        let report = check.reportAfterDeadline(on: domain.name)
      {
        return event(report, domain, index, isAmongMany)
      }
      let report = await check.report(on: domain.name, within: isAmongMany ? .amongMany : AnswerBudget())
      return event(report, domain, index, isAmongMany)
    }

    /// Not part of whoever waits for the report: what is made here would take its room in each of hundreds of frames.
    @inline(never)
    private func event(
      _ report: DomainReport, _ domain: LargeDomains.Domain, _ index: Int, _ isAmongMany: Bool
    ) -> Event {
      if isAmongMany, report.work.answers.contains(where: { $0.failure?.kind == .tooMuch }) {
        return .large(index, (domain.name, domain.line, report.work.questionCount))
      }
      var report = report
      report.inputLine = domain.line
      report.work.earlierQuestionCount = domain.questionCount
      if let since { report = since.adding(to: report) }
      let isLeftOut = resumed != nil && report.isCutOff
      do throws(ProgramError) { try sink.take(isLeftOut ? .leftOut : .report(report), at: index) } catch {
        return .failed(error)
      }
      return .finished(index, isLeftOut: isLeftOut)
    }
  }

  /// A policy alone is checked for the domains that it names.
  private var isWholePolicy: Bool {
    request.domains.isEmpty && request.input == nil && request.policyFile != nil && !request.isAllNames
  }

  /// Whether the domains are those of a list, a policy or zone files, however few.
  private var isList: Bool { request.input != nil || isWholePolicy || request.isAllNames }

  private func problems(_ error: ProgramError) -> [InputProblem] {
    error.places.map { InputProblem($0.wording, file: $0.file, line: $0.line) }
  }

  private func prepare() async throws(ProgramError) -> Run {
    PublicSuffixList.beginLoading()
    if isList { FreedMemory.keep() }
    let catalogue = try CatalogueSetup(files: request.providerFiles).catalogue()
    let policy = try Policy.read(request.policyFile, in: catalogue)
    let evidence = try ExchangeSetup.evidence(of: request.exchangeFiles, in: catalogue)
    let domains = isWholePolicy ? (policy?.domains ?? []).map(\.description) : request.domains
    let refused = DomainSource.refused(among: domains)
    for error in refused { Diagnostics.complain(error.wording, language) }
    let setup = ResolverSetup(
      options: request.query, language: language, isForList: isList, lines: request.linesOfOwn,
      subject: isList ? nil : domains.compactMap { (try? MailDomain(pasted: $0))?.name }.onlyOne)
    let zones = try setup.zones()
    let servers = try nameServers(setup)
    var check = DomainCheck(
      areas: request.areas, resolver: try resolver(setup, zones, servers), catalogue: catalogue,
      selectors: request.selectors, expectedRoute: request.expectedRoute,
      publicSuffixes: .system, policy: policy, evidence: evidence, zones: zones,
      trustsZones: request.isAllNames)
    check.mtaSTSPolicies = try MTASTSPolicySetup(
      file: request.mtaSTSPolicyFile,
      isFetched: (request.areas.contains(.tls) || request.isProbing) && !request.query.offline,
      allowsPrivate: request.allowsPrivate, deadline: setup.deadline
    ).source()
    check.hosts = request.hosts
    if let roots = request.rootServers { check.roots = roots }
    check.nameServers = servers
    if request.isProbing {
      check.prober = try MailHostProber.ofSystem(
        deadline: setup.deadline, allowsPrivate: request.allowsPrivate)
    }
    let resumed: ResumedFile?
    if let path = request.resumedFile {
      resumed = try ResumedFile(path, key: request.keyOfWholeReport)
    } else {
      resumed = nil
    }
    let source: DomainSource
    let names = request.isAllNames ? zones?.mailNames ?? [] : []
    if request.isAllNames, let zones {
      let passedOver = zones.names(withMXWhere: { !MailDomain.isMailName($0) })
      if !passedOver.isEmpty { Diagnostics.complain(.passedOver(passedOver), language) }
    }
    do {
      source = try DomainSource(domains, names: names, input: request.input, column: request.column)
    } catch {
      throw .input(path: request.inputPath, error)
    }
    let since = try await SinceRun.open(request.sinceFile, catalogue, language)
    let writer = try ReportWriter(request.report, setting(catalogue, policy, zones, domains.count))
    let sink = ReportSink(
      writer, threshold: request.failureThreshold, status: refused.isEmpty ? .ok : .unusable,
      isOrdered: !request.isUnordered, options: request.report,
      progress: ProgressLine(request, language: language))
    if let resumed { sink.raise(to: request.failureThreshold.exitStatus(resumed.status)) }
    return Run(check: check, setup: setup, source: source, resumed: resumed, since: since, sink: sink)
  }

  /// Who is asked about name servers; nil where they are not looked at. Without DNS the area by itself is unknown.
  private func nameServers(_ setup: ResolverSetup) throws(ProgramError) -> (any NameServers)? {
    guard request.areas.contains(.ns) else { return nil }
    if request.query.offline { return request.area == .ns ? OfflineNameServers() : nil }
    return try setup.nameServers()
  }

  /// A root of one's own is known to no other resolver.
  private func resolver(
    _ setup: ResolverSetup, _ zones: ZoneSet?, _ servers: (any NameServers)?
  ) throws(ProgramError) -> any Resolver {
    guard let roots = request.rootServers, let servers, request.query.servers.isEmpty,
      !request.query.offline
    else { return try setup.resolver(over: zones) }
    let walking = AnswerCache(IterativeResolver(roots: roots, servers: servers))
    return zones.map { ZoneResolver(zones: $0, otherwise: walking) } ?? walking
  }

  private func setting(
    _ catalogue: ProviderCatalogue, _ policy: Policy?, _ zones: ZoneSet?, _ domains: Int = 0
  ) -> ReportSetting {
    ReportSetting(
      language: language, catalogue: catalogue, threshold: request.failureThreshold,
      isList: isList || domains > 1, hasEarlierRun: request.sinceFile != nil,
      hasExpectations: request.expectedRoute != nil || policy != nil, zones: zones,
      naming: ReportSetting.Naming(
        input: request.inputPath,
        policy: policy.flatMap { policy in request.policyFile.map { ($0, policy) } },
        otherwise: request.report.sarifFile))
  }

  private func carryOut(_ run: Run) async throws(ProgramError) -> ExitStatus {
    let sink = run.sink
    let isOfSeveral = isList || request.domains.count > 1
    Termination.setLastWords { [self] signal in
      // The file that the next run goes on with is to be no longer than it has got.
      sink.flush { count in
        guard isOfSeveral, run.resumed == nil else { return nil }
        let end = InputFindings.End.signal(Termination.name(of: signal))
        return InputProblem(cutOffAfter: count, by: end, file: request.inputPath)
      }
      if isOfSeveral {
        let (name, count, report) = (Termination.name(of: signal), sink.summary.domains, request.report)
        if !sink.filesNamedAtEnd.isEmpty {
          Diagnostics.complain(.ended(by: name, after: count, without: sink.filesNamedAtEnd), language)
        } else if report.endsAsIfWhole || report.verbosity >= 0 {
          Diagnostics.complain(.ended(by: name, after: count), language)
        }
      }
      tell(sink)
    }
    try watchDeadline(run.setup.deadline, run.source)
    var cutOff: [InputProblem] = []
    switch await process(run) {
    case .whole: break
    case .cutOff:
      Diagnostics.complain(.inputCutOff(after: sink.summary.domains), language)
      sink.raise(to: run.resumed == nil ? .unknown : .unusable)
      // The file that the next run goes on with is to be no longer than it has got.
      if run.resumed == nil {
        cutOff = [InputProblem(cutOffAfter: sink.summary.domains, by: .deadline, file: request.inputPath)]
      }
    case .failed(let error):
      if !error.isOfOutput {
        Termination.setLastWords(nil)
        _ = try sink.finish(problems(error))
      }
      throw error
    }
    Termination.setLastWords(nil)
    if isList, sink.turn == 0, sink.isUntroubled, run.resumed?.domains.isEmpty != false {
      let (lack, file): (Wording, String?) =
        request.isAllNames
        ? (.noMailNames, nil)
        : isWholePolicy ? (.noPolicyDomains, request.policyFile) : (.noDomains, request.inputPath)
      Diagnostics.complain(lack, language)
      sink.raise(to: .unusable)
      return try sink.finish([InputProblem(lack, file: file, line: nil)])
    }
    let status = try sink.finish(cutOff)
    let repetitions = await run.source.repetitions
    if repetitions > 0, request.report.verbosity >= 0 {
      Diagnostics.complain(.namedAgain(repetitions), language)
    }
    if let index = run.since?.index, !index.file.content.isIntact {
      throw .changedMeanwhile(path: index.file.path ?? "-")
    }
    tell(sink)
    return status
  }

  /// Sums a list up where the report does not do so itself.
  private func tell(_ sink: ReportSink) {
    let summary = sink.summary
    guard isList, summary.domains > 0, request.report.verbosity >= 0,
      request.report.documents.allSatisfy({ $0.format != .text })
    else { return }
    let changes = sink.changes
    let since = changes.later > 0 ? changes.lines(language) : []
    for line in since + summary.lines(language) { Diagnostics.complain(Wording(verbatim: line), language) }
  }

  /// How long behind the deadline domains whose turn has not come still get their line.
  private static let timeForTheRest = Duration.milliseconds(200)

  /// Whether no further domain is begun. A run that goes on with an earlier one leaves to the next what it can't ask about.
  private func isOver(_ run: Run) -> Bool {
    let end = run.resumed == nil ? run.setup.deadline.map { $0 + Self.timeForTheRest } : run.setup.lastAnswer
    return end.map { $0 <= .now } ?? false
  }

  /// Ends the wait for an input that does not come when the run must be over.
  private func watchDeadline(
    _ deadline: Instant?, _ source: DomainSource
  ) throws(ProgramError) {
    guard let deadline, request.input != nil else { return }
    do throws(Errno) {
      try detachThread {
        sleepThread(until: deadline + Self.timeForTheRest)
        source.close()
      }
    } catch {
      throw .resources(error)
    }
  }

  /// How a run over domains ended.
  private enum Ending {
    case whole
    /// The deadline came before the last domain.
    case cutOff
    case failed(ProgramError)
  }

  /// Keeps as many domains under way as the limit allows.
  private func process(_ run: Run) async -> Ending {
    let (source, sink) = (run.source, run.sink)
    return await withTaskGroup(of: Event.self) { group in
      var window = DomainWindow(request.concurrency, at: .now)
      var started = 0
      var pending: ArraySlice<DomainSource.Subject> = []
      var large = LargeDomains(isOrdered: !request.isUnordered)
      var isFetching = false
      var isAtEnd = false
      var isCutOff = false
      do throws(ProgramError) {
        while true {
          if !isAtEnd || !pending.isEmpty, isOver(run) { (isAtEnd, isCutOff, pending) = (true, true, []) }
          while started - sink.turn < window.size, let subject = pending.popFirst() {
            guard let (domain, line) = try domain(of: subject, run, &started),
              run.resumed?.domains.contains(domain.name.description) != true
            else { continue }
            let index = started
            started += 1
            let isAmongMany = isList
            group.addTask {
              await run.report(on: (domain, line, 0), at: index, isAmongMany: isAmongMany)
            }
          }
          // Ahead of the need: what is asked for now comes behind all that is under way.
          if !isFetching, !isAtEnd, pending.count < Self.subjectsAtOnce {
            isFetching = true
            group.addTask { .subjects(await source.next(atMost: Self.subjectsAtOnce)) }
          }
          if let (index, domain) = large.next(turn: sink.turn) {
            group.addTask { await run.report(on: domain, at: index, isAmongMany: false) }
          }
          switch await group.next() {
          case .large(let index, let domain)?:
            large.put(domain, at: index)
          case .finished(let index, let isLeftOut)?:
            large.end(index)
            window.noteFinished { .now }
            isCutOff = isCutOff || isLeftOut
          case .failed(let error)?: throw error
          case .subjects(let subjects)?:
            isFetching = false
            if !isAtEnd { pending += subjects }
            if subjects.isEmpty {
              isCutOff = isCutOff || isOver(run)
              isAtEnd = true
            }
          case nil:
            return isCutOff ? .cutOff : .whole
          }
        }
      } catch {
        group.cancelAll()
        return .failed(error)
      }
    }
  }

  /// The domain to check; what can't be one takes its turn at once.
  private func domain(
    of subject: DomainSource.Subject, _ run: Run, _ started: inout Int
  ) throws(ProgramError) -> (MailDomain, line: Int?)? {
    switch subject {
    case .domain(let domain, let line):
      return (domain, line)
    case .refused(let error, let line):
      // Those of the command line have been refused before.
      guard let line else { break }
      Diagnostics.complain(error.wording.at(line: line, of: request.inputPath), language)
      let problem = InputProblem(error, file: request.inputPath, line: line)
      started += 1
      let isTold = run.resumed?.problems.contains(problem.message(language)) == true
      try run.sink.take(isTold ? .leftOut : .problem(problem), at: started - 1)
      if isTold { run.sink.raise(to: .unusable) }
    case .unreadable(let error):
      throw .input(path: request.inputPath, error)
    case .unusable(.workbook): throw .workbook(path: request.inputPath)
    case .unusable(.noColumn(let columns)):
      guard let column = request.column else { break }
      throw .noColumn(path: request.inputPath, column, columns: columns)
    }
    return nil
  }
}

extension DomainReport {
  /// Whether the run's deadline came before all was answered.
  fileprivate var isCutOff: Bool { work.answers.contains { $0.failure?.kind == .deadline } }
}
