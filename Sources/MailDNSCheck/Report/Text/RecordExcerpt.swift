/// Two lines that show where in a record something is: a part of the record, and marks below the place.
struct RecordExcerpt: Hashable, Sendable {
  /// Safe to show; `...` stands for what is cut off.
  let line: String
  /// Spaces and `^`, column by column below `line`.
  let marks: String

  fileprivate init(line: String, marks: String) {
    self.line = line
    self.marks = marks
  }

  /// `text`, the octets of a record, cut to at most `width` display columns around `place`, which counts octets from 0;
  /// `width` is taken as 20 at least and 10,000 at most.
  init(of text: [UInt8], at place: Range<Int>, width: Int) {
    self = RecordExcerptBuilder(text: text, place: place, width: min(max(width, 20), 10_000)).excerpt
  }
}

/// Cuts a record to a window around a place and finds the columns of that place.
private struct RecordExcerptBuilder {
  let text: [UInt8]
  let place: Range<Int>
  let width: Int

  private static let ellipsis = "..."

  /// What one character of the text looks like.
  private struct Cell {
    let offset: Int
    let shown: String
    let columns: Int
  }

  var excerpt: RecordExcerpt {
    // No more octets than can show in the window: a character is four at most.
    let placeStart = min(place.lowerBound, text.count)
    let first = characterStart(at: max(0, placeStart - width))
    let last = min(text.count, placeStart + width * 4)
    let cells = cells(first..<last)
    let total = cells.reduce(0) { $0 + $1.columns }
    let before = cells.prefix { $0.offset < place.lowerBound }
    let placeColumn = before.reduce(0) { $0 + $1.columns }
    let isWhole = first == 0 && last == text.count
    if isWhole, total <= width { return rendered(cells[...], cutLeft: false, cutRight: false) }

    // A third of the window goes to what leads up to the place, and more where little follows it.
    let budget = max(width / 3, width - (total - placeColumn))
    let cutLeft = first > 0 || placeColumn > budget
    let lead = cutLeft ? budget - Self.ellipsis.count : placeColumn
    var start = cells.startIndex
    var column = 0
    while start < before.endIndex, placeColumn - column > lead {
      column += cells[start].columns
      start += 1
    }
    var room = width - (cutLeft ? Self.ellipsis.count : 0)
    var end = start
    while end < cells.endIndex, cells[end].columns <= room {
      room -= cells[end].columns
      end += 1
    }
    let cutRight = end < cells.endIndex || last < text.count
    while cutRight, room < Self.ellipsis.count, end > start {
      end -= 1
      room += cells[end].columns
    }
    return rendered(cells[start..<end], cutLeft: cutLeft, cutRight: cutRight)
  }

  private func rendered(_ cells: ArraySlice<Cell>, cutLeft: Bool, cutRight: Bool) -> RecordExcerpt {
    let line = (cutLeft ? Self.ellipsis : "") + cells.map(\.shown).joined() + (cutRight ? Self.ellipsis : "")
    let before = cells.prefix { $0.offset < place.lowerBound }.reduce(0) { $0 + $1.columns }
    let marked = cells.filter { place.contains($0.offset) }.reduce(0) { $0 + $1.columns }
    let indent = before + (cutLeft ? Self.ellipsis.count : 0)
    return RecordExcerpt(
      line: line,
      marks: String(repeating: " ", count: indent) + String(repeating: "^", count: max(marked, 1)))
  }

  /// `offset`, or the start of the UTF-8 character that it is inside of.
  private func characterStart(at offset: Int) -> Int {
    var start = offset
    while start > 0, start < text.count, offset - start < 3, text[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private func cells(_ window: Range<Int>) -> [Cell] {
    var cells: [Cell] = []
    var position = window.lowerBound
    while position < window.upperBound {
      var decoder = UTF8()
      var iterator = text[position..<min(position + 4, text.count)].makeIterator()
      var length = 1
      if case .scalarValue(let scalar) = decoder.decode(&iterator) { length = String(scalar).utf8.count }
      let shown = VisibleText(text[position..<position + length]).description
      cells.append(Cell(offset: position, shown: shown, columns: shown.displayWidth))
      position += length
    }
    return cells
  }
}
