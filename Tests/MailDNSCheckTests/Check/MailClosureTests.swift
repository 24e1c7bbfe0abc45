import Testing

@testable import MailDNSCheck

@Suite("Domains that send no mail")
struct MailClosureTests {
  private static let complete = """
    parked.jp MX 0 .
    parked.jp TXT "v=spf1 -all"
    _dmarc.parked.jp TXT "v=DMARC1; p=reject"
    *._domainkey.parked.jp TXT "v=DKIM1; p="

    """

  private func closure(_ lines: String, failing: [String] = []) async throws -> MailClosure? {
    MailClosure(try await RecordedResolver(lines, failing: failing).report(on: "parked.jp").facts)
  }

  /// `complete` without the lines that hold `text`, with `line` instead.
  private func replacing(_ text: String, _ line: String) -> String {
    Self.complete.split(separator: "\n").filter { !$0.contains(text) }.joined(separator: "\n") + "\n" + line
  }

  @Test("a null MX, SPF for nobody, p=reject and a revoked wildcard key close a domain properly")
  func complete() async throws {
    #expect(try await closure(Self.complete)?.isComplete == true)
    let report = try await RecordedResolver(Self.complete).report(on: "parked.jp")
    #expect(report.summary == ["domain-closed info"])
  }

  @Test(
    "what is missing is named",
    arguments: [
      ("MX 0", "parked.jp A 192.0.2.1", [.mx]), ("spf1", "", [.spf]),
      ("DMARC1", "", [.dmarc]), ("DMARC1", "_dmarc.parked.jp TXT \"v=DMARC1; p=quarantine\"", [.dmarc]),
      ("DMARC1", "_dmarc.parked.jp TXT \"v=DMARC1; p=reject; t=y\"", [.dmarc]), ("DKIM1", "", [.dkim]),
      ("jp", "www.parked.jp A 192.0.2.1", [.spf, .dmarc, .mx, .dkim]),
    ] as [(String, String, [MailClosure.Part])])
  func missing(_ text: String, _ line: String, _ expected: [MailClosure.Part]) async throws {
    #expect(try await closure(replacing(text, line))?.missing == expected)
  }

  @Test("the fix is the records to publish")
  func fix() async throws {
    let report = try await RecordedResolver("www.parked.jp A 192.0.2.1").report(on: "parked.jp")
    let fix = report.findings("domain-not-closed").first?.fix?.english ?? ""
    for record in [
      "parked.jp. MX 0 .", "parked.jp. TXT \"v=spf1 -all\"", "_dmarc.parked.jp. TXT \"v=DMARC1; p=reject\"",
      "*._domainkey.parked.jp. TXT \"v=DKIM1; p=\"",
    ] {
      #expect(fix.contains(record))
    }
  }

  @Test(
    "nothing is said of a domain that has to do with mail",
    arguments: [
      "parked.jp MX 10 mx.parked.jp\nmx.parked.jp A 192.0.2.1", "parked.jp A 192.0.2.1",
      "parked.jp MX 0 .\nparked.jp TXT \"v=spf1 ip4:192.0.2.1 -all\"",
    ])
  func withMail(_ lines: String) async throws { #expect(try await closure(lines) == nil) }

  @Test("what could not be asked is neither there nor missing")
  func unknown() async throws {
    let closure = try await closure(Self.complete, failing: ["_dmarc.parked.jp"])
    #expect(closure?.missing == [])
    #expect(closure?.unknown == [.dmarc])
    let report = try await RecordedResolver(Self.complete, failing: ["_dmarc.parked.jp"]).report(
      on: "parked.jp")
    #expect(!report.summary.contains { $0.hasPrefix("domain-") })
  }
}
