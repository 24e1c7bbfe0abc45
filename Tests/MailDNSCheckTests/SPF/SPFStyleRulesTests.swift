import Testing

@testable import MailDNSCheck

@Suite("What works in an SPF record, and is not as it should be")
struct SPFStyleRulesTests {
  private func findings(_ record: String, _ more: String = "") async throws -> [Finding] {
    try await spfTree(record, more).styleFindings
  }

  private func ids(_ terms: String) async throws -> [String] {
    try await findings("v=spf1 \(terms)", "example.jp A 192.0.2.1\ni.test TXT \"v=spf1 -all\"").map(\.id)
  }

  @Test("450 octets are fine, and 451 are long", arguments: [(450, [Int]()), (451, [451])])
  func length(_ octets: Int, _ expected: [Int]) async throws {
    let head = "v=spf1 x="
    let record = head + String(repeating: "a", count: octets - head.count - 5) + " -all"
    #expect(record.utf8.count == octets)
    let found = try await findings(record).filter { $0.isOf(Finding.spfStyle.long) }
    #expect(found == expected.map { .spfStyle.long("example.jp", (octets: $0, answer: nil)) })
  }

  @Test("the other TXT records of the name count: 512 octets of an answer are fine, and more are long (§3.4)")
  func answer() async throws {
    // 12 + 12 + 4 octets, the SPF record 12 + 1 + 11, and the other one 12 + 3 (as many strings) + its text.
    for (octets, expected) in [(445, [Int]()), (446, [513])] {
      let more = "example.jp TXT \(PublishedDomain.quoted(String(repeating: "x", count: octets)))"
      let found = try await findings("v=spf1 -all", more).filter { $0.isOf(Finding.spfStyle.long) }
      #expect(found == expected.map { .spfStyle.long("example.jp", (octets: 11, answer: $0)) })
    }
  }

  @Test(
    "a host of mx with more than ten addresses is read in two ways (§4.6.4)",
    arguments: [(10, false), (11, true)])
  func manyAddresses(_ count: Int, _ isTold: Bool) async throws {
    let hosts = (1...count).map { "h.test A 192.0.2.\($0)" }.joined(separator: "\n")
    let found = try await findings("v=spf1 mx -all", "example.jp MX 0 h.test\n\(hosts)").map(\.id)
    #expect(found == (isTold ? ["spf-mx-many-addresses"] : []))
  }

  @Test("a term that leads to nothing for anybody is told, one that does so for a family is not")
  func voidTerm() async throws {
    let found = try await findings("v=spf1 a:gone.test a:h.test -all", "h.test A 192.0.2.1")
    #expect(found == [.spfStyle.voidTerms("example.jp", (terms: ["a:gone.test"], edits: []))])
  }

  @Test(
    "a network is wide that is wider than /16, or /32 of IPv6",
    arguments: [
      ("ip4:203.0.0.0/16", [String]()), ("ip4:202.0.0.0/15", ["202.0.0.0/15"]),
      ("ip4:0.0.0.0/0", ["0.0.0.0/0"]),
      ("ip6:2001:240::/32", []), ("ip6:2001:240::/31", ["2001:240::/31"]), ("-ip4:202.0.0.0/15", []),
      ("?ip4:202.0.0.0/15", []),
    ])
  func wide(_ term: String, _ expected: [String]) async throws {
    let found = try await findings("v=spf1 \(term) -all").filter { $0.isOf(Finding.spfStyle.wideNetwork) }
    let messages = expected.map {
      "The SPF record of example.jp authorises \($0): many more hosts than send for one organisation."
    }
    #expect(found.map(\.message.english) == messages)
  }

  @Test(
    "networks that no mail can come from",
    arguments: [
      ("ip4:10.0.0.0/8", true), ("ip4:10.1.2.3", true), ("ip4:11.0.0.0", false), ("ip4:172.16.0.0/12", true),
      ("ip4:172.31.255.255", true), ("ip4:172.32.0.0", false), ("ip4:172.15.255.255", false),
      ("ip4:192.168.1.0/24", true), ("ip4:192.169.0.0", false), ("ip4:127.0.0.1", true),
      ("ip6:fd00::/8", true), ("ip6:2001:240::1", false), ("-ip4:10.0.0.1", false),
    ])
  func privateNetworks(_ term: String, _ isPrivate: Bool) async throws {
    #expect(try await ids("\(term) -all") == (isPrivate ? ["spf-private-network"] : []))
  }

  @Test(
    "a term is there twice whatever its spelling",
    arguments: [
      ("include:i.test include:i.test -all", ["include:i.test"]),
      ("include:i.test INCLUDE:I.Test -all", ["INCLUDE:I.Test"]), ("a +a -all", ["+a"]),
      ("ip4:192.0.2.1 ip4:192.0.2.1/32 -all", ["ip4:192.0.2.1/32"]),
      ("ip6:2001:db8::1 ip6:2001:DB8:0::1/128 -all", ["ip6:2001:DB8:0::1/128"]),
      ("a/32 a -all", ["a"]),
      ("mx mx mx -all", ["mx", "mx"]), ("a mx -all", []), ("a ?a -all", []), ("a a/24 -all", []),
      ("include:i.test a:i.test -all", []), ("x=1 x=1 -all", ["x=1"]), ("x=1 x=2 -all", []),
      ("exists:%{ir}.e.test exists:%{IR}.E.test -all", ["exists:%{IR}.E.test"]),
      ("exists:%{i01}.e.test exists:%{i1}.e.test -all", ["exists:%{i1}.e.test"]),
      ("x=+ X=+ x=- -all", ["X=+"]), ("-ALL -all", ["-all"]), ("a:i.test/32 a:I.test -all", ["a:I.test"]),
    ] as [(String, [String])])
  func duplicates(_ terms: String, _ expected: [String]) async throws {
    let lines =
      "example.jp A 192.0.2.1\nexample.jp MX 10 example.jp\ni.test TXT \"v=spf1 -all\"\ni.test A 192.0.2.2"
    let found = try await findings("v=spf1 \(terms)", lines).filter { $0.isOf(Finding.spfStyle.duplicate) }
    #expect(found == expected.map { .spfStyle.duplicate("example.jp", $0) })
  }

  @Test(
    "terms after `all` are counted",
    arguments: [("a -all", [Int]()), ("-all a", [1]), ("-all a mx ip4:192.0.2.1", [3]), ("-all x=y", [])])
  func afterAll(_ terms: String, _ expected: [Int]) async throws {
    let found = try await findings("v=spf1 \(terms)").filter { $0.isOf(Finding.spfStyle.termsAfterAll) }
    #expect(found == expected.map { .spfStyle.termsAfterAll("example.jp", $0) })
  }

  @Test(
    "the rest of what is mentioned",
    arguments: [
      ("redirect=i.test -all", ["spf-redirect-beside-all"]),
      ("-all redirect=i.test", ["spf-redirect-beside-all"]),
      ("redirect=i.test", []), ("ptr -all", ["spf-ptr"]), ("ptr:i.test -all", ["spf-ptr"]),
      ("exists:%{i}.e.test -all", ["spf-macros"]), ("include:%{o}.i.test -all", ["spf-macros"]),
      ("exp=%{i}.e.test -all", []), ("ip4:192.0.2.1 include:i.test a -all", []),
    ] as [(String, [String])])
  func others(_ terms: String, _ expected: [String]) async throws {
    #expect(try await ids(terms) == expected)
  }

  @Test("none of it changes the status")
  func severity() async throws {
    let padding = "x=" + String(repeating: "y", count: 450)
    let terms =
      "ip4:10.0.0.0/8 ip4:10.0.0.0/8 ip4:202.0.0.0/15 ptr exists:%{i}.e.test redirect=i.test \(padding)"
    var domain = PublishedDomain()
    domain.texts = [PublishedDomain.spf(terms, all: "-all ip4:192.0.2.1")]
    let report = try await domain.report()
    let ids = Set(report.findings.map(\.id))
    let expected: Set = [
      "spf-private-network", "spf-duplicate-term", "spf-wide-network", "spf-ptr", "spf-macros",
      "spf-redirect-beside-all", "spf-terms-after-all", "spf-long",
    ]
    #expect(ids.isSuperset(of: expected), "missing: \(expected.subtracting(ids))")
    #expect(report.findings.filter { expected.contains($0.id) }.allSatisfy { $0.severity == .info })
    #expect(report.status == .ok, "\(report.summary)")
  }

  @Test("a record of the obsolete type 99 is seen where SPF alone is looked at, and asked for nowhere else")
  func obsoleteType() async throws {
    let dns = try RecordedResolver(
      "example.jp TXT \"v=spf1 -all\"\nexample.jp SPF \"v=spf1 -all\"\n")
    let inDepth = await SPFFacts.gather(DomainName("example.jp")!, inDepth: true, from: dns)
    #expect(SPFTree(inDepth).styleFindings.map(\.id) == ["spf-obsolete-type"])
    let usual = await SPFFacts.gather(DomainName("example.jp")!, from: dns)
    #expect(SPFTree(usual).styleFindings.isEmpty)
  }
}
