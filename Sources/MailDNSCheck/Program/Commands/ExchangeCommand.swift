/// Reports on exports of Exchange Online, and with DNS on the domains that they name.
struct ExchangeCommand {
  let request: ExchangeRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    if request.isHow {
      try await publish { _ in ExportInstructions.text(language) }
      return .ok
    }
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(
      reading: request.files + request.sinceFiles + request.query.zoneFilePaths + providers.paths,
      standardInput: request.files.contains("-"))
    let catalogue = try providers.catalogue()
    let gateways = GatewayAddresses(catalogue, publicSuffixes: .system)
    let old = try olderRecipients(gateways)
    let evidence = try ExchangeSetup(
      files: request.files, exclusions: request.exclusions, gateways: gateways
    ).evidence(since: old)
    complain(evidence)
    if request.isCommands { return try await giveCommands(evidence) }
    if let list = request.list { return try await give(list, evidence) }
    let joined = try await TenantDomains(query: request.query, language: language)
      .findings(evidence, catalogue)
    let report = ExchangeReport(
      evidence: evidence, catalogue: catalogue, findings: (evidence.findings + joined).cutOffFirst)
    _ = try await request.report.publish {
      report
    } render: { report, format, ink, width in
      switch format {
      case .csv: return ExchangeTables(report: report, language: language).csv
      case .markdown:
        let isWhole = request.report.verbosity >= 1
        return ExchangeTables(report: report, language: language).markdown(isWhole: isWhole)
      case .html:
        return ExchangePage(
          report: report, language: language, isWhole: request.report.verbosity >= 1
        ).text
      case .text:
        return ExchangeText(
          report: report, language: language, ink: ink, width: width, verbosity: request.report.verbosity
        ).text
      default:
        return JSONText.make(ExchangeJSON(report, language: language), pretty: format == .json) + "\n"
      }
    }
    return request.failureThreshold.exitStatus(report.findings)
  }

  /// A list in place of the report: unknown where no export says.
  private func give(
    _ list: ExchangeListing.Subject, _ evidence: ExchangeEvidence
  ) async throws(ProgramError) -> ExitStatus {
    guard let listing = ExchangeListing(list, of: evidence) else {
      Diagnostics.complain(.nothingToList, language)
      return .unknown
    }
    try await publish { format in
      switch format {
      case .csv: listing.csv
      case .markdown: listing.markdown
      case .html: ExchangePage.page(listing, language)
      case .json: listing.json
      case .ndjson: listing.lines
      default: listing.text
      }
    }
    let findings = list == .bypasses ? evidence.findings : []
    return request.failureThreshold.exitStatus(findings)
  }

  /// What sets the attribute, as cmdlets or as CSV.
  private func giveCommands(_ evidence: ExchangeEvidence) async throws(ProgramError) -> ExitStatus {
    guard let exclusion = request.exclusions.first else { return .unusable }
    let isDecided = evidence.recipients?.isDecided == true
    let commands = ExclusionCommands(
      candidates: isDecided ? evidence.recipients?.candidates ?? [] : [], exclusion: exclusion,
      language: language)
    if !isDecided { Diagnostics.complain(.candidatesUnknown(exclusion.attribute), language) }
    let parts = commands.parts
    let isInParts = parts.count > 1
    if request.report.documents.contains(where: { $0.format == .csv }), commands.unusableInTable > 0 {
      Diagnostics.complain(.harmfulNames(commands.unusableInTable), language)
    }
    // A file of its own for each part; a table with all of them on standard output.
    var options = request.report
    options.documents = options.documents.flatMap { document -> [ReportOptions.Document] in
      guard isInParts, document.format == .csv, let file = document.file else { return [document] }
      return parts.indices.map { .init(format: .csv, file: Self.path(file, part: $0 + 1)) }
    }
    try options.refuseClashes(reading: request.files + request.sinceFiles)
    let places = Dictionary(
      options.documents.filter { $0.format == .csv }.compactMap(\.file).enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    _ = try await options.publish {
      commands
    } document: { commands, document in
      guard document.format == .csv else { return commands.text }
      guard isInParts, let file = document.file, let place = places[file] else { return commands.table }
      return parts[place % parts.count]
    }
    return isDecided ? .ok : .unknown
  }

  /// `exclude.csv` → `exclude-2.csv`.
  private static func path(_ file: String, part: Int) -> String {
    let name = file.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "\(file)-\(part)" }
    return "\(file.dropLast(name[dot...].count))-\(part)\(name[dot...])"
  }

  private func publish(_ text: (ReportOptions.Format) -> String) async throws(ProgramError) {
    _ = try await request.report.publish {
      0
    } render: { _, format, _, _ in
      text(format)
    }
  }

  private func olderRecipients(_ gateways: GatewayAddresses) throws(ProgramError) -> RecipientTally? {
    guard let first = request.sinceFiles.first else { return nil }
    let old = try ExchangeSetup(
      files: request.sinceFiles, exclusions: request.exclusions, gateways: gateways
    ).evidence()
    complain(old)
    guard let recipients = old.recipients else { throw .noOlderRecipients(path: first) }
    return recipients
  }

  /// Names each row that could not be read, as far as they are kept, with its line.
  private func complain(_ evidence: ExchangeEvidence) {
    for file in evidence.files {
      for row in file.broken {
        Diagnostics.complain(row.reason.wording.at(line: row.line, of: file.name), language)
      }
    }
  }
}
