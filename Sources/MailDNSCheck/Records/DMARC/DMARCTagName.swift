/// The names of tags: those of RFC 9989 §4.7, then those that it removed.
enum DMARCTagName: String, CaseIterable, Hashable, Sendable {
  case v, p, sp, np, psd, t, adkim, aspf, fo, rua, ruf
  case pct, rf, ri

  var isRemoved: Bool { self == .pct || self == .rf || self == .ri }

  /// The name that `text` spells in either case; nil for any other.
  init?(ignoringCase text: some Collection<UInt8>) {
    guard let word = Self.word(text), let name = Self.words.first(where: { $0.word == word })?.name else {
      return nil
    }
    self = name
  }

  private static let maximumLength = 5
  private static let words = allCases.compactMap { name in
    word(name.rawValue.utf8).map { (word: $0, name: name) }
  }

  /// The letters as one number in lower case, behind a 1, so that their count is told as well; nil for a longer text.
  private static func word(_ text: some Collection<UInt8>) -> UInt64? {
    guard text.count <= maximumLength else { return nil }
    return text.reduce(1) { $0 << 8 | UInt64($1.asciiLowercased) }
  }
}

extension TagList {
  /// The tag of that name which counts: the last one, in either case, as programs that receivers use have it.
  func last(_ name: DMARCTagName) -> Tag? {
    tags.last { DMARCTagName(ignoringCase: $0.name.utf8) == name }
  }
}
