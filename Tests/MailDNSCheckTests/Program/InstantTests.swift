import Testing

@testable import MailDNSCheck

@Suite("Points in time on a clock that nobody sets")
struct InstantTests {
  @Test("they go on, and differ by what lies between them")
  func differences() {
    let start = Instant.now
    #expect(start <= .now)
    #expect(start.duration(to: start + .milliseconds(300)) == .milliseconds(300))
    #expect((start + .seconds(2)) - start == .seconds(2))
    #expect(start + .seconds(2) - .seconds(3) < start)
    #expect(start + .nanoseconds(1) > start)
    #expect(start.advanced(byNanoseconds: -5) == start - .nanoseconds(5))
  }

  @Test("what lies beyond the end of the clock is its end")
  func end() {
    let start = Instant.now
    let last = start.advanced(byNanoseconds: .max)
    #expect(last == start.advanced(byNanoseconds: .max - 1))
    #expect(last > start + .seconds(86_400 * 365 * 100))
  }
}
