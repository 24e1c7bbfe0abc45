/// Whole records put right where their faults leave no doubt about what was meant (RFC 7208 §4.5, §4.6.1).
extension SPFRepair {
  /// Octets; what is longer nobody wants to read in a sentence.
  static let maximumLength = 1_000

  /// The record that `text`, one with syntax errors, was meant to be; nil where one of them can be mended in more ways than
  /// one.
  static func record(_ text: [UInt8]) -> [UInt8]? {
    guard text.count <= maximumLength else { return nil }
    let repair = SPFRepair(tidied(text))
    guard repair.unclear.isEmpty else { return nil }
    let record = valid(repair.terms.reduce(into: version) { $0 += [space] + $1 })
    // That everybody may send is hardly ever what was meant.
    return record.flatMap { try? SPFRecord(parsing: $0) }?.all == .pass ? nil : record
  }

  /// The record that a text was meant to be which no receiver takes for one.
  static func record(_ nearMiss: SPFNearMiss) -> [UInt8]? {
    guard nearMiss.text.count <= maximumLength else { return nil }
    // Quotation marks are those of a zone file or a form that came to be part of the text.
    let text = nearMiss.text.filter { !"\"'`\\".utf8.contains($0) }
    let start = text.drop { $0 <= space || $0 >= 0x7F }
    guard let end = endOfVersion(start) else { return nil }
    return record(version + [space] + start[end...].drop { $0 == space || ",;.:".utf8.contains($0) })
  }

  /// A record whose last word ends in an `all` that a space was to separate: `include:a.example-all` is a name like any
  /// other. Nil for every other record.
  static func separatingAll(_ record: SPFRecord) -> [UInt8]? {
    guard record.all == nil, let last = record.terms.last, record.text.count <= maximumLength else {
      return nil
    }
    let all = record.text[last.range].suffix(4)
    guard all.count < last.range.count, all.map(\.asciiLowercased).elementsEqual("-all".utf8) else {
      return nil
    }
    return valid(record.text[..<all.startIndex] + [space] + all)
  }

  private static let space: UInt8 = 0x20
  private static let version = Array("v=spf1".utf8)

  private static func valid(_ text: some Sequence<UInt8>) -> [UInt8]? {
    let text = Array(text)
    return text.count <= maximumLength && (try? SPFRecord(parsing: text)) != nil ? text : nil
  }

  /// Without separators that stand alone, and with qualifiers at the mechanisms that they belong to: `- all`, and with the
  /// dashes of a word processor.
  private static func tidied(_ text: [UInt8]) -> [UInt8] {
    let dashes = ["\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}"].map {
      Array($0.utf8)
    }
    var result: [UInt8] = []
    var qualifier: [UInt8] = []
    for word in text.split(separator: space) where !word.allSatisfy({ ",;".utf8.contains($0) }) {
      if dashes.contains(Array(word)) {
        qualifier = [UInt8(ascii: "-")]
      } else if word.count == 1, word.allSatisfy({ SPFQualifier($0) != nil }) {
        qualifier = Array(word)
      } else {
        result += (result.isEmpty ? [] : [space]) + qualifier + word
        qualifier = []
      }
    }
    return result + (qualifier.isEmpty ? [] : [space] + qualifier)
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
