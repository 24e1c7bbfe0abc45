/// A macro of the form `%{…}`: stands for something about the message that is checked (RFC 7208 §7.2, §7.3).
struct SPFMacro: Hashable, Sendable {
  let letter: Letter
  /// How many parts are kept, counted from the right; all where nil. At least 1.
  let partCount: Int?
  /// Whether the parts are put in reverse order before they are counted.
  let isReversed: Bool
  /// The octets at which the value is split, each once; none given means `.`, see `splittingDelimiters`.
  let delimiters: [UInt8]
  /// Whether the letter was in upper case: the value is URL-escaped.
  let isURLEscaped: Bool

  /// A larger number is read as this one; no value has as many parts.
  static let maximumPartCount = 65_535
  static let delimiterAlphabet = Array(".-+,/_=".utf8)

  /// What a macro stands for (§7.2); the raw value is the letter.
  enum Letter: String, CaseIterable, Hashable, Sendable {
    case sender = "s"
    case localPart = "l"
    case senderDomain = "o"
    case domain = "d"
    case address = "i"
    case validatedName = "p"
    case reverseZone = "v"
    case helo = "h"
    case readableAddress = "c"
    case receiver = "r"
    case timestamp = "t"

    init?(_ octet: UInt8) { self.init(rawValue: String(UnicodeScalar(octet.asciiLowercased))) }

    /// Whether the letter has a meaning in explanation text alone (§7.2).
    var isOnlyForExplanations: Bool {
      switch self {
      case .readableAddress, .receiver, .timestamp: true
      default: false
      }
    }
  }

  /// Nil where `partCount` is 0 or less, or a delimiter is not of the alphabet.
  init?(
    _ letter: Letter, partCount: Int? = nil, isReversed: Bool = false, delimiters: [UInt8] = [],
    isURLEscaped: Bool = false
  ) {
    if let partCount, partCount < 1 { return nil }
    guard delimiters.allSatisfy(Self.delimiterAlphabet.contains) else { return nil }
    self.letter = letter
    self.partCount = partCount.map { min($0, Self.maximumPartCount) }
    self.isReversed = isReversed
    self.delimiters = delimiters.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    self.isURLEscaped = isURLEscaped
  }

  /// The octets at which the value is split (§7.3).
  var splittingDelimiters: [UInt8] { delimiters.isEmpty ? [UInt8(ascii: ".")] : delimiters }
}
