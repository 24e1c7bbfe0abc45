import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Reports on hostile records")
struct HostileReportTests {
  /// Everything that ends up in a report, with control characters in it.
  static let zone = """
    $ORIGIN .
    $TTL 3600
    @ SOA ns host 1 7200 1800 1209600 300
    evil.test MX 10 m\\027[31m\\010x.evil.test
    evil.test MX 20 \\226\\128\\174rtl.test
    evil.test TXT "v=spf1 include:a\\027b.test foo\\010:bar \\155\\157 -all"
    evil.test TXT "MS=ms\\027[2J"
    _dmarc.evil.test TXT "v=DMARC1; p=\\027[31mreject; \\007x=y; rua=mailto:a\\027b@evil.test"
    selector1._domainkey.evil.test TXT "v=DKIM1; k=\\027[1m; p=AAAA"
    selector2._domainkey.evil.test CNAME \\027\\226\\128\\174.test
    google._domainkey.evil.test TXT "v=\\027DKIM1; p=\\010"
    modifiers.test TXT "v=spf1 x=\\027 -all"
    modifiers.test MX 0 .
    _dmarc.modifiers.test TXT "v=DMARC1; p=none; rua=mailto:\\226\\128\\174@x.test,mailto:b@x\\027.test; fo=\\013"

    """

  @Test(
    "hold no control character but the newline, in any format", arguments: ["text", "json", "ndjson"],
    Language.allCases)
  func visible(_ format: String, _ language: Language) async throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Self.zone, to: "evil.zone")
    let result = try await ChildProcess.maildnscheck([
      "-vv", "--lang", language.rawValue, "--format", format, "--zone-file", file, "--offline", "evil.test",
      "modifiers.test",
    ])
    #expect(result.status == 2)
    #expect(result.stdout.contains("evil.test"))
    let bad = result.stdout.unicodeScalars.filter { scalar in
      scalar != "\n" && [.control, .format, .lineSeparator].contains(scalar.properties.generalCategory)
    }
    #expect(bad.isEmpty)
    // JSON would bring them back when it is read.
    #expect(!result.stdout.contains("\\u00"))
    #expect(String(validating: result.standardOutput, as: UTF8.self) != nil)
  }
}
