import Testing

@testable import MailDNSCheck

@Suite("Changes: reading reports")
struct SnapshotReaderTests {
  @Test("the report of an older version has fewer keys, and what is missing says nothing")
  func older() throws {
    let old =
      #"{"schema":1,"domain":"A.example.","mx":{"status":"found","hosts":[{"host":"B.example","preference":10}]}}"#
    let new = ChangeFixtures.small("a.example", mx: "b.example")
    #expect(try ChangeFixtures.changes(old, new).isEmpty)
    let dmarc = #"{"domain":"a.example","dmarc":{"status":"found","policy":"reject"}}"#
    let today = """
      {"domain":"a.example","dmarc":{"status":"found","policies":[{"appliesTo":"domain","effectivePolicy":"none",\
      "legacy":{"status":"found","policy":"none","percentage":100}}]}}
      """
    #expect(try ChangeFixtures.changes(dmarc, today).words == ["dmarc domain: reject -> none change"])
    #expect(try ChangeFixtures.changes(#"{"domain":"a.example"}"#, today).isEmpty)
  }

  @Test("the servers that a zone is delegated to are a set; who could not be asked has not changed")
  func nameServers() throws {
    func report(_ state: String, _ hosts: String) -> String {
      #"{"domain":"a.example","ns":{"state":"\#(state)","delegated":\#(hosts),"servers":[{"serial":1}]}}"#
    }
    let old = report("found", #"["ns1.example","ns2.example"]"#)
    #expect(try ChangeFixtures.changes(old, report("found", #"["NS2.example","ns1.example"]"#)).isEmpty)
    #expect(
      try ChangeFixtures.changes(old, report("found", #"["ns1.example","ns3.example"]"#)).words
        == ["ns: ns2.example -> ns3.example change"])
    for state in ["intercepted", "unknown"] {
      #expect(try ChangeFixtures.changes(old, report(state, "null")).words == [])
    }
  }

  @Test(
    "what is no report is said to be none",
    arguments: [
      "", "[]", "{}", "7", #"{"domain""#, #"{"domain":"a","mx":{"#, #"{"domain":"a" "mx":1}"#,
      #"{"domain":"a\"#,
      #"{"a":1}"#, String(repeating: "[", count: 100_000),
    ])
  func broken(_ text: String) {
    #expect(throws: JSONScanner.Fault.self) { try ChangeFixtures.snapshot(text) }
  }

  @Test("the line of an input that is no domain is none")
  func noDomain() throws {
    #expect(try ChangeFixtures.snapshot(#"{"domain":null,"findings":[]}"#) == nil)
  }

  @Test(
    "values of another kind than they should be are passed over",
    arguments: [
      #"{"domain":"a.example","mx":7}"#, #"{"domain":"a.example","mx":{"status":[],"hosts":{"a":1}}}"#,
      #"{"domain":"a.example","spf":{"status":"found","tree":[1,{"state":"unknown"}],"authorizes":"x"}}"#,
      #"{"domain":"a.example","dkim":{"keys":[1,null,{"selector":4}],"asked":[["x"]]}}"#,
      #"{"domain":"a.example","findings":[{"id":1},{},"x",{"id":"a","severity":"huge"}]}"#,
      #"{"domain":"a.example","dmarc":{"status":"found","policies":[{}]},"route":{"id":{}}}"#,
    ])
  func odd(_ text: String) throws {
    let snapshot = try #require(try ChangeFixtures.snapshot(text))
    #expect(snapshot.domain == "a.example" && snapshot.findings == [])
    #expect(DomainChanges(from: snapshot, to: snapshot).isEmpty)
  }

  @Test("a tree of SPF of any depth is read, and what could not be asked in it is found")
  func tree() throws {
    func report(_ state: String) -> String {
      let open = String(repeating: #"{"children":["#, count: 500)
      let close = String(repeating: #"],"state":"record"}"#, count: 500)
      return #"{"domain":"a.example","spf":{"status":"found","all":"-","tree":"# + open
        + "{\"term\":\"state\",\"state\" : \"\(state)\"}" + close
        + #","authorizes":{"ranges":["192.0.2.0/24"],"all":false}}}"#
    }
    let spf = ChangeSubject(kind: .spf)
    #expect(try ChangeFixtures.snapshot(report("record"))?.observations[spf] == .known(["192.0.2.0/24"]))
    #expect(try ChangeFixtures.snapshot(report("unknown"))?.observations[spf] == .unknown)
  }

  @Test("escapes, and keys in any order with any space")
  func escapes() throws {
    let text =
      "{ \"mx\" : { \"hosts\" : [ { \"preference\" : 1 , \"host\" : \"\\u0041.\\\"b\\\\\" } ] , \"status\" : \"found\" } ,\r\n \"domain\" : \"\\u0078.example\" }"
    let snapshot = try #require(try ChangeFixtures.snapshot(text))
    #expect(snapshot.domain == "x.example")
    #expect(snapshot.observations[ChangeSubject(kind: .mx)] == .known(["1 a.\"b\\"]))
  }

  @Test("MTA-STS and TLSA, where the report has them")
  func transport() throws {
    func report(_ id: String, _ mode: String, _ tlsa: String, state: String = "secure") -> String {
      """
      {"domain":"a.example","tls":{"dnssec":{"zone":"a.example","state":"\(state)"},"mtaSTS":{"status":"found","id":"\(id)",\
      "policy":{"status":"found","mode":"\(mode)","maxAge":86400,"mx":["*.a.example"]}},"hosts":[{"host":"mx.a.example",\
      "tlsa":"found","tlsaRecords":["3 1 1 \(tlsa)"]},{"host":"mx.other.example","tlsa":"found","tlsaRecords":["3 1 1 \(tlsa)"]}]}}
      """
    }
    let changes = try ChangeFixtures.changes(report("1", "testing", "aa"), report("2", "enforce", "bb"))
    #expect(
      changes.words == [
        "mta-sts: mode: testing -> mode: enforce change", "mta-sts-id: 1 -> 2 change",
        "tlsa mx.a.example: 3 1 1 aa -> 3 1 1 bb change",
        "tlsa mx.other.example: 3 1 1 aa -> 3 1 1 bb info foreign-host",
      ])
    #expect(
      try ChangeFixtures.changes(report("1", "testing", "AA"), report("1", "testing", "aa", state: "signed"))
        .isEmpty)
    #expect(
      try ChangeFixtures.changes(report("1", "none", "aa"), report("1", "none", "aa", state: "insecure"))
        .words
        == ["dnssec: signed ->  change"])
  }

  @Test("a run with --since hands on what was seen last, and that value stands")
  func handedOn() throws {
    let first = ChangeFixtures.small("a.example")
    let unknown = ChangeFixtures.small("a.example", status: "unknown").replacing("11-28", with: "11-29")
    let changes = try ChangeFixtures.changes(first, unknown)
    #expect(changes.unseen.map(\.since) == ["2026-11-28T00:00:00Z"])
    let entry = JSONText.make(ChangeJSON.Entry(changes), pretty: false)
    let second = unknown.replacing("\"domain\"", with: "\"changes\":\(entry),\"domain\"")
    let again = try ChangeFixtures.changes(second, unknown.replacing("11-29", with: "11-30"))
    #expect(
      again.unseen.map(\.since) == ["2026-11-28T00:00:00Z"] && again.unseen.map(\.last) == [["10 mx.example"]]
    )
    let same = ChangeFixtures.small("a.example").replacing("11-28", with: "11-30")
    #expect(try ChangeFixtures.changes(second, same).isEmpty)
    let moved = ChangeFixtures.small("a.example", mx: "b.example").replacing("11-28", with: "11-30")
    #expect(try ChangeFixtures.changes(second, moved).words == ["mx: 10 mx.example -> 10 b.example change"])
  }

  @Test("what had changed by then is no part of a report, but what was handed on is")
  func marks() async throws {
    let report = ChangeFixtures.small("a.example")
    func mark(_ text: String) throws -> UInt64? {
      try Array(text.utf8).withUnsafeBytes { octets -> UInt64? in
        var scanner = JSONScanner(octets)
        guard case .report(let mark) = try ReportMark.read(&scanner, at: 0, Self.hash) else { return nil }
        return mark.text
      }
    }
    func with(_ unseen: String) -> String {
      report.replacing("\"domain\"", with: "\"changes\":{\"after\":\"2026\",\"unseen\":\(unseen)},\"domain\"")
    }
    #expect(try mark(report) == mark(with("[]")))
    #expect(try mark(report) != mark(with("[{\"kind\":\"mx\"}]")))
    #expect(
      try mark(report)
        == mark(report.replacing("11-28", with: "11-29").replacing("\"queries\":3", with: "\"queries\":4")))
    #expect(try mark(report) != mark(report.replacing("mx.example", with: "my.example")))
  }

  private static let hash = OctetHash()

  @Test("a text that is hostile is shown as what it is")
  func hostile() throws {
    let (old, new) = (
      ChangeFixtures.small("a.example"),
      ChangeFixtures.small("a.example", mx: #"\u001b[2J\u202e|%0A::error::"#)
    )
    let changes = try ChangeFixtures.changes(old, new)
    for language in Language.allCases {
      let text = changes.changes.map { $0.wording[language] }.joined()
      #expect(OutputRules.invisible(in: text) == [], "\(text)")
      #expect(OutputRules.violations(GitHubText.commands(changes, language), of: .github) == [])
    }
  }
}
