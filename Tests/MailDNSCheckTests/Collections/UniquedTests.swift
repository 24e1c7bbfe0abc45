import Testing

@testable import MailDNSCheck

@Suite("Each element once")
struct UniquedTests {
  @Test("few are kept as many are: where each came first", arguments: 0..<40 as Range<UInt64>)
  func agrees(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let kinds = Int.random(in: 1...30, using: &random)
    let numbers = (0..<100).map { _ in Int.random(in: 0..<kinds, using: &random) }
    var seen: Set<Int> = []
    #expect(numbers.uniqued == numbers.filter { seen.insert($0).inserted })
  }

  @Test("of nothing there is nothing")
  func empty() { #expect([Int]().uniqued == []) }
}
