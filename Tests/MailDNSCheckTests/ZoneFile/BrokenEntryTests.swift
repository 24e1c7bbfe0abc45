import Testing

@testable import MailDNSCheck

@Suite("What broken entries of zone files leave behind")
struct BrokenEntryTests {
  private func zone(_ text: String, origin: String = "example.com") throws -> Zone {
    let file = try ZoneFile(name: "f.zone", content: FileContent(Array(text.utf8)))
    return try #require(file.zones[fqdn(origin)])
  }

  private func isAbsent(_ finding: Zone.Finding?) -> Bool {
    switch finding {
    case .noData, .noSuchName: true
    default: false
    }
  }

  @Test(
    "the type at the name is unknown, or every type where it can't be read, and the name exists",
    arguments: [
      ("_dmarc TXT \"v=DMARC1; p=reject", "_dmarc", true), ("_dmarc TXT (\"v=DMARC1\"", "_dmarc", true),
      ("_dmarc TXT \"v=DMARC1\" )", "_dmarc", true), ("_dmarc TXTT \"v=DMARC1\"", "_dmarc", false),
      ("_dmarc \"v=DMARC1", "_dmarc", false), ("_dmarc 60 IN TXT \"x\\", "_dmarc", true),
      ("s1._domainkey TXT \"v=DKIM1; p=abc", "s1._domainkey", true),
      ("_dmarc TXT ( \"v=DMARC1;\n \"p=none\" )", "_dmarc", true), ("_dmarc ANY", "_dmarc", false),
    ])
  func known(line: String, owner: String, isTypeRead: Bool) throws {
    let zone = try zone(zoneHead + "last A 192.0.2.1\n" + line + "\n")
    let name = owner + ".example.com"
    #expect(zone.lookUp(asking(name, .txt)) == .unreadable)
    guard isTypeRead else {
      #expect(zone.lookUp(asking(name, .mx)) == .unreadable)
      return
    }
    guard case .noData? = zone.lookUp(asking(name, .mx)),
      case .noData? = zone.lookUp(asking("last.example.com", .txt)),
      case .noSuchName? = zone.lookUp(asking("other.example.com", .txt))
    else {
      Issue.record("nothing else is lost: \(line)")
      return
    }
  }

  @Test("a broken line without an owner is the last one's, and a broken owner is nobody's before")
  func owners() throws {
    let blank = try zone(zoneHead + "a A 192.0.2.1\n TXT \"open\n")
    #expect(blank.lookUp(asking("a.example.com", .txt)) == .unreadable)
    let broken = try zone(zoneHead + "a A 192.0.2.1\nb..c MX 10 x\n TXT \"v=spf1 -all\"\n")
    #expect(broken.records(at: fqdn("a.example.com")).map(\.record.type) == [.a])
    #expect(broken.lookUp(asking("x.example.com", .mx)) == .unreadable)
    #expect(broken.lookUp(asking("a.example.com", .txt)) == .unreadable)
    #expect(isAbsent(broken.lookUp(asking("a.example.com", .aaaa))))
  }

  @Test("the lines that a parenthesis swallows are unknown as well")
  func swallowed() throws {
    let zone = try zone(
      zoneHead + "a TXT ( \"x\n_dmarc TXT \"v=DMARC1; p=reject\"\n  MX 10 m\nb A 192.0.2.1 )\nc A 192.0.2.2\n"
    )
    for question in [asking("a.example.com", .txt), asking("_dmarc.example.com", .txt)] {
      #expect(zone.lookUp(question) == .unreadable)
    }
    #expect(zone.lookUp(asking("_dmarc.example.com", .mx)) == .unreadable)
    #expect(zone.lookUp(asking("b.example.com", .a)) == .unreadable)
    #expect(zone.records(at: fqdn("c.example.com")).count == 1)
  }

  @Test("a parenthesis that closes nothing and stands alone leaves nothing unknown")
  func alone() throws {
    let zone = try zone(zoneHead + ") ; end\n  )\n")
    #expect(isAbsent(zone.lookUp(asking("x.example.com", .mx))))
  }

  @Test("a broken SOA record still is the zone's, and a good one behind it counts")
  func startOfAuthority() throws {
    let file = try ZoneFile(
      name: "f.zone",
      content: FileContent(Array("$ORIGIN example.com.\n$TTL 60\n@ SOA ns h ( 1 2 3\n@ MX 0 .\n".utf8)))
    #expect(file.faults.kept.map(\.reason) == [.unclosedParenthesis])
    #expect(file.zones[fqdn("example.com")]?.records(at: fqdn("example.com")).count == 1)
    let twice = try zone("$ORIGIN example.com.\n$TTL 60\n@ SOA ns h 1 2 3\n@ SOA ns h 1 2 3 4 5\n")
    #expect(twice.startOfAuthority?.line == 4)
  }

  @Test("what lies below a broken delegation or DNAME record is unknown")
  func below() throws {
    let zone = try zone(zoneHead + "sub NS a..b\nold DNAME \"x\"\n")
    #expect(zone.lookUp(asking("x.sub.example.com", .mx)) == .unreadable)
    #expect(zone.lookUp(asking("x.old.example.com", .mx)) == .unreadable)
    #expect(isAbsent(zone.lookUp(asking("x.other.example.com", .mx))))
  }

  @Test(
    "behind a broken $ORIGIN relative names are unknown until the next one, which is said once",
    arguments: ["$ORIGIN sub..example.com.", "$ORIGIN", "$ORIGIN \"sub", "$ORIGN sub.example.com."])
  func origins(line: String) throws {
    let text =
      zoneHead + line + "\n@ MX 10 lost\nwww A 192.0.2.1\nx.example.com. A 192.0.2.2\n A 192.0.2.3\n"
      + "y.example.com. MX 10 lost\n$ORIGIN relative\nz A 192.0.2.4\n$ORIGIN b.example.com.\nz A 192.0.2.5\n"
    let file = try ZoneFile(name: "f.zone", content: FileContent(Array(text.utf8)))
    #expect(file.faults.refused == 1)
    #expect(file.faults.kept.dropFirst().map(\.reason) == [.originLost])
    #expect(file.faults.kept.map(\.position.line) == [3, 4])
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(zone.records(at: fqdn("www.example.com")).isEmpty)
    #expect(zone.records(at: fqdn("z.example.com")).isEmpty)
    #expect(zone.lookUp(asking("www.example.com", .a)) == .unreadable)
    #expect(zone.lookUp(asking("example.com", .mx)) == .unreadable)
    #expect(zone.lookUp(asking("y.example.com", .mx)) == .unreadable)
    #expect(zone.records(at: fqdn("x.example.com")).count == 2)
    #expect(zone.records(at: fqdn("z.b.example.com")).count == 1)
    #expect(isAbsent(zone.lookUp(asking("example.com", .txt))))
  }

  @Test("a directive that nobody knows, or a broken $GENERATE, may have made any name")
  func directives() throws {
    for line in ["$GENERATE 9-1 h$ A 192.0.2.$", "$INCLUDE", "$FOO x"] {
      let zone = try zone(zoneHead + line + "\n")
      #expect(zone.lookUp(asking("h1.example.com", .a)) == .unreadable)
    }
    #expect(isAbsent(try zone(zoneHead + "$TTL x\n").lookUp(asking("h1.example.com", .a))))
  }

  @Test("no record of a broken line is called absent, and none is to be published")
  func report() async throws {
    let text =
      zoneHead + "@ MX 10 mail\nmail A 192.0.2.9\n@ TXT \"v=spf1 mx -all\n_dmarc TXT \"v=DMARC1; p=reject\n"
    var zones = ZoneSet()
    try zones.add(try ZoneFile(name: "f.zone", content: FileContent(Array(text.utf8))))
    let check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: [], expectedRoute: nil)
    let ids = await check.report(on: try MailDomain(pasted: "example.com")).findings.map(\.id)
    #expect(ids.contains("spf-unknown"))
    #expect(ids.contains("dmarc-unknown"))
    #expect(!ids.contains("spf-missing") && !ids.contains("dmarc-missing"))
  }

  @Test("a service's own record is asked for in DNS; offline the reason is told, and no line is to be mended")
  func service() async throws {
    var zones = ZoneSet()
    try zones.add(
      try ZoneFile(name: "f.zone", content: FileContent(Array((zoneHead + "a ALIAS x.\n").utf8))))
    let question = asking("a.example.com", .a)
    let offline = await ZoneResolver(zones: zones, otherwise: OfflineResolver()).answer(to: question)
    #expect(offline.failure?.kind == .serviceRecord)
    #expect(offline.failure?.remedy.english.contains("--offline") == true)
    let dns = try RecordedResolver("a.example.com A 192.0.2.1")
    let answer = await ZoneResolver(zones: zones, otherwise: dns).answer(to: question)
    #expect(answer.records.map(\.data) == [ipv4("192.0.2.1")])
  }
}
