/// Records that remedies of DKIM publish.
enum DKIMRemedy {
  /// A record so that a server does not deny the name above the keys.
  @Sendable static func placeholder(_ name: String) -> [RecordEdit] {
    DomainName(name).map { [.text("DKIM keys are below".utf8, at: $0)] } ?? []
  }

  /// The key at a selector with another text.
  @Sendable static func republished(_ selector: String, _ text: [UInt8]) -> [RecordEdit] {
    DomainName(selector).map {
      [RecordEdit(owner: $0, removed: .every(.txt), added: [.txt(shortStrings(text))])]
    } ?? []
  }

  /// Whether the octets at `place` are the rest of a note in quotation marks, which a semicolon cuts off (RFC 6376 §3.6.1).
  static func isInNote(_ place: Range<Int>, of text: [UInt8]) -> Bool {
    let before = text.prefix(place.lowerBound).split(separator: UInt8(ascii: ";"))
    guard let tag = before.last(where: { !$0.allSatisfy(\.isSpaceOrTab) })?.drop(while: \.isSpaceOrTab) else {
      return false
    }
    let value = tag.dropFirst().drop(while: \.isSpaceOrTab)
    guard tag.first == UInt8(ascii: "n"), value.first == UInt8(ascii: "=") else { return false }
    return value.count { $0 == UInt8(ascii: "\"") } % 2 == 1
  }

  /// `text` in strings so short that no line has to be broken within one.
  static func shortStrings(_ text: [UInt8]) -> CharacterStrings {
    let strings = stride(from: 0, to: text.count, by: 48).map { Array(text[$0..<min($0 + 48, text.count)]) }
    return CharacterStrings(strings) ?? CharacterStrings(cutting: text)
  }
}

extension DKIMKeyRecord.Exclusion {
  /// The tag with its value.
  var shown: String {
    "`\(tag.rawValue)=\(VisibleText.shortened(String(decoding: value, as: UTF8.self)))`"
  }
}
