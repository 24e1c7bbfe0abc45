import Testing

@testable import MailDNSCheck

@Suite("The names of a DNS Tree Walk (RFC 9989 §4.10)")
struct DMARCTreeWalkTests {
  private func names(_ domain: String) -> [String] {
    DMARCTreeWalk.queryNames(for: DomainName(domain)!).map(\.description)
  }

  @Test(
    "the walk goes up label by label; from 8 labels on it jumps to 7",
    arguments: [
      ("jp", ["jp"]),
      ("b.jp", ["b.jp", "jp"]),
      ("c.b.jp", ["c.b.jp", "b.jp", "jp"]),
      ("d.c.b.jp", ["d.c.b.jp", "c.b.jp", "b.jp", "jp"]),
      ("e.d.c.b.jp", ["e.d.c.b.jp", "d.c.b.jp", "c.b.jp", "b.jp", "jp"]),
      ("f.e.d.c.b.jp", ["f.e.d.c.b.jp", "e.d.c.b.jp", "d.c.b.jp", "c.b.jp", "b.jp", "jp"]),
      ("g.f.e.d.c.b.jp", ["g.f.e.d.c.b.jp"] + below7),
      ("h.g.f.e.d.c.b.jp", ["h.g.f.e.d.c.b.jp", "g.f.e.d.c.b.jp"] + below7),
      ("i.h.g.f.e.d.c.b.jp", ["i.h.g.f.e.d.c.b.jp", "g.f.e.d.c.b.jp"] + below7),
      ("j.i.h.g.f.e.d.c.b.jp", ["j.i.h.g.f.e.d.c.b.jp", "g.f.e.d.c.b.jp"] + below7),
      ("k.j.i.h.g.f.e.d.c.b.jp", ["k.j.i.h.g.f.e.d.c.b.jp", "g.f.e.d.c.b.jp"] + below7),
      ("l.k.j.i.h.g.f.e.d.c.b.jp", ["l.k.j.i.h.g.f.e.d.c.b.jp", "g.f.e.d.c.b.jp"] + below7),
    ])
  func labels(_ domain: String, _ expected: [String]) {
    #expect(names(domain) == expected)
    #expect(expected.count <= DMARCTreeWalk.maximumQueries)
  }

  private static let below7 = ["f.e.d.c.b.jp", "e.d.c.b.jp", "d.c.b.jp", "c.b.jp", "b.jp", "jp"]

  @Test("the example of RFC 9989 §4.10 takes eight queries")
  func example() {
    #expect(
      names("a.b.c.d.e.f.g.h.i.j.mail.example.com") == [
        "a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com", "h.i.j.mail.example.com",
        "i.j.mail.example.com", "j.mail.example.com", "mail.example.com", "example.com", "com",
      ])
  }

  @Test("the root has no walk")
  func root() {
    #expect(names(".") == [])
    #expect(DMARCTreeWalk.evaluate(".", []).organizationalDomain == .known(.root))
  }

  @Test("a record is at _dmarc below its domain")
  func recordName() throws {
    #expect(try DMARCTreeWalk.recordName(of: DomainName("x.jp")!) == DomainName("_dmarc.x.jp"))
    let long = DomainName(String(repeating: "a.", count: 125) + "jp")!
    #expect(throws: DomainNameError.nameTooLong) { try DMARCTreeWalk.recordName(of: long) }
  }

  @Test("permission for reports is at the policy domain, _report and _dmarc below the host (RFC 9990 §4)")
  func authorizationName() throws {
    let name = try DMARCTreeWalk.authorizationName(
      policyDomain: DomainName("example.com")!, host: DomainName("thirdparty.example.net")!)
    #expect(name == DomainName("example.com._report._dmarc.thirdparty.example.net"))
  }

  @Test("a label with a dot in it stays one label of the permission's name")
  func escapedLabel() throws {
    let name = try DMARCTreeWalk.authorizationName(
      policyDomain: DomainName("a\\.b.jp")!, host: DomainName("x.jp")!)
    #expect(name.labels.first.map(Array.init) == Array("a.b".utf8))
  }
}
