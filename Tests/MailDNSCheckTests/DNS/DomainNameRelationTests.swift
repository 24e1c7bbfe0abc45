import Testing

@testable import MailDNSCheck

@Suite("How domain names relate to each other")
struct DomainNameRelationTests {
  @Test(
    "a name is at or below an ancestor label by label",
    arguments: [
      ("example.jp", "example.jp", true), ("mail.example.jp", "example.jp", true),
      ("a.b.c.example.jp", "EXAMPLE.JP", true), ("example.jp", ".", true), (".", ".", true),
      ("badexample.jp", "example.jp", false), ("example.jp", "mail.example.jp", false),
      ("example.com", "example.jp", false), (".", "jp", false), (#"a\.example.jp"#, "example.jp", false),
      // The length octet of the label `1…` reads like the text of the ancestor's first octets.
      (#"x\007example.jp"#, "example.jp", false),
    ])
  func isAtOrBelow(_ name: String, _ ancestor: String, _ expected: Bool) {
    #expect(fqdn(name).isAtOrBelow(fqdn(ancestor)) == expected)
    #expect(fqdn(name).isBelow(fqdn(ancestor)) == (expected && fqdn(name) != fqdn(ancestor)))
  }

  @Test("the parent is the name without its leftmost label")
  func parent() {
    #expect(fqdn("a.b.jp").parent == fqdn("b.jp"))
    #expect(fqdn("jp").parent == .root)
    #expect(fqdn(#"a\.b.jp"#).parent == fqdn("jp"))
  }

  @Test(
    "a suffix is made of the rightmost labels",
    arguments: [
      (0, "."), (1, "jp"), (2, "co.jp"), (3, "example.co.jp"), (4, "example.co.jp"), (-1, "."),
      (Int.max, "example.co.jp"),
    ])
  func suffix(_ count: Int, _ expected: String) {
    #expect(fqdn("example.co.jp").suffix(count) == fqdn(expected))
  }

  @Test("several labels are put in front of a name")
  func prepending() throws {
    #expect(
      try fqdn("example.jp").prepending("key1.smx._domainkey") == fqdn("key1.smx._domainkey.example.jp"))
    #expect(try DomainName.root.prepending("jp") == fqdn("jp"))
    #expect(try fqdn("jp").prepending(".") == fqdn("jp"))
  }

  @Test("one label is put in front of a name, dots and all")
  func prependingLabel() throws {
    let name = try fqdn("example.jp").prepending(label: Array("a.b".utf8))
    #expect(name == fqdn(#"a\.b.example.jp"#))
    #expect(name.labelCount == 3)
  }

  @Test("what does not fit in front of a name is refused with the reason")
  func prependingTooMuch() {
    let long = String(repeating: "a", count: 63)
    // 3 × 64 + 1 = 193 octets; 61 more are the limit of 255 with the new label's length octet.
    let name = fqdn("\(long).\(long).\(long)")
    #expect(throws: Never.self) { try name.prepending(String(repeating: "b", count: 61)) }
    #expect(throws: DomainNameError.nameTooLong) { try name.prepending(String(repeating: "b", count: 62)) }
    #expect(throws: DomainNameError.nameTooLong) {
      try name.prepending(label: [UInt8](repeating: 0x62, count: 62))
    }
    #expect(throws: DomainNameError.labelTooLong) {
      try fqdn("jp").prepending(label: [UInt8](repeating: 0x62, count: 64))
    }
    #expect(throws: DomainNameError.emptyLabel(offset: 0)) { try fqdn("jp").prepending(label: []) }
    #expect(throws: DomainNameError.empty) { try fqdn("jp").prepending("") }
    #expect(throws: DomainNameError.emptyLabel(offset: 2)) { try fqdn("jp").prepending("a..b") }
  }
}
