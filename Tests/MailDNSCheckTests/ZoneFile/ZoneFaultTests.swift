import Testing

@testable import MailDNSCheck

@Suite("Mistakes in zone files")
struct ZoneFaultTests {
  private func file(_ text: String) throws -> ZoneFile {
    try ZoneFile(name: "f.zone", content: FileContent(Array(text.utf8)))
  }

  @Test("several are told in one run, each with its place and its line, and the rest is read")
  func several() throws {
    let file = try file(
      zoneHead + "a A 192.0.2.256\nb FOO bar\nc A 192.0.2.1\nd TXT \"open\n@ MX ten mail\ne A 192.0.2.2\n")
    #expect(
      file.faults.kept.map(\.wholeWording.english) == [
        "f.zone:3:5: \"192.0.2.256\" is no IPv4 address. The line: a A 192.0.2.256",
        "f.zone:4:3: unknown record type \"FOO\". The line: b FOO bar",
        "f.zone:6:7: no closing quotation mark on this line. The line: d TXT \"open",
        "f.zone:7:6: \"ten\" is no number from 0 to 65535. The line: @ MX ten mail",
      ])
    #expect(file.faults.refused == 4)
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(zone.records(at: fqdn("e.example.com")).count == 1)
  }

  @Test("what a broken line would have said is unknown, never absent")
  func unknown() throws {
    let zone = try #require(
      try file(zoneHead + "@ MX ten mail\n@ TXT \"v=spf1 -all\"\na A x\nb 1y A 192.0.2.1\nc CNAME a..b\n")
        .zones[
          fqdn("example.com")])
    #expect(zone.lookUp(asking("example.com", .mx)) == .unreadable)
    #expect(zone.lookUp(asking("a.example.com", .a)) == .unreadable)
    #expect(zone.lookUp(asking("b.example.com", .txt)) == .unreadable)
    #expect(zone.lookUp(asking("c.example.com", .mx)) == .unreadable)
    guard case .records? = zone.lookUp(asking("example.com", .txt)) else {
      Issue.record("the text is there")
      return
    }
    guard case .noData? = zone.lookUp(asking("a.example.com", .mx)) else {
      Issue.record("nothing but the address is lost")
      return
    }
  }

  @Test(
    "what servers read differently",
    arguments: [
      ("a TXT \"\(String(repeating: "x", count: 300))\"", .stringTooLong(.txt), .lost),
      ("a TXT v=DMARC1; p=none", .textCut("p=none"), .lost),
      ("$ORIGIN sub", .relativeOrigin("sub", read: fqdn("sub.example.com")), .lost),
      ("$ORIGIN sub.example.com", .relativeOrigin("sub.example.com", read: fqdn("sub.example.com")), .lost),
      ("a MX 10 mx.example.com", .finalDotMissing(fqdn("mx.example.com.example.com")), .lost),
      ("a.example.com MX 10 mx", .finalDotMissing(fqdn("a.example.com.example.com")), .lost),
      ("x.example.org. A 192.0.2.1", .outsideEveryZone(fqdn("x.example.org")), .lost),
      ("$TTL 1h30m", .compoundTimeToLive("1h30m"), .harmless),
      ("a 1h30m A 192.0.2.1", .compoundTimeToLive("1h30m"), .harmless),
      ("b 60 A 192.0.2.1\na MX 10 b\nc A 192.0.2.2", .timeToLiveUnstated(60), .harmless),
      ("a MX 10 b\nb 60 A 192.0.2.1\nc A 192.0.2.2", .timeToLiveUnstated(60), .harmless),
      ("a ALIAS x.", .foreignRecord(.init("ALIAS")!), .unread),
      ("$INCLUDE other", .includeOutside("other"), .unfollowed),
      (
        "$GENERATE 0-65536 h$ A 192.0.2.1", .generatesTooMuch(maximum: Generation.maximumLines), .unfollowed
      ),
    ] as [(String, ZoneFileError.Reason, ZoneFileError.Reason.Effect)])
  func differences(line: String, reason: ZoneFileError.Reason, effect: ZoneFileError.Reason.Effect) throws {
    let faults = try file(zoneHead + line + "\n").faults.kept
    #expect(faults.map(\.reason) == [reason])
    #expect(faults.map(\.reason.effect) == [effect])
  }

  @Test(
    "a zone whose SOA record has no TTL takes that record's minimum wherever none is stated, as BIND does")
  func minimumAsDefault() throws {
    let file = try file(
      "$ORIGIN example.com.\n@ SOA ns hostmaster 1 2h 30m 2w 300\nb 60 A 192.0.2.1\na A 192.0.2.2\n")
    #expect(file.faults.kept.map(\.reason) == [.timeToLiveUnstated(300)])
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(
      ["example.com", "b.example.com", "a.example.com"].map {
        zone.records(at: fqdn($0))[0].record.timeToLive
      } == [300, 60, 300])
  }

  @Test("$TTL with one unit, and relative names, are as everybody reads them")
  func usual() throws {
    #expect(try file(zoneHead + "$TTL 1h\na.b 2D A 192.0.2.1\na.b MX 10 c.d\n").faults.kept == [])
  }

  @Test("the file as a whole: a byte order mark, line ends, the end")
  func wholeFile() throws {
    #expect(try file("\u{FEFF}" + zoneHead).faults.kept.map(\.reason) == [.byteOrderMark])
    let windows = zoneHead.split(separator: "\n").map { $0 + "\r\n" }.joined()
    #expect(try file(windows).faults.kept.map(\.reason) == [.carriageReturns])
    #expect(try file(zoneHead + "a A 192.0.2.1").faults.kept.map(\.reason) == [.noFinalNewline])
  }

  @Test("a long text comes in pieces, as PowerDNS, Knot and gdnsd have it")
  func longText() throws {
    let long = String(repeating: "x", count: 300)
    let zone = try #require(try file(zoneHead + "a TXT \"\(long)\"\n").zones[fqdn("example.com")])
    #expect(
      zone.records(at: fqdn("a.example.com")).map(\.record.data)
        == [txt(String(repeating: "x", count: 255), String(repeating: "x", count: 45))])
  }

  @Test("CNAME beside other data is told, and both are there")
  func alias() throws {
    let file = try file(zoneHead + "a CNAME b\na TXT x\n")
    #expect(file.faults.refused == 1)
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(zone.records(at: fqdn("a.example.com")).count == 2)
  }

  @Test("more mistakes than are kept are counted")
  func bound() throws {
    let file = try file(zoneHead + String(repeating: "a A x\n", count: 1000))
    #expect(file.faults.kept.count == ZoneFileFaults.maximumKept)
    #expect(file.faults.refused == 1000)
  }

  @Test("a parenthesis that nobody closes costs its own line, and many of them end the reading")
  func parentheses() throws {
    let file = try file(zoneHead + "a TXT ( \"x\"\nb A 192.0.2.1\n")
    #expect(file.faults.kept.map(\.reason) == [.unclosedParenthesis])
    #expect(file.zones[fqdn("example.com")]?.records(at: fqdn("b.example.com")).count == 1)
    let many = try self.file(zoneHead + String(repeating: "a TXT (\n", count: 5000))
    #expect(
      many.faults.kept.contains { $0.reason == .tooManyFaults(maximum: ZoneIndexBuilder.maximumEndless) })
  }

  @Test(
    "files that are something else",
    arguments: [
      ([0xFF, 0xFE, 0x61, 0], .encodedInUTF16), ([0xFE, 0xFF, 0, 0x61], .encodedInUTF16),
      ([0, 0, 0, 2, 0, 0, 0, 1], .binaryZone), ([0, 0, 0, 3, 0, 0, 0, 1], .binaryZone),
      (Array(";BIND LOG V9.2\n".utf8), .binaryZone), ([], .noStartOfAuthority),
      (Array("; x\r@ SOA a. b. 1 2 3 4 5\r@ MX 0 .\r".utf8), .carriageReturnsAlone),
      (Array("@ SOA a. b. 1 2 3 4 5\r@ MX 0 .\n".utf8), .carriageReturnsAlone),
    ] as [([UInt8], ZoneFileError.Reason)])
  func others(octets: [UInt8], reason: ZoneFileError.Reason) {
    let error = #expect(throws: UnusableZoneFile.self) {
      try ZoneFile(name: "f", content: FileContent(octets))
    }
    #expect(error?.errors.map(\.reason) == [reason])
  }

  @Test(
    "at the zone's own name all is said; elsewhere what is about the domain, and that the file is refused")
  func findings() throws {
    var zones = ZoneSet()
    try zones.add(
      try file(zoneHead + "a A x\nb MX ten x\n@ TXT v=spf1 mx; all=no\nc A 192.0.2.1\n"))
    #expect(
      zones.findings(on: fqdn("example.com")).map(\.id) == [
        "zone-line-refused", "zone-line-refused", "zone-line-lost",
      ])
    #expect(
      zones.findings(on: fqdn("b.example.com")).map(\.id) == ["zone-line-refused", "zone-file-refused"])
    #expect(zones.findings(on: fqdn("c.example.com")).map(\.id) == ["zone-file-refused"])
    #expect(zones.findings(on: fqdn("example.org")).isEmpty)
    #expect(zones.findings(on: fqdn("example.com")).map(\.filePlace?.line) == [3, 4, 5])
  }
}

extension ForeignRecord {
  /// A record of that name alone.
  fileprivate init?(_ name: String) {
    var tokenizer = MasterFileTokenizer(Array("x y".utf8))
    guard let entry = try? tokenizer.nextEntry() else { return nil }
    var fields = MasterFileFields(entry)
    self.init(Array(name.utf8)[...], &fields)
  }
}
