import Testing

@testable import MailDNSCheck

@Suite("An SPF record under revision")
struct SPFRevisionTests {
  private func revision(_ texts: [String]) -> SPFRevision { SPFRevision(texts.map { Array($0.utf8) }) }
  private func text(_ revision: SPFRevision) -> String { String(decoding: revision.text, as: UTF8.self) }

  @Test(
    "an include comes before what decides for everybody else",
    arguments: [
      ("v=spf1 -all", "v=spf1 include:x.test -all"),
      ("v=spf1 mx ip4:192.0.2.1 ~all", "v=spf1 mx ip4:192.0.2.1 include:x.test ~all"),
      ("v=spf1 a redirect=_spf.test", "v=spf1 a include:x.test redirect=_spf.test"),
      ("v=spf1 a exp=e.test ?all", "v=spf1 a exp=e.test include:x.test ?all"),
      ("v=spf1 a", "v=spf1 a include:x.test ~all"), ("v=spf1", "v=spf1 include:x.test ~all"),
      ("v=spf1 a -all mx", "v=spf1 a mx include:x.test -all"),
      ("V=SPF1  A   -ALL", "v=spf1 A include:x.test -ALL"),
    ])
  func include(_ published: String, _ expected: String) {
    var revision = revision([published])
    revision.include("x.test")
    #expect(text(revision) == expected)
  }

  @Test("without a record there is nothing to keep")
  func new() { #expect(text(revision([])) == "v=spf1 ~all") }

  @Test(
    "what receivers can't use is put right: several records become one, slips of the pen are mended, and no term stays that is none",
    arguments: [
      (["v=spf1 a -all", "v=spf1 mx ~all"], "v=spf1 a mx ~all"),
      (["v=spf1 a -all", "v=spf1 a -all"], "v=spf1 a -all"),
      (["v=spf1 ipv4:192.0.2.1 a -all"], "v=spf1 ip4:192.0.2.1 a -all"),
      (["v=spf1 ip4:999.1.1.1 -all"], "v=spf1 -all"),
      (["v=spf1 a redirect=x.test", "v=spf1 -all"], "v=spf1 a include:x.test -all"),
      (["v=spf1 a -all redirect=x.test"], "v=spf1 a -all"),
    ])
  func broken(_ texts: [String], _ expected: String) { #expect(text(revision(texts)) == expected) }

  @Test("terms are taken out by where they lead, in any notation")
  func remove() {
    var revision = revision(["v=spf1 include:A.test ?include:b.test a:c.test ip4:192.0.2.1 -all"])
    revision.remove(at: DomainName("example.jp")!) { _, reference in
      reference?.name == DomainName("a.test") || reference?.name == DomainName("b.test")
    }
    #expect(text(revision) == "v=spf1 a:c.test ip4:192.0.2.1 -all")
  }

  @Test("the end of a record is not taken out")
  func end() {
    var revision = revision(["v=spf1 a -all"])
    revision.remove(at: DomainName("example.jp")!) { _, _ in true }
    #expect(text(revision) == "v=spf1 -all")
  }

  @Test("a record without what was put in is the one before", arguments: 0..<40)
  func roundTrip(_ seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let terms = ["a", "mx", "ip4:192.0.2.0/24", "include:i.test", "exists:%{i}.e.test", "-a:h.test", "x-y=z"]
    let chosen = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
      terms.randomElement(using: &generator)!
    }
    let before = revision(["v=spf1 " + (chosen + ["-all"]).joined(separator: " ")])
    var after = before
    after.include("new.test")
    #expect(try SPFRecord(parsing: after.text).all == .fail)
    after.remove(at: DomainName("example.jp")!) { _, reference in reference?.name == DomainName("new.test") }
    #expect(after == before)
  }
}
