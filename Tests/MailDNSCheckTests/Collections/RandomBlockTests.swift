import Testing

@testable import MailDNSCheck

@Suite("Random numbers by the block")
struct RandomBlockTests {
  @Test("none comes again, also not in another block, and each bit is as often 0 as 1")
  func numbers() {
    var (first, second) = (RandomBlock(), RandomBlock())
    let numbers = (0..<10_000).map { $0 % 2 == 0 ? first.next() : second.next() }
    #expect(Set(numbers).count == numbers.count)
    for bit in 0..<64 {
      // Five standard deviations and more: once in a million runs of all bits.
      let ones = numbers.count { $0 >> bit & 1 == 1 }
      #expect((4_700...5_300).contains(ones), "bit \(bit): \(ones)")
    }
  }
}
