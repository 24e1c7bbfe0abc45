import Testing

@testable import MailDNSCheck

/// One row for each suffix that is known from the field.
@Suite("The built-in provider catalogue")
struct BuiltInCatalogueTests {
  let catalogue = ProviderCatalogue.builtIn

  @Test("the table makes a catalogue")
  func table() throws {
    #expect(try ProviderCatalogue.checkedBuiltIn().providers.count == ProviderCatalogue.builtInEntries.count)
    #expect(catalogue.providers.count == ProviderCatalogue.builtInEntries.count)
    #expect(catalogue.providers.count >= 340)
    #expect(Set(catalogue.ids).count == catalogue.providers.count)
  }

  @Test("what is looked up in the text of the table is what its providers say when they are made")
  func sameMarks() throws {
    let made = try ProviderCatalogue.checkedBuiltIn()
    for provider in made.providers {
      for (use, patterns) in provider.marks {
        for pattern in patterns {
          let text = pattern.description.replacing("<n>", with: "7").replacing("*", with: "x")
          let name = try #require(DomainName("a." + text))
          #expect(
            catalogue.match(name, as: use)?.provider.id == made.match(name, as: use)?.provider.id, "\(name)")
          #expect(catalogue.match(name, as: use) != nil, "\(name)")
        }
      }
      #expect(catalogue[provider.id]?.selectorGroups == provider.selectorGroups)
      #expect(catalogue[provider.id]?.networks == provider.networks)
      #expect(catalogue[provider.id]?.kinds == provider.kinds)
      #expect(catalogue[provider.id]?.name == provider.name)
    }
    for selector in made.selectors {
      #expect(catalogue.owner(of: selector)?.id == made.owner(of: selector)?.id)
    }
  }

  static let mxHosts: [(String, String)] = [
    ("mx.securemx.jp", "securemx"), ("mx6.securemx.jp", "securemx"), ("mx1.customer.securemx.jp", "securemx"),
    ("a.omgi.iij.ad.jp", "iij-gateway"), ("mx1.mx.iij.ad.jp", "iij-gateway"),
    ("mx.xspmail.jp", "iij-xsp"), ("mx.mose-mail.jp", "iij-xsp"),
    ("contoso-co-jp.mail.protection.outlook.com", "office365"),
    ("gone.mail.protection.outlook.com", "office365"), ("contoso-co-jp.j-v1.mx.microsoft", "office365"),
    ("contoso.mail.eo.outlook.com", "office365"), ("contoso.mail.protection.office365.us", "office365"),
    ("contoso.mail.protection.partner.outlook.cn", "office365"),
    ("contoso.mail.protection.outlook.de", "office365"),
    ("outlook-com.olc.protection.outlook.com", "outlook-consumer"),
    ("mx0a-00123.pphosted.com", "proofpoint"), ("mx1-us1.ppe-hosted.com", "proofpoint"),
    ("mx.gpphosted.com", "proofpoint"), ("us-smtp-inbound-1.mimecast.com", "mimecast"),
    ("za-smtp.mimecast.co.za", "mimecast"), ("je-smtp.mimecast-offshore.com", "mimecast"),
    ("de-smtp.mimecast.de", "mimecast"), ("mx1.hc123-45.iphmx.com", "cisco"),
    ("cluster8.messagelabs.com", "messagelabs"), ("mx.barracudanetworks.com", "barracuda"),
    ("d1.a.ess.barracuda.com", "barracuda"), ("contoso.in.tmes.trendmicro.com", "trendmicro"),
    ("contoso.in.tmes.trendmicro.eu", "trendmicro"), ("contoso.in.tmems-jp.trendmicro.com", "trendmicro"),
    ("in.hes.trendmicro.com", "trendmicro"), ("mx.fireeyecloud.com", "trellix"),
    ("mx.fortimail.com", "fortimail"), ("gw1.fortimailcloud.com", "fortimail"),
    ("mx-01-us-east-2.prod.hydra.sophos.com", "sophos"), ("cust1.in.mailcontrol.com", "forcepoint"),
    ("mx01.hornetsecurity.com", "hornetsecurity"), ("mx2.antispameurope.com", "hornetsecurity"),
    ("mailstream-east.mxrecord.io", "cloudflare"), ("a.cf-emailsecurity.net", "cloudflare"),
    ("contoso.mxa.avanan.net", "avanan"), ("mx.guardianwall.jp", "guardianwall"),
    ("mx.digitalartscloud.com", "m-filter"), ("mx.activegate-ss.jp", "activegate-ss"),
    ("mx.activezone-ss.jp", "activegate-ss"), ("mx.mailsecurity-nec.jp", "nec-mailsecurity"),
    ("mx.aams1.jp", "aams"), ("mx.aams12.jp", "aams"), ("mx.spamsniper.jp", "spamsniper"),
    ("mx.nospamcloud.com", "tsukaeru"), ("mx.securemail-plus.com", "securemail-plus"),
    ("mx.ktk-sol.co.jp", "securemail-plus"), ("mx.sbt-isc.jp", "sbt-isc"), ("mx.hdems.com", "hennge"),
    ("mx.hdemail.jp", "hennge"), ("aspmx.l.google.com", "google"), ("alt1.aspmx.l.google.com", "google"),
    ("ALT4.ASPMX.L.GOOGLE.COM", "google"), ("aspmx5.googlemail.com", "google"), ("smtp.google.com", "google"),
    ("mx.zoho.com", "zoho"), ("mx2.zoho.jp", "zoho"), ("mx.zohomail.com", "zoho"), ("mx.zoho.eu", "zoho"),
    ("mx.zoho.in", "zoho"), ("mx.zohomail.eu", "zoho"), ("mx.zohomail.in", "zoho"),
    ("jp1-mx1.worksmobile.com", "line-works"), ("mx.cybermail.jp", "cybermail"),
    ("www123.sakura.ne.jp", "sakura"), ("sv1.xserver.jp", "xserver"), ("sv1.xsrv.jp", "xserver"),
    ("sv1.xbiz.ne.jp", "xserver"), ("mx01.lolipop.jp", "lolipop"), ("mx.heteml.jp", "heteml"),
    ("mail1.gmoserver.jp", "onamae"), ("mx.onamae.ne.jp", "onamae"), ("mx.conoha.ne.jp", "conoha"),
    ("mas1.kagoya.net", "kagoya"), ("mx.secure.ne.jp", "cpi"), ("mx.cpi.ad.jp", "cpi"),
    ("mx.alpha-mail.jp", "alpha-mail"), ("mx.alpha-mail.ne.jp", "alpha-mail"),
    ("mx.alpha-mail.net", "alpha-mail"), ("mx.alpha-prm.jp", "alpha-mail"),
    ("mwpremgw1.ocn.ad.jp", "ntt-biz"), ("mwbgw12.ocn.ad.jp", "ntt-biz"), ("mx.mwprem.net", "ntt-biz"),
    ("mx.bizmw.com", "ntt-biz"), ("mx.biglobe.ne.jp", "biglobe"), ("mx.mailsecure.jp", "webarena"),
    ("mx.arena.ne.jp", "webarena"), ("mx.etius.jp", "webarena"), ("mx.oneoffice.jp", "oneoffice"),
    ("mx.active-w.net", "active-world"), ("inbound-smtp.us-west-2.amazonaws.com", "amazon"),
    ("mx01.mail.icloud.com", "icloud"), ("in1-smtp.messagingengine.com", "fastmail"),
    ("mail.protonmail.ch", "proton"), ("mx.yandex.net", "yandex"), ("mx1.emailsrvr.com", "rackspace"),
    ("mx1.larksuite.com", "lark"),
  ]

  @Test("MX hosts are recognised", arguments: mxHosts)
  func mx(host: String, provider: String) throws {
    #expect(catalogue.provider(ofMX: try #require(DomainName(host)))?.id.text == provider)
  }

  @Test("a host that only looks like a provider's is not taken for it", arguments: mxHosts)
  func lookAlikes(host: String, provider: String) throws {
    let parts = host.split(separator: ".")
    // A name below a stranger's domain, and the provider's own domain with letters in front of it.
    let below = try #require(DomainName(host + ".evil.example"))
    #expect(catalogue.provider(ofMX: below) == nil, "\(below)")
    for count in 2...parts.count {
      let prefixed = try #require(DomainName("not" + parts.suffix(count).joined(separator: ".")))
      let found = catalogue.provider(ofMX: prefixed)
      let isStillBelow = catalogue.provider(ofMX: try #require(prefixed.parent)) != nil
      #expect((found != nil) == isStillBelow, "\(prefixed)")
    }
  }

  @Test(
    "strangers are strangers",
    arguments: [
      "mx.securemx.biz", "notsecuremx.jp", "mx.notsecuremx.jp", "mx.securemx.jp.evil.example",
      "google.com", "aspmx.googlemail.com",
      "aspmx2x.googlemail.com", "email-smtp.us-east-1.amazonaws.com", "inbound-smtp.amazonaws.com",
      "amazonaws.com", "outlook.com", "protection.outlook.com", "microsoft.com", "iij.ad.jp", "dxg.dox.jp",
      "aamsx.jp", "ms12345.msv1.invalid", "jp", ".",
    ])
  func strangers(host: String) throws {
    #expect(catalogue.provider(ofMX: try #require(DomainName(host))) == nil)
  }

  @Test(
    "SPF names are recognised",
    arguments: [
      ("spf.securemx.jp", "securemx"), ("a.b.securemx.jp", "securemx"), ("securemx.jp", "securemx"),
      ("spf.protection.outlook.com", "office365"), ("spf.protection.office365.us", "office365"),
      ("spf.protection.partner.outlook.cn", "office365"), ("spf.mta.hdems.com", "hennge"),
      ("_spf.google.com", "google"), ("_spf.guardianwall.jp", "guardianwall"),
      ("www99.sakura.ne.jp", "sakura"),
      ("u1.wl.sendgrid.net", "sendgrid"), ("amazonses.com", "amazonses"), ("mailgun.org", "mailgun"),
      ("spf.mandrillapp.com", "mandrill"), ("servers.mcsv.net", "mailchimp"),
      ("_spf.salesforce.com", "salesforce"), ("mail.zendesk.com", "zendesk"), ("bmsend.com", "benchmark"),
      ("spf.haihaimail.jp", "haihaimail"), ("spf.cuenote.jp", "cuenote"), ("spf.bme.jp", "blastmail"),
      ("spf-bma.mpme.jp", "mpme"), ("spf.willap.jp", "willmail"), ("spf.crmstyle.com", "synergy"),
      ("spf.smp.ne.jp", "synergy"), ("spf.pphosted.com", "proofpoint"), ("zohomail.com", "zoho"),
    ])
  func spf(name: String, provider: String) throws {
    let name = try #require(DomainName(name))
    #expect(catalogue.provider(ofSPF: name)?.id.text == provider)
    #expect(!catalogue.isOpaque(spf: name))
  }

  @Test(
    "SPF that is unreadable by design is recognised as such",
    arguments: [
      ("a1.powerspf.com", "powerspf"), ("%{i}._ip._spf.vali.email", "valimail"),
      ("_spf.vali.email", "valimail"), ("%{ir}.%{v}.%{d}.spf.has.pphosted.com", "proofpoint"),
      ("spf.has.pphosted.com", "proofpoint"), ("x.spf25.jp", "spf25"),
    ])
  func opaque(name: String, provider: String) throws {
    let name = try #require(DomainName(name))
    #expect(catalogue.isOpaque(spf: name))
    #expect(catalogue.provider(ofSPF: name)?.id.text == provider)
  }

  @Test("SPF of strangers is nobody's", arguments: ["vali.email", "spf.evil.example"])
  func strangeSPF(name: String) throws {
    let name = try #require(DomainName(name))
    #expect(catalogue.provider(ofSPF: name) == nil)
    #expect(!catalogue.isOpaque(spf: name))
  }

  @Test(
    "an MX of a sender's takes answers and bounces: it is no gateway and no mailbox",
    arguments: [
      ("mx.sendgrid.net", "sendgrid"), ("mxa.mailgun.org", "mailgun"),
      ("feedback-smtp.us-east-1.amazonses.com", "amazonses"),
      ("inbound-smtp.us-west-2.amazonaws.com", "amazon"),
    ])
  func sendersMX(host: String, provider: String) throws {
    let name = try #require(DomainName(host))
    let found = try #require(catalogue.provider(ofMX: name))
    #expect(found.id.text == provider)
    #expect(found.kinds == [.sender])
  }

  @Test(
    "targets of DKIM CNAMEs are recognised",
    arguments: [
      ("selector1-contoso-co-jp._domainkey.contoso.onmicrosoft.com", "office365"),
      ("selector1-contoso-us._domainkey.contoso.onmicrosoft.us", "office365"),
      ("selector2-contoso-cn._domainkey.contoso.partner.onmschina.cn", "office365"),
      ("selector1-contoso-co-jp._domainkey.contoso.n-v1.dkim.mail.microsoft", "office365"),
      ("key1.smx._domainkey.securemx.jp", "securemx"), ("s1.domainkey.u1.wl.sendgrid.net", "sendgrid"),
      ("x.dkim.amazonses.com", "amazonses"), ("x.hdems.com", "hennge"),
    ])
  func dkimTargets(name: String, provider: String) throws {
    #expect(catalogue.provider(ofDKIMTarget: try #require(DomainName(name)))?.id.text == provider)
  }

  @Test(
    "targets of other DKIM CNAMEs are nobody's",
    arguments: ["x.evilonmicrosoft.com", "onmicrosoft.com.evil.example", "key.dxg.dox.jp", "mail.microsoft"])
  func strangeDKIMTargets(name: String) throws {
    #expect(catalogue.provider(ofDKIMTarget: try #require(DomainName(name))) == nil)
  }

  @Test("autodiscover of Microsoft is recognised, and nothing beside it")
  func autodiscover() {
    #expect(catalogue.provider(ofAutodiscover: DomainName("autodiscover.outlook.com")!)?.id == .office365)
    #expect(catalogue.provider(ofAutodiscover: DomainName("autodiscover.outlook.com.example")!) == nil)
    #expect(catalogue.provider(ofAutodiscover: DomainName("outlook.com")!) == nil)
  }

  @Test(
    "addresses of SecureMX are recognised, and none beside them",
    arguments: [
      ("210.130.202.97", true), ("210.130.202.101", true), ("210.130.202.128", true),
      ("210.130.202.173", true),
      ("210.130.202.10", false), ("210.130.202.0", false), ("210.130.202.255", false),
      ("210.130.203.0", false),
      ("2001:240:bb81::4:500", true), ("2001:240:bb81::4:1141", true), ("2001:240:bb81::2:14", false),
      ("2001:240:bb81::10:183", false), ("2001:240:bb82::1", false), ("::", false), ("0.0.0.0", false),
    ])
  func addresses(text: String, isSecureMX: Bool) throws {
    let address = try #require(IPAddress(text))
    #expect(catalogue.provider(ofAddress: address)?.id == (isSecureMX ? .securemx : nil))
  }

  @Test(
    "DMARC reporting services are recognised",
    arguments: [
      ("rua.dmarc25.jp", "dmarc25"), ("rua.agari.com", "agari"), ("dmarc-dns.com", "dmarc-dns"),
      ("rua.powerdmarc.com", "powerdmarc"), ("ag.dmarcian.com", "dmarcian"), ("vali.email", "valimail"),
      ("inbox.ondmarc.com", "ondmarc"), ("rua.easydmarc.com", "easydmarc"), ("rua.easydmarc.us", "easydmarc"),
      ("easydmarc.eu", "easydmarc"),
    ])
  func reportHosts(host: String, provider: String) throws {
    #expect(catalogue.provider(ofReportHost: try #require(DomainName(host)))?.id.text == provider)
  }

  @Test(
    "other report hosts are nobody's",
    arguments: ["agari.com", "noteasydmarc.com", "easydmarc", "easydmarc.com.evil.example", "xdmarc25.jp"])
  func strangeReportHosts(host: String) throws {
    #expect(catalogue.provider(ofReportHost: try #require(DomainName(host))) == nil)
  }

  @Test("gateways are told from mailboxes: HENNGE One and SecureMX take and send, Microsoft does neither")
  func kinds() {
    #expect(catalogue[.hennge]?.kinds == [.inboundGateway, .outboundGateway])
    #expect(catalogue[.securemx]?.kinds == [.inboundGateway, .outboundGateway])
    #expect(catalogue[.office365]?.kinds == [.mailbox])
    #expect(catalogue[.office365]?.isGateway == false)
    #expect(catalogue[.hennge]?.isGateway == true)
  }

  @Test("the identifiers that the program names itself are in the table")
  func knownIdentifiers() {
    for id in [Provider.ID.securemx, .office365, .outlookConsumer, .google, .hennge] {
      #expect(catalogue[id]?.id == id)
    }
  }

  @Test("the selectors in common use are 24, none twice, and of a pair the first but for those of the route")
  func selectors() {
    let asked = catalogue.selectors.map(\.text)
    #expect(asked == ProviderCatalogue.commonSelectors)
    #expect(Set(asked).count == asked.count)
    #expect(asked.count == 24)
    for provider in catalogue.providers where ![.securemx, .office365].contains(provider.id) {
      for second in provider.selectorGroups.flatMap({ $0.dropFirst() }) {
        #expect(!asked.contains(second.text))
      }
    }
    #expect(catalogue[.securemx]?.dkimSelectors.map(\.text) == DKIMSelectorPair.secureMX.names)
    #expect(catalogue[.office365]?.dkimSelectors.map(\.text) == DKIMSelectorPair.office365.names)
    #expect(catalogue.selectors(inTurnWith: DKIMSelector("s1")!).map(\.text) == ["s2"])
  }

  @Test("every provider has a name in both languages and a source")
  func names() {
    for provider in catalogue.providers {
      #expect(Language.allCases.allSatisfy { !provider.name[$0].isEmpty }, "\(provider.id)")
      #expect(!provider.source.isEmpty, "\(provider.id)")
    }
  }
}

extension Provider {
  fileprivate var marks: [(ProviderCatalogue.Use, [HostPattern])] {
    [
      (.mx, mxSuffixes), (.verificationMX, verificationMXSuffixes), (.spf, spfSuffixes + opaqueSPFSuffixes),
      (.opaqueSPF, opaqueSPFSuffixes), (.sharedHost, sharedHostSuffixes), (.dkimTarget, dkimTargetSuffixes),
      (.autodiscover, autodiscoverTargets), (.report, reportSuffixes),
    ]
  }
}
