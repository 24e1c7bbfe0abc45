import Testing

@testable import MailDNSCheck

@Suite("Report addresses (RFC 9989 §4.6)")
struct DMARCReportURITests {
  private func uri(_ text: String) throws(DMARCReportURIError) -> DMARCReportURI {
    try DMARCReportURI(Array(text.utf8)[...])
  }

  @Test(
    "a mailto: address gives its domain",
    arguments: [
      ("mailto:dmarc@example.com", "dmarc@example.com", "example.com"),
      ("MAILTO:a.b+c@Example.CO.jp", "a.b+c@Example.CO.jp", "example.co.jp"),
      ("mailto:a%21c@example.com", "a!c@example.com", "example.com"),
      ("mailto:%22a%2Cb@c%22@example.com", "\"a,b@c\"@example.com", "example.com"),
      ("mailto:a@example.com?subject=x@y", "a@example.com", "example.com"),
      ("mailto:a@example%2Ecom", "a@example.com", "example.com"),
    ])
  func mail(_ text: String, _ address: String, _ domain: String) throws {
    let uri = try self.uri(text)
    #expect(uri.target == .mail(address: address, domain: DomainName(domain)!))
    #expect(uri.domain == DomainName(domain))
    #expect(uri.text == text)
    #expect(uri.place == 0..<text.utf8.count)
  }

  @Test("other schemes are kept, without a domain")
  func others() throws {
    let uri = try self.uri("HTTPS://example.com/dmarc")
    #expect(uri.target == .other(scheme: "https"))
    #expect(uri.domain == nil)
  }

  @Test(
    "what is no address is refused",
    arguments: [
      ("", .empty), ("a@example.com", .missingMailto), ("@mailto:x", .missingMailto),
      ("example.com", .missingScheme),
      ("1a:x", .missingScheme), ("mailto:", .missingTarget), ("mailto:a", .badAddress),
      ("mailto:@x.jp", .badAddress),
      ("mailto:a@", .badAddress), ("mailto:a@.", .badAddress), ("mailto:a@x..jp", .badAddress),
      ("mailto://a@x.jp", .badAddress), ("mailto:a@b@x.jp", .badAddress), ("mailto:a%00@x.jp", .badAddress),
      ("mailto:a%2Cb@x.jp", .badAddress),
      ("mailto:a@[192.0.2.1]", .badAddress), ("mailto:a@x%20y", .badAddress),
      ("mailto: a@x.jp", .badOctet(0x20)), ("mailto:a!b@x.jp", .badOctet(UInt8(ascii: "!"))),
      ("mailto:é@x.jp", .badOctet(0xC3)), ("<mailto:a@x.jp>", .badOctet(UInt8(ascii: "<"))),
      ("mailto:a%@x.jp", .badEscape), ("mailto:a%4", .badEscape), ("x:%", .badEscape),
      ("mailto:\(String(repeating: "a", count: 65))@x.jp", .badAddress),
      ("mailto:a@\(String(repeating: "b", count: 64)).jp", .badAddress),
    ] as [(String, DMARCReportURIError)])
  func refused(_ text: String, _ error: DMARCReportURIError) {
    #expect(throws: error) { try uri(text) }
    let wording = error.wording(tag: "rua", text: text)
    #expect(!wording.english.isEmpty && !wording.japanese.isEmpty)
  }

  @Test(
    "a size limit is cut off and told; a `!` elsewhere stays in the way",
    arguments: [
      ("mailto:a@x.jp!10m", ["mailto:a@x.jp"]), ("mailto:a@x.jp!5", ["mailto:a@x.jp"]),
      ("mailto:a@x.jp!1G,mailto:b@x.jp!2T", ["mailto:a@x.jp", "mailto:b@x.jp"]),
      ("mailto:a@x.jp!", []), ("mailto:a@x.jp!m", []), ("mailto:a@x.jp!10mb", []), ("mailto:a!1@x.jp", []),
    ] as [(String, [String])])
  func sizes(_ list: String, _ expected: [String]) throws {
    let record = try #require(DMARCRecord(Array("v=DMARC1; p=none; rua=\(list)".utf8)))
    #expect(record.aggregateReports.map(\.text) == expected)
    let sizes = record.problems.filter { if case .obsoleteSize = $0.kind { true } else { false } }
    #expect(sizes.count == expected.count)
  }

  @Test("the places of several addresses count from the start of the record")
  func places() throws {
    let record = try #require(DMARCRecord(Array("v=DMARC1; p=none; rua=mailto:a@x.jp , mailto:b@x.jp".utf8)))
    #expect(record.aggregateReports.map(\.place) == [22..<35, 38..<51])
  }
}
