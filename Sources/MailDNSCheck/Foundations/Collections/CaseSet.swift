/// A set of an enumeration's cases, as the bits of one number.
///
/// `Set` hashes its elements, and the runtime searches the whole program for how, once for each type: a tenth of a millisecond of the
/// time in which one domain is checked.
struct CaseSet<Element>: Hashable, Sendable {
  private var bits: UInt64 = 0

  init() {}
}

extension CaseSet: ExpressibleByArrayLiteral where Element: CaseIterable {
  init(arrayLiteral elements: Element...) { self.init(elements) }
}

extension CaseSet: SetAlgebra where Element: CaseIterable {
  private static func bit(_ element: Element) -> UInt64 {
    let number = CaseNumber.of(element)
    precondition(number < UInt64.bitWidth, "more cases than bits")
    return 1 << UInt64(number)
  }

  func contains(_ element: Element) -> Bool { bits & Self.bit(element) != 0 }

  @discardableResult
  mutating func insert(_ element: Element) -> (inserted: Bool, memberAfterInsert: Element) {
    defer { bits |= Self.bit(element) }
    return (!contains(element), element)
  }

  @discardableResult
  mutating func remove(_ element: Element) -> Element? {
    defer { bits &= ~Self.bit(element) }
    return contains(element) ? element : nil
  }

  @discardableResult
  mutating func update(with element: Element) -> Element? {
    defer { bits |= Self.bit(element) }
    return contains(element) ? element : nil
  }

  mutating func formUnion(_ other: CaseSet) { bits |= other.bits }
  mutating func formIntersection(_ other: CaseSet) { bits &= other.bits }
  mutating func formSymmetricDifference(_ other: CaseSet) { bits ^= other.bits }

  func union(_ other: CaseSet) -> CaseSet {
    var result = self
    result.formUnion(other)
    return result
  }

  func intersection(_ other: CaseSet) -> CaseSet {
    var result = self
    result.formIntersection(other)
    return result
  }

  func symmetricDifference(_ other: CaseSet) -> CaseSet {
    var result = self
    result.formSymmetricDifference(other)
    return result
  }
}

/// In the order in which the cases are declared.
extension CaseSet: Sequence where Element: CaseIterable {
  func makeIterator() -> IndexingIterator<[Element]> { Element.allCases.filter(contains).makeIterator() }
}

/// How many there are of each of an enumeration's cases; for the same reason no dictionary.
struct CaseCounts<Case>: Sendable {
  private var counts: [Int] = []

  init() {}
}

extension CaseCounts where Case: CaseIterable {
  /// Nil where there is none.
  subscript(_ key: Case) -> Int? {
    let number = CaseNumber.of(key)
    return number < counts.count && counts[number] > 0 ? counts[number] : nil
  }

  /// One more of them.
  mutating func add(_ key: Case) {
    let number = CaseNumber.of(key)
    while counts.count <= number { counts.append(0) }
    counts[number] += 1
  }
}

private enum CaseNumber {
  /// The place of a case among those of its enumeration, whose cases hold nothing: what it is in memory.
  static func of<Case: CaseIterable>(_ element: Case) -> Int {
    precondition(MemoryLayout<Case>.size <= 1, "cases that hold something, or more than 256")
    return withUnsafeBytes(of: element) { Int($0.first ?? 0) }
  }
}
