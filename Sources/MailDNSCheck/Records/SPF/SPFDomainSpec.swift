/// The domain that a term names, in which macros may stand (RFC 7208 §7.1, `domain-spec`).
///
/// It ends in a macro or in a dot and a plausible top-level label; what it expands to need not be a domain
/// name.
struct SPFDomainSpec: Hashable, Sendable {
  let macroString: SPFMacroString

  /// Takes `text` apart; the places of errors are indices of `text`.
  init(parsing text: ArraySlice<UInt8>) throws(SPFSyntaxError) {
    let string = try SPFMacroString(parsing: text)
    switch string.parts.last {
    case .macro, .escape: break
    case .literal(let literal): try Self.checkEnd(text.suffix(literal.count))
    case nil: throw SPFSyntaxError(.singleLabelDomain, text.startIndex..<text.endIndex)
    }
    macroString = string
  }

  var isLiteral: Bool { macroString.isLiteral }

  /// The domain that is meant, where it is the same for every message; nil where it has macros, or where its
  /// text is no domain name (an empty label, one of more than 63 octets).
  var literalName: DomainName? { macroString.literalOctets.flatMap(Self.targetName) }

  /// The name to ask for where a domain-spec has expanded to `expansion`. A final dot is dropped; of more
  /// than 253 characters whole labels are dropped from the left until the rest fits (§7.3). Nil where that is
  /// no domain name.
  static func targetName(of expansion: [UInt8]) -> DomainName? {
    let dot = UInt8(ascii: ".")
    var text = expansion[...]
    if text.last == dot { text = text.dropLast() }
    while text.count > maximumNameLength {
      guard let end = text.firstIndex(of: dot) else { return nil }
      text = text[(end + 1)...]
    }
    // Not presentation form: a backslash in a domain-spec is an octet like any other.
    var wire: [UInt8] = []
    for label in text.split(separator: dot, omittingEmptySubsequences: false) {
      guard let length = UInt8(exactly: label.count), length > 0 else { return nil }
      wire.append(length)
      wire.append(contentsOf: label)
    }
    return DomainName(wire: wire + [0])
  }

  /// Characters of a domain name without its final dot.
  static let maximumNameLength = 253

  /// `domain-end` where no macro stands at the end: `"." toplabel [ "." ]`, in the text after the last macro.
  private static func checkEnd(_ literal: ArraySlice<UInt8>) throws(SPFSyntaxError) {
    let dot = UInt8(ascii: ".")
    let text = literal.last == dot ? literal.dropLast() : literal
    guard let lastDot = text.lastIndex(of: dot) else {
      throw SPFSyntaxError(.singleLabelDomain, literal.startIndex..<literal.endIndex)
    }
    let label = text[(lastDot + 1)...]
    guard let first = label.first else {
      throw SPFSyntaxError(.invalidTopLabel, lastDot..<literal.endIndex)
    }
    guard first != UInt8(ascii: "-") else {
      throw SPFSyntaxError(.invalidTopLabel, label.startIndex..<label.endIndex)
    }
    if let bad = label.firstIndex(where: { !$0.isLetterDigitHyphen }) {
      throw SPFSyntaxError(.invalidTopLabel, bad..<label.endIndex)
    }
    guard label.last != UInt8(ascii: "-") else {
      throw SPFSyntaxError(.invalidTopLabel, label.endIndex - 1..<label.endIndex)
    }
    guard !label.allSatisfy(\.isDigit) else {
      throw SPFSyntaxError(.numericTopLabel, label.startIndex..<label.endIndex)
    }
  }
}
