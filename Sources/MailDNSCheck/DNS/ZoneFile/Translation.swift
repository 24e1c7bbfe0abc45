/// Which places of a file those of a master file that was made of it come from.
struct Translation: Sendable {
  /// A place of the master file, and the place of the file that it begins to stand for.
  private struct Spot {
    let column: UInt32
    let line: UInt32
    let originalColumn: UInt32
  }

  private var spots: [Spot] = []
  /// For each line the number of its first spot.
  private var starts: [UInt32] = []
  /// The file, where its own lines are to be shown and not those made of them.
  private let original: FileContent?
  /// Where the lines of the file begin.
  private let lineStarts: [UInt32]

  init(of original: FileContent? = nil) {
    self.original = original
    var starts: [UInt32] = [0]
    if let octets = original?.octets {
      for (index, octet) in octets.enumerated() where octet == UInt8(ascii: "\n") {
        starts.append(UInt32(index + 1))
      }
    }
    lineStarts = starts
  }

  /// Notes the next line of the master file: from which column on it stands for which place; at least one.
  mutating func append(_ line: [(column: Int, place: ZoneFilePosition)]) {
    starts.append(UInt32(spots.count))
    for (column, place) in line {
      spots.append(
        Spot(
          column: UInt32(column), line: UInt32(place.line), originalColumn: UInt32(clamping: place.column)))
    }
  }

  /// The place in the file of one in the master file.
  func position(of place: ZoneFilePosition) -> ZoneFilePosition {
    guard !starts.isEmpty else { return place }
    let line = min(max(place.line, 1), starts.count) - 1
    let end = line + 1 < starts.count ? Int(starts[line + 1]) : spots.count
    let own = spots[Int(starts[line])..<end]
    guard let spot = own.last(where: { $0.column <= place.column }) ?? own.first else { return place }
    return ZoneFilePosition(line: Int(spot.line), column: Int(spot.originalColumn))
  }

  /// The line of the file with that number, from 1, cut short and safe to show; nil where the lines made of it are shown.
  func shownLine(_ number: Int) -> String? {
    guard let octets = original?.octets, lineStarts.indices.contains(number - 1) else { return nil }
    let start = Int(lineStarts[number - 1])
    let end = number < lineStarts.count ? Int(lineStarts[number]) : octets.count
    return ZoneFileFaults.shown(
      line: 0, of: Array(octets[start..<min(end, start + 4 * ZoneFileFaults.maximumLine)]))
  }
}
