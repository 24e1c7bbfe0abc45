/// The providers of a text: a line that names the fields, then a provider a line, as `BuiltInProviders` has it.
///
/// Nothing is made of a line until it is asked for: a run needs a handful of hundreds of providers.
struct ProviderTable: Sendable {
  private let text: StaticString
  private let columns: [Column]
  /// Where each provider's line is.
  private var lines: [Range<Int>]

  typealias Cell = UnsafeBufferPointer<UInt8>.SubSequence

  private enum Column {
    case id, certainty, date, kinds, name, ja, source, include, signingDomain
    case list(ProviderField)
    case unknown
  }

  init(_ text: StaticString) {
    self.text = text
    let octets = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var lines: [Range<Int>] = []
    lines.reserveCapacity(512)
    var start = 0
    while start < octets.count {
      let end = octets[start...].firstIndex(of: UInt8(ascii: "\n")) ?? octets.count
      lines.append(start..<end)
      start = end + 1
    }
    let header = lines.first.map { octets[$0] }
    columns = (header?.split(separator: UInt8(ascii: "\t")) ?? []).map { Self.column(Self.string($0)) }
    self.lines = Array(lines.dropFirst())
  }

  private static func column(_ name: String) -> Column {
    switch name {
    case "id": .id
    case "certainty": .certainty
    case "date": .date
    case "kinds": .kinds
    case "name": .name
    case "ja": .ja
    case "source": .source
    case "include": .include
    case "signingDomain": .signingDomain
    default: ProviderField(rawValue: name).map(Column.list) ?? .unknown
    }
  }

  var rowCount: Int { lines.count }

  /// Its first providers.
  func prefix(_ count: Int) -> ProviderTable {
    var table = self
    table.lines = Array(lines.prefix(count))
    return table
  }

  private var octets: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  private static func string(_ octets: some Collection<UInt8>) -> String {
    String(decoding: octets, as: UTF8.self)
  }

  private func forEachCell(of row: Int, _ body: (Column, Cell) -> Void) {
    let octets = octets
    var start = lines[row].lowerBound
    for column in columns {
      guard start <= lines[row].upperBound else { return }
      let rest = octets[start..<lines[row].upperBound]
      let end = rest.firstIndex(of: UInt8(ascii: "\t")) ?? rest.endIndex
      if start < end { body(column, octets[start..<end]) }
      start = end + 1
    }
  }

  /// Calls `body` with each text of each list of a provider.
  func forEachItem(of row: Int, _ body: (ProviderField, Cell) -> Void) {
    forEachCell(of: row) { column, cell in
      guard case .list(let field) = column else { return }
      var start = cell.startIndex
      while start < cell.endIndex {
        let end = cell[start...].firstIndex(of: UInt8(ascii: " ")) ?? cell.endIndex
        body(field, cell[start..<end])
        start = end + 1
      }
    }
  }

  /// The identifier, which is in the first column.
  func id(of row: Int) -> String {
    Self.string(octets[lines[row]].prefix { $0 != UInt8(ascii: "\t") })
  }

  /// The entry that a line spells; nil where a field is missing that every entry has, or a kind or the certainty is none.
  func entry(_ row: Int) -> ProviderEntry? {
    var texts: [String: String] = [:]
    var kinds: [Provider.Kind?] = []
    var (name, ja, source): (String?, String?, String?)
    var certainty: Provider.Certainty?
    forEachCell(of: row) { column, cell in
      switch column {
      case .id, .list, .unknown: break
      case .certainty: certainty = Provider.Certainty(rawValue: Self.string(cell))
      case .kinds:
        kinds = cell.split(separator: UInt8(ascii: " ")).map { Provider.Kind(rawValue: Self.string($0)) }
      case .name: name = Self.string(cell)
      case .ja: ja = Self.string(cell)
      case .source: source = Self.string(cell)
      case .date: texts["date"] = Self.string(cell)
      case .include: texts["include"] = Self.string(cell)
      case .signingDomain: texts["signingDomain"] = Self.string(cell)
      }
    }
    guard let name, let source, let certainty, !kinds.contains(nil) else { return nil }
    var entry = ProviderEntry(
      id: id(of: row), name: Wording(name, ja ?? name), kinds: CaseSet(kinds.compactMap(\.self)),
      include: texts["include"], signingDomain: texts["signingDomain"], source: source, certainty: certainty,
      date: texts["date"])
    forEachItem(of: row) { field, item in entry[keyPath: field.path].append(Self.string(item)) }
    return entry
  }

  var entries: [ProviderEntry] { (0..<rowCount).compactMap(entry) }
}
