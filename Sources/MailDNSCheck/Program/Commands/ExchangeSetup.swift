/// Reads exports of Exchange Online: what each holds is told first, so that those by which others are judged come first.
struct ExchangeSetup {
  /// Paths, in the order given; `-` is standard input.
  let files: [String]
  let exclusions: [RecipientExclusion]
  let gateways: GatewayAddresses

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
        throw .input(path: path == "-" ? nil : path, error)
      }
    }

    /// Reads one piece more.
    func advance() throws(ProgramError) {
      let piece: ArraySlice<UInt8>
      do { piece = try source.next() } catch { throw .input(path: path == "-" ? nil : path, error) }
      isAtEnd = piece.isEmpty
      items += reader.read(piece, isLast: isAtEnd)
    }

    func recognize() throws(ProgramError) -> ExportKind {
      while true {
        switch reader.content {
        case .kind(let kind): return kind
        case .foreign(let columns): throw .foreignExport(path: path, columns: columns)
        case .open where isAtEnd: throw .foreignExport(path: path, columns: [])
        case .open: try advance()
        }
      }
    }
  }

  /// - Parameter old: The recipients of older exports, for what has changed.
  func evidence(since old: RecipientTally? = nil) throws(ProgramError) -> ExchangeEvidence {
    var evidence = ExchangeEvidence(exclusions: exclusions, gateways: gateways, since: old)
    var exports: [(kind: ExportKind, export: OpenExport)] = []
    for path in files {
      let export = try OpenExport(path)
      exports.append((try export.recognize(), export))
    }
    for step in 0...2 {
      for (kind, export) in exports where ExchangeEvidence.order(kind) == step {
        evidence.begin(export.path, kind)
        while true {
          for item in export.items { evidence.take(item) }
          export.items.removeAll(keepingCapacity: true)
          if export.isAtEnd { break }
          try export.advance()
        }
        evidence.end()
      }
    }
    evidence.sortFiles(by: files)
    return evidence
  }
}
