/// The tags of one key record that programs look at, as one of them has taken them: the last of each name.
struct DKIMReaderTags: Hashable, Sendable {
  var version: [UInt8]?
  var keyType: [UInt8]?
  var hashes: [UInt8]?
  var services: [UInt8]?
  var granularity: [UInt8]?
  var key: [UInt8]?
  /// What `key` stands for, where all ways to decode it agree; nil where each program has to decode it itself.
  var plainKey: DKIMKeyOctets?

  /// Takes a tag; one of another name is nobody's.
  mutating func set(_ name: some Collection<UInt8>, _ value: @autoclosure () -> [UInt8]) {
    guard name.count == 1, let letter = name.first else { return }
    switch letter {
    case UInt8(ascii: "v"): version = value()
    case UInt8(ascii: "k"): keyType = value()
    case UInt8(ascii: "h"): hashes = value()
    case UInt8(ascii: "s"): services = value()
    case UInt8(ascii: "g"): granularity = value()
    case UInt8(ascii: "p"): key = value()
    default: break
    }
  }
}

extension DKIMReaderTags {
  /// The tags of a record in which every program finds the same; nil where they may not agree.
  ///
  /// Most records are written like that: pairs with one `;` and blanks in between, names of one letter that is not there
  /// before, values of visible octets. Nothing is empty but values, no blank is within, around or behind a pair, and no `P`
  /// may be taken for a `p`. A `;` and blanks may end it.
  init?(plain text: [UInt8]) {
    self.init()
    var seen: UInt64 = 0
    var position = 0
    while true {
      position = text[position...].firstIndex { $0 != 0x20 } ?? text.count
      if position == text.count { break }
      let name = text[position]
      let start = position + 2
      guard name.isLetter, name != UInt8(ascii: "P"), start <= text.count,
        text[position + 1] == UInt8(ascii: "=")
      else { return nil }
      let bit: UInt64 = 1 << UInt64(name - UInt8(ascii: "A"))
      guard seen & bit == 0 else { return nil }
      seen |= bit
      let end = text[start...].place(of: UInt8(ascii: ";")) ?? text.count
      guard text[start..<end].withUnsafeBytes(\.isGraphic) else { return nil }
      set(CollectionOfOne(name), Array(text[start..<end]))
      if end == text.count { break }
      position = end + 1
    }
    guard seen != 0 else { return nil }
    plainKey = key.flatMap(Base64Value.plain).map(DKIMKeyOctets.init)
  }
}
