import Testing

@testable import MailDNSCheck

@Suite("When the hosts that take mail are talked to")
struct ProbeBeginningTests {
  /// Notes that somebody has been talked to.
  private struct NotingProber: SMTPProber {
    let isBegun: Guarded<Bool>

    func session(with host: DomainName, at address: IPAddress) async -> SMTPSession {
      isBegun.withLock { $0 = true }
      return SMTPSession(address: address, outcome: .failed(.timedOut(.connection), greeting: nil))
    }
  }

  /// Keeps texts back until somebody has been talked to, or nobody can be expected to be any more.
  private struct HoldingResolver: Resolver {
    let base: RecordedResolver
    let isBegun: Guarded<Bool>

    func answer(to question: Question) async -> Answer {
      if question.type == .txt { _ = await becomesTrue(within: .seconds(10)) { isBegun.withLock { $0 } } }
      return await base.answer(to: question)
    }
  }

  @Test("as soon as their addresses are known: what else is asked of the domain is not waited for")
  func early() async throws {
    let isBegun = Guarded(false)
    let resolver = HoldingResolver(base: try RecordedResolver(SMTPFixtures.zone), isBegun: isBegun)
    var check = DomainCheck(
      areas: .whole, resolver: resolver, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.prober = NotingProber(isBegun: isBegun)
    let started = Instant.now
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    #expect(started.duration(to: .now) < .seconds(10), "the texts came first")
    #expect(report.facts.probe?.sessions.isEmpty == false)
  }
}
