import Testing

@testable import MailDNSCheck

@Suite("What receivers miss in the hosts that send")
struct HostsRulesTests {
  @Test("nothing is wrong with one that has a confirmed name and is on no list")
  func good() async throws {
    #expect(try await HostsFixtures.findings(HostsFixtures.good) == [])
  }

  @Test(
    "reverse names",
    arguments: [
      ("", ["ptr-missing warning 192.0.2.25"]),
      ("25.2.0.192.in-addr.arpa PTR other.example.jp\n", ["ptr-unconfirmed warning 192.0.2.25"]),
      (
        "25.2.0.192.in-addr.arpa PTR mail.example.jp\n25.2.0.192.in-addr.arpa PTR other.example.jp\n", []
      ),
      (
        "25.2.0.192.in-addr.arpa CNAME 25.sub.2.0.192.in-addr.arpa\n25.sub.2.0.192.in-addr.arpa PTR mail.example.jp\n",
        []
      ),
      (
        "25.2.0.192.in-addr.arpa PTR six.example.jp\nsix.example.jp AAAA 2001:db8::25\n",
        ["ptr-unconfirmed warning 192.0.2.25"]
      ),
    ] as [(String, [String])])
  func pointers(_ lines: String, _ expected: [String]) async throws {
    #expect(
      try await HostsFixtures.findings(HostsFixtures.mx + HostsFixtures.spf + HostsFixtures.lists + lines)
        == expected)
  }

  @Test("a reverse name that could not be asked, or whose address could not be, is unknown")
  func pointersUnknown() async throws {
    #expect(
      try await HostsFixtures.findings(HostsFixtures.good, failing: ["25.2.0.192.in-addr.arpa"]) == [
        "ptr-unknown unknown 192.0.2.25"
      ])
    let lines =
      HostsFixtures.mx + HostsFixtures.spf + HostsFixtures.lists
      + "25.2.0.192.in-addr.arpa PTR other.example.jp\n"
    #expect(
      try await HostsFixtures.findings(lines, failing: ["other.example.jp"]) == [
        "ptr-unknown unknown 192.0.2.25"
      ])
  }

  @Test("hosts that only take mail are not judged: neither their names nor the lists are asked")
  func receivers() async throws {
    let dns = try RecordedResolver(
      World.providers + World.securemx + HostsFixtures.lists
        + "example.jp TXT \"v=spf1 ip4:192.0.2.7 -all\"\n7.2.0.192.in-addr.arpa PTR out.example.jp\nout.example.jp A 192.0.2.7\n"
    )
    let report = try await HostsFixtures.report(dns)
    #expect(report.summary == [])
    let asked = await dns.asked.map(\.description)
    #expect(!asked.contains { $0.hasPrefix("97.202.130.210.") })
    #expect(asked.contains("7.2.0.192.bl.spamcop.net A"))
  }

  @Test(
    "what lists say",
    arguments: [
      ("25.2.0.192.zen.spamhaus.org A 127.0.0.2\n", ["blocklist-listed warning 192.0.2.25"]),
      ("25.2.0.192.zen.spamhaus.org A 127.0.0.11\n", ["blocklist-listed warning 192.0.2.25"]),
      (
        "25.2.0.192.zen.spamhaus.org A 127.0.0.4\n25.2.0.192.bl.spamcop.net A 127.0.0.2\n",
        ["blocklist-listed warning 192.0.2.25", "blocklist-listed warning 192.0.2.25"]
      ),
      ("example.jp.dbl.spamhaus.org A 127.0.1.2\n", ["blocklist-domain-listed warning example.jp"]),
      ("25.2.0.192.bl.mailspike.net A 127.0.0.14\n", []),
      ("25.2.0.192.bl.mailspike.net A 127.0.0.18\n", ["blocklist-praised info 192.0.2.25"]),
      ("25.2.0.192.zen.spamhaus.org A 127.255.255.254\n", ["blocklist-unknown unknown zen.spamhaus.org"]),
      ("25.2.0.192.psbl.surriel.com A 146.112.61.108\n", ["blocklist-unknown unknown psbl.surriel.com"]),
      (
        "1.0.0.127.bl.spamcop.net A 127.0.0.2\n25.2.0.192.bl.spamcop.net A 127.0.0.2\n",
        ["blocklist-unknown unknown bl.spamcop.net"]
      ),
      ("invalid.dbl.spamhaus.org A 127.0.1.2\n", ["blocklist-unknown unknown dbl.spamhaus.org"]),
    ] as [(String, [String])])
  func lists(_ lines: String, _ expected: [String]) async throws {
    #expect(try await HostsFixtures.findings(HostsFixtures.good + lines) == expected)
  }

  @Test("the parts of a list are named, and what is there by rule alone is told apart")
  func parts() async throws {
    func message(_ lines: String) async throws -> String {
      let report = try await HostsFixtures.report(try RecordedResolver(HostsFixtures.good + lines))
      return try #require(report.findings("blocklist-listed").first).message.english
    }
    let both = try await message(
      "25.2.0.192.zen.spamhaus.org A 127.0.0.4\n25.2.0.192.zen.spamhaus.org A 127.0.0.11\n")
    #expect(both.contains("zen.spamhaus.org (XBL, PBL): receivers"))
    #expect(try await message("25.2.0.192.zen.spamhaus.org A 127.0.0.10\n").contains("(PBL): by the rules"))
  }

  @Test("a list that is dead, sold, silent or closed says nothing, even about an address that it has")
  func deadLists() async throws {
    let listed = HostsFixtures.domain + "25.2.0.192.own.test A 127.0.0.2\n"
    func findings(_ lines: String, failing: [String] = []) async throws -> [String] {
      try await HostsFixtures.findings(listed + lines, lists: ["own.test"], failing: failing)
    }
    let unknown = ["blocklist-unknown unknown own.test"]
    #expect(try await findings("") == unknown)
    #expect(try await findings("2.0.0.127.own.test A 127.255.255.254\n") == unknown)
    #expect(try await findings("*.own.test A 127.0.0.2\n") == unknown)
    #expect(try await findings("*.own.test A 203.0.113.80\n") == unknown)
    let alive = "2.0.0.127.own.test A 127.0.0.2\n"
    #expect(try await findings(alive) == ["blocklist-listed warning 192.0.2.25"])
    #expect(try await findings(alive, failing: ["2.0.0.127.own.test"]) == unknown)
    #expect(try await findings(alive, failing: ["1.0.0.127.own.test"]) == unknown)
    #expect(try await findings(alive, failing: ["25.2.0.192.own.test"]) == unknown)
  }

  @Test("a list that nobody knows tells by its test entries which families it is for")
  func families() async throws {
    let six = "5" + String(repeating: ".0", count: 23) + ".8.b.d.0.1.0.0.2"
    func findings(_ lines: String) async throws -> [String] {
      try await HostsFixtures.findings(
        HostsFixtures.domain + lines
          + "\(six).ip6.arpa PTR six.example.jp\nsix.example.jp AAAA 2001:db8::5\n\(six).own.test A 127.0.0.2\n25.2.0.192.own.test A 127.0.0.2\n",
        ["192.0.2.25", "2001:db8::5"], lists: ["own.test"])
    }
    let (v4, v6) = ("blocklist-listed warning 192.0.2.25", "blocklist-listed warning 2001:db8::5")
    #expect(try await findings("2.0.0.127.own.test A 127.0.0.2\n") == [v4])
    #expect(try await findings("\(HostsFixtures.testEntryIPv6).own.test A 127.0.0.2\n") == [v6])
    #expect(
      try await findings(
        "2.0.0.127.own.test A 127.0.0.2\n\(HostsFixtures.testEntryIPv6).own.test A 127.0.0.2\n") == [v4, v6])
    #expect(try await findings("") == ["blocklist-unknown unknown own.test"])
  }

  @Test("what is wrong with a provider's address is the provider's matter")
  func providers() async throws {
    let lines =
      World.providers + HostsFixtures.lists + World.securemx
      + "130.202.130.210.zen.spamhaus.org A 127.0.0.2\n"
    let report = try await HostsFixtures.report(try RecordedResolver(lines), ["210.130.202.130"])
    #expect(report.summary == ["ptr-missing info", "blocklist-listed info"])
    #expect(report.findings.allSatisfy { $0.fix?.english.contains("IIJ SecureMX") == true })
    #expect(report.status == .ok)
  }

  @Test("a provider is known by a name that has the address in turn, and by no other")
  func providersByName() async throws {
    let base =
      HostsFixtures.lists + "example.jp MX 10 mail.example.jp\nmail.example.jp A 203.0.113.9\n"
      + "9.2.0.192.in-addr.arpa PTR mo-csw99.securemx.jp\n9.2.0.192.bl.spamcop.net A 127.0.0.2\n"
    #expect(
      try await HostsFixtures.findings(base + "mo-csw99.securemx.jp A 192.0.2.9\n", ["192.0.2.9"]) == [
        "blocklist-listed info 192.0.2.9"
      ])
    #expect(
      try await HostsFixtures.findings(base, ["192.0.2.9"]) == [
        "ptr-unconfirmed warning 192.0.2.9", "blocklist-listed warning 192.0.2.9",
      ])
  }

  @Test("senders that are not looked at are told, and those that could not be asked are unknown")
  func senders() async throws {
    let many = HostsFixtures.mx + World.providers + "example.jp TXT \"v=spf1 include:spf.securemx.jp -all\"\n"
    #expect(
      try await HostsFixtures.findings(many, lists: []) == ["hosts-senders-partial info example.jp"])
    #expect(
      try await HostsFixtures.findings(HostsFixtures.good, failing: ["example.jp TXT"]) == [
        "hosts-senders-unknown unknown example.jp"
      ])
    #expect(try await HostsFixtures.findings("example.jp TXT \"v=spf1 -all\"\n", lists: []) == [])
  }

  @Test("whichever question fails, no warning and nothing critical comes of it")
  func sweep() async throws {
    let whole = try RecordedResolver(HostsFixtures.good)
    _ = try await HostsFixtures.report(whole)
    let questions = Set(await whole.asked)
    #expect(questions.count > 15)
    for question in questions {
      let report = try await HostsFixtures.report(whole.failing { $0 == question ? .servfail : nil })
      #expect(report.status <= .unknown, "\(question): \(report.summary)")
    }
  }

  @Test("where every list fails, each says so")
  func blackout() async throws {
    let whole = try RecordedResolver(HostsFixtures.good)
    let dns = whole.failing { question in
      Blocklist.known.contains { question.name.isBelow($0.zone) } ? .timedOut(ignored: 0) : nil
    }
    let report = try await HostsFixtures.report(dns)
    #expect(report.summary == Blocklist.standard.map { _ in "blocklist-unknown unknown" })
    #expect(report.findings.allSatisfy { $0.failure != nil })
  }

  @Test("the questions, each once; the whole check puts none of them")
  func questions() async throws {
    let dns = try RecordedResolver(HostsFixtures.good)
    _ = try await HostsFixtures.report(dns)
    let asked = await dns.asked.map(\.description)
    #expect(Set(asked).count == asked.count)
    let lists = ["zen.spamhaus.org", "bl.spamcop.net", "psbl.surriel.com", "bl.mailspike.net"].flatMap {
      zone in
      ["2.0.0.127", "1.0.0.127", "25.2.0.192"].map { "\($0).\(zone) A" }
    }
    #expect(
      Set(asked)
        == Set(
          lists + [
            "example.jp MX", "example.jp A", "example.jp AAAA", "example.jp TXT", "mail.example.jp A",
            "mail.example.jp AAAA", "25.2.0.192.in-addr.arpa PTR", "test.dbl.spamhaus.org A",
            "invalid.dbl.spamhaus.org A", "example.jp.dbl.spamhaus.org A",
          ]))
    let whole = try RecordedResolver(HostsFixtures.good)
    _ = try await whole.report(on: "example.jp")
    let others = await whole.asked
    #expect(!others.contains { $0.type == .ptr })
    #expect(!others.contains { question in Blocklist.known.contains { question.name.isBelow($0.zone) } })
  }

  @Test("no list is asked where none is wanted")
  func noLists() async throws {
    let dns = try RecordedResolver(HostsFixtures.good)
    _ = try await HostsFixtures.report(dns, lists: [])
    #expect(
      await dns.asked.allSatisfy { question in !Blocklist.known.contains { question.name.isBelow($0.zone) } })
  }
}
