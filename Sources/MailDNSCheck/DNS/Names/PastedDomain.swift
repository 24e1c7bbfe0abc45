/// The domain in what people paste: a mail address, with or without a name and angle brackets, a URL, a
/// `mailto:`, or the domain itself, also with a port behind it, or made harmless (`example[.]jp`, `hxxps://`).
struct PastedDomain {
  /// What stands where the domain stands; ASCII in its usual width, not validated, without the final dot.
  let text: String

  init(_ pasted: String) throws(MailDomainError.Reason) {
    if Self.isPlain(pasted) {
      text = pasted
      return
    }
    var rest = Self.narrowed(pasted)[...].trimmed
    if rest.last == ">", let open = rest.firstIndex(of: "<"), open == rest.lastIndex(of: "<") {
      rest = rest[rest.index(after: open)...].dropLast().trimmed
    }
    rest = Self.refanged(rest)[...]
    if rest.utf8.allSatisfy({ $0.isLetter || $0.isDigit }), let type = RecordType(String(rest)) {
      throw .recordType(type)
    }
    if let afterScheme = Self.afterScheme(rest) {
      rest = afterScheme.prefix { !"/?#\\".contains($0) }
    } else if rest.utf8.startsIgnoringCase(with: "mailto:") {
      rest = rest.dropFirst("mailto:".count).prefix { $0 != "?" }
    }
    if let at = rest.lastIndex(of: "@") {
      try Self.checkLocalPart(rest[..<at])
      rest = rest[rest.index(after: at)...]
    }
    rest = Self.withoutPort(rest)
    if rest.first == "[", rest.last == "]" {
      rest = rest.dropFirst().dropLast()
      if rest.utf8.startsIgnoringCase(with: "IPv6:") { rest = rest.dropFirst("IPv6:".count) }
    }
    if rest.last == "." { rest = rest.dropLast() }
    if let address = IPAddress(String(rest)) { throw .ipAddress(address) }
    guard !rest.isEmpty else { throw .empty }
    text = String(rest)
  }

  /// Whether the text can be nothing but a domain, as nearly all lines of a list are: letters, digits, hyphens and dots, and a
  /// letter behind the last of these.
  private static func isPlain(_ text: String) -> Bool {
    let octets = text.utf8
    guard let dot = octets.lastIndex(of: UInt8(ascii: ".")),
      octets[octets.index(after: dot)...].first?.isLetter == true
    else { return false }
    return octets.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: ".") }
  }

  /// The text with the dots and the `@` that were put in brackets so that nobody follows a link.
  private static func refanged(_ text: Substring) -> String {
    guard text.contains("[") || text.contains("(") else { return String(text) }
    var result = String(text)
    for (from, to) in [("[.]", "."), ("(.)", "."), ("[dot]", "."), ("[@]", "@"), ("[at]", "@"), ("[:]", ":")]
    {
      result = result.replacing(from, with: to)
    }
    return result
  }

  /// Fullwidth ASCII in its usual width, and every dot of IDNA (U+3002, U+FF0E, U+FF61; RFC 3490 §3.1) as a
  /// dot.
  private static func narrowed(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: result.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3002, 0xFF61: result.append(".")
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// What follows `scheme://` (RFC 3986 §3); nil where there is no such thing.
  private static func afterScheme(_ text: Substring) -> Substring? {
    let scheme = text.utf8.prefix {
      $0.isLetterDigitHyphen || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: ".")
    }
    guard !scheme.isEmpty, text[scheme.endIndex...].utf8.starts(with: "://".utf8) else { return nil }
    return text[scheme.endIndex...].dropFirst(3)
  }

  /// The host without `:8080`; the colons of an IPv6 address stay.
  private static func withoutPort(_ host: Substring) -> Substring {
    guard let colon = host.lastIndex(of: ":"), host[host.index(after: colon)...].utf8.allSatisfy(\.isDigit),
      host.first == "[" ? host[..<colon].last == "]" : !host[..<colon].contains(":")
    else { return host }
    return host[..<colon]
  }

  /// Refuses what shows that the text is more than one address, of which the last would silently be taken.
  private static func checkLocalPart(_ text: Substring) throws(MailDomainError.Reason) {
    if text.first == "\"", text.last == "\"" { return }
    let bad = text.unicodeScalars.first {
      $0.properties.isWhitespace || $0.properties.generalCategory == .control
        || ",;<>".unicodeScalars.contains($0)
    }
    if let bad { throw .badCharacter(bad) }
    if text.contains("@") { throw .badCharacter("@") }
  }
}

extension Substring {
  /// The text without white space and invisible marks (byte order mark, zero-width space) at either end.
  fileprivate var trimmed: Substring {
    let isBlank: (Unicode.Scalar) -> Bool = {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
    let scalars = unicodeScalars.drop(while: isBlank)
    guard let last = scalars.lastIndex(where: { !isBlank($0) }) else { return "" }
    return Substring(scalars[...last])
  }
}
