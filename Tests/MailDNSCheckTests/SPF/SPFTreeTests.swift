import Testing

@testable import MailDNSCheck

@Suite("The tree below an SPF record (RFC 7208 §4.6.4)")
struct SPFTreeTests {
  private func tree(_ record: String, _ more: String..., failing: [String] = []) async throws -> SPFTree {
    let lines = (["example.jp TXT \(PublishedDomain.quoted(record))"] + more).joined(separator: "\n")
    return SPFTree(
      await SPFFacts.gather(DomainName("example.jp")!, from: try RecordedResolver(lines, failing: failing)))
  }

  private func names(_ names: [DomainName]) -> [String] { names.map(\.description) }

  @Test(
    "terms that look something up count, and no others",
    arguments: [
      ("v=spf1 -all", 0), ("v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 -all", 0), ("v=spf1 exp=e.test -all", 0),
      ("v=spf1 a -all", 1), ("v=spf1 mx -all", 1), ("v=spf1 ptr -all", 1),
      ("v=spf1 exists:%{i}.e.test -all", 1),
      ("v=spf1 include:i.test -all", 1), ("v=spf1 redirect=i.test", 1),
      ("v=spf1 a mx ptr exists:e.test include:i.test -all", 5), ("v=spf1 -all a mx", 0),
      ("v=spf1 a -all redirect=i.test", 1),
      ("v=spf1 redirect=i.test a -all", 1), ("v=spf1 a:h.test a:h.test -all", 2),
      ("v=spf1 unknown=a.test -all", 0),
    ])
  func counts(_ record: String, _ lookups: Int) async throws {
    #expect(try await tree(record, "i.test TXT \"v=spf1 -all\"").lookups == lookups)
  }

  @Test("a shared include counts every time that it is reached, with all that is below it")
  func shared() async throws {
    let tree = try await tree(
      "v=spf1 include:a.test include:b.test include:c.test -all",
      "a.test TXT \"v=spf1 include:c.test -all\"", "b.test TXT \"v=spf1 include:c.test include:c.test -all\"",
      "c.test TXT \"v=spf1 a mx -all\"")
    // Three includes; a: 1 + 2; b: 2 + 4; c: 2.
    #expect(tree.lookups == 3 + 3 + 6 + 2)
    #expect(names(tree.includes) == ["a.test", "c.test", "b.test"])
    #expect(tree.errors == [.tooManyLookups(14), .tooManyVoidLookups(SPFVoidLookups(ipv4: 8, ipv6: 8))])
  }

  @Test("a redirect counts, and what it leads to")
  func redirect() async throws {
    let tree = try await tree(
      "v=spf1 a redirect=r.test", "r.test TXT \"v=spf1 mx ~all\"", "example.jp A 192.0.2.1")
    #expect(tree.lookups == 3)
    #expect(tree.all == .softfail)
    #expect(names(tree.includes) == ["r.test"])
  }

  @Test("a redirect beside an `all` leads nowhere")
  func redirectBesideAll() async throws {
    let tree = try await tree("v=spf1 redirect=r.test ?all", "r.test TXT \"v=spf1 mx +all\"")
    #expect(tree.lookups == 0)
    #expect(tree.all == .neutral)
    #expect(tree.includes.isEmpty)
  }

  @Test("the `all` of an include is not that of the record")
  func allOfInclude() async throws {
    #expect(try await tree("v=spf1 include:i.test", "i.test TXT \"v=spf1 +all\"").all == nil)
  }

  @Test("redirects that lead round and round have no `all`, and come to an end")
  func redirectLoop() async throws {
    let tree = try await tree("v=spf1 redirect=r.test", "r.test TXT \"v=spf1 redirect=example.jp\"")
    #expect(tree.all == nil)
    #expect(tree.errors == [.loop(owner: DomainName("r.test")!, to: DomainName("example.jp")!)])
  }

  @Test(
    "eleven look-ups are one too many",
    arguments: [(10, []), (11, [.tooManyLookups(11)]), (25, [.tooManyLookups(25)])]
      as [(Int, [SPFPermanentError])])
  func limit(_ count: Int, _ errors: [SPFPermanentError]) async throws {
    let terms = (1...count).map { "a:h\($0).up.test" }.joined(separator: " ")
    let tree = try await tree("v=spf1 \(terms) -all", "*.up.test A 192.0.2.1")
    #expect(tree.lookups == count)
    #expect(tree.errors == errors)
  }

  @Test(
    "void look-ups: NXDOMAIN and NODATA alike; of the family that fares worse",
    arguments: [
      ("a:gone.test", 1), ("a:empty.test", 1), ("a:v4.test", 1), ("a:v6.test", 1), ("mx:gone.test", 1),
      ("mx:v4.test", 1),
      ("mx:mx.test", 0), ("exists:gone.test", 1), ("exists:v6.test", 1), ("exists:v4.test", 0),
      ("include:gone.test", 1),
      ("include:empty.test", 1), ("include:text.test", 0), ("include:i.test", 0),
      ("exists:%{i}.gone.test", 0), ("ptr", 0),
      ("a:gone.test a:gone.test mx:gone.test", 3), ("ip4:192.0.2.1", 0),
    ])
  func voids(_ terms: String, _ expected: Int) async throws {
    let tree = try await tree(
      "v=spf1 \(terms) -all", "v4.test A 192.0.2.1", "v6.test AAAA 2001:db8::1", "mx.test MX 0 v4.test",
      "x.empty.test A 192.0.2.1",
      "text.test TXT hello", "i.test TXT \"v=spf1 -all\"")
    #expect(tree.voidLookups.worse == expected)
  }

  @Test(
    "void look-ups are counted for senders of each family: A is looked up for one, AAAA for the other (§5.3)",
    arguments: [
      ("a:v4.test", 0, 1), ("a:v6.test", 1, 0), ("a:both.test", 0, 0), ("a:gone.test", 1, 1),
      ("mx:mx.test", 0, 0), ("mx:gone.test", 1, 1), ("exists:v4.test", 0, 0), ("exists:v6.test", 1, 1),
      ("include:gone.test", 1, 1), ("include:i.test", 0, 2), ("include:i.test include:i.test", 0, 4),
    ])
  func families(_ terms: String, _ ipv4: Int, _ ipv6: Int) async throws {
    let tree = try await tree(
      "v=spf1 \(terms) -all", "v4.test A 192.0.2.1", "v6.test AAAA 2001:db8::1", "both.test A 192.0.2.1",
      "both.test AAAA 2001:db8::1", "mx.test MX 0 v4.test",
      "i.test TXT \"v=spf1 a:v4.test/24 a:v4.test -all\"")
    #expect(tree.voidLookups == SPFVoidLookups(ipv4: ipv4, ipv6: ipv6))
  }

  @Test("three terms that are void for one family leave the record usable for the other")
  func oneFamilyBroken() async throws {
    let tree = try await tree(
      "v=spf1 a:x.test a:y.test a:z.test ip6:2001:db8:1::/48 ip4:198.51.100.0/24 -all", "x.test A 192.0.2.1",
      "y.test A 192.0.2.2", "z.test A 192.0.2.3")
    #expect(tree.errors.isEmpty)
    #expect(tree.voidLookups.beyondLimit == [.ipv6])
    #expect(tree.authorization.stopped == [.ipv6: "a:z.test"])
    #expect(tree.authorization.addresses.descriptions == ["192.0.2.1-192.0.2.3", "198.51.100.0/24"])
  }

  @Test("void terms are told with the record that they stand in, and for whom they are void")
  func voidTerms() async throws {
    let tree = try await tree(
      "v=spf1 a:gone.test include:i.test a:v4.test -all", "v4.test A 192.0.2.1",
      "i.test TXT \"v=spf1 mx:v4.test -all\"")
    #expect(
      tree.voidTerms.map { "\($0.text) \($0.owner) \($0.families.map(\.name))" } == [
        #"a:gone.test example.jp ["IPv4", "IPv6"]"#, #"a:v4.test example.jp ["IPv6"]"#,
        #"mx:v4.test i.test ["IPv4", "IPv6"]"#,
      ])
  }

  @Test(
    "two void look-ups are allowed, three are not, wherever in the tree they are",
    arguments: [
      ("a:gone1.test", []),
      ("a:gone1.test a:gone2.test", [.tooManyVoidLookups(SPFVoidLookups(ipv4: 3, ipv6: 3))]),
    ]
      as [(String, [SPFPermanentError])])
  func voidLimit(_ terms: String, _ errors: [SPFPermanentError]) async throws {
    let tree = try await tree(
      "v=spf1 \(terms) include:i.test -all", "i.test TXT \"v=spf1 a:gone3.test -all\"")
    #expect(tree.errors == errors)
  }

  @Test("a void look-up that could not be made leaves the count open, and the rest is counted")
  func voidUnknown() async throws {
    let tree = try await tree("v=spf1 a:gone.test mx:slow.test -all", failing: ["slow.test"])
    #expect(tree.voidLookups == .unknown)
    #expect(tree.lookups == 2)
  }

  @Test("a look-up that could not be made for one family leaves the count open for its senders only")
  func oneFamily() async throws {
    let tree = try await tree("v=spf1 a:h.test -all", "h.test A 192.0.2.1", failing: ["h.test AAAA"])
    #expect(tree.voidLookups == SPFVoidLookups(ipv4: 0, ipv6: nil))
    #expect(tree.voidLookups.worse == nil)
  }

  @Test(
    "records that lead back to themselves",
    arguments: [
      ("v=spf1 include:example.jp -all", "", "example.jp", "example.jp"),
      ("v=spf1 include:EXAMPLE.jp -all", "", "example.jp", "example.jp"),
      ("v=spf1 include:a.test -all", "a.test TXT \"v=spf1 include:example.jp -all\"", "a.test", "example.jp"),
      ("v=spf1 include:a.test -all", "a.test TXT \"v=spf1 include:a.test -all\"", "a.test", "a.test"),
    ])
  func loops(_ record: String, _ more: String, _ owner: String, _ target: String) async throws {
    #expect(
      try await tree(record, more).errors == [.loop(owner: DomainName(owner)!, to: DomainName(target)!)])
  }

  @Test("a tree in which every level doubles the count ends at the highest count")
  func doubling() async throws {
    let depth = SPFFacts.maximumDepth - 1
    let lines = (0..<depth).map {
      "n\($0).test TXT \"v=spf1 include:n\($0 + 1).test include:n\($0 + 1).test -all\""
    }
    let dns = try RecordedResolver(lines.joined(separator: "\n") + "\nn\(depth).test TXT \"v=spf1 a -all\"")
    let tree = SPFTree(await SPFFacts.gather(DomainName("n0.test")!, from: dns))
    #expect(tree.lookups == SPFTree.maximumCount)
    #expect(tree.includes.count == depth)
  }

  @Test(
    "an include or redirect without an SPF record behind it breaks the record",
    arguments: ["include:", "redirect="])
  func missingTarget(_ term: String) async throws {
    for more in ["", "t.test TXT \"v=spf10 -all\"", "t.test A 192.0.2.1"] {
      let tree = try await tree("v=spf1 \(term)t.test", more)
      guard case .missingTarget(let owner, let reference)? = tree.errors.first, tree.errors.count == 1 else {
        Issue.record("\(tree.errors)")
        continue
      }
      #expect(owner == DomainName("example.jp"))
      #expect(reference.name == DomainName("t.test"))
    }
  }

  @Test("errors in an include are the record's")
  func errorsBelow() async throws {
    let tree = try await tree(
      "v=spf1 include:two.test include:bad.test -all", "two.test TXT \"v=spf1 -all\"",
      "two.test TXT \"v=spf1 +all\"",
      "bad.test TXT \"v=spf1 foo:bar -all\"")
    let places = tree.errors.map { error in
      switch error {
      case .several(let name, let count): "\(name) \(count)"
      case .syntax(let name, _, _): "\(name) syntax"
      default: "\(error)"
      }
    }
    #expect(places == ["two.test 2", "bad.test syntax"])
  }

  @Test("what could not be asked is a failure, and no missing target")
  func failures() async throws {
    let tree = try await tree(
      "v=spf1 include:slow.test include:i.test -all", "i.test TXT \"v=spf1 a -all\"", failing: ["slow.test"])
    #expect(tree.failures.map(\.name) == [DomainName("slow.test")!])
    #expect(tree.errors.isEmpty)
    #expect(!tree.isComplete)
    #expect(tree.lookups == 3)
    #expect(tree.voidLookups == .unknown)
  }

  @Test("names with macros are not followed, and are told")
  func macros() async throws {
    let tree = try await tree("v=spf1 include:%{o}.i.test exists:%{i}._spf.vali.email a:%{h} -all")
    #expect(tree.hasMacros)
    #expect(tree.lookups == 3)
    #expect(tree.includes.isEmpty)
    #expect(tree.errors.isEmpty)
    #expect(
      tree.references.map { $0.recognizableName?.description } == ["i.test", "_spf.vali.email", nil])
  }

  @Test("networks are those that pass, at every depth")
  func networks() async throws {
    let tree = try await tree(
      "v=spf1 ip4:192.0.2.0/24 -ip4:203.0.113.1 include:i.test -all ip4:198.51.100.1",
      "i.test TXT \"v=spf1 ip6:2001:db8::/32 -all\"")
    #expect(tree.networks.map(\.description) == ["192.0.2.0/24", "2001:db8::/32"])
  }
}
