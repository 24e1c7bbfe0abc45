import Testing

@testable import MailDNSCheck

@Suite("Looking a question up in a zone (RFC 1034 §4.3.2)")
struct ZoneLookUpTests {
  private let denial = Answer.Denial(zone: fqdn("example.com"), timeToLive: 300)

  @Test("all records of the type at the name")
  func exact() throws {
    let zone = try parsedZone("a A 192.0.2.1\n  A 192.0.2.2\n  TXT x\n")
    #expect(
      zone.lookUp(asking("A.example.COM", .a))
        == .records([
          rr("a.example.com", ipv4("192.0.2.1")), rr("a.example.com", ipv4("192.0.2.2")),
        ]))
  }

  @Test("a name without such records is NODATA, a name that is not there NXDOMAIN")
  func denials() throws {
    let zone = try parsedZone("a A 192.0.2.1\n")
    #expect(zone.lookUp(asking("a.example.com", .txt)) == .noData(denial))
    #expect(zone.lookUp(asking("b.example.com", .a)) == .noSuchName(denial))
    #expect(zone.lookUp(asking("b.a.example.com", .a)) == .noSuchName(denial))
    #expect(zone.lookUp(asking("example.com", .mx)) == .noData(denial))
  }

  @Test(
    "a denial may be kept for the SOA's TTL or its minimum, whichever is shorter (RFC 2308 §5)",
    arguments: [(60, 300, 60), (3600, 300, 300)] as [(UInt32, UInt32, UInt32)])
  func denialTimeToLive(timeToLive: UInt32, minimum: UInt32, expected: UInt32) throws {
    let file = try zoneFile("a. \(timeToLive) SOA b. c. 1 2 3 4 \(minimum)")
    #expect(
      file.zones[fqdn("a")]?.lookUp(asking("x.a", .a))
        == .noSuchName(Answer.Denial(zone: fqdn("a"), timeToLive: expected)))
  }

  @Test("a name with names below it exists: smx._domainkey and _domainkey are NODATA")
  func emptyNonTerminals() throws {
    let zone = try parsedZone("key1.smx._domainkey TXT \"v=DKIM1; p=x\"\n")
    #expect(zone.lookUp(asking("smx._domainkey.example.com", .txt)) == .noData(denial))
    #expect(zone.lookUp(asking("_domainkey.example.com", .txt)) == .noData(denial))
    #expect(zone.lookUp(asking("key2.smx._domainkey.example.com", .txt)) == .noSuchName(denial))
  }

  @Test("a name whose only record is of a type unlike those of mail exists")
  func otherType() throws {
    let zone = try parsedZone("a LOC 35 41 0 N 139 41 0 E 10m\n")
    #expect(zone.lookUp(asking("a.example.com", .txt)) == .noData(denial))
  }

  @Test("a CNAME answers every type but its own and ANY")
  func alias() throws {
    let zone = try parsedZone("a 60 CNAME b.example.org.\n")
    let alias = Answer.Alias(owner: fqdn("a.example.com"), target: fqdn("b.example.org"), timeToLive: 60)
    let record = rr("a.example.com", .cname(fqdn("b.example.org")), timeToLive: 60)
    #expect(zone.lookUp(asking("a.example.com", .a)) == .alias(alias))
    #expect(zone.lookUp(asking("a.example.com", .cname)) == .records([record]))
    #expect(zone.lookUp(asking("a.example.com", .any)) == .records([record]))
  }

  @Test("ANY returns all records at the name")
  func any() throws {
    let zone = try parsedZone("a A 192.0.2.1\n  TXT x\nb.c A 192.0.2.1\n")
    #expect(
      zone.lookUp(asking("a.example.com", .any))
        == .records([rr("a.example.com", ipv4("192.0.2.1")), rr("a.example.com", txt("x"))]))
    #expect(zone.lookUp(asking("c.example.com", .any)) == .noData(denial))
  }

  @Test(
    "what is at or below a delegation, or outside the zone, is not for the zone to say",
    arguments: [
      ("sub.example.com", .a), ("ns.sub.example.com", .a),
      ("x.y.sub.example.com", .txt),
      ("x.sub.example.com", .ds), ("example.org", .a), ("com", .ns), ("badexample.com", .a),
    ] as [(String, RecordType)])
  func delegated(name: String, type: RecordType) throws {
    let zone = try parsedZone("@ NS ns\nsub NS ns.sub\nns.sub A 192.0.2.1\nx.sub DS 1 8 2 aa\n")
    #expect(zone.lookUp(asking(name, type)) == nil)
  }

  @Test("NS records at the origin are the zone's own")
  func originServers() throws {
    let zone = try parsedZone("@ NS ns\n")
    #expect(
      zone.lookUp(asking("example.com", .ns))
        == .records([rr("example.com", .ns(fqdn("ns.example.com")))]))
  }

  @Test("a delegation is in the zone's file, and so are its servers, before it is published too")
  func delegationServers() throws {
    let zone = try parsedZone("sub NS ns.sub\nns.sub A 192.0.2.1\n")
    #expect(
      zone.lookUp(asking("sub.example.com", .ns))
        == .records([rr("sub.example.com", .ns(fqdn("ns.sub.example.com")))]))
  }

  @Test("the parent side of a delegation answers for DS")
  func delegationSigner() throws {
    let zone = try parsedZone("sub NS ns.sub\nsub DS 1 8 2 aa\nbare NS ns.bare\n")
    #expect(
      zone.lookUp(asking("sub.example.com", .ds))
        == .records([rr("sub.example.com", .other(.ds, [0, 1, 8, 2, 0xAA]))]))
    #expect(zone.lookUp(asking("bare.example.com", .ds)) == .noData(denial))
  }

  @Test("a DNAME makes aliases of all names below its owner, but not of the owner (RFC 6672)")
  func redirection() throws {
    let zone = try parsedZone("old 60 DNAME new.example.org.\nold A 192.0.2.1\n")
    #expect(
      zone.lookUp(asking("a.b.old.example.com", .a))
        == .alias(
          Answer.Alias(
            owner: fqdn("a.b.old.example.com"), target: fqdn("a.b.new.example.org"), timeToLive: 60)))
    #expect(
      zone.lookUp(asking("old.example.com", .a))
        == .records([rr("old.example.com", ipv4("192.0.2.1"), timeToLive: 60)]))
  }

  @Test("a DNAME that makes too long a name is said so")
  func redirectionTooLong() throws {
    let long = Array(repeating: String(repeating: "x", count: 49), count: 4).joined(separator: ".")
    let zone = try parsedZone("old DNAME \(long).\n")
    let label = String(repeating: "y", count: 60)
    #expect(zone.lookUp(asking("\(label).old.example.com", .a)) == .unusableName)
  }
}

@Suite("Wildcards (RFC 4592)")
struct WildcardTests {
  private let denial = Answer.Denial(zone: fqdn("example"), timeToLive: 300)

  /// The example of RFC 4592 §2.2.1.
  private func exampleZone() throws -> Zone {
    let file = try zoneFile(
      """
      $ORIGIN example.
      example.                 3600 IN  SOA   ns.example.com. h.example. 1 2 3 4 300
      example.                 3600     NS    ns.example.com.
      example.                 3600     NS    ns.example.net.
      *.example.               3600     TXT   "this is a wildcard"
      *.example.               3600     MX    10 host1.example.
      sub.*.example.           3600     TXT   "this is not a wildcard"
      host1.example.           3600     A     192.0.2.1
      _ssh._tcp.host1.example. 3600     SRV   0 0 22 host1.example.
      _ssh._tcp.host2.example. 3600     SRV   0 0 22 host2.example.
      subdel.example.          3600     NS    ns.example.com.
      subdel.example.          3600     NS    ns.example.net.
      """)
    return try #require(file.zones[fqdn("example")])
  }

  @Test("\"would be synthesized from one of the wildcards\"")
  func synthesized() throws {
    let zone = try exampleZone()
    let exchange = RecordData.mx(preference: 10, exchange: fqdn("host1.example"))
    #expect(zone.lookUp(asking("host3.example", .mx)) == .records([rr("host3.example", exchange)]))
    #expect(zone.lookUp(asking("host3.example", .a)) == .noData(denial))
    #expect(
      zone.lookUp(asking("foo.bar.example", .txt))
        == .records([rr("foo.bar.example", txt("this is a wildcard"))]))
  }

  @Test("\"would not be synthesized from any of the wildcards\"")
  func notSynthesized() throws {
    let zone = try exampleZone()
    // "because host1.example. exists"
    #expect(zone.lookUp(asking("host1.example", .mx)) == .noData(denial))
    // "because sub.*.example. exists"
    #expect(zone.lookUp(asking("sub.*.example", .mx)) == .noData(denial))
    // "because _tcp.host1.example. exists (without data)"
    #expect(zone.lookUp(asking("_telnet._tcp.host1.example", .srv)) == .noSuchName(denial))
    // "because subdel.example. exists (and is a zone cut)"
    #expect(zone.lookUp(asking("host.subdel.example", .a)) == nil)
    // "because *.example. exists"
    #expect(zone.lookUp(asking("ghost.*.example", .mx)) == .noSuchName(denial))
  }

  @Test("host2 exists without data, so that the wildcard says nothing about it")
  func emptyNonTerminal() throws {
    #expect(try exampleZone().lookUp(asking("host2.example", .mx)) == .noData(denial))
    #expect(try exampleZone().lookUp(asking("x.host2.example", .mx)) == .noSuchName(denial))
  }

  @Test("asked for by its own name, a wildcard is a name like any other")
  func literally() throws {
    #expect(
      try exampleZone().lookUp(asking("*.example", .txt))
        == .records([rr("*.example", txt("this is a wildcard"))]))
  }

  @Test("the question's spelling becomes the owner")
  func spelling() throws {
    let finding = try exampleZone().lookUp(asking("HOST3.Example", .txt))
    guard case .records(let records) = finding else {
      return #expect(Bool(false), "\(String(describing: finding))")
    }
    #expect(records.map(\.owner.absolutePresentation) == ["HOST3.Example."])
  }

  @Test("a wildcard without records of its own gives NODATA")
  func emptyWildcard() throws {
    let zone = try parsedZone("sub.* TXT x\n")
    let denial = Answer.Denial(zone: fqdn("example.com"), timeToLive: 300)
    #expect(zone.lookUp(asking("a.example.com", .txt)) == .noData(denial))
  }

  @Test("a wildcard CNAME makes every other name an alias")
  func wildcardAlias() throws {
    let zone = try parsedZone("* CNAME www\nwww A 192.0.2.1\n")
    #expect(
      zone.lookUp(asking("a.b.example.com", .a))
        == .alias(
          Answer.Alias(
            owner: fqdn("a.b.example.com"), target: fqdn("www.example.com"), timeToLive: 3600)))
    #expect(
      zone.lookUp(asking("a.example.com", .cname))
        == .records([rr("a.example.com", .cname(fqdn("www.example.com")))]))
  }

  @Test("a wildcard below a name without data works below that name only")
  func deepWildcard() throws {
    let zone = try parsedZone("*.a.b TXT x\n")
    let denial = Answer.Denial(zone: fqdn("example.com"), timeToLive: 300)
    #expect(
      zone.lookUp(asking("z.a.b.example.com", .txt)) == .records([rr("z.a.b.example.com", txt("x"))]))
    #expect(zone.lookUp(asking("a.b.example.com", .txt)) == .noData(denial))
    #expect(zone.lookUp(asking("z.b.example.com", .txt)) == .noSuchName(denial))
  }

  @Test("names below a wildcard delegation are left to others")
  func wildcardDelegation() throws {
    #expect(try parsedZone("* NS ns.example.org.\n").lookUp(asking("a.example.com", .a)) == nil)
  }
}
