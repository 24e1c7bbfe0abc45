import Testing

@testable import MailDNSCheck

@Suite("Zones of OctoDNS")
struct OctoDNSTests {
  func file(
    _ text: String, named: String = "example.jp.yaml", _ hints: OriginHints = OriginHints(),
    parts: [(name: String, content: FileContent)]? = nil
  ) throws -> ZoneFile {
    try ZoneFile(name: named, content: FileContent(Array(text.utf8)), hints: hints, parts: parts)
  }

  func zone(_ text: String) throws -> Zone {
    try #require(try file(text).zones[fqdn("example.jp")])
  }

  /// The records in the notation of master files, without the zone's own name.
  func records(_ text: String) throws -> [String] {
    try zone(text).records.map { record in
      let name = record.record.owner.description
      return
        "\(name == "example.jp" ? "@" : name.replacing(".example.jp", with: "")) \(record.record.timeToLive) \(record.record.type) \(record.record.data.presentation)"
    }
  }

  func faults(_ text: String) throws -> [String] {
    try file(text).faults.kept.map { "\($0.position.line):\($0.position.column) \($0.reason.effect)" }
  }

  // MARK: Records

  @Test(
    "each type has its keys, and those that it had once",
    arguments: [
      ("A", "value: 192.0.2.1", ["A 192.0.2.1"]),
      ("A", "values: [192.0.2.1, 192.0.2.2]", ["A 192.0.2.1", "A 192.0.2.2"]),
      ("A", "values: 192.0.2.1", ["A 192.0.2.1"]), ("A", "value: [192.0.2.1]", ["A 192.0.2.1"]),
      ("A", "value: 192.0.2.9\n  values: [192.0.2.1]", ["A 192.0.2.1"]),
      ("AAAA", "value: 2001:db8::1", ["AAAA 2001:db8::1"]),
      ("MX", "value: {preference: 10, exchange: mx.example.net.}", ["MX 10 mx.example.net."]),
      ("MX", "values:\n  - {priority: '10', value: mx.example.net.}", ["MX 10 mx.example.net."]),
      ("MX", "value: {preference: 0, exchange: .}", ["MX 0 ."]), ("NS", "values: [ns.a.]", ["NS ns.a."]),
      ("CNAME", "value: Www.Example.NET.", ["CNAME www.example.net."]),
      ("DNAME", "value: x.example.net.", ["DNAME x.example.net."]),
      ("PTR", "values: [a.b., c.d.]", ["PTR a.b.", "PTR c.d."]),
      ("CNAME", "value: 日本.jp.", ["CNAME xn--wgv71a.jp."]),
      ("SRV", "value: {priority: 1, weight: 2, port: 3, target: a.b.}", ["SRV 1 2 3 a.b."]),
      ("CAA", "value: {tag: issue, value: 'ca.example; a=b'}", ["CAA 0 issue \"ca.example; a=b\""]),
      ("SSHFP", "value: {algorithm: 4, fingerprint_type: 2, fingerprint: AABB}", ["SSHFP 4 2 aabb"]),
      (
        "TLSA",
        "value: {certificate_usage: 3, selector: 1, matching_type: 1, certificate_association_data: aabb}",
        ["TLSA 3 1 1 aabb"]
      ),
      ("DS", "value: {key_tag: 1, algorithm: 13, digest_type: 2, digest: aabb}", ["DS 1 13 2 aabb"]),
      ("DS", "value: {flags: 1, protocol: 13, algorithm: 2, public_key: aabb}", ["DS 1 13 2 aabb"]),
      (
        "NAPTR",
        "value: {order: 1, preference: 2, flags: S, service: SIP+D2T, regexp: '', replacement: a.b.}",
        ["NAPTR 1 2 \"S\" \"SIP+D2T\" \"\" a.b."]
      ),
      (
        "HTTPS",
        "value: {svcpriority: 1, targetname: ., svcparams: {alpn: [h2, h3], no-default-alpn: , port: 8443}}",
        ["HTTPS 1 . alpn=\"h2,h3\" no-default-alpn port=8443"]
      ),
      ("SVCB", "value: {svcpriority: 0, targetname: a.b.}", ["SVCB 0 a.b."]),
      ("SPF", "value: v=spf1 -all", ["SPF \"v=spf1 -all\""]),
      ("OPENPGPKEY", "value: AQID", ["OPENPGPKEY AQID"]),
    ] as [(String, String, [String])])
  func types(type: String, values: String, expected: [String]) throws {
    let text = "www:\n  ttl: 60\n  type: \(type)\n  \(values)\n"
    #expect(try records(text) == expected.map { "www 60 " + $0 })
    #expect(try file(text).faults.kept == [])
  }

  @Test("one name written in two ways may have records of several types")
  func capitals() throws {
    let text = "WWW: {type: A, value: 192.0.2.1}\nwww: {type: TXT, value: x}\n"
    #expect(
      try records(text).map(\.asciiLowercased).sorted() == ["www 3600 a 192.0.2.1", "www 3600 txt \"x\""])
    #expect(try faults(text) == [])
  }

  @Test("the root is a host where a record may say that there is none; NAPTR takes any name")
  func otherHosts() throws {
    let text = """
      a: {type: MX, value: {preference: 0, exchange: .}}
      b: {type: SRV, value: {priority: 0, weight: 0, port: 0, target: .}}
      c: {type: NAPTR, value: {order: 1, preference: 2, flags: S, service: x, regexp: '', replacement: a.}}
      d: {type: CNAME, value: a_b.example.}

      """
    #expect(try faults(text) == [])
  }

  @Test("numbers are those that OctoDNS takes them for")
  func numbers() throws {
    let text = """
      a: {ttl: 0x10, type: MX, values: [{preference: 010, exchange: a.b.}, {preference: "020", exchange: c.d.}]}
      b: {ttl: 1:30, type: A, value: 192.0.2.1}
      c: {ttl: 300.5, type: A, value: 192.0.2.2}

      """
    #expect(
      try records(text).sorted() == [
        "a 16 MX 20 c.d.", "a 16 MX 8 a.b.", "b 90 A 192.0.2.1", "c 300 A 192.0.2.2",
      ])
    let file = try file(text)
    #expect(file.faults.kept.map(\.reason) == [.octoDNS(.octalNumber("010", 8))])
    #expect(file.faults.kept.map(\.reason.effect) == [.lost])
  }

  @Test("a name has one record or a list of them; the TTL is 3600 where none is written")
  func names() throws {
    #expect(
      try records(
        "'':\n- {type: A, value: 192.0.2.1}\n- {type: TXT, value: x}\n'*.a':\n  type: A\n  value: 192.0.2.2\n_b:\n  type: A\n  value: 192.0.2.3\n'123': {type: A, value: 192.0.2.4}\n日本: {type: A, value: 192.0.2.5}\n"
      ).sorted() == [
        "*.a 3600 A 192.0.2.2", "123 3600 A 192.0.2.4", "@ 3600 A 192.0.2.1", "@ 3600 TXT \"x\"",
        "_b 3600 A 192.0.2.3", "xn--wgv71a 3600 A 192.0.2.5",
      ])
  }

  @Test(
    "what OctoDNS 1.22.0 publishes of a text",
    arguments: [
      (#"v=DMARC1\; p=none"#, "v=DMARC1; p=none"), (#"'v=DMARC1; p=none'"#, "v=DMARC1; p=none"),
      (#"'a ; b'"#, "a ; b"), (#"'"v=spf1 -all"'"#, "v=spf1 -all"), (#"'"v=spf1 " "-all"'"#, "v=spf1 -all"),
      (#"'a "q" b'"#, #"a "q" b"#), ("''", ""), (#"'back\slash'"#, #"back\slash"#), (#"'\100'"#, #"\100"#),
      ("'no'", "no"), (#""12:30""#, "12:30"), ("|-\n    a\n    b", "a\nb"), ("!!str 1.10", "1.10"),
      ("(; not a comment)", "(; not a comment)"),
    ])
  func texts(written: String, published: String) throws {
    let zone = try zone("t:\n  type: TXT\n  value: \(written)\n")
    #expect(zone.records(at: fqdn("t.example.jp")).map(\.record.data) == [txt(published)])
  }

  @Test("a long text is cut every 255 octets, and no finding")
  func longText() throws {
    let file = try file("t: {type: TXT, value: \(String(repeating: "x", count: 600))}\n")
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(
      zone.records(at: fqdn("t.example.jp")).map(\.record.data) == [
        txt(
          String(repeating: "x", count: 255), String(repeating: "x", count: 255),
          String(repeating: "x", count: 90))
      ])
    #expect(file.faults.kept == [])
  }

  @Test("each value stands on its own line")
  func places() throws {
    let zone = try zone(
      "---\n'':\n  type: MX\n  values:\n  - exchange: a.b.\n    preference: 1\n  - exchange: c.d.\n    preference: 2\n"
    )
    #expect(zone.records(at: fqdn("example.jp")).map(\.line) == [5, 7])
  }

  // MARK: The zone

  @Test(
    "there is no SOA record, and no finding about it; SOA, and NS where the file has none, are the service's")
  func startOfAuthority() throws {
    let file = try file("www: {type: A, value: 192.0.2.1}\n")
    #expect(file.faults.kept == [])
    #expect(file.assumedOrigin == nil)
    let zone = try #require(file.zones[fqdn("example.jp")])
    #expect(zone.lookUp(asking("example.jp", .soa)) == .foreign)
    #expect(zone.lookUp(asking("example.jp", .ns)) == .foreign)
    guard case .noData? = zone.lookUp(asking("example.jp", .mx)),
      case .noSuchName? = zone.lookUp(asking("mail.example.jp", .a))
    else {
      Issue.record("what the file does not have is absent")
      return
    }
    guard case .records? = try self.zone("'': {type: NS, value: a.b.}\n").lookUp(asking("example.jp", .ns))
    else {
      Issue.record("NS records of the file are known")
      return
    }
  }

  @Test(
    "the file's name is the zone's",
    arguments: [
      ("example.jp.yaml", "example.jp"), ("/etc/octodns/example.co.jp.yaml", "example.co.jp"),
      ("日本語.jp.yaml", "xn--wgv71a119e.jp"), ("db.jp.yaml", "db.jp"),
      ("a/2.0.192.in-addr.arpa.yml", "2.0.192.in-addr.arpa"),
      ("zones/example.jp./www.yaml", "example.jp"), ("zones/example.jp./$example.jp.yaml", "example.jp"),
    ])
  func origin(path: String, origin: String) throws {
    let file = try file("www: {type: A, value: 192.0.2.1}\n", named: path)
    #expect(Array(file.zones.keys) == [fqdn(origin)])
    #expect(file.assumedOrigin == nil)
  }

  @Test("ORIGIN=FILE wins; without any name it is the domain that is checked, which is said")
  func statedOrigin() throws {
    let text = "www: {type: A, value: 192.0.2.1}\n"
    #expect(
      Array(try file(text, OriginHints(stated: fqdn("other.jp"))).zones.keys) == [fqdn("other.jp")])
    let checked = try file(text, named: "-", OriginHints(checked: fqdn("checked.jp")))
    #expect(checked.assumedOrigin == AssumedOrigin(name: fqdn("checked.jp"), basis: .checkedDomain))
    #expect(unusable(text, named: "-") == [.octoDNS(.noOrigin)])
  }

  private func unusable(_ text: String, named: String = "example.jp.yaml") -> [ZoneFileError.Reason] {
    do throws(UnusableZoneFile) {
      _ = try ZoneFile(name: named, content: FileContent(Array(text.utf8)))
      return []
    } catch { return error.errors.map(\.reason) }
  }

  @Test("an empty file is an empty zone", arguments: ["---\n{}\n", "---\n", "# nothing\n"])
  func empty(text: String) throws {
    #expect(try zone(text).records.isEmpty)
    #expect(try file(text).faults.kept == [])
  }

  @Test("YAML of something else is no zone")
  func somethingElse() {
    #expect(
      unusable("providers:\n  a:\n    class: x\nzones:\n  example.jp.: {sources: [a]}\n") == [
        .octoDNS(.noZone)
      ])
    #expect(unusable("- a\n- b\n") == [.yaml(.noMapping)])
    #expect(unusable("spec:\n  type: LoadBalancer\n") == [.octoDNS(.unknownType("LoadBalancer"))])
  }

  @Test("a zone in several files is one; of one of them alone the rest is unknown")
  func split() throws {
    let (first, second) = (
      "'': {type: MX, value: {preference: 1, exchange: a.b.}}\n", "www: {type: A, value: 192.0.2.1}\n"
    )
    let whole = try file(
      first, named: "z/example.jp./$example.jp.yaml",
      parts: [("z/example.jp./www.yaml", FileContent(Array(second.utf8)))])
    let zone = try #require(whole.zones[fqdn("example.jp")])
    #expect(zone.records.map(\.file) == ["z/example.jp./$example.jp.yaml", "z/example.jp./www.yaml"])
    #expect(whole.faults.kept == [])
    let part = try file(second, named: "z/example.jp./www.yaml")
    #expect(part.faults.kept.map(\.reason) == [.octoDNS(.partOfZone)])
    #expect(part.zones[fqdn("example.jp")]?.lookUp(asking("example.jp", .mx)) == .unread)
  }

  @Test(
    "a tab between what stands on a line makes OctoDNS refuse the zone, and is read as a space",
    arguments: [
      ("a:\n  type: A\n  value:\t192.0.2.1\n", "3:9 refused"),
      ("a: {type: A,\tvalue: 192.0.2.1}\n", "1:13 refused"),
      ("a:\n  type: A\t\n  value: 192.0.2.1\n", "2:10 refused"),
      ("a: {type: A, value: 192.0.2.1}\t# x\n", "1:31 refused"),
      ("a:\n  type: A\n \t\n  value: 192.0.2.1\n", "3:2 refused"),
    ])
  func tabs(text: String, fault: String) throws {
    #expect(try faults(text) == [fault])
    #expect(try records(text) == ["a 3600 A 192.0.2.1"])
  }

  @Test(
    "a colon or a space of full width, where one of ASCII is meant, is named as what it is",
    arguments: [
      ("a:　{type: A, value: 192.0.2.1}\n", 1, 3), ("a:　\n  type: A\n  value: 192.0.2.1\n", 1, 3),
      ("a:\n  type:　A\n  value: 192.0.2.1\n", 2, 8), ("a:\n  type：A\n  value: 192.0.2.1\n", 2, 7),
      ("a:\n  type: A\n　value: 192.0.2.1\n", 3, 1),
    ])
  func wideSigns(text: String, line: Int, column: Int) throws {
    let faults = try file(text + "z: {type: A, value: 192.0.2.9}\n").faults.kept
    let wide = faults.filter { $0.reason == .yaml(.wideSign) }
    #expect(wide.map(\.position.line) == [line])
    #expect(wide.map(\.position.column) == [column])
  }

  @Test("in comments and between quotation marks they are as good as others")
  func wideSignsInText() throws {
    #expect(try faults("b: {type: A, value: 192.0.2.1} # 注：　x\n") == [])
    #expect(
      try file("a: {type: TXT, value: '問：　x'}\n").faults.kept.map(\.reason) == [.octoDNS(.textNotASCII)])
  }

  @Test("tabs in comments and between quotation marks are what they are")
  func otherTabs() throws {
    #expect(
      try faults("#\tx\na: {type: TXT, value: \"a\tb\"} # \t\nb:\n  type: TXT\n  value: |-\n    c\td\n") == []
    )
  }

  @Test("a file that is not in UTF-8, though in a comment alone, is refused, and read as far as it goes")
  func shiftJIS() throws {
    let octets = Array("a: {type: A, value: 192.0.2.1} # ".utf8) + [0x93, 0xFA, 0x96, 0x7B, 0x0A]
    let file = try ZoneFile(
      name: "example.jp.yaml", content: FileContent(octets), hints: OriginHints(), parts: nil)
    #expect(file.faults.kept.map(\.reason) == [.yaml(.notUTF8)])
    #expect(file.faults.kept.map(\.position.column) == [34])
    #expect(file.zones[fqdn("example.jp")]?.records(at: fqdn("a.example.jp")).count == 1)
  }

  @Test("a record that another file of the zone has, too, is one too many")
  func recordInTwoFiles() throws {
    let text = "www: {type: A, value: 192.0.2.1}\n"
    let whole = try file(
      text, named: "z/example.jp./$example.jp.yaml",
      parts: [("z/example.jp./www.yaml", FileContent(Array(text.utf8)))])
    let flaw = OctoDNSFlaw.repeatedType(.a, file: "z/example.jp./$example.jp.yaml", line: 1)
    #expect(whole.faults.kept.map(\.reason) == [.octoDNS(flaw)])
    #expect(whole.faults.kept.map(\.file) == ["z/example.jp./www.yaml"])
    #expect(
      flaw.wording.english
        == "second A record of this name, the first is on line 1 of z/example.jp./$example.jp.yaml: put all values into one"
    )
    #expect(
      flaw.wording.japanese
        == "この名前にAレコードが2つあります(1つ目はz/example.jp./$example.jp.yamlの1行目)。値を1つのレコードにまとめてください")
  }

  // MARK: What the service answers

  @Test(
    "what the service makes of a record is asked in DNS",
    arguments: [
      ("type: ALIAS\n  value: a.example.net.", RecordType.a),
      ("type: URLFWD\n  value: {path: /, target: 'https://x/', code: 301, masking: 0, query: 0}", .a),
      ("type: Route53Provider/ALIAS\n  values: [{type: A}]", .mx),
      ("type: A\n  value: 192.0.2.1\n  dynamic: {pools: {}, rules: []}", .a),
      ("type: A\n  value: 192.0.2.1\n  geo: {AS-JP: [192.0.2.2]}", .a),
      ("type: A\n  value: 192.0.2.1\n  octodns: {ignored: true}", .a),
    ])
  func service(record: String, type: RecordType) throws {
    let file = try file("'':\n  \(record)\n")
    #expect(file.zones[fqdn("example.jp")]?.lookUp(asking("example.jp", type)) == .foreign)
    #expect(file.faults.kept.map(\.reason.effect) == [.unread])
  }

  @Test("what else stands in the block of OctoDNS changes nothing")
  func settings() throws {
    let text = "a:\n  type: A\n  value: 192.0.2.1\n  octodns: {cloudflare: {proxied: true}, lenient: true}\n"
    #expect(try records(text) == ["a 3600 A 192.0.2.1"])
    #expect(try faults(text) == [])
  }
}
