import Testing

@testable import MailDNSCheck

/// Every family of hosts as somebody's only MX.
@Suite("The route by each family of MX hosts")
struct RouteTableProviderTests {
  static let gateways: [(host: String, id: String)] = [
    ("mx1.omgi.iij.ad.jp", "iij-gateway"), ("a.mx.iij.ad.jp", "iij-gateway"),
    ("mx0a-00123.pphosted.com", "proofpoint"), ("mx1-us1.ppe-hosted.com", "proofpoint"),
    ("mx.gpphosted.com", "proofpoint"), ("jp-smtp-inbound-1.mimecast.com", "mimecast"),
    ("za-smtp.mimecast.co.za", "mimecast"), ("je-smtp.mimecast-offshore.com", "mimecast"),
    ("de-smtp.mimecast.de", "mimecast"), ("mx1.hc1-2.iphmx.com", "cisco"),
    ("cluster8.messagelabs.com", "messagelabs"), ("mx.barracudanetworks.com", "barracuda"),
    ("d1.a.ess.barracuda.com", "barracuda"), ("c.in.tmes.trendmicro.com", "trendmicro"),
    ("c.in.tmes.trendmicro.eu", "trendmicro"), ("c.in.tmems-jp.trendmicro.com", "trendmicro"),
    ("in.hes.trendmicro.com", "trendmicro"), ("mx.fireeyecloud.com", "trellix"),
    ("gw.fortimail.com", "fortimail"), ("gw.fortimailcloud.com", "fortimail"),
    ("mx-01.prod.hydra.sophos.com", "sophos"), ("c.in.mailcontrol.com", "forcepoint"),
    ("mx01.hornetsecurity.com", "hornetsecurity"), ("mx2.antispameurope.com", "hornetsecurity"),
    ("mailstream-east.mxrecord.io", "cloudflare"), ("a.cf-emailsecurity.net", "cloudflare"),
    ("c.mxa.avanan.net", "avanan"), ("mx.guardianwall.jp", "guardianwall"),
    ("mx.digitalartscloud.com", "m-filter"), ("mx.activegate-ss.jp", "activegate-ss"),
    ("mx.activezone-ss.jp", "activegate-ss"), ("mx.mailsecurity-nec.jp", "nec-mailsecurity"),
    ("mx.aams1.jp", "aams"), ("mx.aams8.jp", "aams"), ("mx.spamsniper.jp", "spamsniper"),
    ("mx.nospamcloud.com", "tsukaeru"), ("mx.securemail-plus.com", "securemail-plus"),
    ("mx.ktk-sol.co.jp", "securemail-plus"), ("mx.sbt-isc.jp", "sbt-isc"), ("mx.hdems.com", "hennge"),
    ("mx.hdemail.jp", "hennge"),
  ]

  static let platforms: [(host: String, id: String)] = [
    ("mx.xspmail.jp", "iij-xsp"), ("mx.mose-mail.jp", "iij-xsp"), ("aspmx.l.google.com", "google"),
    ("alt4.aspmx.l.google.com", "google"), ("aspmx5.googlemail.com", "google"), ("smtp.google.com", "google"),
    ("mx.zoho.com", "zoho"), ("mx2.zoho.jp", "zoho"), ("mx.zohomail.com", "zoho"),
    ("jp1-mx1.worksmobile.com", "line-works"), ("mx.cybermail.jp", "cybermail"),
    ("www1.sakura.ne.jp", "sakura"), ("sv1.xserver.jp", "xserver"), ("sv1.xsrv.jp", "xserver"),
    ("sv1.xbiz.ne.jp", "xserver"), ("mx01.lolipop.jp", "lolipop"), ("mx.heteml.jp", "heteml"),
    ("mail1.gmoserver.jp", "onamae"), ("mx.onamae.ne.jp", "onamae"), ("mail1.conoha.ne.jp", "conoha"),
    ("mas1.kagoya.net", "kagoya"), ("mx.secure.ne.jp", "cpi"), ("mx.cpi.ad.jp", "cpi"),
    ("mx.alpha-mail.jp", "alpha-mail"), ("mx.alpha-mail.ne.jp", "alpha-mail"),
    ("mx.alpha-mail.net", "alpha-mail"), ("mx.alpha-prm.jp", "alpha-mail"),
    ("mwpremgw1.ocn.ad.jp", "ntt-biz"), ("mwbgw3.ocn.ad.jp", "ntt-biz"), ("mx.mwprem.net", "ntt-biz"),
    ("mx.bizmw.com", "ntt-biz"), ("mx.biglobe.ne.jp", "biglobe"), ("mx.mailsecure.jp", "webarena"),
    ("mx.arena.ne.jp", "webarena"), ("mx.etius.jp", "webarena"), ("mx.oneoffice.jp", "oneoffice"),
    ("mx.active-w.net", "active-world"), ("inbound-smtp.us-west-2.amazonaws.com", "amazon"),
    ("mx01.mail.icloud.com", "icloud"), ("in1-smtp.messagingengine.com", "fastmail"),
    ("mail.protonmail.ch", "proton"), ("mx.yandex.net", "yandex"), ("mx1.emailsrvr.com", "rackspace"),
    ("mx1.larksuite.com", "lark"),
  ]

  private func verdict(_ host: String, _ more: String = "") async throws -> RouteVerdict {
    let lines = "example.jp MX 10 \(host)\n\(host) A 198.51.100.9\n\(more)"
    return try await RecordedResolver(World.withoutTenant + lines).verdict(on: "example.jp")
  }

  @Test("gateways are the route gateway, and certain by name", arguments: gateways)
  func gateway(_ family: (host: String, id: String)) async throws {
    let verdict = try await verdict(family.host)
    #expect(verdict.id == .gateway)
    #expect(verdict.inbound.map(\.id) == [family.id])
    #expect(verdict.confidence == .certain)
    #expect(verdict.mailbox == nil)
  }

  @Test("a tenant shows behind every gateway", arguments: gateways)
  func tenantBehind(_ family: (host: String, id: String)) async throws {
    let verdict = try await verdict(family.host, World.microsoftKey)
    #expect(verdict.id == .gateway)
    #expect(verdict.mailbox == .office365)
    #expect(verdict.confidence == .likely)
  }

  @Test("mailbox platforms are the route other, and certain by name", arguments: platforms)
  func platform(_ family: (host: String, id: String)) async throws {
    let verdict = try await verdict(family.host)
    #expect(verdict.id == .other)
    #expect(verdict.inbound.map(\.id) == [family.id])
    #expect(verdict.confidence == .certain)
    #expect(verdict.mailbox != .office365)
  }

  @Test("beside SecureMX every one of them is mixed", arguments: gateways + platforms)
  func besideSecureMX(_ family: (host: String, id: String)) async throws {
    let verdict = try await verdict(family.host, "example.jp MX 20 mx.securemx.jp\n")
    #expect(verdict.id == .mixed)
    #expect(verdict.inbound.map(\.id) == [family.id, "securemx"])
  }

  @Test("a name that goes on behind theirs is nobody's", arguments: gateways + platforms)
  func lookAlike(_ family: (host: String, id: String)) async throws {
    let verdict = try await verdict(family.host + ".evil.example")
    #expect(verdict.id == .other)
    #expect(verdict.inbound == [.unknown])
  }
}
