import Foundation
import Testing

@testable import MailDNSCheck

/// Answers as `source` does, the records of each set turned round by one more with every question.
private actor RotatingResolver: Resolver {
  private let source: any Resolver
  private var turn: Int

  init(_ source: any Resolver, turn: Int) {
    self.source = source
    self.turn = turn
  }

  func answer(to question: Question) async -> Answer {
    let answer = await source.answer(to: question)
    guard case .found(let records) = answer.outcome else { return answer }
    turn += 1
    let start = turn % records.count
    return Answer(
      question: question, aliases: answer.aliases,
      outcome: .found(Array(records[start...] + records[..<start])), origin: answer.origin)
  }
}

@Suite("A server that turns its answers round")
struct RotatedAnswersTests {
  private static let lines = """
    example.jp MX 10 b.example.jp
    example.jp MX 10 a.example.jp
    a.example.jp A 192.0.2.1
    a.example.jp A 192.0.2.2
    a.example.jp A 192.0.2.3
    a.example.jp AAAA 2001:db8::1
    a.example.jp AAAA 2001:db8::2
    b.example.jp A 192.0.2.4
    example.jp TXT "v=spf1 include:spf.protection.outlook.com mx -all"
    example.jp TXT "MS=ms12345678"
    example.jp TXT "google-site-verification=abc"
    example.jp TXT "v=spf2"
    _dmarc.example.jp TXT "v=DMARC1; p=reject"
    _dmarc.example.jp TXT "v=dmarc1; p=none"
    _dmarc.example.jp TXT "V=DMARC1; p=none"
    s1._domainkey.example.jp TXT "v=DKIM1; p="
    s1._domainkey.example.jp TXT "hello"

    """

  @Test("the same domain has the same JSON")
  func sameReport() async throws {
    var reports: Set<Data> = []
    for turn in 0..<6 {
      let resolver = RotatingResolver(try RecordedResolver(Self.lines), turn: turn)
      let check = DomainCheck(
        areas: .whole, resolver: resolver, catalogue: .builtIn,
        selectors: ["s1"].compactMap { DKIMSelector($0) }, expectedRoute: nil)
      let report = await check.report(on: try MailDomain(pasted: "example.jp"))
      let text = JSONText.make(
        JSONReport(report, in: .builtIn, language: .english), pretty: false)
      var object = try #require(
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      for key in ["checkedAt", "seconds", "queries"] { object[key] = nil }
      reports.insert(try JSONSerialization.data(withJSONObject: object, options: .sortedKeys))
    }
    #expect(reports.count == 1)
  }
}
