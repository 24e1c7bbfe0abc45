/// Turns the octets of a text file, as they come, into UTF-8: what Windows and Excel write is UTF-8 with a mark or without,
/// UTF-16, or CP932 (Shift_JIS), and nothing says which.
struct UTF8Transcoder: Sendable {
  /// Nil while nothing but ASCII has come.
  private(set) var encoding: CharacterEncoding?
  /// The beginning of a character whose rest has not come yet.
  private var held: [UInt8] = []
  private var isBegun = false

  /// What `octets` add to the text. With `isLast`, what is cut off at the end stands as it is.
  mutating func transcode(_ octets: some Sequence<UInt8>, isLast: Bool) -> [UInt8] {
    var octets = held + octets
    held = []
    if !isBegun {
      // A mark has three octets at most; UTF-16 without one shows by the zeros of its first character.
      if octets.count < 4, !isLast {
        held = octets
        return []
      }
      isBegun = true
      if let mark = CharacterEncoding.marked(octets) {
        encoding = mark.encoding
        octets.removeFirst(mark.markLength)
      } else if octets.count >= 4, octets[1] == 0, octets[3] == 0, octets[0] != 0 {
        encoding = .utf16LittleEndian
      } else if octets.count >= 4, octets[0] == 0, octets[2] == 0, octets[1] != 0 {
        encoding = .utf16BigEndian
      }
    }
    if encoding == nil { decide(octets, isLast: isLast) }
    switch encoding {
    case nil:
      // What is not ASCII, if anything, is the beginning of a character at the end.
      let end = octets.firstIndex { $0 >= 0x80 } ?? octets.count
      if !isLast { held = Array(octets[end...]) }
      return isLast ? octets : Array(octets[..<end])
    case .utf8?: return octets
    case .utf16LittleEndian?, .utf16BigEndian?: return wide(octets, isLast: isLast)
    case let encoding?: return doubleByte(octets, encoding, isLast: isLast)
    }
  }

  /// Decides by the first piece that is not all ASCII: text that is no UTF-8 is CP932.
  private mutating func decide(_ octets: [UInt8], isLast: Bool) {
    guard let first = octets.firstIndex(where: { $0 >= 0x80 }) else { return }
    var rest = octets[first...]
    if !isLast {
      // A character at the end may be cut off, whatever it is.
      let tail = rest.suffix(3)
      if let lead = tail.lastIndex(where: { $0 >= 0xC0 }) { rest = rest[..<lead] }
      if rest.isEmpty { return }
    }
    encoding = String(validating: rest, as: UTF8.self) == nil ? .cp932 : .utf8
  }

  private mutating func wide(_ octets: [UInt8], isLast: Bool) -> [UInt8] {
    guard let encoding else { return octets }
    var end = octets.count
    if !isLast {
      end -= end % 2
      // The first half of a surrogate pair waits for the second.
      if end >= 2 {
        let high = encoding == .utf16LittleEndian ? octets[end - 1] : octets[end - 2]
        if (0xD8...0xDB).contains(high) { end -= 2 }
      }
      held = Array(octets[end...])
    }
    return Array((encoding.decode(octets[..<end]) ?? "").utf8)
  }

  private mutating func doubleByte(_ octets: [UInt8], _ encoding: CharacterEncoding, isLast: Bool) -> [UInt8]
  {
    var index = 0
    while index < octets.count {
      let isLead = (0x81...0x9F).contains(octets[index]) || (0xE0...0xFC).contains(octets[index])
      if isLead, index + 1 == octets.count, !isLast {
        held = [octets[index]]
        break
      }
      index += isLead ? 2 : 1
    }
    let whole = octets[..<min(index, octets.count)]
    if whole.allSatisfy({ $0 < 0x80 }) { return Array(whole) }
    if let text = encoding.decode(whole) { return Array(text.utf8) }
    // A system without converters: what is ASCII can still be read.
    return whole.flatMap { $0 < 0x80 ? [$0] : Array("\u{FFFD}".utf8) }
  }
}
