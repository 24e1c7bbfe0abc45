/// Takes macro strings apart (RFC 7208 §7.1). Places in errors are indices of the slice that is read.
struct SPFMacroParser {
  let allowsSpaces: Bool
  let allowsExplanationLetters: Bool

  func parts(of text: ArraySlice<UInt8>) throws(SPFSyntaxError) -> [SPFMacroString.Part] {
    var parts: [SPFMacroString.Part] = []
    var rest = text
    while let octet = rest.first {
      if octet == UInt8(ascii: "%") {
        parts.append(try expansion(&rest))
      } else {
        let literal = rest.prefix(while: isLiteral)
        guard !literal.isEmpty else { throw .illegalCharacter(at: rest.startIndex, of: text) }
        parts.append(.literal(Array(literal)))
        rest = rest[literal.endIndex...]
      }
    }
    return parts
  }

  /// `macro-literal`: visible characters except `%`; and in explanations the space.
  private func isLiteral(_ octet: UInt8) -> Bool { octet.isSPFLiteral || octet == 0x20 && allowsSpaces }

  /// `macro-expand`, from the `%` at the start of `rest`.
  private func expansion(_ rest: inout ArraySlice<UInt8>) throws(SPFSyntaxError) -> SPFMacroString.Part {
    let start = rest.startIndex
    let sign = rest.prefix(2)
    for escape in SPFMacroString.Escape.allCases where sign.elementsEqual(escape.rawValue.utf8) {
      rest = rest.dropFirst(2)
      return .escape(escape)
    }
    guard sign.last == UInt8(ascii: "{"), sign.count == 2 else {
      throw SPFSyntaxError(.strayPercent, start..<start + 1)
    }
    rest = rest.dropFirst(2)
    return .macro(try macro(&rest, from: start))
  }

  private func macro(_ rest: inout ArraySlice<UInt8>, from start: Int) throws(SPFSyntaxError) -> SPFMacro {
    let end = rest.endIndex
    let letterAt = rest.startIndex
    guard let sign = rest.popFirst() else { throw SPFSyntaxError(.unterminatedMacro, start..<end) }
    guard let letter = SPFMacro.Letter(sign) else {
      throw SPFSyntaxError(.unknownMacroLetter(sign), letterAt..<letterAt + 1)
    }
    guard allowsExplanationLetters || !letter.isOnlyForExplanations else {
      throw SPFSyntaxError(.explanationMacroLetter(sign), letterAt..<letterAt + 1)
    }
    let digits = rest.prefix(while: \.isDigit)
    rest = rest[digits.endIndex...]
    let count = digits.reduce(0) { min($0 * 10 + ($1.decimalDigit ?? 0), SPFMacro.maximumPartCount) }
    guard digits.isEmpty || count > 0 else {
      throw SPFSyntaxError(.zeroMacroParts, digits.startIndex..<digits.endIndex)
    }
    let isReversed = rest.first?.asciiLowercased == UInt8(ascii: "r")
    if isReversed { rest = rest.dropFirst() }
    let delimiters = rest.prefix(while: SPFMacro.delimiterAlphabet.contains)
    rest = rest[delimiters.endIndex...]
    guard let close = rest.first else { throw SPFSyntaxError(.unterminatedMacro, start..<end) }
    guard close == UInt8(ascii: "}"),
      let macro = SPFMacro(
        letter, partCount: digits.isEmpty ? nil : count, isReversed: isReversed,
        delimiters: Array(delimiters),
        isURLEscaped: sign.isUpperCaseLetter)
    else { throw SPFSyntaxError(.unexpectedInMacro(close), rest.startIndex..<rest.startIndex + 1) }
    rest = rest.dropFirst()
    return macro
  }
}
