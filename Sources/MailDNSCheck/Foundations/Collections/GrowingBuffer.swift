import Glibc

/// Elements in one piece of memory that grows where it stands: unlike an array, which needs room for old and new together
/// while it grows. For millions of small elements.
struct GrowingBuffer<Element: BitwiseCopyable>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 64) {
    self.capacity = max(capacity, 1)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  var indices: Range<Int> { 0..<count }

  subscript(_ index: Int) -> Element {
    get {
      precondition(index >= 0 && index < count)
      return start[index]
    }
    set {
      precondition(index >= 0 && index < count)
      start[index] = newValue
    }
  }

  mutating func append(_ element: Element) {
    if count == capacity { grow(to: capacity * 2) }
    start[count] = element
    count += 1
  }

  /// Elements from `offset` on, all of them in use.
  func elements(from offset: Int) -> UnsafeBufferPointer<Element> {
    UnsafeBufferPointer(rebasing: UnsafeBufferPointer(start: start, count: count)[offset...])
  }

  /// Makes it longer by `length` elements, and returns their room: whoever asks for it fills all of it, before anything else is
  /// added.
  mutating func extend(by length: Int) -> UnsafeMutableBufferPointer<Element> {
    if count + length > capacity { grow(to: max(capacity * 2, count + length)) }
    defer { count += length }
    return UnsafeMutableBufferPointer(start: start + count, count: length)
  }

  private mutating func grow(to wanted: Int) {
    // The C library moves pages, not octets, where there are many.
    let size = wanted * MemoryLayout<Element>.stride
    guard let moved = realloc(start, size) else { fatalError("out of memory") }
    start = moved.bindMemory(to: Element.self, capacity: wanted)
    capacity = wanted
  }
}

extension UnsafeMutableBufferPointer where Element: BitwiseCopyable {
  /// Puts `elements` at `place`, where there must be room for them.
  func fill(from elements: UnsafeBufferPointer<Element>, at place: Int) {
    precondition(place >= 0 && place <= count && elements.count <= count - place)
    guard let start = elements.baseAddress, let target = baseAddress, !elements.isEmpty else { return }
    (target + place).initialize(from: start, count: elements.count)
  }
}
