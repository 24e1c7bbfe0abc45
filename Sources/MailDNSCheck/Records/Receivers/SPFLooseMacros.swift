/// Macros as programs read them that do not follow RFC 7208 §7.1 to the letter.
enum SPFLooseMacros {
  enum Part: Hashable, Sendable {
    case literal([UInt8])
    case macro(Macro)
  }

  struct Macro: Hashable, Sendable {
    /// In lower case.
    let letter: UInt8
    let isEscaped: Bool
    var count = 0
    var isReversed = false
    var delimiters: [UInt8] = []
  }

  /// As libspf2 compiles them: a `%` that begins nothing is text. Nil for a macro that it does not know.
  static func parts(of text: [UInt8], isModifier: Bool) -> [Part]? {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var rest = text[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        literal.append(octet)
        continue
      }
      if let text = escaped(rest.first) {
        literal += text
        rest = rest.dropFirst()
      } else if rest.first == UInt8(ascii: "{") {
        rest = rest.dropFirst()
        guard let macro = compiledMacro(&rest, isModifier: isModifier) else { return nil }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = []
        parts.append(.macro(macro))
      } else {
        literal.append(UInt8(ascii: "%"))
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return parts
  }

  /// What `%` stands for before `sign`, where that begins no macro (RFC 7208 §7.1).
  private static func escaped(_ sign: UInt8?) -> [UInt8]? {
    switch sign {
    case UInt8(ascii: "%"): [UInt8(ascii: "%")]
    case UInt8(ascii: "_"): [0x20]
    case UInt8(ascii: "-"): Array("%20".utf8)
    default: nil
    }
  }

  private static func compiledMacro(_ rest: inout ArraySlice<UInt8>, isModifier: Bool) -> Macro? {
    guard let sign = rest.popFirst() else { return nil }
    let letter = sign.asciiLowercased
    guard (isModifier ? "lsodipvhctr" : "lsodipvh").utf8.contains(letter) else { return nil }
    var macro = Macro(letter: letter, isEscaped: sign.isUpperCaseLetter)
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    macro.count = Array(digits).leadingNumber()
    guard macro.count <= 128, digits.isEmpty || macro.count > 0 else { return nil }
    if rest.first == UInt8(ascii: "r") {
      macro.isReversed = true
      rest = rest.dropFirst()
    }
    let delimiters = rest.prefix { ".-+=|_".utf8.contains($0) }
    rest = rest.dropFirst(delimiters.count)
    macro.delimiters = Array(delimiters)
    guard rest.popFirst() == UInt8(ascii: "}") else { return nil }
    return macro
  }

  /// As chasquid's library reads them; nil where it gives up.
  static func looseParts(of text: [UInt8]) -> [Part]? {
    guard !text.contains(UInt8(ascii: "/")) else { return nil }
    var parts: [Part] = []
    var rest = text[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        parts.append(.literal([octet]))
        continue
      }
      guard let sign = rest.popFirst() else { return parts }
      if let text = escaped(sign) {
        parts.append(.literal(text))
      } else if sign == UInt8(ascii: "{") {
        // What is not closed is dropped.
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")) else { return parts }
        guard let macro = looseMacro(Array(rest[..<close])) else { return nil }
        rest = rest[(close + 1)...]
        parts.append(.macro(macro))
      } else {
        return nil
      }
    }
    return parts
  }

  /// The first letter that is one, and what follows it; the rest is passed over.
  private static func looseMacro(_ text: [UInt8]) -> Macro? {
    guard let start = text.firstIndex(where: { "slodiphcrtv".utf8.contains($0.asciiLowercased) }) else {
      return nil
    }
    let letter = text[start].asciiLowercased
    guard "slodipvh".utf8.contains(letter) else { return nil }
    var rest = text[(start + 1)...]
    var macro = Macro(letter: letter, isEscaped: text[start].isUpperCaseLetter)
    let digits = rest.prefix(while: \.isDigit)
    rest = rest.dropFirst(digits.count)
    macro.count = Array(digits).leadingNumber()
    guard digits.isEmpty || macro.count > 0 else { return nil }
    if rest.first?.asciiLowercased == UInt8(ascii: "r") {
      macro.isReversed = true
      rest = rest.dropFirst()
    }
    macro.delimiters = Array(rest.prefix { "-.+,/_=".utf8.contains($0) })
    return macro
  }

  /// As rspamd expands a whole word; nil where it leaves the word as it is. It does not count parts.
  static func wordParts(of text: [UInt8]) -> [Part]? {
    var parts: [Part] = []
    var hasMacro = false
    var rest = text[...]
    while let octet = rest.popFirst() {
      guard octet == UInt8(ascii: "%") else {
        parts.append(.literal([octet]))
        continue
      }
      let sign = rest.popFirst()
      if let text = escaped(sign) {
        parts.append(.literal(text))
      } else if sign == UInt8(ascii: "{") {
        guard let close = rest.firstIndex(of: UInt8(ascii: "}")), let letter = rest.first?.asciiLowercased,
          "islodvh".utf8.contains(letter)
        else { return nil }
        var macro = Macro(letter: letter, isEscaped: false)
        for sign in rest[..<close].dropFirst() where !sign.isDigit {
          if sign == UInt8(ascii: "r") {
            macro.isReversed = true
          } else if "+-.,/_=".utf8.contains(sign) {
            macro.delimiters = [sign]
          } else {
            return nil
          }
        }
        rest = rest[(close + 1)...]
        parts.append(.macro(macro))
        hasMacro = true
      } else {
        return nil
      }
    }
    return hasMacro ? parts : nil
  }
}

extension SPFLooseMacros.Macro {
  private var separators: [UInt8] { delimiters.isEmpty ? [UInt8(ascii: ".")] : delimiters }

  /// The parts that are asked for, in the order that is asked for.
  func transformed(_ value: [UInt8]) -> [UInt8] {
    var parts = value.split { separators.contains($0) }.map(Array.init)
    if isReversed { parts.reverse() }
    if count > 0 { parts = parts.suffix(count) }
    return Array(parts.joined(separator: [UInt8(ascii: ".")]))
  }

  /// The same as libspf2 does it: where there are no more parts than asked for, the first octet is lost.
  func compiledTransformed(_ value: [UInt8]) -> [UInt8] {
    var parts = value.split(omittingEmptySubsequences: false) { separators.contains($0) }.map(Array.init)
    if isReversed { parts.reverse() }
    let text = Array(parts.joined(separator: [UInt8(ascii: ".")]))
    guard count > 0 else { return text }
    let labels = text.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard labels.count > count else { return Array(text.dropFirst()) }
    return Array(labels.suffix(count).joined(separator: [UInt8(ascii: ".")]))
  }
}
