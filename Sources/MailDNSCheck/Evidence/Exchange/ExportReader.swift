/// Reads an export as its octets come: tells what form it has (JSON or a table) and what it holds, then hands the objects
/// over, one by one.
struct ExportReader: Sendable {
  enum Item: Sendable {
    case row(ExportRow)
    case broken(BrokenRow)
  }

  /// What is known of the content.
  enum Content: Sendable {
    /// Nothing that tells has come yet.
    case open
    case kind(ExportKind)
    /// These columns belong to no kind.
    case foreign(columns: [String])
  }

  private enum Form: Sendable {
    case json(JSONObjectStream)
    case table(SeparatedValues, ExportColumns?)
  }

  private var transcoder = UTF8Transcoder()
  private var form: Form?
  private(set) var content = Content.open
  /// Objects that came without what would tell their kind wait for one that does.
  private static let maximumColumns = 40

  /// How the file's text is encoded; nil where it is all ASCII.
  var encoding: CharacterEncoding? { transcoder.encoding }

  /// The objects that `octets` complete.
  mutating func read(_ octets: some Sequence<UInt8>, isLast: Bool) -> [Item] {
    let text = transcoder.transcode(octets, isLast: isLast)
    if form == nil, let first = text.first(where: { !$0.isWhitespace }) {
      let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
      form = isJSON ? .json(JSONObjectStream()) : .table(SeparatedValues(), nil)
    }
    switch form {
    case nil: return []
    case .json(var stream)?:
      let items = stream.read(text, isLast: isLast)
      form = .json(stream)
      return items.map { item in
        switch item {
        case .broken(let row): return .broken(row)
        case .object(let line, let members):
          let row = ExportRow(line: line, members)
          if case .open = content { recognize(members.map(\.name)) }
          return .row(row)
        }
      }
    case .table(var values, var columns)?:
      // Nobody else may hold the text while it grows.
      form = nil
      let items = values.read(text, isLast: isLast)
      var result: [Item] = []
      result.reserveCapacity(items.count)
      for item in items {
        switch item {
        case .broken(let row): result.append(.broken(row))
        case .row(let row):
          guard let columns else {
            columns = ExportColumns(row)
            let names = (0..<row.count).map { row.text(at: $0) }
            recognize(names, values.typeName)
            continue
          }
          result.append(Self.item(row, columns))
        }
      }
      form = .table(values, columns)
      return result
    }
  }

  private mutating func recognize(_ names: [String], _ typeName: String? = nil) {
    let columns = Set(
      names.map { String(decoding: Array($0.utf8).trimmingWhitespace, as: UTF8.self).asciiLowercased })
    if let kind = ExportKind(columns: columns, typeName: typeName) {
      content = .kind(kind)
    } else {
      content = .foreign(columns: Array(names.prefix(Self.maximumColumns)))
    }
  }

  /// A row has as many fields as the first one; what Excel adds at the end has nothing in it.
  private static func item(_ row: SeparatedRow, _ columns: ExportColumns) -> Item {
    let extra = columns.count..<max(columns.count, row.count)
    guard row.count >= columns.count, extra.allSatisfy({ row.octets(at: $0).isEmpty }) else {
      return .broken(
        BrokenRow(line: row.line, reason: .fieldCount(row.count, expected: columns.count)))
    }
    return .row(ExportRow(row, columns))
  }
}
