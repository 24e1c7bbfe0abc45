extension DMARCReader.Notation {
  /// The tags of `text` in their order; nil where the program can't read it.
  func tags(of text: [UInt8]) -> [DMARCReaderTag]? {
    switch self {
    case .pieces(let habits): habits.tags(of: text)
    case .grammar: DMARCPairGrammar.tags(of: text)
    case .strict: DMARCStrictGrammar.tags(of: text)
    }
  }
}

extension DMARCReader.PieceHabits {
  fileprivate func tags(of text: [UInt8]) -> [DMARCReaderTag]? {
    let pieces = cleaned(text).split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
    guard pieces.count >= leastPieces else { return nil }
    var tags: [DMARCReaderTag] = []
    for piece in pieces {
      let isEmpty = piece.isEmpty
      if isEmpty, emptyPiece == .passedOver { continue }
      guard let end = piece.firstIndex(where: isSeparator) else {
        if isEmpty ? emptyPiece == .breaksRecord : bareName == .breaksRecord { return nil }
        continue
      }
      var value = piece[(end + 1)...]
      if endsAtSecondEquals { value = value.prefix { $0 != UInt8(ascii: "=") } }
      let name = part(piece[..<end])
      let content = part(value)
      if bareName == .breaksRecord, !endsAtSecondEquals, name.isEmpty || name.contains(where: \.isBlankToC) {
        return nil
      }
      if emptyValue == .passedOver, name.isEmpty || content.isEmpty { continue }
      guard end - piece.startIndex <= longestPart, value.count <= longestPart else { continue }
      tags.append(DMARCReaderTag(name: DMARCTagName(ignoringCase: name), value: content))
    }
    return tags
  }

  private func isSeparator(_ octet: UInt8) -> Bool { separators.utf8.contains(octet) }

  private func part(_ text: ArraySlice<UInt8>) -> [UInt8] {
    switch blanks {
    case .everywhere: text.filter { !$0.isBlankToC }
    case .unicodeEverywhere: Array(text)
    case .aroundParts: text.stripped(\.isBlankToC)
    case .unicodeAroundParts: Array(text).strippedOfUnicodeBlanks
    }
  }

  private func cleaned(_ text: [UInt8]) -> [UInt8] {
    var text = text.count > longestText ? Array(text.prefix(longestText)) : text
    if isQuoted { return text.stripped { $0 == UInt8(ascii: "\"") || $0 == 0x20 } }
    if mendsSemicolons {
      text = text.withoutUnicodeBlanks.replacing("\\;", with: ";").replacing(";;", with: ";").replacing(
        ";0;", with: ";")
      if text.last == UInt8(ascii: ";") { text.removeLast() }
    }
    if dropsTail {
      while let last = text.last, last == UInt8(ascii: ";") || last == 0x20 { text.removeLast() }
    }
    return text
  }
}

/// Pairs one behind the other, as far as there are any.
enum DMARCPairGrammar {
  /// Nil where the text does not begin with a version and something that may end it.
  static func tags(of text: [UInt8]) -> [DMARCReaderTag]? {
    var rest = text[...]
    guard take("v", &rest) else { return nil }
    skipBlanks(&rest)
    guard take("=", &rest) else { return nil }
    skipBlanks(&rest)
    guard take("DMARC1", &rest), skipSeparator(&rest) else { return nil }
    var tags: [DMARCReaderTag] = []
    while true {
      let name = rest.prefix(while: \.isLetter)
      guard !name.isEmpty else { return tags }
      rest = rest.dropFirst(name.count)
      skipBlanks(&rest)
      guard take("=", &rest) else { return tags }
      skipBlanks(&rest)
      let value = rest.prefix { $0.isGraphic && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "\\") }
      guard !value.isEmpty else { return tags }
      rest = rest.dropFirst(value.count)
      tags.append(DMARCReaderTag(name: DMARCTagName(ignoringCase: name), value: Array(value)))
      _ = skipSeparator(&rest)
    }
  }

  private static func take(_ text: StaticString, _ rest: inout ArraySlice<UInt8>) -> Bool {
    guard text.withUTF8Buffer({ rest.starts(with: $0) }) else { return false }
    rest = rest.dropFirst(text.utf8CodeUnitCount)
    return true
  }

  private static func skipBlanks(_ rest: inout ArraySlice<UInt8>) { rest = rest.drop(while: \.isBlankToC) }

  /// One `;` or backslash with the blanks behind it, or blanks.
  private static func skipSeparator(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first else { return false }
    if first == UInt8(ascii: ";") || first == UInt8(ascii: "\\") {
      rest = rest.dropFirst()
    } else if !first.isBlankToC {
      return false
    }
    skipBlanks(&rest)
    return true
  }
}

/// `dmarc-record` of RFC 9989 §4.8, with blanks of any kind between its parts.
enum DMARCStrictGrammar {
  static func tags(of text: [UInt8]) -> [DMARCReaderTag]? {
    let pieces = text.stripped { $0 == UInt8(ascii: "\"") }.split(at: UInt8(ascii: ";"))
    var tags: [DMARCReaderTag] = []
    for (index, piece) in pieces.enumerated() {
      let body = piece.strippedOfUnicodeBlanks
      // One `;` may end the record.
      if body.isEmpty {
        if index > 0, index == pieces.count - 1 { continue }
        return nil
      }
      let name = body.prefix(while: \.isLetter)
      let rest = body.dropFirst(name.count).drop(while: \.isSpaceOrTab)
      guard !name.isEmpty, rest.first == UInt8(ascii: "=") else { return nil }
      let value = rest.dropFirst().stripped(\.isSpaceOrTab)
      guard !value.isEmpty, value.allSatisfy(\.isPrintable) else { return nil }
      tags.append(DMARCReaderTag(name: DMARCTagName(ignoringCase: name), value: value))
    }
    return tags
  }
}
