import Testing

@testable import MailDNSCheck

@Suite("DKIM selectors of a zone file")
struct ZoneSelectorTests {
  private static let mail = "@ MX 10 mail\nmail A 198.51.100.1\n"

  /// A domain named by the user, in a zone that is at hand.
  private func report(_ lines: String, trusting: Bool = false) async throws -> DomainReport {
    let zones = try zoneSet(("example.zone", zoneHead + Self.mail + lines))
    let check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: [], expectedRoute: nil, zones: zones, trustsZones: trusting)
    return await check.report(on: try MailDomain(pasted: "example.com"))
  }

  private func asked(_ lines: String, trusting: Bool = false) async throws -> [String] {
    try #require(await report(lines, trusting: trusting).facts.dkim).selectors.map(\.selector.text)
  }

  /// Those that the route depends on.
  private static let always = ["key1.smx", "key2.smx", "selector1", "selector2"]

  @Test("a key is found at a selector that nobody would guess")
  func unguessable() async throws {
    let facts = try #require(await report(World.key("xq-2027.mail._domainkey.example.com.")).facts.dkim)
    #expect(facts.published.map(\.selector.text) == ["xq-2027.mail"])
    #expect(facts.keys.count == 1)
  }

  @Test("where the zone is trusted, nothing is asked for that it has not, but what the route depends on")
  func nothingGuessed() async throws {
    #expect(try await asked("", trusting: true) == Self.always)
    #expect(try await asked(World.key("s1._domainkey.example.com."), trusting: true) == Self.always + ["s1"])
  }

  @Test("else the usual ones are asked for as in DNS, in the same order")
  func asInDNS() async throws {
    let lines = World.key("s1._domainkey.example.com.")
    let zones = try zoneSet(("example.zone", zoneHead + Self.mail + lines))
    let check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: [], expectedRoute: nil)
    let report = await check.report(on: try MailDomain(pasted: "example.com"))
    #expect(try await asked(lines) == report.facts.dkim?.selectors.map(\.selector.text))
  }

  @Test(
    "what is beside the selectors is none",
    arguments: [
      "_adsp._domainkey TXT dkim=unknown", "_report._domainkey TXT ra=postmaster", "_domainkey TXT o=~",
    ])
  func beside(_ line: String) async throws {
    #expect(try await asked(line + "\n", trusting: true) == Self.always)
  }

  @Test(
    "where the zone does not say which there are, the usual ones are asked for",
    arguments: [
      "*._domainkey TXT x", "s1._domainkey NS ns.elsewhere.test.",
      "_domainkey CNAME d.elsewhere.test.", "* TXT x",
    ])
  func guessed(_ line: String) async throws {
    #expect(try await asked(line + "\n", trusting: true).contains("google"))
  }

  @Test(
    "where it says not all, those that it has are asked for besides",
    arguments: ["*._domainkey TXT x", "s1._domainkey NS ns.elsewhere.test."])
  func besides(_ line: String) async throws {
    for isTrusted in [false, true] {
      let asked = try await asked("\(line)\nxq-2027._domainkey TXT x\n", trusting: isTrusted)
      #expect(asked.contains("xq-2027") && asked.contains("google"))
    }
  }

  @Test("a zone with more of them than anybody signs with is asked as DNS is")
  func tooMany() async throws {
    let lines = (0..<201).map { "n\($0)._domainkey TXT x\n" }.joined()
    let asked = try await asked(lines, trusting: true)
    #expect(asked.contains("n199") && asked.contains("google") && !asked.contains("n200"))
  }

  @Test("the report says that there are no others, in both languages")
  func words() async throws {
    let facts = try #require(await report(World.key("s1._domainkey.example.com.")).facts.dkim)
    #expect(facts.limits?.english == "The zone file has no others.")
    #expect(facts.limits?.japanese == "ゾーンファイルにほかのセレクタはありません。")
  }

  @Test("nothing is left in doubt where the name above the keys has a record, and none of them")
  func noDoubt() async throws {
    let findings = try await report("_domainkey TXT o=~\n").findings.map(\.id)
    #expect(findings.contains("dkim-not-found"))
    #expect(!findings.contains("dkim-inconclusive"))
  }
}
