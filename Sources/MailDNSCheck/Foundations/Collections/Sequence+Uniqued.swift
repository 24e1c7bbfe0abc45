extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  var uniqued: [Element] {
    var kept: [Element] = []
    var seen: Set<Element> = []
    for element in self {
      // A handful is looked through sooner than hashed; so it is with most of what is read of a domain.
      if kept.count < 8 {
        if !kept.contains(element) { kept.append(element) }
        continue
      }
      if seen.isEmpty { seen = Set(kept) }
      if seen.insert(element).inserted { kept.append(element) }
    }
    return kept
  }
}

extension Collection where Element: Hashable {
  /// The element where all are equal; nil where there are several, or none.
  var onlyOne: Element? { first.flatMap { first in allSatisfy { $0 == first } ? first : nil } }
}
