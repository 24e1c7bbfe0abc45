import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Records that are kept too briefly for Exchange Online")
struct ShortTimesToLiveTests {
  /// The report on `example.jp`, whose zone has these lines; `--zone-file` reads it as the zone itself.
  private func finding(_ lines: String, ttl: Int = 3600) async throws -> Finding? {
    let zone = """
      $ORIGIN example.jp.
      $TTL \(ttl)
      @ SOA ns hostmaster 1 3600 600 86400 60
      @ NS ns
      ns 60 A 192.0.2.1
      @ 60 MX 10 ns
      \(lines)
      """
    let resolver = ZoneResolver(
      zones: try ZoneSet(files: [("example.zone", Array(zone.utf8))]), otherwise: OfflineResolver())
    let check = DomainCheck(
      areas: .whole, resolver: resolver, catalogue: .builtIn,
      selectors: ["s1"].compactMap { DKIMSelector($0) }, expectedRoute: nil)
    let report = await check.report(on: try MailDomain(pasted: "example.jp"))
    return report.findings.first { $0.id == "ttl-short" }
  }

  @Test(
    "those of SPF, DKIM and DMARC are named with their time, and no others",
    arguments: [
      ("@ 300 TXT \"v=spf1 mx -all\"", "example.jp (5 min)."),
      ("@ 3599 TXT \"v=spf1 mx -all\"", "example.jp (3599 s)."),
      (
        "@ TXT \"v=spf1 include:_spf.example.jp -all\"\n_spf 60 TXT \"v=spf1 mx -all\"",
        "_spf.example.jp (1 min)."
      ),
      ("_dmarc 600 TXT \"v=DMARC1; p=reject\"", "_dmarc.example.jp (10 min)."),
      (
        "_dmarc 60 CNAME policy\npolicy 30 TXT \"v=DMARC1; p=reject\"",
        "policy.example.jp (30 s), _dmarc.example.jp (1 min)."
      ),
      (
        "s1._domainkey 300 TXT \"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\"",
        "s1._domainkey.example.jp (5 min)."
      ),
      (
        "s1._domainkey 300 CNAME key\nkey TXT \"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\"",
        "s1._domainkey.example.jp (5 min)."
      ),
    ])
  func named(_ lines: String, _ end: String) async throws {
    let finding = try #require(try await finding(lines))
    #expect(finding.severity == .info && finding.area == .domain)
    let names = end.dropLast().split(separator: ", ")
    #expect(names.allSatisfy { finding.message.english.contains($0) }, "\(finding.message.english)")
    #expect(finding.message.english.components(separatedBy: " (").count == names.count + 1)
  }

  @Test("an hour is enough, and other records may have any time")
  func enough() async throws {
    #expect(try await finding("@ TXT \"v=spf1 mx -all\"\n_dmarc TXT \"v=DMARC1; p=reject\"") == nil)
  }

  @Test("what a cache answers tells nothing: it has counted down")
  func cached() async throws {
    let dns = try RecordedResolver(
      "example.jp MX 10 mx.example.jp\nmx.example.jp A 192.0.2.1\nexample.jp TXT \"v=spf1 mx -all\"")
    #expect(try await !dns.report(on: "example.jp").findings.contains { $0.id == "ttl-short" })
  }
}
