import Glibc

/// Writes a policy file from what DNS shows of domains today.
struct InitCommand {
  let request: DraftRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    var domains: [MailDomain] = []
    var isComplete = true
    for text in request.domains {
      do throws(MailDomainError) { domains.append(try MailDomain(pasted: text)) } catch {
        Diagnostics.complain(error.wording, language)
        isComplete = false
      }
    }
    guard !domains.isEmpty else { return .unusable }
    let providers = CatalogueSetup(files: request.providerFiles)
    try OutputClash.refuse([request.outputFile], reading: request.query.zoneFilePaths + providers.paths)
    let catalogue = try providers.catalogue()
    let check = DomainCheck(
      areas: .whole,
      resolver: try ResolverSetup(
        options: request.query, language: language, subject: domains.map(\.name).onlyOne
      ).resolver(),
      catalogue: catalogue, selectors: request.selectors, expectedRoute: nil,
      publicSuffixes: .system)
    // Opened before anything is asked: a file that can't be written, or is there, is known at once.
    let output: Output
    do { output = try Output.open(request.outputFile, isNew: true) } catch {
      throw error.programError(request.outputFile) { .output(path: request.outputFile, $0) }
    }
    var reports = await check.reports(on: domains.uniqued)
    // A name that is mistyped is not to be watched over.
    for report in reports where report.facts.apex.existence == .doesNotExist {
      Diagnostics.complain(.domainNotDrafted(report.domain.name.description), language)
      isComplete = false
    }
    reports.removeAll { $0.facts.apex.existence == .doesNotExist }
    guard !reports.isEmpty else { return .unusable }
    let draft = PolicyDraft(reports: reports, catalogue: catalogue, language: language)
    guard draft.isOfAnything else {
      Diagnostics.complain(.draftOfNothing, language)
      return .unknown
    }
    do throws(Errno) {
      try output.write(draft.text)
      try output.finish()
    } catch {
      if error.code == EEXIST, let path = request.outputFile { throw .alreadyThere(path: path) }
      throw .output(path: request.outputFile, error)
    }
    return isComplete ? draft.isComplete ? .ok : .unknown : .unusable
  }
}

extension DomainCheck {
  /// The reports on `domains`, in their order, as many under way at a time as `check` has.
  fileprivate func reports(on domains: [MailDomain]) async -> [DomainReport] {
    await withTaskGroup(of: (Int, DomainReport).self) { group in
      var rest = Array(domains.enumerated())[...]
      var reports: [(Int, DomainReport)] = []
      func start(_ group: inout TaskGroup<(Int, DomainReport)>) {
        guard let (index, domain) = rest.popFirst() else { return }
        group.addTask { (index, await report(on: domain)) }
      }
      for _ in 0..<DomainWindow.most { start(&group) }
      while let report = await group.next() {
        reports.append(report)
        start(&group)
      }
      return reports.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }
}
