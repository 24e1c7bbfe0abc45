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
      ("1-1 h${10,3,x}-$-${0} CNAME t$", ["h00b-11-1.example.com CNAME t1.example.com."]),
      ("1-1 h${-5,4,x} CNAME ${-5}", ["hfffffffc.example.com CNAME -4.example.com."]),
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

  private func file(_ lines: String) throws -> ZoneFile {
    try ZoneFile(name: "f", content: FileContent(Array((zoneHead + lines).utf8)))
  }

  /// By BIND 9.18.49 and PowerDNS 4.7.3 (findings/generate-quotes.sh).
  @Test(
    "a right side of which servers make different things is noted, and why",
    arguments: [
      ("A 192.0.2.$", nil), ("TXT a$", nil), ("TXT \"a$\"", nil), ("TXT \"a@$\"", nil),
      (#"TXT "\$a$""#, nil), ("MX \"10 mail$\"", .quotedFields), ("MX 10 mail$", .severalWords),
      ("TXT \"a\" \"$\"", .severalWords), ("TXT \"a b $\"", .textReadAnew), ("TXT \"a;$\"", .textReadAnew),
      (#"TXT "\"a $\"""#, .textReadAnew), ("TXT a$$", .escaped), (#"TXT a\032b"#, .escaped),
      (#"TXT "\200$""#, .escaped), (#"TXT a\;$"#, .escaped), (#"TXT "a\;$""#, nil),
      ("TXT ($)", .parentheses), ("CNAME h${1}-$", .carriedOffset), ("CNAME $-${1}", nil),
    ] as [(String, Generation.Ambiguity?)])
  func ambiguity(_ rightSide: String, _ expected: Generation.Ambiguity?) throws {
    let found = try file("$GENERATE 1-1 h$ \(rightSide)\n").faults.kept.compactMap { error in
      if case .generateReadOtherwise(let ambiguity, _) = error.reason { ambiguity } else { nil }
    }
    #expect(found == [expected].compactMap(\.self))
  }

  @Test("what is wrong with its lines is told once, where the directive stands")
  func toldOnce() throws {
    let refused = try file("$GENERATE 1-3 h$ A 192.0.2.300\n").faults
    #expect(
      refused.kept.filter { $0.reason.effect == .refused }.map(\.position) == [.init(line: 3, column: 11)])
    #expect(refused.refused == 1)
    let cut = try file("$GENERATE 1-3 h$ TXT \"v=DKIM1; p=$\"\n").faults.kept
    #expect(cut.map(\.reason.effect) == [.harmless, .lost])
  }

  @Test("a text that a semicolon cut is told of, also at the names that are made of it")
  func cutText() throws {
    let lines = "$GENERATE 1-2 _dmarc.h$ TXT v=DMARC1;p=none\n"
    #expect(try file(lines).faults.kept.map(\.reason) == [.generateNotEverywhere, .textCut("p=none")])
    let zones = try zoneSet(("f", zoneHead + lines))
    #expect(zones.findings(on: fqdn("h1.example.com")).map(\.id) == ["zone-line-lost"])
    #expect(zones.unquotedTexts(of: fqdn("_dmarc.h1.example.com")).map(\.reason) == [.generated])
  }

  @Test(
    "modifiers that are none are pointed at",
    arguments: [("h${x} A 192.0.2.1", 16), ("h A 192.0.2.${1,999}", 27), ("h A 192.0.2.${", 27)])
  func modifiers(_ line: String, column: Int) throws {
    let error = try file("$GENERATE 1-1 \(line)\n").faults.kept.last
    #expect(error?.position == .init(line: 3, column: column))
    let isAboutModifiers = if case .badField(.modifiers, _)? = error?.reason { true } else { false }
    #expect(isAboutModifiers)
  }

  @Test(
    "that servers read its lines otherwise is told at the names that it makes, too",
    arguments: [
      ("h1.example.com", true), ("d1.example.com", true), ("example.com", true), ("www.example.com", false),
    ])
  func atItsNames(_ name: String, _ isTold: Bool) throws {
    let lines = """
      $GENERATE 1-1 h$ TXT "v=spf1 -all"
      $GENERATE 1-1 _dmarc.d$ TXT "v=DMARC1; p=none"
      www A 192.0.2.1

      """
    let findings = try zoneSet(("f", zoneHead + lines)).findings(on: fqdn(name))
    #expect(findings.contains { $0.id == "zone-line-lost" } == isTold)
  }

  @Test(
    "what is no range, or makes too much",
    arguments: [
      "3-1 h A 192.0.2.1", "a-b h A 192.0.2.1", "1 h A 192.0.2.1", "1-2/0 h A 192.0.2.1",
      "0-2147483647 h$ A 192.0.2.1", "0-65536 h$ A 192.0.2.1", "1-2", "1-2 h$", "1-1 h${x} A 192.0.2.1",
      "1-1 h${0,999} A 192.0.2.1", "1-1 h${ A 192.0.2.1", "1-1 h${2147483647} A 192.0.2.1",
    ])
  func broken(directive: String) {
    #expect(throws: ZoneFileError.self) { try zoneFile(zoneHead + "$GENERATE \(directive)\n") }
  }
}
