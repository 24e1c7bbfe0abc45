import Testing

@testable import MailDNSCheck

@Suite("Slips of the pen in an SPF record")
struct SPFRepairTests {
  private func repair(_ text: String) -> (terms: String, repair: SPFRepair) {
    let repair = SPFRepair(Array(text.utf8))
    return (repair.terms.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "), repair)
  }

  @Test(
    "are mended as the check proposes",
    arguments: [
      ("ipv4:192.0.2.0/24 -all", "ip4:192.0.2.0/24 -all"),
      ("+ipv4:192.0.2.1 ~all", "+ip4:192.0.2.1 ~all"),
      ("192.0.2.1 -all", "ip4:192.0.2.1 -all"),
      ("ip4:mail.example.jp -all", "a:mail.example.jp -all"),
      ("ip4:2001:db8::1 -all", "ip6:2001:db8::1 -all"),
      ("a:192.0.2.1 -all", "ip4:192.0.2.1 -all"),
      ("include: spf.example.jp -all", "include:spf.example.jp -all"),
      ("-include: spf.example.jp -all", "-include:spf.example.jp -all"),
      ("include spf.example.jp -all", "include:spf.example.jp -all"),
      ("inclde:spf.example.jp -all", "include:spf.example.jp -all"),
      ("a,mx -all", "a mx -all"),
      ("redirect:spf.example.jp", "redirect=spf.example.jp"),
      ("ip4:192.0.2.1-all", "ip4:192.0.2.1 -all"),
      ("a/24/64 -all", "a/24//64 -all"),
    ])
  func mended(_ published: String, _ expected: String) throws {
    let (terms, repair) = repair("v=spf1 " + published)
    #expect(terms == expected)
    #expect(repair.unclear == [])
    #expect(repair.changes.count == 1)
    _ = try SPFRecord(parsing: Array("v=spf1 ".utf8) + Array(terms.utf8))
  }

  @Test(
    "whatever does not show what was meant is named, and the rest stays",
    arguments: ["ip4:999.1.1.1", "!?x", "include:"])
  func unclear(_ term: String) {
    let (terms, repair) = repair("v=spf1 a \(term) -all")
    #expect(terms == "a -all")
    #expect(repair.unclear == [term])
    #expect(repair.changes == [])
  }

  @Test("a record without any is as it was")
  func sound() {
    let (terms, repair) = repair("v=spf1 a mx:example.jp/24 include:x.test exp=e.test -all")
    #expect(terms == "a mx:example.jp/24 include:x.test exp=e.test -all")
    #expect(repair.changes == [] && repair.unclear == [])
  }
}
