/// An SPF record put right where its faults leave no doubt about what was meant (RFC 7208 §4.5, §4.6.1).
enum SPFRepair {
  /// Octets; what is longer nobody wants to read in a sentence.
  static let maximumLength = 1_000
  private static let maximumSteps = 50

  /// The record that `text`, one with syntax errors, was meant to be; nil where one of them can be mended in more ways than
  /// one.
  static func record(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= maximumLength else { return nil }
    var text = text
    for _ in 0..<maximumSteps {
      do throws(SPFSyntaxErrors) {
        _ = try SPFRecord(parsing: text)
        return text.count <= maximumLength ? text : nil
      } catch {
        // From the end on, so that the places of the others stay what they are.
        for error in error.all.reversed() {
          guard let change = change(for: error, in: text), change.range.upperBound <= text.count else {
            return nil
          }
          text.replaceSubrange(change.range, with: change.octets)
        }
      }
    }
    return nil
  }

  /// The record that a text was meant to be which no receiver takes for one.
  static func record(_ nearMiss: SPFNearMiss) -> [UInt8]? {
    guard nearMiss.text.count <= maximumLength else { return nil }
    // Quotation marks are those of a zone file or a form that came to be part of the text.
    let text = nearMiss.text.filter { !"\"`\\".utf8.contains($0) }
    let start = text.drop { $0 <= space || $0 >= 0x7F || $0 == UInt8(ascii: "'") }
    guard let end = endOfVersion(start) else { return nil }
    let rest = start[end...].drop { $0 == space || ",;.:".utf8.contains($0) }
    return record(Array("v=spf1 ".utf8) + rest.reversed().drop { $0 == UInt8(ascii: "'") }.reversed())
  }

  /// A record whose last word ends in an `all` that a space was to separate: `include:a.example-all` is a name like any
  /// other. Nil for every other record.
  static func separatingAll(_ record: SPFRecord) -> [UInt8]? {
    guard record.all == nil, let last = record.terms.last, record.text.count <= maximumLength else { return nil }
    let all = record.text[last.range].suffix(4)
    guard all.count < last.range.count, all.map(\.asciiLowercased).elementsEqual("-all".utf8) else { return nil }
    let text = Array(record.text[..<all.startIndex]) + [space] + Array(all)
    return (try? SPFRecord(parsing: text)) == nil ? nil : text
  }

  private static let space: UInt8 = 0x20

  private typealias Change = (range: Range<Int>, octets: [UInt8])

  private static func change(for error: SPFSyntaxError, in text: [UInt8]) -> Change? {
    let range = error.range
    switch error.reason {
    case .illegalCharacter(_, let lookalike?): return (range, Array(lookalike.utf8))
    case .missingSpace: return (range.lowerBound..<range.lowerBound, [space])
    case .separator: return (range, [space])
    case .separatedArgument(let name, let argument):
      let qualifier = text[range].prefix { SPFQualifier($0) != nil }
      return (range, qualifier + Array(name.utf8) + argument)
    case .missingMechanism:
      // The qualifier's mechanism is the next word: `- all`.
      let next = text[range.upperBound...].firstIndex { $0 != space }
      return next.map { (range.upperBound..<$0, []) }
    case .unknownMechanism(let name, let suggestion):
      if name.allSatisfy({ ",;".utf8.contains($0) }) { return (range, []) }
      return suggestion.map { replacingTerm(at: range, of: text, with: $0) }
    case .addressAsDomain(let suggestion?), .invalidIPv4Address(let suggestion?),
      .invalidIPv6Address(let suggestion?):
      return replacingTerm(at: range, of: text, with: suggestion)
    default: return nil
    }
  }

  /// `term` in place of the one that holds `place`, behind the same qualifier.
  private static func replacingTerm(at place: Range<Int>, of text: [UInt8], with term: String) -> Change {
    let start = text[..<place.lowerBound].lastIndex(of: space).map { $0 + 1 } ?? 0
    let end = text[place.lowerBound...].firstIndex(of: space) ?? text.endIndex
    let qualifier = text[start..<end].prefix { SPFQualifier($0) != nil }
    return (start..<end, qualifier + Array(term.utf8))
  }

  /// Where the version ends, however it is spelt: `v = spf1`, `spf1`, `v:spf1`, `v=spf`.
  private static func endOfVersion(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text
    if rest.first?.asciiLowercased == UInt8(ascii: "v") {
      rest = rest.dropFirst().drop { $0 == space }
      guard let sign = rest.first, "=:".utf8.contains(sign) else { return nil }
      rest = rest.dropFirst().drop { $0 == space }
    }
    guard rest.startsIgnoringCase(with: "spf") else { return nil }
    rest = rest.dropFirst(3)
    if rest.first == UInt8(ascii: "1") { rest.removeFirst() }
    return rest.first?.isDigit == true ? nil : rest.startIndex
  }
}
