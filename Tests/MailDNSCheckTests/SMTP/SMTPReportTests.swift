import Foundation
import Testing

@testable import MailDNSCheck

@Suite("What hosts that take mail say, as people and programs read it")
struct SMTPReportTests {
  private typealias Fixtures = SMTPFixtures

  private let masked = SMTPSession.Outcome.plain(
    SMTPGreeting(
      reply: SMTPFixtures.reply(220, "mail"),
      capabilities: SMTPCapabilities(SMTPFixtures.reply(250, "mail", "XXXXXXXA"))))

  private func lines(_ outcome: SMTPSession.Outcome, _ language: Language = .english) throws -> [String] {
    let session = SMTPSession(address: Fixtures.address, outcome: outcome)
    return SMTPLines(probe: probe([session]), now: .now, language: language).lines
  }

  private func probe(_ sessions: [SMTPSession]) -> SMTPProbe {
    SMTPProbe(
      domain: DomainName("example.jp")!,
      hosts: [
        SMTPProbe.Host(host: Fixtures.host, sessions: sessions, skippedAddresses: 0, failure: nil)
      ], skippedHosts: 0, failure: nil)
  }

  private func entry(
    _ outcome: SMTPSession.Outcome, _ lines: String = "", areas: CaseSet<CheckArea> = [.tls, .hosts]
  ) async throws -> [String: Any] {
    let report = try await Fixtures.report(outcome, Fixtures.zone + lines, areas: areas)
    let text = JSONText.make(JSONReport(report, in: .builtIn, language: .english), pretty: false)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let hosts = try #require(object["hosts"] as? [String: Any])
    let host = try #require((hosts["receiving"] as? [[String: Any]])?.first)
    return try #require((host["smtp"] as? [[String: Any]])?.first)
  }

  @Test("a keyword that was written over is no host without STARTTLS")
  func keywords() async throws {
    #expect(try lines(masked)[0].hasSuffix("STARTTLS not known"))
    #expect(try lines(masked, .japanese)[0].hasSuffix("STARTTLSの対応を確認できず"))
    let entry = try await entry(masked)
    #expect(entry["result"] as? String == "unknown" && entry["stage"] as? String == "ehlo")
  }

  @Test("the days that are left are those of a certificate that has not expired")
  func expiry() throws {
    let expired = SMTPSession.Outcome.secured(Fixtures.greeting, Fixtures.tls(days: -3, trust: .expired))
    #expect(try lines(expired)[0].contains("certificate expired on "))
    #expect(try lines(expired, .japanese)[0].hasSuffix("に期限切れ"))
    #expect(try lines(.secured(Fixtures.greeting, Fixtures.tls()))[0].hasSuffix("(60 days)"))
  }

  @Test("in one line: TLS everywhere and how long it holds, else at how many addresses")
  func brief() {
    let good = SMTPSession(
      address: Fixtures.address, outcome: .secured(Fixtures.greeting, Fixtures.tls()))
    let refused = SMTPSession(
      address: Fixtures.address, outcome: .refused(Fixtures.reply(550, "5.7.51 no"), .greeting))
    func brief(_ sessions: [SMTPSession], _ language: Language = .english) -> String? {
      SMTPLines(probe: probe(sessions), now: .now, language: language).brief
    }
    #expect(brief([good]) == "TLS with 60 days left")
    #expect(brief([good], .japanese) == "TLS(残り60日)")
    #expect(brief([good, refused]) == "STARTTLS at 1 of 2, 60 days left")
    #expect(brief([good, refused], .japanese) == "STARTTLS 1/2(残り60日)")
    #expect(brief([refused]) == "STARTTLS at 0 of 1")
    #expect(brief([]) == nil)
  }

  @Test(
    "JSON says whether a TLSA record matches, and null where none says anything",
    arguments: [("3 1 1 02", true), ("3 1 1 03", false), ("1 1 1 02", nil), (nil, nil)] as [(String?, Bool?)])
  func keys(_ record: String?, _ expected: Bool?) async throws {
    let secured = SMTPSession.Outcome.secured(Fixtures.greeting, Fixtures.tls())
    let keys = record.map {
      "_25._tcp.mail.example.jp TLSA \($0.prefix(6))\(String(repeating: String($0.suffix(2)), count: 32))\n"
    }
    #expect(try await entry(secured, keys ?? "")["tlsaMatches"] as? Bool == expected)
    // The area of TLS is not told where it was not asked for.
    #expect(try await entry(secured, keys ?? "", areas: [.hosts])["tlsaMatches"] is NSNull)
  }
}
