/// A TXT record that somebody meant as a DMARC record, and that no receiver takes for one (RFC 9989 §4.7).
struct DMARCNearMiss: Hashable, Sendable {
  /// The joined text as published.
  let text: [UInt8]
  let reason: Reason
  /// What is wrong, in octets of the text from 0; empty where something is missing.
  let place: Range<Int>

  enum Reason: Hashable, Sendable {
    /// Another case than `v=DMARC1`.
    case versionCase
    /// Anything but a `;` behind `v=DMARC1`.
    case missingSemicolon
    /// Another version, such as `DMARC2` or `DMARC`.
    case wrongVersion(String)
    /// `v=DMARC1` behind other tags.
    case versionNotFirst
    /// No `v=DMARC1`, and yet a policy or the bare word `DMARC1`.
    case missingVersion
    case leadingWhitespace
    /// A quotation mark or backslash that became part of the text.
    case leadingQuote
    /// Anything else in front, such as `;` or a character that can't be seen.
    case leadingOctets
  }

  /// Nil for a DMARC record, and for a text that has nothing to do with DMARC.
  init?(_ text: [UInt8]) {
    guard !DMARCVersion.begins(text),
      let (reason, place) = Self.leading(text) ?? Self.version(text) ?? Self.place(of: text)
    else { return nil }
    self.text = text
    self.reason = reason
    self.place = place
  }

  private typealias Finding = (reason: Reason, place: Range<Int>)

  /// What stands in front of something that would be a version.
  private static func leading(_ text: [UInt8]) -> Finding? {
    let rest = text.drop { $0 <= 0x20 || $0 >= 0x7F || #"'"\;`"#.utf8.contains($0) }
    guard rest.startIndex > 0, DMARCVersion.begins(rest) || version(Array(rest)) != nil else { return nil }
    let junk = text[..<rest.startIndex]
    let reason: Reason =
      if junk.allSatisfy(\.isWhitespace) {
        .leadingWhitespace
      } else if junk.allSatisfy({
        $0.isWhitespace || #"'"\`"#.utf8.contains($0)
      }) { .leadingQuote } else { .leadingOctets }
    return (reason, junk.indices)
  }

  /// A version section at the start that is not right.
  private static func version(_ text: [UInt8]) -> Finding? {
    guard let name = text.first, name.asciiLowercased == UInt8(ascii: "v") else { return nil }
    let equals = text.dropFirst().drop(while: \.isWhitespace)
    guard equals.first == UInt8(ascii: "=") else { return nil }
    let value = equals.dropFirst().drop(while: \.isWhitespace)
    guard value.startsIgnoringCase(with: "DMARC") else { return nil }
    let word = value.prefix {
      $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    guard word.equalsIgnoringCase("DMARC1") else {
      return (.wrongVersion(String(decoding: word, as: UTF8.self)), word.indices)
    }
    if name != UInt8(ascii: "v") { return (.versionCase, 0..<1) }
    if !word.elementsEqual(DMARCVersion.text.utf8) { return (.versionCase, word.indices) }
    return (.missingSemicolon, word.endIndex..<word.endIndex)
  }

  /// A version that is not at the start, or not there.
  private static func place(of text: [UInt8]) -> Finding? {
    let list = TagList(text)
    if let tag = list.tags.first(where: { $0.name.asciiLowercased == "v" }) {
      return tag.value.startsIgnoringCase(with: "DMARC") ? (.versionNotFirst, tag.place) : nil
    }
    let isPolicy = list.tags.contains { tag in
      tag.name == "p" && DMARCPolicy.allCases.contains { tag.value.elementsEqual($0.rawValue.utf8) }
    }
    return isPolicy || text.startsIgnoringCase(with: "DMARC1") ? (.missingVersion, 0..<0) : nil
  }
}
