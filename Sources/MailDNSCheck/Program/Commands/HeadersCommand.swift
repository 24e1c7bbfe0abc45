/// Examines messages, one after the other, as they come.
struct HeadersCommand {
  let request: HeadersRequest
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(
      reading: request.files.filter { $0 != "-" } + request.query.zoneFilePaths + providers.paths,
      standardInput: request.files.contains("-"))
    let catalogue = try providers.catalogue()
    let lookUp = try RecipientLookUp(request.query, language: language, catalogue: catalogue)
    var items: [OperandFiles.Item] = []
    var status = ExitStatus.ok
    for file in request.files {
      do { items += try OperandFiles.list(file) } catch {
        complain(.input(path: file, error))
        status = .unusable
      }
    }
    guard !items.isEmpty || status == .ok else { return status }
    let setting = MessageSetting(language: language, catalogue: catalogue, isList: items.count > 1)
    var writer = try MessageWriter(request.report, setting)
    for item in items {
      let found = try await examine(item, lookUp, catalogue, &writer)
      status = max(status, found)
    }
    try writer.close()
    return status
  }

  /// The messages of one file. One that can't be read to its end is said to be so; the others still count.
  private func examine(
    _ item: OperandFiles.Item, _ lookUp: RecipientLookUp, _ catalogue: ProviderCatalogue,
    _ writer: inout MessageWriter
  ) async throws(ProgramError) -> ExitStatus {
    var status = ExitStatus.ok
    var count = 0
    var stream: MessageStream
    do { stream = try MessageStream(item.path) } catch {
      complain(.input(path: item.path, error))
      return .unusable
    }
    defer { stream.close() }
    while true {
      let octets: MailboxSplitter.Header?
      do { octets = try stream.next() } catch {
        complain(.input(path: item.path, error))
        return max(status, .unusable)
      }
      guard let octets else { break }
      guard let header = HeaderReader.section(of: octets.octets[...], isCut: octets.isCut), header.isMessage
      else {
        continue
      }
      count += 1
      let report = await report(header, item, count, lookUp, catalogue)
      status = max(status, request.failureThreshold.exitStatus(report.findings))
      try writer.write(report)
    }
    if count == 0, item.isNamed {
      complain(.noMessage(path: item.path))
      return .unusable
    }
    return status
  }

  private func report(
    _ header: HeaderSection, _ item: OperandFiles.Item, _ index: Int, _ lookUp: RecipientLookUp,
    _ catalogue: ProviderCatalogue
  ) async -> MessageReport {
    let examination = MessageExamination(header, in: catalogue)
    let recipients = await lookUp.recipients(of: examination, expecting: request.expected)
    return MessageReport(
      file: item.path ?? "-", index: index, examination, expecting: request.expected, recipients: recipients,
      in: catalogue)
  }

  private func complain(_ error: ProgramError) { Diagnostics.complain(error.wording, language) }
}
