extension DKIMReader.Notation {
  /// Octets that it reads at most; nil where it has no bound.
  var longestText: Int? {
    switch self {
    case .characters(let longest), .firstLetters(let longest): longest
    case .lenientPieces, .strictPieces, .lastLetters: nil
    }
  }

  /// Nil where the program can't read the text.
  func tags(of text: [UInt8]) -> DKIMReaderTags? {
    switch self {
    case .characters(let longest): Self.byCharacters(Array(text.prefix(longest)).asCString)
    case .lenientPieces: Self.byLenientPieces(text)
    case .strictPieces: Self.byStrictPieces(text)
    case .firstLetters(let longest): text.count > longest ? nil : Self.byFirstLetters(text.asCString)
    case .lastLetters: DKIMLetterAutomaton.tags(of: text.asCString)
    }
  }

  private static let semicolon = UInt8(ascii: ";")
  private static let equals = UInt8(ascii: "=")

  private static func byCharacters(_ text: [UInt8]) -> DKIMReaderTags? {
    guard text.allSatisfy({ $0.isBlankToC || $0.isPrintable }) else { return nil }
    var tags = DKIMReaderTags()
    let pieces = text.split(separator: semicolon, omittingEmptySubsequences: false)
    for (index, piece) in pieces.enumerated() {
      let body = piece.drop(while: \.isBlankToC)
      // Nothing may be empty but what follows the last `;`.
      guard let first = body.first else {
        if index == pieces.count - 1 { continue }
        return nil
      }
      guard first.isLetter || first.isDigit, let end = body.firstIndex(of: equals) else { return nil }
      let name = body[..<end].stripped(\.isBlankToC)
      guard !name.contains(where: \.isBlankToC) else { return nil }
      tags.set(name, body[(end + 1)...].filter { !$0.isBlankToC })
    }
    return tags
  }

  private static func byLenientPieces(_ text: [UInt8]) -> DKIMReaderTags? {
    var tags = DKIMReaderTags()
    for piece in text.split(separator: semicolon) where !piece.allSatisfy(\.isBlankToC) {
      guard let end = piece.firstIndex(of: equals) else { return nil }
      tags.set(piece[..<end].stripped(\.isBlankToC), piece[(end + 1)...].stripped(\.isBlankToC))
    }
    return tags
  }

  private static func byStrictPieces(_ text: [UInt8]) -> DKIMReaderTags? {
    var tags = DKIMReaderTags()
    var names: Set<[UInt8]> = []
    var pieces = text.strippedOfBlanks.split(separator: semicolon, omittingEmptySubsequences: false)
    if pieces.last?.isEmpty == true { pieces.removeLast() }
    for piece in pieces {
      guard let end = piece.firstIndex(of: equals) else { return nil }
      let name = piece[..<end].stripped(\.isBlankToC)
      guard let first = name.first, first.isLetter, names.insert(name).inserted else { return nil }
      tags.set(name, piece[(end + 1)...].stripped(\.isBlankToC))
    }
    return tags
  }

  private static func byFirstLetters(_ text: [UInt8]) -> DKIMReaderTags? {
    var tags = DKIMReaderTags()
    for item in text.splitAtSingle(semicolon) {
      let item = item.strippedOfBlanks
      guard let first = item.first, let end = item.firstIndex(of: equals) else { continue }
      tags.set(CollectionOfOne(first), Array(item[(end + 1)...]))
    }
    return tags
  }
}

extension [UInt8] {
  /// The parts between single `separator`s; where it is doubled it stands for itself.
  func splitAtSingle(_ separator: UInt8) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var part: [UInt8] = []
    var index = 0
    while index < count {
      if self[index] != separator {
        part.append(self[index])
      } else if index + 1 < count, self[index + 1] == separator {
        part.append(separator)
        index += 1
      } else {
        parts.append(part)
        part = []
      }
      index += 1
    }
    return parts + [part]
  }
}

/// Reads `p` and `k`, a letter at a time.
enum DKIMLetterAutomaton {
  private enum State { case tag, tagBeforeEquals, key, type, other }

  static func tags(of text: [UInt8]) -> DKIMReaderTags? {
    var tags = DKIMReaderTags()
    var state = State.tag
    var tag: UInt8?
    var value: [UInt8] = []
    var skipsBlanks = false
    for octet in text {
      let isBlank = octet.isBlankToC && octet != 0x0B
      if skipsBlanks, isBlank { continue }
      skipsBlanks = false
      switch state {
      case .tag, .tagBeforeEquals:
        if octet == UInt8(ascii: "=") {
          state = tag == UInt8(ascii: "p") ? .key : tag == UInt8(ascii: "k") ? .type : .other
          if state == .other { tag = nil }
          value = []
          skipsBlanks = true
        } else if isBlank {
          if state == .tag { state = tag == nil ? .tag : .tagBeforeEquals }
          skipsBlanks = true
        } else {
          tag = octet
          state = .tag
        }
      case .key, .type, .other:
        let isEnd = octet == UInt8(ascii: ";")
        guard isEnd || isBlank && state != .key else {
          value.append(octet)
          continue
        }
        if state == .key { tags.key = value } else if state == .type { tags.keyType = value }
        state = .tag
        tag = nil
        skipsBlanks = !isEnd
      }
    }
    if state == .key { tags.key = value } else if state == .type { tags.keyType = value }
    return tags
  }
}
