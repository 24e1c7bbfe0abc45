import Testing

@testable import MailDNSCheck

@Suite("Zones of a master file")
struct ZoneFileTests {
  private let twoZones = """
    $TTL 3600
    www.child.example. A 192.0.2.1
    child.example. NS ns.child.example.
    child.example. DS 1 8 2 aabb
    www.example. A 192.0.2.2
    example. SOA ns.example. h.example. 1 2 3 4 300
    child.example. SOA ns.example. h.example. 1 2 3 4 300
    """

  @Test("a record belongs to the deepest zone at or above its owner, in whatever order the file has them")
  func twoZonesInOneFile() throws {
    let zones = try zoneFile(twoZones).zones
    #expect(Set(zones.keys) == [fqdn("example"), fqdn("child.example")])
    let child = try #require(zones[fqdn("child.example")])
    let parent = try #require(zones[fqdn("example")])
    #expect(child.records(at: fqdn("www.child.example")).map(\.line) == [2])
    #expect(child.records(at: fqdn("child.example")).map(\.line) == [7, 3])
    #expect(parent.records(at: fqdn("www.child.example")).isEmpty)
    #expect(parent.records(at: fqdn("www.example")).map(\.line) == [5])
  }

  @Test("a DS record at a child's origin belongs to the zone above it")
  func delegationSigner() throws {
    let zones = try zoneFile(twoZones).zones
    #expect(zones[fqdn("example")]?.records(at: fqdn("child.example")).map(\.line) == [4])
  }

  @Test("the zone above leaves a child's names alone")
  func childIsCut() throws {
    let parent = try #require(try zoneFile(twoZones).zones[fqdn("example")])
    #expect(parent.lookUp(asking("www.child.example", .a)) == nil)
    #expect(parent.lookUp(asking("child.example", .ns)) == nil)
  }

  @Test("the same record twice is one record, names compared without case")
  func duplicates() throws {
    let zone = try parsedZone("a TXT \"x\"\na TXT x\nA TXT \"X\"\nb CNAME c\nb 5 CNAME C\n")
    #expect(zone.records(at: fqdn("a.example.com")).map(\.line) == [3, 5])
    #expect(zone.records(at: fqdn("b.example.com")).map(\.line) == [6])
  }

  @Test("duplicates are found among many records of one name, too")
  func manyDuplicates() throws {
    let lines = (0..<200).map { "a TXT \($0 % 100)\n" }.joined()
    #expect(try parsedZone(lines).records(at: fqdn("a.example.com")).map(\.line) == Array(3..<103))
  }

  @Test("the same SOA once more is tolerated, as in a saved zone transfer")
  func savedTransfer() throws {
    let zone = try parsedZone("@ NS ns\n@ 60 SOA ns hostmaster 1 2h 30m 2w 300\n")
    #expect(zone.records(at: fqdn("example.com")).map(\.line) == [2, 3])
  }

  @Test("RRSIG and NSEC records may stand beside a CNAME")
  func signedAlias() throws {
    let zone = try parsedZone(
      "a RRSIG A 13 3 60 20261201000000 20261101000000 1 example.com. AAAA\na CNAME b\na NSEC c.example.com. CNAME\n"
    )
    #expect(zone.records(at: fqdn("a.example.com")).count == 3)
  }

  @Test("the root can be a zone")
  func root() throws {
    let zone = try #require(try zoneFile(". 5 SOA a. b. 1 2 3 4 5\na. A 192.0.2.1").zones[.root])
    #expect(zone.lookUp(asking("a", .a)) == .records([rr("a", ipv4("192.0.2.1"), timeToLive: 5)]))
    #expect(zone.lookUp(asking("b", .a)) == .noSuchName(Answer.Denial(zone: .root, timeToLive: 5)))
  }

  @Test("the same zone in two files is refused, and both are named")
  func originInTwoFiles() {
    let error = #expect(throws: ZoneFileError.self) {
      try zoneSet(("a.zone", zoneHead), ("b.zone", "\n" + zoneHead))
    }
    #expect(error?.wording.english == "b.zone:3:1: zone example.com is also in a.zone on line 2")
  }

  @Test("an error in the second file names it")
  func secondFile() {
    let error = #expect(throws: ZoneFileError.self) { try zoneSet(("a.zone", zoneHead), ("b.zone", "")) }
    #expect(error?.wording.english == "b.zone:1:1: no SOA record in the file")
  }
}
