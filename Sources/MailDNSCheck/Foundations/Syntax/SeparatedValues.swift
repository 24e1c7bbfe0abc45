/// Reads comma-separated values (RFC 4180) and their relatives (tabs, semicolons, bars) as the octets come: UTF-8, a row of
/// at most `maximumRow` octets in memory.
///
/// A quotation mark that nothing closes would take the rest of the file with it: then the line where it stands is broken, and
/// reading goes on with the next.
struct SeparatedValues: Sendable {
  enum Item: Hashable, Sendable {
    case row(SeparatedRow)
    case broken(BrokenRow)
  }

  /// In octets.
  static let maximumRow = 1 << 18

  /// What separates fields; nil until the first row that is no remark.
  private(set) var separator: UInt8?
  /// What PowerShell's `#TYPE` line says, as far as it goes; nil without one.
  private(set) var typeName: String?
  private var pending: [UInt8] = []
  /// Whether the end of a broken line, longer than a row may be, is still to come.
  private var isInsideBrokenLine = false
  private var line = 1

  /// The rows that `octets` complete. Rows with nothing in them are left out.
  mutating func read(_ octets: [UInt8], isLast: Bool) -> [Item] {
    pending += octets
    var items: [Item] = []
    var start = 0
    if isInsideBrokenLine {
      let end = pending.firstIndex(of: UInt8(ascii: "\n"))
      isInsideBrokenLine = end == nil
      start = end.map { $0 + 1 } ?? pending.count
    }
    while start < pending.count {
      let separator: UInt8
      if let known = self.separator {
        separator = known
      } else {
        guard let next = skipRemark(start, isLast: isLast) else { break }
        if next != start {
          start = next
          continue
        }
        guard let found = findSeparator(start, isLast: isLast) else { break }
        (separator, self.separator) = (found, found)
      }
      var scan = RowScan(line: line, separator: separator)
      let outcome = scan.run(pending, from: start, isLast: isLast, maximum: Self.maximumRow)
      switch outcome {
      case .needsMore:
        pending.removeFirst(start)
        return items
      case .row(let end, let lines):
        if !scan.row.isBlank { items.append(.row(scan.row)) }
        (start, line) = (end, line + lines)
      case .broken(let reason):
        let end = pending[start...].firstIndex(of: UInt8(ascii: "\n"))
        // What is left of the line must not be taken for a row when it comes.
        if end == nil, !isLast, pending.count - start <= Self.maximumRow {
          pending.removeFirst(start)
          return items
        }
        items.append(.broken(BrokenRow(line: line, reason: reason)))
        isInsideBrokenLine = end == nil
        start = end.map { $0 + 1 } ?? pending.count
        line += 1
      }
    }
    pending.removeFirst(min(start, pending.count))
    return items
  }

  /// Where the text goes on behind a blank line, PowerShell's `#TYPE` or Excel's `sep=`; `start` where there is none, nil
  /// where the line is not whole.
  private mutating func skipRemark(_ start: Int, isLast: Bool) -> Int? {
    let rest = pending[start...]
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? (isLast ? rest.endIndex : nil) else {
      return rest.count > Self.maximumRow ? start : nil
    }
    let text = rest[..<end].drop { $0 == UInt8(ascii: "\"") }.trimmingWhitespace
    let isSeparatorLine = text.startsIgnoringCase(with: "sep=") && text.count <= 5
    guard text.isEmpty || isSeparatorLine || text.startsIgnoringCase(with: "#TYPE") else { return start }
    if text.startsIgnoringCase(with: "#TYPE") {
      // Excel puts a separator for each column behind it.
      let name = text.dropFirst(5).prefix { !",;\t|\"".utf8.contains($0) }
      typeName = String(decoding: name.prefix(200).trimmingWhitespace, as: UTF8.self)
    }
    line += 1
    return end < rest.endIndex ? end + 1 : end
  }

  /// The sign that separates most in the first row; a comma where none does. Nil where the row is not whole.
  private func findSeparator(_ start: Int, isLast: Bool) -> UInt8? {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    for octet in pending[start...] {
      switch octet {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: "\n") where !isQuoted, UInt8(ascii: "\r") where !isQuoted: return Self.most(counts)
      case UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|"):
        if !isQuoted { counts[octet, default: 0] += 1 }
      default: break
      }
    }
    return isLast || pending.count - start > Self.maximumRow ? Self.most(counts) : nil
  }

  private static func most(_ counts: [UInt8: Int]) -> UInt8 {
    let order = ",\t;|".utf8
    return order.max { counts[$0, default: 0] < counts[$1, default: 0] } ?? UInt8(ascii: ",")
  }
}

/// One row under the eye.
private struct RowScan {
  private(set) var row: SeparatedRow
  let separator: UInt8

  init(line: Int, separator: UInt8) {
    row = SeparatedRow(line: line)
    self.separator = separator
  }

  enum Outcome {
    case needsMore
    /// Where the next row begins, and how many lines this one takes.
    case row(end: Int, lines: Int)
    case broken(BrokenRowReason)
  }

  mutating func run(_ octets: [UInt8], from start: Int, isLast: Bool, maximum: Int) -> Outcome {
    let (quote, feed, carriage) = (UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    var index = start
    var lines = 1
    let count = octets.count
    while true {
      // At the beginning of a field.
      if index < count, octets[index] == quote {
        index += 1
        while true {
          let piece = index
          while index < count, octets[index] != quote {
            if octets[index] == feed { lines += 1 }
            index += 1
          }
          row.append(contentsOf: octets[piece..<index])
          if index - start > maximum { return .broken(.quotes) }
          guard index < count else { return isLast ? .broken(.quotes) : .needsMore }
          if index + 1 >= count, !isLast { return .needsMore }
          index += 1
          guard index < count, octets[index] == quote else { break }
          row.append(quote)
          index += 1
        }
        // Blanks behind the closing mark are harmless.
        while index < count, octets[index] == 0x20 { index += 1 }
        guard index >= count || [separator, feed, carriage].contains(octets[index]) else {
          return .broken(.quotes)
        }
      } else {
        let piece = index
        while index < count, octets[index] != separator, octets[index] != feed, octets[index] != carriage {
          index += 1
        }
        row.append(contentsOf: octets[piece..<index])
        if index - start > maximum { return .broken(.tooLong(maximum: maximum)) }
      }
      guard index < count else {
        guard isLast else { return .needsMore }
        row.endField()
        return .row(end: count, lines: lines)
      }
      row.endField()
      if octets[index] == separator {
        index += 1
        continue
      }
      if octets[index] == carriage {
        // A line feed may be on its way.
        if index + 1 >= count, !isLast { return .needsMore }
        if index + 1 < count, octets[index + 1] == feed { index += 1 }
      }
      return .row(end: index + 1, lines: lines)
    }
  }
}
