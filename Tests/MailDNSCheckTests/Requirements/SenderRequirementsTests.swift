import Testing

@testable import MailDNSCheck

@Suite("What large mailbox providers require of senders")
struct SenderRequirementsTests {
  private static let policy = "_dmarc.example.jp TXT \"v=DMARC1; p=none; rua=mailto:d@example.jp\"\n"
  private static let key = World.key("default._domainkey.example.jp")

  private func states(
    _ lines: String, senders: [String] = [], failing: [String] = []
  ) async throws -> [SenderRequirement: SenderRequirements.State] {
    let dns = try RecordedResolver(HostsFixtures.mx + HostsFixtures.pointer + lines, failing: failing)
    var check = DomainCheck(
      areas: .full, resolver: dns, catalogue: .builtIn, selectors: [], expectedRoute: nil)
    check.hosts = HostsPlan(addresses: senders.compactMap { IPAddress($0) }, lists: [])
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    let rows = try #require(SenderRequirements(report)).rows
    #expect(Set(rows.map(\.requirement)) == Set(SenderRequirement.allCases))
    return Dictionary(uniqueKeysWithValues: rows.map { ($0.requirement, $0.state) })
  }

  @Test("a domain that has all of it; TLS no DNS can tell")
  func good() async throws {
    let states = try await states(HostsFixtures.spf + Self.policy + Self.key)
    #expect(states[.spfOrDKIM] == .met && states[.spfAndDKIM] == .met && states[.dmarc] == .met)
    #expect(states[.reverseNames] == .met)
    #expect(states[.tls] == .unknown)
  }

  @Test("a domain that has none of it")
  func bare() async throws {
    let states = try await states("")
    #expect(states[.spfOrDKIM] == .notMet && states[.spfAndDKIM] == .notMet && states[.dmarc] == .notMet)
    #expect(states[.alignment] == .notMet)
    // Nobody says who sends.
    #expect(states[.reverseNames] == .unknown)
  }

  @Test("one of SPF and DKIM is enough for some, and not for those who send much")
  func half() async throws {
    let spf = try await states(HostsFixtures.spf)
    #expect(spf[.spfOrDKIM] == .met && spf[.spfAndDKIM] == .notMet)
    let dkim = try await states(Self.key)
    #expect(dkim[.spfOrDKIM] == .met && dkim[.spfAndDKIM] == .notMet)
    let broken = try await states("example.jp TXT \"v=spf1 ip4:x -all\"\n" + Self.key)
    #expect(broken[.spfAndDKIM] == .notMet)
  }

  @Test("what could not be asked is never said to be missing")
  func failures() async throws {
    let whole = HostsFixtures.spf + Self.policy + Self.key
    let spf = try await states(whole, failing: ["example.jp TXT"])
    #expect(spf[.spfOrDKIM] == .met && spf[.spfAndDKIM] == .unknown)
    #expect(try await states(whole, failing: ["_dmarc.example.jp"])[.dmarc] == .unknown)
    #expect(try await states(whole, failing: ["25.2.0.192.in-addr.arpa"])[.reverseNames] == .unknown)
    let dkim = try await states(
      HostsFixtures.spf, failing: ["_domainkey.example.jp", "default._domainkey.example.jp"])
    #expect(dkim[.spfAndDKIM] == .unknown)
  }

  @Test("reverse names are those of the senders that are known")
  func reverseNames() async throws {
    #expect(try await states("", senders: ["192.0.2.25"])[.reverseNames] == .met)
    #expect(try await states("", senders: ["192.0.2.25", "192.0.2.26"])[.reverseNames] == .notMet)
    let others = "example.jp TXT \"v=spf1 mx ip4:198.51.100.0/24 -all\"\n"
    #expect(try await states(others)[.reverseNames] == .unknown)
  }

  @Test("every system of the route must be aligned")
  func alignment() async throws {
    let gateway = World.withoutTenant + "example.jp MX 5 mx.securemx.jp\n" + Self.policy
    let hopeless = try await states(gateway + HostsFixtures.spf)
    #expect(hopeless[.alignment] == .notMet)
    let aligned = try await states(
      World.withoutTenant + "example.jp MX 5 mx.securemx.jp\n" + Self.policy
        + "example.jp TXT \"v=spf1 mx include:spf.securemx.jp -all\"\n")
    #expect(aligned[.alignment] == .met)
  }

  @Test("the data have a source and a day, and the rows stand in the order in which they are read")
  func data() async throws {
    #expect(MailboxProvider.all.map(\.id) == ["gmail", "yahoo", "outlook.com"])
    for provider in MailboxProvider.all {
      #expect(provider.source.hasPrefix("https://"))
      #expect(CalendarDate(provider.since) != nil)
      #expect(!provider.ofBulk.isEmpty && provider.ofAll.isDisjoint(with: provider.ofBulk))
    }
  }

  @Test("a check that is not full has no table")
  func others() async throws {
    let report = try await RecordedResolver(HostsFixtures.good).report(on: "example.jp")
    #expect(SenderRequirements(report) == nil)
  }
}
