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
      let distance = Spelling.distance(typed, letters)
      if distance <= limit, distance < letters.count, distance < best?.distance ?? .max {
        best = (candidate, distance)
      }
    }
    return best?.candidate
  }
}
