/// A set that is an array as long as it is small: most sets of names hold a few, which are compared sooner than hashed.
struct SmallSet<Element: Hashable> {
  private var few: [Element] = []
  private var many: Set<Element> = []

  /// More elements than these are hashed: what somebody else can make long must not be compared one by one.
  static var maximumCompared: Int { 16 }

  func contains(_ element: Element) -> Bool { few.contains(element) || many.contains(element) }

  /// Whether the element was not there before.
  mutating func insert(_ element: Element) -> Bool {
    if few.contains(element) { return false }
    guard few.count >= Self.maximumCompared else {
      few.append(element)
      return true
    }
    return many.insert(element).inserted
  }
}

extension SmallSet: Sendable where Element: Sendable {}
