import Testing

@testable import MailDNSCheck

@Suite("Records of master files (RFC 1035 §5.1)")
struct MasterFileParserTests {
  @Test(
    "TTL and class may be left out, and come in either order",
    arguments: [
      "a.b. A 192.0.2.1", "a.b. 3600 A 192.0.2.1", "a.b. IN A 192.0.2.1", "a.b. IN 3600 A 192.0.2.1",
      "a.b. 3600 IN A 192.0.2.1", "A.B. 1H in a 192.0.2.1", "a.b. CLASS1 TYPE1 192.0.2.1",
      "a.b. ( 3600\nIN ) A (192.0.2.1)",
    ])
  func headForms(line: String) throws {
    #expect(try parsedRecords("$TTL 3600\n" + line) == [rr("a.b", ipv4("192.0.2.1"))])
  }

  @Test(
    "owners",
    arguments: [
      ("a.b. A 192.0.2.1", ["a.b"]),
      ("$ORIGIN b.\na A 192.0.2.1", ["a.b"]),
      ("$ORIGIN b.\n@ A 192.0.2.1", ["b"]),
      ("$ORIGIN .\na A 192.0.2.1\n. A 192.0.2.1", ["a", "."]),
      ("$ORIGIN b.\n$origin c\na A 192.0.2.1", ["a.c.b"]),
      ("a.b. A 192.0.2.1\n A 192.0.2.2\n\tA 192.0.2.3", ["a.b", "a.b", "a.b"]),
      ("a.b. A 192.0.2.1\n$ORIGIN x.\n A 192.0.2.2", ["a.b", "a.b"]),
      ("a.b. A 192.0.2.1\n\n ; comment\n A 192.0.2.2", ["a.b", "a.b"]),
      ("$ORIGIN b.\nc\\.d A 192.0.2.1", ["c\\.d.b"]),
      ("$ORIGIN b.\nc\\. A 192.0.2.1", ["c\\..b"]),
      ("$ORIGIN b.\n\\@ A 192.0.2.1", ["\\@.b"]),
      ("$ORIGIN b.\n\\065b\\$ A 192.0.2.1", ["ab\\$.b"]),
      ("$ORIGIN b.\n* A 192.0.2.1", ["*.b"]),
    ])
  func owners(text: String, expected: [String]) throws {
    #expect(try parsedRecords("$TTL 1\n" + text).map(\.owner.description) == expected)
  }

  @Test(
    "TTLs",
    arguments: [
      ("$TTL 60\na. A 192.0.2.1\nb. 5 A 192.0.2.1\nc. A 192.0.2.1", [60, 5, 60]),
      ("a. 5 A 192.0.2.1\nb. A 192.0.2.1", [5, 5]),
      ("a. 5 A 192.0.2.1\n$TTL 60\nb. A 192.0.2.1", [5, 60]),
      ("a. SOA b. c. 1 2 3 4 300\na. NS b.", [300, 300]),
      ("a. 9 SOA b. c. 1 2 3 4 300\na. NS b.", [9, 9]),
      ("$TTL 60\na. SOA b. c. 1 2 3 4 300", [60]),
      ("a. SOA b. c. 1 2 3 4 4294967295", [0]),
      ("$TTL 1h30m\na. A 192.0.2.1", [5400]),
      ("$TTL 1W2D3H4M5S\na. A 192.0.2.1", [788_645]),
      ("$TTL 0\na. A 192.0.2.1", [0]),
      ("$TTL 2147483647\na. A 192.0.2.1", [2_147_483_647]),
    ] as [(String, [UInt32])])
  func timesToLive(text: String, expected: [UInt32]) throws {
    #expect(try parsedRecords(text).map(\.timeToLive) == expected)
  }

  @Test(
    "times with units, and what is none",
    arguments: [
      ("0", 0), ("4294967295", 4_294_967_295), ("1s", 1), ("2M", 120), ("1w", 604_800), ("1h1h", 7200),
      ("", nil), ("4294967296", nil), ("8000w", nil), ("h", nil), ("1h30", nil), ("1x", nil), ("-1", nil),
      ("1 h", nil), ("99999999999999999999", nil),
    ] as [(String, UInt32?)])
  func times(text: String, seconds: UInt32?) {
    #expect(MasterFileNumber.seconds(Array(text.utf8)) == seconds)
  }

  @Test("every record knows its line, also within parentheses and behind comments")
  func lines() throws {
    let file = try zoneFile(zoneHead + "; comment\n\na TXT (\n  \"x\"\n  \"y\" )\n  A 192.0.2.1\n")
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(zone.startOfAuthority?.position == ZoneFilePosition(line: 2, column: 1))
    #expect(
      zone.records(at: fqdn("a.example.com")).map(\.position) == [
        ZoneFilePosition(line: 5, column: 1), ZoneFilePosition(line: 8, column: 3),
      ])
  }

  @Test("a byte order mark and line ends of CR LF make no difference")
  func windows() throws {
    let text = zoneHead + "a TXT \"b\"\n A 192.0.2.1\n"
    let windows =
      "\u{FEFF}" + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try parsedRecords(windows) == parsedRecords(text))
    #expect(try parsedRecords(text).count == 3)
  }
}
