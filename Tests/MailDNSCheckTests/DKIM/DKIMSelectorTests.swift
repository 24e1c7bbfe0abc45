import Testing

@testable import MailDNSCheck

@Suite("DKIM selectors (RFC 6376 §3.1)")
struct DKIMSelectorTests {
  private let domain = DomainName("example.co.jp")!

  @Test(
    "the key's name is selector, _domainkey and domain; a dot in a selector parts labels",
    arguments: [
      ("selector1", "selector1._domainkey.example.co.jp"),
      ("key1.smx", "key1.smx._domainkey.example.co.jp"),
      ("mail_2024", "mail_2024._domainkey.example.co.jp"),
    ])
  func name(_ selector: String, _ expected: String) throws {
    #expect(try DKIMSelector(parsing: selector).name(under: domain) == DomainName(expected))
  }

  @Test("the name above all selectors is _domainkey and domain")
  func namespace() throws {
    #expect(try DKIMSelector.namespace(of: domain) == DomainName("_domainkey.example.co.jp"))
  }

  @Test(
    "what is no selector is refused with its place",
    arguments: [
      ("", .empty),
      (".", .emptyLabel(offset: 0)),
      ("a.", .emptyLabel(offset: 2)),
      ("a..b", .emptyLabel(offset: 2)),
      ("a b", .badOctet(0x20, offset: 1)),
      ("key1.s*", .badOctet(UInt8(ascii: "*"), offset: 6)),
      ("k\\.a", .badOctet(UInt8(ascii: "\\"), offset: 1)),
      ("é", .badOctet(0xC3, offset: 0)),
      ("a.\(String(repeating: "b", count: 64))", .labelTooLong(offset: 2)),
      ("s1._domainkey", .containsDomainKeyLabel(offset: 3)),
      ("s1._DomainKey.example.jp", .containsDomainKeyLabel(offset: 3)),
      (String(repeating: "a.", count: 127) + "a", .tooLong),
    ] as [(String, DKIMSelectorError)])
  func refused(_ text: String, _ error: DKIMSelectorError) {
    #expect(throws: error) { try DKIMSelector(parsing: text) }
    #expect(!error.wording.english.isEmpty && !error.wording.japanese.isEmpty)
  }

  @Test("a name that becomes too long is refused")
  func tooLong() throws {
    let selector = try DKIMSelector(parsing: String(repeating: "a.", count: 120) + "a")
    #expect(throws: DomainNameError.nameTooLong) { try selector.name(under: domain) }
  }

  @Test("selectors that differ in case alone are equal")
  func equality() throws {
    #expect(try DKIMSelector(parsing: "Key1.SMX") == DKIMSelector(parsing: "key1.smx"))
    #expect(Set([DKIMSelector("a"), DKIMSelector("A")]).count == 1)
    #expect(DKIMSelector("Key1.SMX")?.description == "Key1.SMX")
  }
}
