/// The domain that a term names, in which macros may stand (RFC 7208 §7.1, `domain-spec`).
///
/// It ends in a macro or in a dot and a plausible top-level label; what it expands to need not be a domain
/// name.
struct SPFDomainSpec: Sendable {
  /// Shared by all copies: the name is made once, and asked for by many.
  private let form: Form

  /// Takes `text` apart; the places of errors are indices of `text`.
  init(parsing text: ArraySlice<UInt8>) throws(SPFSyntaxError) {
    let string = try SPFMacroString(parsing: text)
    switch string.parts.last {
    case .macro, .escape: break
    case .literal(let literal): try Self.checkEnd(text.suffix(literal.count))
    case nil: throw SPFSyntaxError(.singleLabelDomain, text.startIndex..<text.endIndex)
    }
    form = Form(string)
  }

  private final class Form: Sendable {
    let macroString: SPFMacroString
    let isLiteral: Bool
    let literalName: DomainName?

    init(_ macroString: SPFMacroString) {
      let octets = macroString.literalOctets
      self.macroString = macroString
      isLiteral = octets != nil
      literalName = octets.flatMap(SPFDomainSpec.targetName)
    }
  }

  var macroString: SPFMacroString { form.macroString }

  var isLiteral: Bool { form.isLiteral }

  /// The domain that is meant, where it is the same for every message; nil where it has macros, or where its
  /// text is no domain name (an empty label, one of more than 63 octets).
  var literalName: DomainName? { form.literalName }

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
    var wire: [UInt8] = [0]
    wire.reserveCapacity(text.count + 2)
    // Where the length of the label stands that is read.
    var head = 0
    for octet in text {
      if octet == dot {
        guard wire.count > head + 1 else { return nil }
        head = wire.count
        wire.append(0)
      } else {
        guard wire.count - head <= DomainName.maximumLabelLength else { return nil }
        wire.append(octet)
        wire[head] += 1
      }
    }
    guard wire.count > head + 1 else { return nil }
    wire.append(0)
    return DomainName(wire: wire)
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

extension SPFDomainSpec: Hashable {
  static func == (left: SPFDomainSpec, right: SPFDomainSpec) -> Bool {
    left.form === right.form || left.macroString == right.macroString
  }

  func hash(into hasher: inout Hasher) { hasher.combine(macroString) }
}
