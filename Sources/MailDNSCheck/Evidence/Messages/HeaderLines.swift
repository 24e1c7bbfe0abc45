/// The lines of a header, without their ends: up to the blank one that ends it, and without what stands in front of its
/// first field.
struct HeaderLines {
  /// Where they stand in the octets.
  private(set) var places: [Range<Int>] = []
  /// Whether there were more than are looked at.
  private(set) var isCut = false

  static let maximumLines = 1_000_000

  init(_ octets: ArraySlice<UInt8>) {
    places.reserveCapacity(128)
    /// Blanks in front of every line, as where all of it was pasted from an indented place.
    var indent = 0
    var start = octets.startIndex
    while start < octets.endIndex {
      let feed = octets[start...].firstLineFeed ?? octets.endIndex
      var (first, end) = (start, feed)
      start = feed < octets.endIndex ? feed + 1 : feed
      while end > first, octets[end - 1] == 0x0D { end -= 1 }
      if places.isEmpty {
        if octets[first..<end].allSatisfy(\.isWhitespace) || Self.isMailboxMark(octets[first..<end]) {
          continue
        }
        indent = octets[first..<end].prefix(while: \.isSpaceOrTab).count
      } else if first == end {
        return
      }
      var blanks = indent
      while blanks > 0, first < end, octets[first].isSpaceOrTab {
        first += 1
        blanks -= 1
      }
      guard places.count < Self.maximumLines else {
        isCut = true
        return
      }
      places.append(first..<end)
    }
  }

  /// `>From ` and `From ` are how mailboxes put a message apart (RFC 4155), no fields.
  private static func isMailboxMark(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(with: mark) || line.first == UInt8(ascii: ">") && line.dropFirst().starts(with: mark)
  }

  private static let mark = Array("From ".utf8)
}
