extension Sequence where Element: Hashable {
  /// Each element once, where it came first.
  var uniqued: [Element] { Array(self).withoutRepeated { $0 } }
}

extension Array {
  /// The elements without those whose `property` an earlier one has.
  func withoutRepeated<Property: Hashable>(by property: (Element) -> Property) -> [Element] {
    // Nearly always there is nothing to leave out, and nothing to copy.
    if count <= SmallSet<Property>.maximumCompared, !hasRepetition(of: property) { return self }
    var seen = SmallSet<Property>()
    return filter { seen.insert(property($0)) }
  }

  private func hasRepetition(of property: (Element) -> some Equatable) -> Bool {
    for index in indices.dropFirst() {
      let value = property(self[index])
      for earlier in 0..<index where property(self[earlier]) == value { return true }
    }
    return false
  }
}

extension Collection where Element: Hashable {
  /// The element where all are equal; nil where there are several, or none.
  var onlyOne: Element? { first.flatMap { first in allSatisfy { $0 == first } ? first : nil } }
}
