import Testing

@testable import MailDNSCheck

@Suite("The deadline of a run over a list")
struct DeadlineOfListTests {
  @Test(
    "the last question ends early enough for the lines of the domains whose turn has not come",
    arguments: [
      // A list whose length nobody knows: a sixth, a second at most.
      (nil, 3_000, 500), (nil, 60_000, 1_000),
      // One whose lines take no longer than that.
      (100, 3_000, 500), (3_000, 3_000, 500), (6_000, 60_000, 1_000),
      // One whose lines take longer: as long as they take, and no more than half.
      (8_000, 3_000, 1_200), (20_000, 3_000, 1_500), (20_000, 60_000, 3_000),
    ] as [(Int?, Int, Int)])
  func timeForLines(_ lines: Int?, _ deadline: Int, _ expected: Int) {
    let time = ResolverSetup.timeForLines(lines, within: .milliseconds(deadline))
    #expect(time == .milliseconds(expected))
  }
}
