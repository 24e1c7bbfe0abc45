import Testing

@testable import MailDNSCheck

@Suite("A host pattern")
struct HostPatternTests {
  @Test(
    "matches whole labels at the end of a name",
    arguments: [
      ("securemx.jp", "securemx.jp", true), ("securemx.jp", "MX.SecureMX.JP", true),
      ("securemx.jp", "a.b.c.securemx.jp", true), ("securemx.jp", "notsecuremx.jp", false),
      ("securemx.jp", "jp", false), ("securemx.jp", "securemx.jp.example", false),
      ("mx<n>.example.jp", "mx1.example.jp", true), ("mx<n>.example.jp", "mx123.example.jp", true),
      ("mx<n>.example.jp", "a.mx1.example.jp", true), ("mx<n>.example.jp", "mx.example.jp", false),
      ("mx<n>.example.jp", "mx1a.example.jp", false), ("mx<n>.example.jp", "amx1.example.jp", false),
      ("mx<n>-in.example.jp", "mx1-in.example.jp", true), ("mx<n>-in.example.jp", "mx-in.example.jp", false),
      ("MX<N>.example.jp", "mx7.example.jp", true), ("in.*.example.jp", "in.east-1.example.jp", true),
      ("in.*.example.jp", "in.example.jp", false), ("in.*.example.jp", "in.a.b.example.jp", false),
      ("*-v1.example.jp", "j-v1.example.jp", true), ("*-v1.example.jp", "-v1.example.jp", false),
      ("example.*", "example.com", true), ("example.*", "www.example.jp", true),
      ("example.*", "example", false),
    ])
  func matching(pattern: String, name: String, matches: Bool) throws {
    let pattern = try HostPattern(parsing: pattern)
    #expect(pattern.matches(try #require(DomainName(name))) == matches)
  }

  @Test("what overlaps at both ends is no match")
  func overlap() throws {
    let pattern = try HostPattern(parsing: "aa*aa.example")
    #expect(!pattern.matches(DomainName("aaa.example")!))
    #expect(!pattern.matches(DomainName("aaaa.example")!))
    #expect(pattern.matches(DomainName("aaaaa.example")!))
  }

  @Test(
    "is refused where it says too little or is no name",
    arguments: [
      ("", HostPatternError.name(.empty)), (".", .noFixedLabel), ("*", .noFixedLabel),
      ("mx<n>.*", .noFixedLabel),
      ("a..b", .name(.emptyLabel(offset: 2))), ("a*b*.example", .twoPlaceholders),
      ("a<n>*.example", .twoPlaceholders), ("<x>.example", .badOctet(UInt8(ascii: "<"))),
      ("日本語.jp", .badOctet(0xE6)),
    ])
  func refusals(text: String, error: HostPatternError) {
    #expect(throws: error) { try HostPattern(parsing: text) }
  }

  @Test("is written back in lower case")
  func description() throws {
    #expect(try HostPattern(parsing: "MX<n>.In.*.Example.JP.").description == "mx<n>.in.*.example.jp")
  }
}
