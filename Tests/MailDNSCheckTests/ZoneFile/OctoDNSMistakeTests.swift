import Testing

@testable import MailDNSCheck

/// Mistakes, and what is known all the same.
extension OctoDNSTests {
  @Test(
    "a mistake has its place; what the record would have said is unknown",
    arguments: [
      ("a:\n  type: A\n  value: 192.0.2.256\n", "3:10 refused", RecordType.a),
      ("a:\n  type: MX\n  value: {preference: ten, exchange: a.b.}\n", "3:23 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1e1, exchange: a.b.}\n", "3:23 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: a.b}\n", "3:36 lost", .mx),
      ("a:\n  type: MX\n  value: {preference: 1}\n", "3:10 refused", .mx),
      ("a:\n  type: MX\n  value: a.b.\n", "3:10 refused", .mx),
      ("a:\n  type: MX\n", "2:9 refused", .mx), ("a:\n  type: CNAME\n  values: [a.b.]\n", "2:9 refused", .a),
      ("a:\n  type: A\n  ttl: 1h\n  value: 192.0.2.1\n", "3:8 refused", .a),
      ("a:\n  type: TXT\n  value: yes\n", "3:10 refused", .txt),
      ("a:\n  type: TXT\n  value: 日本\n", "3:10 refused", .txt),
      ("a:\n- type: TXT\n  value: x\n- y\n", "4:3 refused", .mx),
      ("a:\n  type: FOO\n  value: x\n", "2:9 refused", .mx),
      ("a:\n  type: SOA\n  value: x\n", "2:9 refused", .soa),
      ("a:\n  type: mx\n  value: x\n", "2:9 refused", .mx), ("a:\n  typo: A\n", "2:3 refused", .mx),
      ("a: 192.0.2.1\n", "1:4 refused", .a), ("a: [x\n", "2:2 refused", .a),
      ("a: !include a.yaml\n", "1:13 unfollowed", .a),
      ("a:\n- {type: A, value: 192.0.2.1}\n- {type: A, value: 192.0.2.2}\n", "3:10 refused", .a),
      (
        "WWW: {type: A, value: 192.0.2.1}\na: {type: A, value: 192.0.2.1}\nA: {type: A, value: 192.0.2.1}\n",
        "3:11 refused", .a
      ),
      ("a:\n  type: NS\n  value: -a.example.\n", "3:10 refused", .ns),
      ("a:\n  type: CNAME\n  value: .\n", "3:10 refused", .a),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: localhost.}\n", "3:36 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: a b.example.}\n", "3:36 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: mx}\n", "3:36 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: 'mx.example:25'}\n", "3:36 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 1, exchange: １.example.}\n", "3:36 refused", .mx),
      ("a:\n  type: MX\n  value: {preference: 65536, exchange: a.b.}\n", "3:23 lost", .mx),
      ("a:\n  type: MX\n  value: {preference: -1, exchange: a.b.}\n", "3:23 lost", .mx),
      ("a:\n  type: A\n  ttl: 2147483648\n  value: 192.0.2.1\n", "3:8 lost", .a),
      ("a:\n  type: A\n  ttl: -1\n  value: 192.0.2.1\n", "3:8 refused", .a),
      ("on:\n  type: A\n  value: 192.0.2.1\n", "1:1 lost", .a),
    ])
  func mistakes(text: String, fault: String, type: RecordType) throws {
    let text = text + "z:\n  type: A\n  value: 192.0.2.9\n"
    let name = text.hasPrefix("on") ? "on.example.jp" : "a.example.jp"
    #expect(try faults(text) == [fault])
    let zone = try zone(text)
    #expect(zone.lookUp(asking(name, type)) == .unreadable)
    #expect(zone.records(at: fqdn("z.example.jp")).count == 1)
  }

  @Test(
    "of a name that can't be read whatever is not found is unknown",
    arguments: [
      "'@': {type: A, value: 192.0.2.1}", "a.: {type: A, value: 192.0.2.1}",
      "*.a: {type: A, value: 192.0.2.1}",
      "'a b': {type: A, value: 192.0.2.1}", "yes: {type: A, value: 192.0.2.1}",
      // No blank to YAML.
      "_dmarc:\u{3000}{type: A, value: 192.0.2.1}", "_dmarc:\u{A0}{type: A, value: 192.0.2.1}",
    ])
  func lostNames(entry: String) throws {
    let zone = try zone(entry + "\nz: {type: A, value: 192.0.2.9}\n")
    #expect(zone.lookUp(asking("other.example.jp", .mx)) == .unreadable)
    #expect(zone.records(at: fqdn("z.example.jp")).count == 1)
  }

  @Test("of a key that is there twice OctoDNS takes the last, and the first is told")
  func repeatedKeys() throws {
    let text =
      "a: {type: A, value: 192.0.2.1}\nb:\n  type: A\n  value: 192.0.2.2\n  value: 192.0.2.3\na: {type: A, value: 192.0.2.4}\n"
    #expect(try records(text).sorted() == ["a 3600 A 192.0.2.4", "b 3600 A 192.0.2.3"])
    #expect(
      try file(text).faults.kept.map(\.reason) == [
        .octoDNS(.repeatedKey("a", line: 6)), .octoDNS(.repeatedKey("value", line: 5)),
      ])
  }

  @Test("a key that OctoDNS passes over is told, with those that it knows")
  func unknownKeys() throws {
    let text = "a:\n  type: MX\n  value: {preference: 1, exchange: a.b., prio: 2}\n"
    #expect(try records(text) == ["a 3600 MX 1 a.b."])
    #expect(
      try file(text).faults.kept.map(\.reason) == [
        .octoDNS(.unknownKey("prio", known: ["preference", "priority", "exchange", "value"]))
      ])
  }

  @Test("a name that ends in the zone's is published below it")
  func repeatedOrigin() throws {
    let text = "www.example.jp: {type: A, value: 192.0.2.1}\n"
    #expect(
      try file(text).faults.kept.map(\.reason) == [
        .octoDNS(.repeatedOrigin(fqdn("www.example.jp.example.jp")))
      ])
    #expect(try zone(text).records(at: fqdn("www.example.jp.example.jp")).count == 1)
  }

  @Test(
    "semicolons of both makes in one zone are a mistake, and so are two backslashes",
    arguments: [
      (#"[a\; b, c\; d]"#, 0), ("[a; b, c; d]", 0), (#"[a\; b, c; d]"#, 1), (#"[a\\; b]"#, 1),
      (#"[a\; b; c]"#, 1),
      (#"[a\; b, c ; d]"#, 0),
    ])
  func semicolons(values: String, count: Int) throws {
    let faults = try file("t:\n  type: TXT\n  values: \(values)\n").faults.kept
    #expect(faults.map(\.reason) == Array(repeating: .octoDNS(.semicolon), count: count))
  }

  @Test("a CNAME beside other data is told with the line of the other")
  func conflict() throws {
    let faults = try file("a:\n- type: CNAME\n  value: b.c.\n- type: A\n  value: 192.0.2.1\n").faults.kept
    #expect(
      faults.map(\.reason) == [
        .cnameBesideOtherData(fqdn("a.example.jp"), type: .a, earlier: .cname, line: 3)
      ])
    #expect(faults.map(\.position.line) == [5])
  }

  @Test("a finding has the line itself, and says who refuses the zone")
  func finding() throws {
    var zones = ZoneSet()
    try zones.add(try file("---\na:\n  type: A\n  value: 192.0.2.256 # here\n"))
    let findings = zones.findings(on: fqdn("example.jp"))
    #expect(findings.map(\.id) == ["zone-line-refused"])
    #expect(
      findings.first?.message[.english]
        == "example.jp.yaml:4:10: \"192.0.2.256\" is no IPv4 address. The line: value: 192.0.2.256 # here. OctoDNS refuses the zone."
    )
    #expect(findings.first?.message[.japanese].hasSuffix("OctoDNSはこのゾーンを読み込みません。") == true)
  }

  @Test(
    "a master file is none of OctoDNS",
    arguments: ["example.jp.yaml", "example.jp.zone"])
  func masterFile(name: String) throws {
    let file = try file(
      "; type: x\n$ORIGIN example.jp.\n@ 60 SOA a b 1 2 3 4 5\n@ TXT \"a: b\"\n", named: name)
    #expect(file.zones[fqdn("example.jp")]?.startOfAuthority?.line == 3)
  }

  @Test("without a name that says so, keys and types do")
  func byContent() throws {
    let file = try file(
      "'_dmarc.a':\n  type: TXT\n  value: x\n", named: "-", OriginHints(stated: fqdn("example.jp")))
    #expect(file.zones[fqdn("example.jp")]?.records.count == 1)
  }
}
