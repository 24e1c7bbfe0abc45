import Glibc

/// Examines messages, several at a time, and reports them in the order in which they come.
struct HeadersCommand {
  let request: HeadersRequest
  let language: Language

  /// Messages examined in one go where nothing is waited for, and messages under way where DNS is.
  private static let batchSize = 64
  private static let concurrency = 64

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: request.providerFiles)
    try request.report.refuseClashes(
      reading: request.files.filter { $0 != "-" } + request.exchangeFiles + request.query.zoneFilePaths
        + providers.paths,
      standardInput: request.files.contains("-"))
    let catalogue = try providers.catalogue()
    let traces = try traces(catalogue)
    let lookUp = try MessageLookUp(request.query, language: language, catalogue: catalogue)
    var items: [OperandFiles.Item] = []
    var folders: [String] = []
    var problems: [MessageFileProblem] = []
    for file in request.files {
      do {
        let found = try OperandFiles.list(file)
        if found.allSatisfy({ $0.folder != nil }) { folders.append(file) }
        items += found
      } catch {
        complain(.input(path: file, error))
        problems.append(MessageFileProblem(ProgramError.input(path: file, error).wording, file: file))
      }
    }
    let setting = MessageSetting(
      language: language, catalogue: catalogue, isList: items.count + problems.count > 1)
    var writer = try MessageWriter(request.report, setting)
    let examiner = MessageExaminer(
      items: items, hosts: MailHosts(catalogue: catalogue, isRemembering: true), expected: request.expected,
      lookUp: lookUp, traces: traces)
    var run = Run(
      items: items, threshold: request.failureThreshold, status: problems.isEmpty ? .ok : .unusable,
      complain: complain)
    try writer.write(problems.map { .problem($0) })
    if let error = await process(examiner, &run, &writer) { throw error }
    try writer.write(run.refuseEmpty(folders))
    try writer.close()
    return run.status
  }

  /// What `--exchange` names; nil without.
  private func traces(_ catalogue: ProviderCatalogue) throws(ProgramError) -> TraceIndex? {
    guard !request.exchangeFiles.isEmpty else { return nil }
    let gateways = GatewayAddresses(catalogue)
    return try ExchangeSetup(files: request.exchangeFiles, exclusions: [], gateways: gateways).traces()
  }

  /// Keeps a few batches under way: as many as there is room for, whatever the files are.
  private func process(
    _ examiner: MessageExaminer, _ run: inout Run, _ writer: inout MessageWriter
  ) async -> ProgramError? {
    let isAsking = examiner.lookUp.isAsking
    let limit = isAsking ? Self.concurrency : 2 * max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
    var source = MessageSource(examiner.items, batchSize: isAsking ? 1 : Self.batchSize)
    return await withTaskGroup(of: (number: Int, results: [(file: Int, result: MessageExaminer.Result)]).self)
    { group in
      var waiting: [Int: [(file: Int, result: MessageExaminer.Result)]] = [:]
      var (started, written) = (0, 0)
      while true {
        while started - written < limit, let batch = source.next() {
          let number = started
          started += 1
          group.addTask { (number, await examiner.examine(batch)) }
        }
        guard let (number, results) = await group.next() else { return nil }
        waiting[number] = results
        while let results = waiting.removeValue(forKey: written) {
          written += 1
          do throws(ProgramError) { try writer.write(run.entries(of: results)) } catch {
            group.cancelAll()
            return error
          }
        }
      }
    }
  }

  private func complain(_ error: ProgramError) { Diagnostics.complain(error.wording, language) }
}

extension HeadersCommand {
  /// What a run has come to so far. A file that can't be read to its end is said to be so; the others still count.
  private struct Run {
    let items: [OperandFiles.Item]
    let threshold: FailureThreshold
    var status: ExitStatus
    let complain: (ProgramError) -> Void
    /// Messages of the file under way.
    private var count = 0
    private var isBroken = false
    /// Those in which there was a message.
    private var folders: Set<String> = []

    init(
      items: [OperandFiles.Item], threshold: FailureThreshold, status: ExitStatus,
      complain: @escaping (ProgramError) -> Void
    ) {
      self.items = items
      self.threshold = threshold
      self.status = status
      self.complain = complain
    }

    /// What is to be written: reports, each with its number in its file, and what is wrong with files.
    mutating func entries(of results: [(file: Int, result: MessageExaminer.Result)]) -> [MessageWriter.Entry]
    {
      var entries: [MessageWriter.Entry] = []
      entries.reserveCapacity(results.count)
      for (file, result) in results {
        switch result {
        case .report(var report):
          count += 1
          if count == 1, let folder = items[file].folder { folders.insert(folder) }
          report.index = count
          status = max(status, threshold.exitStatus(report.findings))
          entries.append(.report(report))
        case .noMessage: break
        case .unreadable(let error):
          isBroken = true
          entries.append(refuse(.input(path: items[file].path, error), items[file].path))
        case .end:
          if count == 0, items[file].folder == nil, !isBroken {
            entries.append(refuse(.noMessage(path: items[file].path), items[file].path))
          }
          (count, isBroken) = (0, false)
        }
      }
      return entries
    }

    /// A folder that was named is to have a message in it.
    mutating func refuseEmpty(_ named: [String]) -> [MessageWriter.Entry] {
      named.filter { !folders.contains($0) }.map { refuse(.noMessage(path: $0), $0) }
    }

    private mutating func refuse(_ error: ProgramError, _ path: String?) -> MessageWriter.Entry {
      complain(error)
      status = max(status, .unusable)
      return .problem(MessageFileProblem(error.wording, file: path))
    }
  }
}
