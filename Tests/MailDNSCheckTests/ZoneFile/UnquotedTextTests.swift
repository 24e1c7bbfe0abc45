import Testing

@testable import MailDNSCheck

@Suite("Text without quotation marks in a zone file")
struct UnquotedTextTests {
  @Test(
    "what came out otherwise than meant is kept in mind",
    arguments: [
      ("\"v=spf1 mx -all\"", nil), ("v=spf1", nil), ("MS=ms123 ; a comment", nil),
      ("v=spf1 mx -all", .joined), ("v=spf1 mx -all ; our servers", .joined),
      ("v=DMARC1; p=reject", .cut), ("v=DMARC1 ; p=reject", .cut), ("v=DMARC1;p=reject", .cut),
      ("\"v=DMARC1\" ; p=reject", nil), ("\"v=DMARC1; p=reject\"", nil),
      ("( v=DMARC1; p=reject\n )", .cut), ("\\# 2 0161", nil),
    ] as [(String, MissingQuotes?)])
  func quoting(_ data: String, _ missing: MissingQuotes?) throws {
    let zone = try parsedZone("t TXT \(data)\n")
    #expect(zone.records(at: fqdn("t.example.com")).map(\.missingQuotes) == [missing])
  }

  @Test("other records need no quotation marks")
  func others() throws {
    let zone = try parsedZone("t MX 10 mail ; a=b\n")
    #expect(zone.records(at: fqdn("t.example.com")).map(\.missingQuotes) == [nil])
  }

  @Test("the advice is to quote the text, and names the line")
  func advice() async throws {
    let zone =
      zoneHead + """
        @ MX 10 mail
        mail A 198.51.100.1
        @ TXT v=spf1 mx -all
        _dmarc TXT v=DMARC1; p=reject
        s1._domainkey TXT v=DKIM1; k=rsa; p=abc
        $GENERATE 2-2 s$._domainkey TXT "v=DKIM1; k=rsa; p=abc"

        """
    let zones = try zoneSet(("example.zone", zone))
    let check = DomainCheck(
      areas: .whole, resolver: ZoneResolver(zones: zones, otherwise: OfflineResolver()),
      catalogue: .builtIn, selectors: ["s1", "s2"].compactMap { DKIMSelector($0) }, expectedRoute: nil)
    let findings = await check.report(on: try MailDomain(pasted: "example.com")).findings
    let fixes: [(id: String, fix: String)] = [
      (
        "spf-not-recognized",
        "Put the text on line 5 of example.zone into quotation marks; without them its words are joined with nothing in between."
      ),
      (
        "dmarc-invalid",
        "Put the text into quotation marks in example.zone; the rest of line 6 was read as a comment."
      ),
      (
        "dkim-malformed",
        "Put the text into quotation marks in example.zone; the rest of line 7 was read as a comment."
      ),
    ]
    for (id, fix) in fixes {
      let finding = try #require(findings.first { $0.id == id })
      #expect(finding.fix?.english == fix)
    }
    let generated = findings.last { $0.id == "dkim-malformed" }?.fix?.english
    #expect(
      generated
        == "Write a line of its own for this name in example.zone, its text in quotation marks: $GENERATE on line 8 takes them away."
    )
  }
}
