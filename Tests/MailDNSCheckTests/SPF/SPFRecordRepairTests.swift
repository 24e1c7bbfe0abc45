import Testing

@testable import MailDNSCheck

@Suite("An SPF record put right where it is plain what was meant")
struct SPFRecordRepairTests {
  @Test(
    "what has syntax errors",
    arguments: [
      ("v=spf1 ip4:192.0.2.209-all", "v=spf1 ip4:192.0.2.209 -all"),
      ("v=spf1 ip4:192.0.2.209~all", "v=spf1 ip4:192.0.2.209 ~all"),
      ("v=spf1 mx-all", "v=spf1 mx -all"),
      ("v=spf1 ip4:192.0.2.1, ip4:192.0.2.2 -all", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all"),
      ("v=spf1 ip4:192.0.2.1;ip4:192.0.2.2 -all;", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all"),
      ("v=spf1 a:www.example.jp ; -all", "v=spf1 a:www.example.jp -all"),
      ("v=spf1 ip4:192.0.2.1 - all", "v=spf1 ip4:192.0.2.1 -all"),
      ("v=spf1 ip4:192.0.2.1 \u{2013} all", "v=spf1 ip4:192.0.2.1 -all"),
      ("v=spf1 ip4:192.0.2.1 \u{2013}all", "v=spf1 ip4:192.0.2.1 -all"),
      ("v=spf1 include: _spf.example.jp -all", "v=spf1 include:_spf.example.jp -all"),
      ("v=spf1 ~ip6:192.0.2.1 -all", "v=spf1 ~ip4:192.0.2.1 -all"),
      ("v=spf1 192.0.2.1 mx:192.0.2.2 -all", "v=spf1 ip4:192.0.2.1 ip4:192.0.2.2 -all"),
      ("v=spf1 redirect:_spf.example.jp", "v=spf1 redirect=_spf.example.jp"),
      ("v=spf1 ip4:192.0.2 -all", nil), ("v=spf1 include: -all", nil), ("v=spf1 exists -all", nil),
      ("v=spf1 ip4:192.0.2.1 -", nil), ("v=spf1 all:a.example", nil),
    ] as [(String, String?)])
  func errors(_ text: String, _ meant: String?) {
    let repaired = SPFRepair.record(Array(text.utf8))
    #expect(repaired.map { String(decoding: $0, as: UTF8.self) } == meant)
  }

  @Test(
    "what no receiver takes for a record",
    arguments: [
      " v=spf1 mx -all", "\"v=spf1 mx -all\"", "'v=spf1 mx -all'", "v=spf1;mx -all", "v=spf1mx -all",
      "spf1 mx -all", "v = spf1 mx -all", "v=spf mx -all", "v:spf1 mx -all", "v=spf1, mx, -all",
    ])
  func nearMisses(_ text: String) throws {
    let nearMiss = try #require(SPFNearMiss(Array(text.utf8)))
    let repaired = try #require(SPFRepair.record(nearMiss))
    #expect(String(decoding: repaired, as: UTF8.self) == "v=spf1 mx -all")
  }

  @Test(
    "an all that is the end of a name",
    arguments: [
      ("v=spf1 include:a.example-all", "v=spf1 include:a.example -all"),
      ("v=spf1 include:a.example-all -all", nil), ("v=spf1 include:a.example", nil), ("v=spf1 -all", nil),
    ] as [(String, String?)])
  func all(_ text: String, _ meant: String?) throws {
    let separated = SPFRepair.separatingAll(try SPFRecord(parsing: text.utf8))
    #expect(separated.map { String(decoding: $0, as: UTF8.self) } == meant)
  }
}
