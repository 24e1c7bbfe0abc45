/// One object of an export: a row of CSV or an object of JSON, its values by the name of the column in whatever case.
struct ExportRow: Sendable {
  /// Where it begins, from 1.
  let line: Int
  private let content: Content

  private enum Content: Sendable {
    case fields(ExportColumns, SeparatedRow)
    case members([String: LocatedJSON])
  }

  init(_ row: SeparatedRow, _ columns: ExportColumns) {
    line = row.line
    content = .fields(columns, row)
  }

  init(line: Int, _ members: [LocatedJSON.Member]) {
    self.line = line
    // PowerShell takes two names that differ in case for one.
    content = .members(
      Dictionary(
        members.map { ($0.name.asciiLowercased, $0.value) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The value of the column, whose name is given in lower case; nil where there is no such column.
  subscript(_ column: String) -> ExportCell? {
    switch content {
    case .fields(let columns, let row):
      columns[column].flatMap { $0 < row.count ? ExportCell(field: row.octets(at: $0)) : nil }
    case .members(let members): members[column].map { ExportCell($0) }
    }
  }

  func text(_ column: String) -> String? { self[column]?.text }
  func flag(_ column: String) -> Bool? { self[column]?.flag }
  func list(_ column: String) -> ExportCell.List? { self[column]?.list }

  /// The octets of a field as they are, without a text being made of them; nil where there is no such column.
  func octets(_ column: String) -> ArraySlice<UInt8>? {
    switch content {
    case .fields(let columns, let row): columns[column].flatMap { $0 < row.count ? row.octets(at: $0) : nil }
    case .members: text(column).map { ArraySlice($0.utf8) }
    }
  }

  /// Every column that the object has, in lower case.
  var columns: Set<String> {
    switch content {
    case .fields(let columns, _): Set(columns.names)
    case .members(let members): Set(members.keys)
    }
  }
}

/// The columns of a table: where each is, by its name in lower case.
struct ExportColumns: Sendable {
  /// In the order of the file, in lower case.
  let names: [String]
  private let places: [String: Int]

  static let maximumCount = 4_096

  init(_ header: SeparatedRow) {
    names = (0..<min(header.count, Self.maximumCount)).map { index in
      let octets = Array(header.octets(at: index)).trimmingWhitespace
      // A second mark of the encoding, where files were put one behind the other.
      let text = octets.starts(with: [0xEF, 0xBB, 0xBF]) ? octets.dropFirst(3) : octets
      return String(decoding: text, as: UTF8.self).asciiLowercased
    }
    places = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var count: Int { names.count }

  subscript(name: String) -> Int? { places[name] }
}
