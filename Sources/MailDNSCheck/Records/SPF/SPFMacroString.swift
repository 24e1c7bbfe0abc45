/// Text in which macros stand for something about the message that is checked (RFC 7208 §7.1).
struct SPFMacroString: Hashable, Sendable {
  /// In order; never two literals in a row, never an empty one.
  let parts: [Part]

  enum Part: Hashable, Sendable {
    /// Octets that stand for themselves.
    case literal([UInt8])
    case escape(Escape)
    case macro(SPFMacro)
  }

  /// A macro that stands for the same octets in every message (§7.1).
  enum Escape: String, CaseIterable, Hashable, Sendable {
    case percent = "%%"
    case space = "%_"
    case urlSpace = "%-"

    var expansion: [UInt8] {
      switch self {
      case .percent: Array("%".utf8)
      case .space: Array(" ".utf8)
      case .urlSpace: Array("%20".utf8)
      }
    }
  }

  /// Takes `text` apart. The places of errors are indices of `text`; `explanation` allows what only
  /// explanation text may have: spaces, and the letters `c`, `r` and `t` (§6.2, §7.2).
  init(parsing text: ArraySlice<UInt8>, asExplanation explanation: Bool = false) throws(SPFSyntaxError) {
    if text.allSatisfy(\.isSPFLiteral) {
      parts = text.isEmpty ? [] : [.literal(Array(text))]
      return
    }
    parts = try SPFMacroParser(allowsSpaces: explanation, allowsExplanationLetters: explanation).parts(
      of: text)
  }

  var macros: [SPFMacro] {
    parts.compactMap { if case .macro(let macro) = $0 { macro } else { nil } }
  }

  /// Whether the text is the same in every message.
  var isLiteral: Bool { literalOctets != nil }

  /// The text with its escapes expanded; nil where it differs from message to message.
  var literalOctets: [UInt8]? {
    if parts.count == 1, case .literal(let literal) = parts[0] { return literal }
    var octets: [UInt8] = []
    for part in parts {
      switch part {
      case .literal(let literal): octets += literal
      case .escape(let escape): octets += escape.expansion
      case .macro: return nil
      }
    }
    return octets
  }
}

/// The text that `exp` points to, which tells a refused sender why (RFC 7208 §6.2, `explain-string`).
struct SPFExplanation: Hashable, Sendable {
  let macroString: SPFMacroString

  /// Takes the octets of the TXT record apart. Throws the first error; a receiver then acts as if there were
  /// no `exp`.
  init(parsing text: some Sequence<UInt8>) throws(SPFSyntaxError) {
    let octets = Array(text)
    guard octets.count <= SPFRecord.maximumLength else {
      throw SPFSyntaxError(.tooLong(limit: SPFRecord.maximumLength), SPFRecord.maximumLength..<octets.count)
    }
    macroString = try SPFMacroString(parsing: octets[...], asExplanation: true)
  }
}

extension UInt8 {
  /// Whether the octet stands for itself wherever a macro may stand (RFC 7208 §7.1, `macro-literal`).
  var isSPFLiteral: Bool { self >= 0x21 && self <= 0x7E && self != UInt8(ascii: "%") }
}
