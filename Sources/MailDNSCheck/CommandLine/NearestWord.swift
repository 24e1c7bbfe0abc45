/// The known word that a mistyped one may stand for.
enum NearestWord {
  /// The candidate that `word` begins (at least two letters of it), else the one with the fewest typing
  /// errors: at most one in three letters, and one in a short word. The first of several. Letters compared
  /// without case.
  static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.asciiLowercased.utf8)
    if typed.count >= 2, let match = candidates.first(where: { $0.asciiLowercased.utf8.starts(with: typed) })
    {
      return match
    }
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let letters = Array(candidate.asciiLowercased.utf8)
      let limit = max(1, letters.count / 3)
      // Also keeps a word of any length from costing more than its first look.
      guard abs(letters.count - typed.count) <= limit else { continue }
      let distance = distance(typed, letters)
      if distance <= limit, distance < letters.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }

  /// Fewest insertions, deletions, substitutions and swaps of neighbours that lead from one word to the other
  /// (Damerau-Levenshtein distance, optimal string alignment).
  static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...second.count)
    for (i, a) in first.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(second.count + 1)
      for (j, b) in second.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == second[j - 1], b == first[i - 1] { cost = min(cost, beforeLast[j - 1] + 1) }
        row.append(cost)
      }
      beforeLast = last
      last = row
    }
    return last[second.count]
  }
}
