/// Where an entry of a master file ends: found without reading what is in it (RFC 1035 §5.1).
struct EntryBounds {
  /// Behind the line feed of the entry's last line.
  var end: Int
  /// Lines that the entry takes.
  var lineCount: Int
  /// The place of a parenthesis that nobody closes: the entry then is the line that it stands on.
  var opening: Int?

  /// Octets of an entry with its comments; what is longer never ends.
  static let maximumLength = 1 << 20

  /// The entry in `octets` that begins with the line at `start`. A string that lacks its closing mark ends with its line.
  init(_ octets: UnsafeRawBufferPointer, from start: Int) {
    var index = start
    var depth = 0
    var lines = 0
    var opening = start
    var firstLine: Int?
    let limit = min(octets.count, start + Self.maximumLength)
    while index < limit {
      switch octets[index] {
      case UInt8(ascii: "\n"):
        index += 1
        lines += 1
        if firstLine == nil { firstLine = index }
        if depth == 0 {
          (end, lineCount) = (index, lines)
          return
        }
      case UInt8(ascii: ";"): while index < limit, octets[index] != UInt8(ascii: "\n") { index += 1 }
      case UInt8(ascii: "("):
        if depth == 0 { opening = index }
        depth += 1
        index += 1
      case UInt8(ascii: ")"):
        depth = max(0, depth - 1)
        index += 1
      case UInt8(ascii: "\""):
        index += 1
        while index < limit, octets[index] != UInt8(ascii: "\""), octets[index] != UInt8(ascii: "\n") {
          index += octets[index] == UInt8(ascii: "\\") && Self.isCharacter(octets, index + 1) ? 2 : 1
        }
        if index < limit, octets[index] == UInt8(ascii: "\"") { index += 1 }
      case UInt8(ascii: "\\"): index += Self.isCharacter(octets, index + 1) ? 2 : 1
      default: index += 1
      }
    }
    if depth > 0 {
      self.opening = opening
      end = firstLine ?? limit
    } else {
      end = limit
    }
    lineCount = 1
  }

  private static func isCharacter(_ octets: UnsafeRawBufferPointer, _ index: Int) -> Bool {
    index < octets.count && octets[index] != UInt8(ascii: "\n")
  }
}
