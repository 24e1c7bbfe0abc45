/// Takes a list of domains apart as its octets come: one or several a line, or one column of a table. In UTF-8, UTF-16 or
/// CP932, which it tells for itself.
struct DomainListReader: Sendable {
  /// What stands where a domain stands, or why nothing there can be one; lines count from 1.
  enum Item: Equatable, Sendable {
    case text(String, line: Int)
    case refused(MailDomainError, line: Int)
  }

  /// Why no line at all can be read.
  enum Fault: Error, Hashable, Sendable {
    /// A ZIP file, as which Excel keeps its workbooks.
    case workbook
    /// The table has no such column; those that it has.
    case noColumn([String])
  }

  /// More octets than any domain takes; the rest of a longer line is dropped.
  static let maximumLine = 4_096

  private var transcoder = UTF8Transcoder()
  private var isBegun = false
  private let column: ListColumn?
  // Without a column.
  private var line: [UInt8] = []
  private var number = 1
  // With one.
  private var table = SeparatedValues()
  /// From 0; nil until the first row has told.
  private var index: Int?

  /// - Parameter column: Nil for a list that is no table.
  init(column: ListColumn? = nil) { self.column = column }

  /// What `octets` complete; with `isLast`, also what nothing closes.
  mutating func read(_ octets: some Collection<UInt8>, isLast: Bool) throws(Fault) -> [Item] {
    if !isBegun, !octets.isEmpty {
      isBegun = true
      if octets.starts(with: [UInt8(ascii: "P"), UInt8(ascii: "K"), 3, 4]) { throw .workbook }
    }
    let text = transcoder.transcode(octets, isLast: isLast)
    return column == nil ? lines(text, isLast: isLast) : try rows(text, isLast: isLast)
  }

  private mutating func lines(_ octets: [UInt8], isLast: Bool) -> [Item] {
    var items: [Item] = []
    for octet in octets {
      if octet == UInt8(ascii: "\n") {
        items += endLine()
      } else if line.count < Self.maximumLine {
        line.append(octet)
      }
    }
    if isLast, !line.isEmpty { items += endLine() }
    return items
  }

  private mutating func endLine() -> [Item] {
    defer {
      line.removeAll(keepingCapacity: true)
      number += 1
    }
    // Belongs to the end of the line.
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let items = entries(String(decoding: line, as: UTF8.self), at: number)
    // The first line of a table of one column.
    if number == 1, items.count == 1, case .text(let text, _) = items[0], DomainListLine.isColumnName(text) {
      return []
    }
    return items
  }

  private func entries(_ text: String, at line: Int) -> [Item] {
    do throws(MailDomainError) {
      return try DomainListLine.entries(text).map { .text($0, line: line) }
    } catch {
      return [.refused(error, line: line)]
    }
  }

  private mutating func rows(_ octets: [UInt8], isLast: Bool) throws(Fault) -> [Item] {
    var items: [Item] = []
    for item in table.read(octets, isLast: isLast) {
      switch item {
      case .broken(let row):
        items.append(.refused(MailDomainError(text: "", reason: .brokenRow(row.reason)), line: row.line))
      case .row(let row):
        if row.octets.first == UInt8(ascii: "#") { continue }
        let known = index
        let place: Int
        if let known { place = known } else { place = try self.place(in: row) }
        index = place
        guard place < row.count else {
          items.append(
            .refused(
              MailDomainError(text: "", reason: .brokenRow(.fieldCount(row.count, expected: place + 1))),
              line: row.line))
          continue
        }
        // The first row names the columns; where the column is a number, it need not.
        let text = row.text(at: place)
        if known == nil, isHeading(text) { continue }
        items += entries(text, at: row.line)
      }
    }
    return items
  }

  private func isHeading(_ text: String) -> Bool {
    if case .name? = column { return true }
    return !DomainListLine.isLikeDomain(text)
  }

  private func place(in row: SeparatedRow) throws(Fault) -> Int {
    let names = (0..<row.count).map { row.text(at: $0) }
    switch column {
    case .number(let number)?:
      guard number <= row.count else { throw .noColumn(names) }
      return number - 1
    case .name(let name)?:
      let wanted = name.lowercased()
      guard let place = names.firstIndex(where: { $0.lowercased().trimmed == wanted.trimmed }) else {
        throw .noColumn(names)
      }
      return place
    case nil: return 0
    }
  }
}

extension String {
  /// Without blanks at either end.
  fileprivate var trimmed: String { String(decoding: Array(utf8).trimmingWhitespace, as: UTF8.self) }
}
