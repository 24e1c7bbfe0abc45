import Testing

@testable import MailDNSCheck

@Suite("The same mistake thousands of times")
struct RepeatedMistakeTests {
  private func findings(_ lines: String) async throws -> [Finding] {
    try await RecordedResolver(lines).report(on: "x.test").findings
  }

  /// A TXT record of `text`, in strings as long as they can be.
  private func txt(_ owner: String, _ text: String) -> String {
    let strings = CharacterStrings(cutting: Array(text.utf8)).strings
    return "\(owner) TXT " + strings.map(\.quotedPresentation).joined(separator: " ") + "\n"
  }

  @Test(
    "makes at most 100 findings of its kind, the worst of them first",
    arguments: [
      ("_dmarc.x.test", "v=DMARC1;p=none", ";x=y", "dmarc-flaw"),
      ("_dmarc.x.test", "v=DMARC1;p=none;rua=mailto:a@x.test", ",x", "dmarc-flaw"),
      ("x.test", "v=spf1", " x=y", "spf-unknown-modifier"),
      ("x.test", "v=spf1", " ip4:192.0.2.1", "spf-duplicate-term"),
    ])
  func oneRecord(owner: String, head: String, mistake: String, id: String) async throws {
    let text = head + String(repeating: mistake, count: 4_000)
    let findings = try await findings("x.test MX 10 mx.x.test\nmx.x.test A 192.0.2.1\n" + txt(owner, text))
    #expect(findings.count { $0.id == id } == 100)
    #expect(findings.map(\.severity) == findings.map(\.severity).sorted(by: >))
  }

  @Test("and so do thousands of records")
  func manyRecords() async throws {
    let texts = (0..<2_000).map { txt("_dmarc.x.test", "v=dmarc1; p=none; n=\($0)") }.joined()
    #expect(try await findings(texts).count { $0.id == "dmarc-not-recognized" } == 100)
  }

  @Test("fewer are all there")
  func few() async throws {
    let text = "v=DMARC1;p=none" + (0..<50).map { ";x\($0)=y" }.joined()
    #expect(try await findings(txt("_dmarc.x.test", text)).count { $0.id == "dmarc-flaw" } == 50)
  }
}
