import Testing

@testable import MailDNSCheck

@Suite("The tree below an SPF record, as it is shown")
struct SPFTreeNodeTests {
  private func root(_ record: String, _ more: String..., failing: [String] = []) async throws -> SPFTreeNode {
    try await spfTree(record, more.joined(separator: "\n"), failing: failing).root
  }

  /// `term state cost` of each node, two spaces further in for each level.
  private func outline(_ node: SPFTreeNode, depth: Int = 0) -> [String] {
    let line =
      String(repeating: "  ", count: depth)
      + "\(node.term ?? node.name?.description ?? "-") \(node.state.rawValue) \(node.lookups)"
    return [line] + node.children.flatMap { outline($0, depth: depth + 1) }
  }

  private func count(_ node: SPFTreeNode) -> Int { node.children.reduce(1) { $0 + count($1) } }

  @Test("terms stand in the order of the record, each with the look-ups of all below it")
  func order() async throws {
    let root = try await root(
      "v=spf1 mx include:b.test ip4:192.0.2.1 a:h.test include:a.test exists:e.test ptr -all",
      "a.test TXT \"v=spf1 a -all\"", "b.test TXT \"v=spf1 include:c.test mx -all\"",
      "c.test TXT \"v=spf1 a mx -all\"")
    #expect(
      outline(root) == [
        "example.jp record 11", "  mx leaf 1", "  include:b.test record 5", "    include:c.test record 3",
        "      a leaf 1", "      mx leaf 1", "    mx leaf 1", "  a:h.test leaf 1",
        "  include:a.test record 2",
        "    a leaf 1", "  exists:e.test leaf 1", "  ptr leaf 1",
      ])
  }

  @Test("a record costs what its terms do, and the term that leads to it one more")
  func sums() async throws {
    func check(_ node: SPFTreeNode) {
      if !node.children.isEmpty {
        let below = node.children.reduce(0) { $0 + $1.lookups }
        #expect(below + (node.term == nil ? 0 : 1) == node.lookups, "\(node.term ?? "the domain")")
      }
      for child in node.children { check(child) }
    }
    for record in [
      "v=spf1 a include:a.test include:c.test include:b.test -all", "v=spf1 include:loop.test a -all",
      "v=spf1 include:b.test redirect=loop.test", "v=spf1 include:gone.test include:%{i}.a.test -all",
    ] {
      let root = try await root(
        record, "a.test TXT \"v=spf1 include:c.test include:b.test -all\"", "b.test TXT \"v=spf1 a mx -all\"",
        "c.test TXT \"v=spf1 mx include:b.test include:b.test -all\"",
        "loop.test TXT \"v=spf1 a include:back.test -all\"",
        "back.test TXT \"v=spf1 mx include:loop.test include:example.jp -all\"")
      #expect(!root.children.isEmpty)
      check(root)
    }
  }

  @Test("a record that several terms share is shown once, and costs the same again")
  func repeated() async throws {
    let root = try await root(
      "v=spf1 include:a.test include:c.test include:A.TEST -all",
      "a.test TXT \"v=spf1 include:c.test -all\"", "c.test TXT \"v=spf1 mx -all\"")
    #expect(
      outline(root) == [
        "example.jp record 8", "  include:a.test record 3", "    include:c.test record 2", "      mx leaf 1",
        "  include:c.test repeated 2", "  include:A.TEST repeated 3",
      ])
  }

  @Test("a loop ends where it closes, and costs one look-up there")
  func loop() async throws {
    let root = try await root(
      "v=spf1 a include:i.test -all", "i.test TXT \"v=spf1 mx include:example.jp -all\"")
    #expect(
      outline(root) == [
        "example.jp record 4", "  a leaf 1", "  include:i.test record 3", "    mx leaf 1",
        "    include:example.jp loop 1",
      ])
    #expect(
      outline(try await self.root("v=spf1 include:example.jp -all")) == [
        "example.jp record 1", "  include:example.jp loop 1",
      ])
  }

  @Test(
    "a target without a record that can be used is unusable",
    arguments: [
      "", "i.test TXT \"v=spf1 foo -all\"", "i.test TXT \"v=spf1 -all\"\ni.test TXT \"v=spf1 a -all\"",
      "i.test TXT \"v=spf10 -all\"", "i.test A 192.0.2.1",
    ])
  func unusable(_ lines: String) async throws {
    let root = try await root("v=spf1 include:i.test -all", lines)
    #expect(outline(root) == ["example.jp record 1", "  include:i.test unusable 1"])
  }

  @Test("what is no domain name leads nowhere")
  func noName() async throws {
    let root = try await root("v=spf1 include:a..test a:b..test -all")
    #expect(outline(root) == ["example.jp record 2", "  include:a..test unusable 1", "  a:b..test leaf 1"])
    #expect(root.children.map { $0.name == nil } == [true, true])
  }

  @Test("what differs from message to message is not followed")
  func macros() async throws {
    let root = try await root("v=spf1 include:%{i}.i.test exists:%{l}.e.test redirect=%{o}.r.test")
    #expect(
      outline(root) == [
        "example.jp record 3", "  include:%{i}.i.test macros 1", "  exists:%{l}.e.test macros 1",
        "  redirect=%{o}.r.test macros 1",
      ])
  }

  @Test("what could not be asked is unknown, the domain itself too")
  func unknown() async throws {
    let root = try await root(
      "v=spf1 include:i.test a:h.test -all", failing: ["i.test TXT", "h.test A", "h.test AAAA"])
    #expect(outline(root) == ["example.jp record 2", "  include:i.test unknown 1", "  a:h.test leaf 1"])
    #expect(outline(try await self.root("v=spf1 -all", failing: ["example.jp"])) == ["example.jp unknown 0"])
  }

  @Test("a redirect stands behind the mechanisms of its record, with what it leads to below it")
  func redirect() async throws {
    let root = try await root("v=spf1 a redirect=r.test", "r.test TXT \"v=spf1 mx -all\"")
    #expect(
      outline(root) == ["example.jp record 3", "  a leaf 1", "  redirect=r.test record 2", "    mx leaf 1"])
  }

  @Test("terms after `all`, and a redirect beside it, are left out")
  func afterAll() async throws {
    let root = try await root(
      "v=spf1 a redirect=r.test -all mx include:i.test", "r.test TXT \"v=spf1 mx -all\"")
    #expect(outline(root) == ["example.jp record 1", "  a leaf 1"])
  }

  @Test("of a tree beyond all bounds 500 nodes are kept, and the count is that of the whole")
  func bound() async throws {
    let terms = (0..<60).map { "a:h\($0 % 3).test" }.joined(separator: " ")
    let includes = (0..<12).map { "include:i\($0).test" }.joined(separator: " ")
    let more = (0..<12).map { "i\($0).test TXT \(PublishedDomain.quoted("v=spf1 \(terms) -all"))" }
    let tree = try await spfTree("v=spf1 \(includes) -all", more.joined(separator: "\n"))
    #expect(count(tree.root) == SPFTreeNode.maximumNodes)
    #expect(tree.root.lookups == 12 * 61)
  }

  @Test("octets that a terminal could act on are written out")
  func hostile() async throws {
    let root = try await root("v=spf1 include:%{o}.i.test -all")
    #expect(root.children.first?.term == "include:%{o}.i.test")
    let syntax = try await spfTree("v=spf1 include:\u{1B}[31m.test -all")
    #expect(syntax.root.state == .unusable)
    #expect(syntax.root.children.isEmpty)
  }
}

/// The tree of example.jp with that record, in a DNS of those lines besides.
func spfTree(_ record: String, _ more: String = "", failing: [String] = []) async throws -> SPFTree {
  let lines = "example.jp TXT \(PublishedDomain.quoted(record))\n\(more)"
  return SPFTree(
    await SPFFacts.gather(DomainName("example.jp")!, from: try RecordedResolver(lines, failing: failing)))
}
