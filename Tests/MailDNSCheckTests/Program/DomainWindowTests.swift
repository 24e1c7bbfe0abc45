import Testing

@testable import MailDNSCheck

@Suite("How many domains of a list are under way at a time")
struct DomainWindowTests {
  /// A run in which domains end as a server and a processor let them, and what its window comes to after so many.
  private func size(after count: Int, given: Int? = nil, _ world: World) -> Int {
    let start = Instant.now
    var (seconds, processor) = (0.0, 0.0)
    func moment() -> DomainWindow.Moment {
      DomainWindow.Moment(
        time: start.advanced(byNanoseconds: Int64(seconds * 1e9)),
        processor: .nanoseconds(Int64(processor * 1e9)))
    }
    var window = DomainWindow(given, at: moment())
    for number in 0..<count {
      seconds += 1 / world.rate(window.size, number)
      processor += world.work
      window.noteFinished(at: moment)
    }
    return window.size
  }

  private struct World: Sendable {
    /// Seconds of a processor that a domain takes.
    var work = 0.0005
    /// Domains a second, with so many under way, of the domain with that number.
    let rate: @Sendable (Int, Int) -> Double
  }

  /// Nothing is waited for but the processor.
  private static let atOnce = World { _, _ in 2_000 }
  /// Every domain takes 0.3 seconds, however many there are.
  private static let farAway = World { size, _ in Double(size) / 0.3 }

  @Test("a short list has the usual number")
  func short() {
    #expect(size(after: DomainWindow.sample - 1, Self.atOnce) == DomainWindow.usual)
  }

  @Test("far away servers get as many as may be")
  func farAway() { #expect(size(after: 5_000, Self.farAway) == DomainWindow.most) }

  @Test("where only the processor is waited for, as few as do as well")
  func atOnce() { #expect(size(after: 5_000, Self.atOnce) == DomainWindow.least) }

  @Test("fewer that take longer are not kept")
  func fewerAreSlower() {
    let world = World { size, _ in size < DomainWindow.usual ? 1_500 : 2_000 }
    #expect(size(after: 5_000, world) == DomainWindow.usual)
  }

  @Test("a process that does nothing waits for servers, however even their pace")
  func idle() {
    let world = World(work: 0.0001) { _, _ in 2_000 }
    #expect(size(after: 5_000, world) == DomainWindow.most)
  }

  @Test("it is measured anew, so that servers that become slow are no longer asked about few")
  func anew() {
    let world = World { size, number in number < 8_000 ? 2_000 : Double(size) / 0.3 }
    #expect(size(after: 8_000, world) == DomainWindow.least)
    #expect(size(after: 20_000, world) == DomainWindow.most)
  }

  @Test("what the user says holds", arguments: [1, 100, 1_000])
  func given(_ number: Int) {
    #expect(size(after: 5_000, given: number, Self.atOnce) == number)
    #expect(size(after: 5_000, given: number, Self.farAway) == number)
  }
}
