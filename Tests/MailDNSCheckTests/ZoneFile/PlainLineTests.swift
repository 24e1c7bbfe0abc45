import Testing

@testable import MailDNSCheck

@Suite("Lines that are known to be plain")
struct PlainLineTests {
  private static let plain: [String] = [
    "a A 192.0.2.1", "a 60 IN A 192.0.2.1 ; x", "a IN 60 a 0.0.0.0", "\tAAAA ::", "a AAAA 2001:db8::1",
    "a AAAA 1:2:3:4:5:6:7:8", "a AAAA ::1", "a AAAA 1::", "@ MX 10 mx", "@ MX 0 .", "*.a.b NS x.y.z.",
    "a CNAME @", "_dmarc TXT \"v=DMARC1; p=none\"", "a TXT \"x\" \"y\"", "a TXT \"\"", "a PTR b\r",
    ". NS a.", "a.b. 0 MX 65535 c-d_e.f.",
  ]
  private static let other: [String] = [
    "$TTL 5", "a\\.b A 192.0.2.1", "a A 192.0.2.256", "a A 192.0.2.01", "a A 192.0.2", "a A 192.0.2.1 x",
    "a AAAA 1:2:3:4:5:6:7", "a AAAA 1::2::3", "a AAAA ::192.0.2.1", "a AAAA 12345::", "a AAAA 1:",
    "a AAAA :1",
    "a AAAA 1:2:3:4:5:6:7:8:9", "a AAAA 1:2:3:4:5:6:7::8", "a MX mail", "a MX 65536 b", "a MX 010 b",
    "a MX 10 b.c",
    "a MX 10 b..", "a MX 10 \"b\"", "a TXT x", "a TXT \"x", "a TXT \"\\065\"", "a TXT ( \"x\" )",
    "a SOA b c 1 1 1 1 1",
    "a CH A 192.0.2.1", "a 1h A 192.0.2.1", "a 2147483648 A 192.0.2.1", "a 5 6 A 192.0.2.1",
    "a..b A 192.0.2.1",
    ".a A 192.0.2.1", "a@ A 192.0.2.1", "[x.] a A 192.0.2.1", "a", "a A", "a A\n192.0.2.1", "a TXT",
    String(repeating: "x", count: 64) + " A 192.0.2.1",
  ]

  private func line(_ text: String) -> PlainLine? {
    Array(text.utf8).withUnsafeBytes { PlainLine($0, at: 0) }
  }

  @Test("are taken as they are", arguments: plain)
  func taken(text: String) { #expect(line(text)?.type != nil) }

  @Test("are none where anything may be otherwise", arguments: other)
  func left(text: String) { #expect(line(text) == nil) }

  @Test("may be empty", arguments: ["", " ", "; x", "\t; \"(", "\r"])
  func empty(text: String) {
    #expect(line(text) != nil)
    #expect(line(text)?.type == nil)
  }

  @Test("say what the reader of entries says of them", arguments: plain)
  func same(text: String) throws {
    // A parenthesis makes the same record no plain line.
    let words = text.contains("\"") ? text : text.split(separator: ";").first.map(String.init) ?? text
    let head = "$ORIGIN o.x.\n@ 60 SOA a. b. 1 1 1 1 1\nprevious TXT \"t\"\n"
    let slow = "\(words.trimmingSuffix("\r")) (\n)\n"
    #expect(line(slow) == nil)
    let quick = try ZoneFile(name: "a", content: FileContent(Array((head + text + "\n").utf8)))
    let whole = try ZoneFile(name: "a", content: FileContent(Array((head + slow).utf8)))
    #expect(quick.faults.kept.map(\.reason) == whole.faults.kept.map(\.reason))
    #expect(
      quick.zones.values.flatMap(\.records).map(\.record)
        == whole.zones.values.flatMap(\.records).map(\.record))
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: String) -> String {
    hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
  }
}
