/// Reports on exports of Exchange Online, and with DNS on the domains that they name.
struct ExchangeCommand {
  let request: ExchangeRequest
  let language: Language

  /// Domains under way at a time.
  private static let concurrency = 32

  func run() async throws(ProgramError) -> ExitStatus {
    if request.isHow { return try await publish(ExportInstructions.text(language)) }
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(
      reading: request.files + request.sinceFiles + request.query.zoneFilePaths + providers.paths,
      standardInput: request.files.contains("-"))
    let catalogue = try providers.catalogue()
    let gateways = GatewayAddresses(catalogue)
    let old = try olderRecipients(gateways)
    let evidence = try ExchangeSetup(
      files: request.files, exclusions: request.exclusions, gateways: gateways
    ).evidence(since: old)
    complain(evidence)
    let isListing = request.list != nil || request.isCommands
    let joined = isListing ? [] : try await domainFindings(evidence, catalogue)
    let report = ExchangeReport(
      evidence: evidence, catalogue: catalogue, findings: (evidence.findings + joined).worstFirst)
    if request.isCommands {
      let candidates = evidence.recipients.flatMap { $0.isDecided ? $0.candidates : nil } ?? []
      guard let exclusion = request.exclusions.first else { return .unusable }
      _ = try await publish(
        ExclusionCommands(candidates: candidates, exclusion: exclusion, language: language).text)
      return evidence.recipients?.isDecided == true ? .ok : .unknown
    }
    switch request.list {
    case .domains?:
      _ = try await publish(report.domainList)
      return evidence.domains == nil ? .unknown : .ok
    case .bypasses?:
      let tables = ExchangeTables(report: report, language: language)
      _ = try await request.report.publish {
        tables
      } render: { tables, format, _, _ in
        tables.bypasses(asCSV: format == .csv)
      }
      return status(of: report)
    case nil: break
    }
    _ = try await request.report.publish {
      report
    } render: { report, format, ink, width in
      switch format {
      case .csv: return ExchangeTables(report: report, language: language).csv
      case .markdown: return ExchangeTables(report: report, language: language).markdown
      case .text:
        return ExchangeText(
          report: report, language: language, ink: ink, width: width, verbosity: request.report.verbosity
        ).text
      default:
        return try JSONText.make(ExchangeJSON(report, language: language), pretty: format == .json) + "\n"
      }
    }
    return status(of: report)
  }

  private func status(of report: ExchangeReport) -> ExitStatus {
    request.failureThreshold.exitStatus(report.findings)
  }

  /// Writes a text as it is, whatever the format.
  private func publish(_ text: String) async throws(ProgramError) -> ExitStatus {
    _ = try await request.report.publish {
      text
    } render: { text, _, _, _ in
      text
    }
    return .ok
  }

  private func olderRecipients(_ gateways: GatewayAddresses) throws(ProgramError) -> RecipientTally? {
    guard !request.sinceFiles.isEmpty else { return nil }
    return try ExchangeSetup(
      files: request.sinceFiles, exclusions: request.exclusions, gateways: gateways
    ).evidence().recipients
  }

  /// Names each row that could not be read, as far as they are kept, with its line.
  private func complain(_ evidence: ExchangeEvidence) {
    for file in evidence.files {
      for row in file.broken {
        Diagnostics.complain(row.reason.wording.at(line: row.line, of: file.name), language)
      }
    }
  }

  /// What DNS shows of the accepted domains that does not go with the exports, and what it could not tell.
  private func domainFindings(
    _ evidence: ExchangeEvidence, _ catalogue: ProviderCatalogue
  ) async throws(ProgramError) -> [Finding] {
    let domains = (evidence.domains ?? []).filter { !$0.isMicrosofts }.map(\.domain)
    let canAsk = !request.query.offline || !request.query.zoneFiles.isEmpty
    guard canAsk, !domains.isEmpty else { return [] }
    let setup = ResolverSetup(options: request.query, language: language)
    let check = DomainCheck(
      areas: [.mx, .spf, .route], resolver: try setup.resolver(), catalogue: catalogue, selectors: [],
      expectedRoute: nil, publicSuffixes: .system, evidence: evidence)
    return await withTaskGroup(of: (Int, [Finding]).self) { group in
      var found: [Int: [Finding]] = [:]
      for (index, domain) in domains.enumerated() {
        if index >= Self.concurrency, let (place, findings) = await group.next() { found[place] = findings }
        group.addTask {
          let report = await check.report(on: domain)
          return (index, report.findings.filter { $0.area == .exchange || $0.severity == .unknown })
        }
      }
      for await (place, findings) in group { found[place] = findings }
      let all = domains.indices.flatMap { found[$0] ?? [] }
      // What is said of the tenant as a whole need not be said of each domain.
      return all.filter { $0.area != .exchange || $0.id.hasPrefix("exchange-endpoint") == false }
    }
  }
}
