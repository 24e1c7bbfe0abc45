/// Text from outside made safe to show: what a terminal, a log or a report could act on is written out instead.
///
/// Control characters (C0, DEL, C1), bidirectional controls, invisible format characters, line and paragraph separators
/// and octets that are not UTF-8 appear as `\DDD` for single octets and `\u{…}` for characters. All else stays as it is.
struct VisibleText: CustomStringConvertible, Sendable {
  let description: String

  init(_ octets: some Sequence<UInt8>) {
    let octets = Array(octets)
    // Nearly every text is plain.
    if octets.isPlain {
      description = String(decoding: octets, as: UTF8.self)
      return
    }
    var result = ""
    var decoder = UTF8()
    // A second pass over the raw octets is needed where decoding fails, so that each bad octet is shown as it is.
    var raw = octets[...]
    decoding: while !raw.isEmpty {
      var iterator = raw.makeIterator()
      decoder = UTF8()
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        result += Self.visible(scalar)
        raw = raw.dropFirst(UTF8.width(scalar))
      case .error:
        result += String(decoding: raw.removeFirst().decimalEscape, as: UTF8.self)
      case .emptyInput:
        break decoding
      }
    }
    description = result
  }

  init(_ text: String) {
    self = text.utf8.isPlain ? VisibleText(plain: text) : VisibleText(text.utf8)
  }

  private init(plain text: String) { description = text }

  private static func visible(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control where scalar.value < 0x80:
      String(decoding: UInt8(scalar.value).decimalEscape, as: UTF8.self)
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned,
      // Variation selectors, fillers and the like.
      _ where scalar.properties.isDefaultIgnorableCodePoint:
      "\\u{\(String(scalar.value, radix: 16))}"
    default:
      String(Character(scalar))
    }
  }
}

extension VisibleText {
  /// `text` made safe to show within a sentence: of a long one, only the beginning.
  static func shortened(_ text: String, atMost limit: Int = usualLimit) -> String {
    text.utf8.count <= limit && text.utf8.isPlain ? text : shortened(text.utf8, atMost: limit)
  }

  /// Characters of a text in a sentence.
  private static let usualLimit = 60

  /// The same for octets as published.
  static func shortened(_ octets: some Sequence<UInt8>, atMost limit: Int = usualLimit) -> String {
    // A character has four octets at most, so that one cut in two lies beyond the limit.
    let visible = VisibleText(octets.prefix(4 * (limit + 1))).description.unicodeScalars
    return visible.count > limit ? String(visible.prefix(limit)) + "…" : String(visible)
  }
}

extension UTF8 {
  /// Number of octets that `scalar` takes in UTF-8.
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}

extension Collection<UInt8> {
  /// Whether there is nothing in it but printable ASCII.
  fileprivate var isPlain: Bool {
    withContiguousStorageIfAvailable { $0.allSatisfy { 0x20...0x7E ~= $0 } }
      ?? allSatisfy { 0x20...0x7E ~= $0 }
  }
}
