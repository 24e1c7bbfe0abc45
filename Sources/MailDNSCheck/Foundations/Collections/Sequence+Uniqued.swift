extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  var uniqued: [Element] {
    var seen = SmallSet<Element>()
    return filter { seen.insert($0) }
  }
}

extension Collection where Element: Hashable {
  /// The element where all are equal; nil where there are several, or none.
  var onlyOne: Element? { first.flatMap { first in allSatisfy { $0 == first } ? first : nil } }
}
