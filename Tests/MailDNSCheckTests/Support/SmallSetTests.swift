import Testing

@testable import MailDNSCheck

@Suite("Small sets")
struct SmallSetTests {
  @Test("a small set says what a set says, however large it grows", arguments: [1, 3, 16, 17, 40, 400])
  func agrees(_ range: Int) {
    var generator = SeededGenerator(seed: UInt64(range))
    var small = SmallSet<Int>()
    var plain: Set<Int> = []
    for _ in 0..<500 {
      let element = Int.random(in: 0..<range, using: &generator)
      #expect(small.contains(element) == plain.contains(element))
      #expect(small.insert(element) == plain.insert(element).inserted)
      #expect(small.contains(element))
    }
  }
}
