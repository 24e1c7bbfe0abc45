/// What is wrong in a zone file: the first of each kind, and how many there are.
struct ZoneFileFaults: Sendable {
  /// In the order in which they were found, so many at most of each effect.
  private(set) var kept: [ZoneFileError] = []
  private(set) var counts: [ZoneFileError.Reason.Effect: Int] = [:]
  /// An included file that turned out to be no zone.
  var foreignSource: Int?

  static let maximumKept = 100
  /// Octets of a line that are shown.
  static let maximumLine = 160

  mutating func add(_ error: ZoneFileError) {
    let count = counts[error.reason.effect, default: 0] + 1
    counts[error.reason.effect] = count
    if count <= Self.maximumKept { kept.append(error) }
  }

  /// Puts them into the order of the files and of their lines.
  mutating func sort() {
    kept.sort {
      ($0.file, $0.position.line, $0.position.column) < ($1.file, $1.position.line, $1.position.column)
    }
  }

  /// For how many of them the zone's own server refuses the file.
  var refused: Int { counts[.refused, default: 0] }

  /// The line with that number, from 0, safe to show.
  static func shown(line: Int, of octets: [UInt8]) -> String {
    let lines = octets.split(
      separator: UInt8(ascii: "\n"), maxSplits: line + 1, omittingEmptySubsequences: false)
    guard lines.indices.contains(line) else { return "" }
    let text = lines[line].prefix(maximumLine + 1).map { $0 == UInt8(ascii: "\t") ? UInt8(ascii: " ") : $0 }
    return MasterFileToken.shown(text[...].trimmingWhitespace, atMost: maximumLine)
  }
}
