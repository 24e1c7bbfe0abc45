import Testing

@testable import MailDNSCheck

@Suite("$GENERATE")
struct GenerationTests {
  private func records(_ lines: String) throws -> [String] {
    let zone = try #require(try zoneFile(zoneHead + lines).zones[fqdn("example.com")])
    return zone.records.filter { $0.record.type != .soa }
      .map { "\($0.record.owner) \($0.record.type) \($0.record.data.presentation)" }
  }

  @Test(
    "lines that differ in a number",
    arguments: [
      (
        "1-3 h$ A 192.0.2.$",
        ["h1.example.com A 192.0.2.1", "h2.example.com A 192.0.2.2", "h3.example.com A 192.0.2.3"]
      ),
      (
        "0-4/2 $ 60 IN PTR h$",
        [
          "0.example.com PTR h0.example.com.", "2.example.com PTR h2.example.com.",
          "4.example.com PTR h4.example.com.",
        ]
      ),
      ("7-7 h${3,3} CNAME x${-7,2,d}", ["h010.example.com CNAME x00.example.com."]),
      ("10-10 h${0,4,x} CNAME ${0,0,X}", ["h000a.example.com CNAME A.example.com."]),
      ("9-9 h${0,0,o} CNAME ${0,3,n}", ["h11.example.com CNAME 9.0.example.com."]),
      ("1-1 h$ MX \"10 mail$\"", ["h1.example.com MX 10 mail1.example.com."]),
      ("1-1 h$ MX 10 mail$", ["h1.example.com MX 10 mail1.example.com."]),
      ("1-1 h$ TXT \"a b $\"", ["h1.example.com TXT \"a\" \"b\" \"1\""]),
      (#"1-1 h$ TXT "\"a b $\"""#, [#"h1.example.com TXT "a b 1""#]),
      ("1-1 h$ TXT a$", ["h1.example.com TXT \"a1\""]),
      ("1-1 h$ TXT \"a;$\"", ["h1.example.com TXT \"a\""]),
      ("1-1 h$ TXT \"a\" \"b $\"", ["h1.example.com TXT \"a\" \"b 1\""]),
      (#"1-1 h\$$ A 192.0.2.$"#, [#"h\$1.example.com A 192.0.2.1"#]),
    ])
  func lines(directive: String, expected: [String]) throws {
    #expect(try records("$GENERATE \(directive)\n") == expected)
  }

  @Test("a generated record stands on the line of its directive, and is noted as BIND's")
  func place() throws {
    let file = try ZoneFile(
      name: "f", content: FileContent(Array((zoneHead + "$GENERATE 1-2 h$ A 192.0.2.$\n").utf8)))
    #expect(file.zones[fqdn("example.com")]?.records(at: fqdn("h2.example.com")).map(\.line) == [3])
    #expect(file.faults.kept.map(\.reason) == [.generateNotEverywhere])
  }

  @Test(
    "a right side of which servers make different things is noted",
    arguments: [
      ("A 192.0.2.$", false), ("TXT a$", false), ("TXT \"a$\"", false), ("MX \"10 mail$\"", true),
      ("MX 10 mail$", true),
      ("TXT \"a b $\"", true), ("TXT \"a;$\"", true), ("TXT \"a\" \"$\"", true), (#"TXT "\"a $\"""#, true),
    ])
  func ambiguity(_ rightSide: String, _ isNoted: Bool) throws {
    let file = try ZoneFile(
      name: "f", content: FileContent(Array((zoneHead + "$GENERATE 1-1 h$ \(rightSide)\n").utf8)))
    let isThere = file.faults.kept.contains {
      if case .generateReadOtherwise = $0.reason { true } else { false }
    }
    #expect(isThere == isNoted)
  }

  @Test(
    "what is no range, or makes too much",
    arguments: [
      "3-1 h A 192.0.2.1", "a-b h A 192.0.2.1", "1 h A 192.0.2.1", "1-2/0 h A 192.0.2.1",
      "0-2147483647 h$ A 192.0.2.1", "0-65536 h$ A 192.0.2.1", "1-2", "1-2 h$", "1-1 h${x} A 192.0.2.1",
      "1-1 h${0,999} A 192.0.2.1", "1-1 h${ A 192.0.2.1",
    ])
  func broken(directive: String) {
    #expect(throws: ZoneFileError.self) { try zoneFile(zoneHead + "$GENERATE \(directive)\n") }
  }
}
