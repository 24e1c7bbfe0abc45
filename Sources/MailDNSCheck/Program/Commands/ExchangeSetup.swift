/// Reads exports of Exchange Online: what each holds is told first, so that those by which others are judged come first.
struct ExchangeSetup {
  /// Paths, in the order given; `-` is standard input.
  let files: [String]
  let exclusions: [RecipientExclusion]
  let gateways: GatewayAddresses

  /// What exports beside a check of domains say; nil where none was given.
  static func evidence(
    of files: [String], in catalogue: ProviderCatalogue
  ) throws(ProgramError) -> ExchangeEvidence? {
    guard !files.isEmpty else { return nil }
    return try ExchangeSetup(
      files: files, exclusions: [], gateways: GatewayAddresses(catalogue, publicSuffixes: .system)
    ).evidence()
  }

  /// A file whose kind is known, and what has been read to know it.
  private final class OpenExport {
    let path: String
    let source: OctetSource
    var reader = ExportReader()
    var items: [ExportReader.Item] = []
    var isAtEnd = false

    init(_ path: String) throws(ProgramError) {
      self.path = path
      do { source = try OctetSource(path == "-" ? nil : path) } catch {
        throw .export(path: path == "-" ? nil : path, error)
      }
    }

    /// Reads one piece more.
    func advance() throws(ProgramError) {
      let piece: ArraySlice<UInt8>
      do { piece = try source.next() } catch { throw .export(path: path == "-" ? nil : path, error) }
      isAtEnd = piece.isEmpty
      items += reader.read(piece, isLast: isAtEnd)
    }

    /// Nil where there is nothing in it: what a cmdlet that finds nothing leaves behind.
    func recognize() throws(ProgramError) -> ExportKind? {
      while true {
        switch reader.content {
        case .kind(let kind): return kind
        case .foreign(let columns): throw .foreignExport(path: path, columns: columns)
        case .open where isAtEnd:
          for case .broken(let row) in items { throw .brokenExport(path: path == "-" ? nil : path, row) }
          return nil
        case .open: try advance()
        }
      }
    }

    /// Hands over what the file holds, piece by piece.
    func read(_ body: (ExportReader.Item) -> Void) throws(ProgramError) {
      while true {
        for item in items { body(item) }
        items.removeAll(keepingCapacity: true)
        if isAtEnd { return }
        try advance()
      }
    }
  }

  /// - Parameter old: The recipients of older exports, for what has changed.
  func evidence(since old: RecipientTally? = nil) throws(ProgramError) -> ExchangeEvidence {
    var evidence = ExchangeEvidence(exclusions: exclusions, gateways: gateways, since: old)
    var exports: [(kind: ExportKind, export: OpenExport)] = []
    for path in files {
      let export = try OpenExport(path)
      if let kind = try export.recognize() {
        exports.append((kind, export))
      } else {
        evidence.noteEmpty(path)
      }
    }
    if exports.isEmpty, let path = files.first { throw .foreignExport(path: path, columns: []) }
    for step in 0...2 {
      for (kind, export) in exports where ExchangeEvidence.order(kind) == step {
        evidence.begin(export.path, kind)
        try export.read { evidence.take($0) }
        evidence.end()
      }
    }
    evidence.sortFiles(by: files)
    return evidence
  }

  /// The rows of message traces, by which messages are found.
  func traces() throws(ProgramError) -> TraceIndex {
    var index = TraceIndex()
    for path in files {
      let export = try OpenExport(path)
      guard let kind = try export.recognize() else { continue }
      guard kind == .messageTrace else { throw .noTrace(path: path) }
      try export.read { item in
        if case .row(let row) = item, let message = try? TraceMessage(row) { index.add(message) }
      }
    }
    return index
  }
}
