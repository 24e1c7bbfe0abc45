/// Finds the word that was probably meant.
enum Spelling {
  /// Texts longer than this are not compared.
  static let maximumLength = 24

  /// The candidate that is nearest to `text`, letters compared without case; nil where none is near. Near is one slip
  /// for every three letters of the candidate: a letter too much, missing, wrong, or two of them swapped.
  static func nearest(to text: String, among candidates: [String]) -> String? {
    let octets = text.utf8.map(\.asciiLowercased)
    guard !octets.isEmpty, octets.count <= maximumLength else { return nil }
    var best: (word: String, distance: Int)?
    for word in candidates {
      let distance = distance(octets, word.utf8.map(\.asciiLowercased))
      if distance <= word.utf8.count / 3, distance < best?.distance ?? .max { best = (word, distance) }
    }
    return best?.word
  }

  /// Fewest insertions, deletions, replacements and swaps of neighbours that lead from one text to the other (optimal
  /// string alignment). The caller bounds the lengths.
  static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var older: [Int] = []
    var previous = Array(0...b.count)
    for (i, octet) in a.enumerated() {
      var row = [i + 1]
      for (j, other) in b.enumerated() {
        var value = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (octet == other ? 0 : 1))
        if i > 0, j > 0, octet == b[j - 1], a[i - 1] == other { value = min(value, older[j - 1] + 1) }
        row.append(value)
      }
      older = previous
      previous = row
    }
    return previous[b.count]
  }
}
