import Testing

@testable import MailDNSCheck

@Suite("The place of a finding in a zone file")
struct FindingPlaceTests {
  private static let zone = """
    $ORIGIN example.jp.
    $TTL 300
    @ SOA ns hostmaster 1 3600 600 86400 300
    @ MX 10 mail
    @ MX 20 alias
    @ TXT "unrelated"
    @ TXT "v=spf1 include:gone.example -all"
    alias CNAME mail
    mail A 10.0.0.1
    selector1._domainkey TXT "v=DKIM1; p="
    _dmarc TXT "v=DMARC1; p=none"

    """

  private static let alias = MXCorrection(
    domain: fqdn("example.jp"), preference: 10, host: fqdn("alias.example.jp"),
    target: fqdn("mail.example.jp"))

  @Test(
    "is the record's; else that of the record that leads there, and for what is missing that of the zone",
    arguments: [
      (.mx.isAlias("alias.example.jp", (target: fqdn("mail.example.jp"), correction: alias)), 5),
      (.mx.privateAddress("mail.example.jp", IPAddress("10.0.0.1")!), 4),
      (.mx.hostWithoutAddress("mx.elsewhere.example"), 4),
      (.spf.softfailAll("example.jp"), 7),
      (.spf.targetMissing("gone.example", (kind: .include, owner: fqdn("example.jp"), separated: nil)), 7),
      (.dkim.revoked("selector1._domainkey.example.jp"), 10),
      (.dkim.missing("_domainkey.example.jp", 7), 3),
      (.dmarc.policyNone("_dmarc.example.jp", (tag: .domain, isAssumed: false, legacy: nil)), 11),
      (.route.mixed("example.jp"), 4),
      (.policy.dmarcWeak("example.jp", (expected: .reject, found: DMARCPolicy.none)), 11),
      (
        .policy.spfUnauthorized(
          "example.jp", (sender: Wording(verbatim: "x"), addition: nil, shortfall: .leftOut)), 7
      ),
      (.policy.dkimSelector("selector1._domainkey.example.jp", (shortfall: .revoked, inUse: nil)), 10),
      (.policy.dkimSelector("selector2._domainkey.example.jp", (shortfall: .missing, inUse: nil)), 3),
      (.domain.closed("example.jp"), 4),
    ] as [(Finding, Int)])
  func place(finding: Finding, line: Int) throws {
    let zones = try zoneSet((name: "a.zone", text: Self.zone))
    #expect(
      zones.place(of: finding, in: fqdn("example.jp")) == ZoneFilePlace(file: "a.zone", line: line))
  }

  @Test("is none for what is about the policy itself")
  func policy() throws {
    let zones = try zoneSet((name: "a.zone", text: Self.zone))
    #expect(zones.place(of: .policy.uncovered("example.jp"), in: fqdn("example.jp")) == nil)
  }

  @Test("is none for a domain outside the zones, and that of the right one of several files")
  func files() throws {
    let zones = try zoneSet(
      (name: "a.zone", text: Self.zone),
      (name: "b.zone", text: Self.zone.replacing("example.jp", with: "example.com")))
    let finding = Finding.spf.softfailAll("example.com")
    #expect(zones.place(of: finding, in: fqdn("example.com"))?.file == "b.zone")
    #expect(zones.place(of: .spf.softfailAll("other.example"), in: fqdn("other.example")) == nil)
  }
}
