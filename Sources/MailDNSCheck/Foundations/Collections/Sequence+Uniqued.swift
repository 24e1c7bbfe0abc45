extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  var uniqued: [Element] {
    var distinct: [Element] = []
    var iterator = makeIterator()
    // So few that looking through them is quicker than hashing.
    while distinct.count < 8 {
      guard let element = iterator.next() else { return distinct }
      if !distinct.contains(element) { distinct.append(element) }
    }
    var seen = Set(distinct)
    while let element = iterator.next() {
      if seen.insert(element).inserted { distinct.append(element) }
    }
    return distinct
  }
}

extension Collection where Element: Hashable {
  /// The element where all are equal; nil where there are several, or none.
  var onlyOne: Element? { first.flatMap { first in allSatisfy { $0 == first } ? first : nil } }
}
