import Glibc

/// One run of the monitoring plugin: one line on standard output, within its time limit whatever happens.
struct PluginCommand {
  let request: PluginRequest
  let language: Language

  func run() async -> ExitStatus {
    let started = Instant.now
    let progress = PluginProgress()
    do throws(ProgramError) {
      try watch(progress, since: started)
      let (domains, refused) = read()
      if domains.isEmpty, let error = refused.first {
        return tell(PluginReport.problem(error.wording, language), .unknown, progress)
      }
      try await check(domains, into: progress)
      let report = PluginReport(
        progress.reports, refused: refused, duration: started.duration(to: .now), policy: request.policy,
        language: language)
      let text = report.text(verbosity: request.verbosity)
      // Whoever has the word must have something to say at once.
      if progress.claim() == nil { Self.waitForEnd() }
      let state = Self.write(text, report.state)
      progress.noteTold(state)
      return state
    } catch {
      return tell(PluginReport.problem(error.wording, language), .unknown, progress)
    }
  }

  /// Reports why there is no run.
  static func report(_ error: ProgramError, _ language: Language) -> ExitStatus {
    // What standard output does not take has no other place.
    if case .output = error { return .unknown }
    return write(PluginReport.problem(error.wording, language), .unknown)
  }

  private func read() -> (domains: [MailDomain], refused: [MailDomainError]) {
    var domains: [MailDomain] = []
    var refused: [MailDomainError] = []
    for text in request.domains {
      do throws(MailDomainError) { domains.append(try MailDomain(pasted: text)) } catch {
        refused.append(error)
      }
    }
    return (domains, refused)
  }

  private func check(_ domains: [MailDomain], into progress: PluginProgress) async throws(ProgramError) {
    PublicSuffixList.beginLoading()
    var query = request.query
    query.deadline = request.policy.timeLimit.deadline
    let setup = ResolverSetup(
      options: query, language: language, isPlugin: true, subject: domains.map(\.name).onlyOne)
    let zones = try setup.zones()
    let catalogue = try CatalogueSetup(files: request.providerFiles).catalogue()
    var check = DomainCheck(
      areas: request.isFull ? .full : .whole, resolver: try setup.resolver(over: zones), catalogue: catalogue,
      selectors: request.selectors, expectedRoute: request.expectedRoute, publicSuffixes: .system,
      policy: try Policy.read(request.policyFile, in: catalogue),
      evidence: try ExchangeSetup.evidence(of: request.exchangeFiles, in: catalogue), zones: zones)
    let since = try await SinceRun.open(request.sinceFile, catalogue, language)
    check.mtaSTSPolicies = try MTASTSPolicySetup(
      isFetched: request.isFull && !query.offline, allowsPrivate: request.allowsPrivate,
      deadline: setup.deadline
    ).source()
    if request.isProbing {
      check.prober = try MailHostProber.ofSystem(
        deadline: setup.deadline, allowsPrivate: request.allowsPrivate)
    }
    await withTaskGroup(of: Void.self) { [check] group in
      for (index, domain) in domains.enumerated() {
        group.addTask {
          let report = await check.report(on: domain)
          progress.add(since?.adding(to: report) ?? report, at: index)
        }
      }
    }
  }

  private func tell(_ text: String, _ state: ExitStatus, _ progress: PluginProgress) -> ExitStatus {
    // Where the watchdog has the word, it ends the process before this can be seen.
    progress.claim() == nil ? request.policy.stateAtLimit : Self.write(text, state)
  }

  private static func write(_ text: String, _ state: ExitStatus) -> ExitStatus {
    do throws(Errno) { try Output.standard.write(text) } catch { return .unknown }
    return state
  }

  /// The watchdog is about to end the process.
  private static func waitForEnd() -> Never {
    while true { pause() }
  }
}

extension PluginCommand {
  /// Ends the process when the time is up, from a thread that nothing else can hold up: not libresolv, not a zone file
  /// that is a pipe, not a reader of standard output that does not read.
  private func watch(
    _ progress: PluginProgress, since started: Instant
  ) throws(ProgramError) {
    let limit = request.policy.timeLimit
    do {
      try detachThread { [self] in
        sleepThread(until: started + limit.alarm)
        if let reports = progress.claim() {
          let report = PluginReport(
            reports, unfinished: request.domains.count - reports.count,
            duration: started.duration(to: .now), policy: request.policy, language: language)
          Self.writeWithoutWaiting(report.firstLine + "\n")
          _exit(report.state.rawValue)
        }
        // The line is being written: it has until the very end.
        sleepThread(until: started + limit.duration)
        _exit(request.policy.stateAtLimit.rawValue)
      }
    } catch {
      throw .resources(error)
    }
  }

  /// Writes `text` where that does not block: a pipe that is ready takes PIPE_BUF octets at once (POSIX write()).
  private static func writeWithoutWaiting(_ text: String) {
    var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    guard poll(&output, 1, 0) == 1, output.revents & Int16(POLLOUT) != 0 else { return }
    let octets = Array(text.utf8.prefix(4096))
    _ = Glibc.write(STDOUT_FILENO, octets, octets.count)
  }
}
