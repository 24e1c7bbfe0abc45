extension DMARCReader {
  /// What a program takes for the record at one name.
  enum Selected: Sendable {
    case nothing
    /// It goes no further: several records, or text that it does not expect.
    case unusable
    case text([UInt8])
  }

  func selected(from texts: [CharacterStrings]) -> Selected {
    switch selection {
    case .firstHolding:
      guard let text = texts.first?.joined.asCString.prefix(PieceHabits.longestBuffer),
        Array(text).contains("v=DMARC")
      else { return .nothing }
      return .text(Array(text))
    case .eachBeginning:
      return only(
        texts.filter { $0.spaced.startsIgnoringCase(with: "v=DMARC1") }.map(\.joined), several: .unusable)
    case .eachReadable:
      let candidates = texts.map(\.joined.asCString).filter { DMARCPairGrammar.tags(of: $0) != nil }
      // One that is bad ends it as well, whatever else is there.
      if candidates.contains(where: { verdict(on: $0, isForSubdomain: false) == .ignored }) {
        return .unusable
      }
      return only(candidates, several: .unusable)
    case .eachQuoted:
      let quoted = texts.map(\.quoted).filter { $0.starts(with: Array("\"v=DMARC1".utf8)) }
      return only(quoted, several: .nothing)
    case .only:
      return only(texts.map(\.joined), several: .unusable)
    case .onlyVersioned:
      if texts.isEmpty { return .nothing }
      guard texts.allSatisfy({ Self.beginsWithVersion($0.joined) }) else { return .unusable }
      return only(texts.map(\.joined), several: .unusable)
    }
  }

  private func only(_ texts: [[UInt8]], several: Selected) -> Selected {
    switch texts.first {
    case nil: .nothing
    case let text? where texts.count == 1: .text(text)
    case .some: several
    }
  }

  /// RFC 9989 §4.8, with `v` in either case.
  static func beginsWithVersion(_ text: [UInt8]) -> Bool {
    guard text.first?.asciiLowercased == UInt8(ascii: "v") else { return false }
    return DMARCVersion.begins([UInt8(ascii: "v")] + text.dropFirst())
  }
}

extension DMARCReader.PieceHabits {
  fileprivate static let longestBuffer = 8_191
}

extension CharacterStrings {
  /// With a blank between the strings.
  fileprivate var spaced: [UInt8] { Array(strings.joined(separator: [0x20])) }

  /// As in a master file: each string in quotation marks, what is not visible ASCII as `\DDD`.
  fileprivate var quoted: [UInt8] {
    let quote = UInt8(ascii: "\"")
    let parts = strings.map { string in
      [quote]
        + string.flatMap { octet -> [UInt8] in
          if octet == quote || octet == UInt8(ascii: "\\") { return [UInt8(ascii: "\\"), octet] }
          return octet.isPrintable ? [octet] : octet.decimalEscape
        } + [quote]
    }
    return Array(parts.joined(separator: [0x20]))
  }
}
