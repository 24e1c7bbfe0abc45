/// Where the knowledge of the table comes from.
private let vendorDocuments = "the vendor's documents"
private let publicDNS = "published DNS answers and message headers"
private let providerLists = "third parties' lists of mail providers"

/// The built-in table, gathered in November 2026. Suffixes are those that such records end in, label by label.
extension ProviderCatalogue {
  /// IIJ and Microsoft, the two ends of the route that the program is about.
  static let iijAndMicrosoft: [ProviderEntry] = [
    ProviderEntry(
      id: "securemx", name: Wording("IIJ SecureMX", "IIJセキュアMXサービス"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["securemx.jp"],
      networks: ["210.130.202.0/24", "2001:240:bb81::/48"],
      selectors: DKIMSelectorPair.secureMX.names,
      headers: ["X-Iguazu-"],
      signingDomain: "dxg.dox.jp",
      source: publicDNS, certainty: .seen),
    ProviderEntry(
      id: "iij-gateway", name: Wording("IIJ mail gateway", "IIJメールゲートウェイ"),
      kinds: [.inboundGateway],
      mx: ["omgi.iij.ad.jp", "mx.iij.ad.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "iij-xsp", name: Wording("IIJ xSP Mail platform", "IIJ xSPプラットフォームサービス/Mail"),
      kinds: [.mailbox],
      mx: ["xspmail.jp", "mose-mail.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "office365", name: Wording(verbatim: "Office365"),
      kinds: [.mailbox],
      mx: [
        "mail.protection.outlook.com", "mx.microsoft", "mail.eo.outlook.com",
        "mail.protection.office365.us", "mail.protection.partner.outlook.cn", "mail.protection.outlook.de",
      ],
      spf: [
        "spf.protection.outlook.com", "spf.protection.office365.us", "spf.protection.partner.outlook.cn",
      ],
      dkimTargets: [
        "onmicrosoft.com", "onmicrosoft.us", "partner.onmschina.cn", "dkim.mail.microsoft",
      ],
      autodiscover: ["autodiscover.outlook.com"],
      selectors: DKIMSelectorPair.office365.names,
      verifications: ["MS=ms"],
      signingDomain: "<tenant>.onmicrosoft.com",
      source: vendorDocuments, certainty: .documented),
    ProviderEntry(
      id: "outlook-consumer", name: Wording("Outlook.com (consumer)", "Outlook.com(個人向け)"),
      kinds: [.mailbox],
      mx: ["olc.protection.outlook.com"],
      source: vendorDocuments, certainty: .documented),
  ]

  /// Gateways in front of or behind the mailboxes. HENNGE One sends only; its MX hosts are rare.
  static let gateways: [ProviderEntry] = [
    ProviderEntry(
      id: "hennge", name: Wording(verbatim: "HENNGE One"),
      kinds: [.outboundGateway],
      hosts: ["hdems.com", "hdemail.jp"],
      spf: ["spf.mta.hdems.com"],
      headers: ["X-HDEMS-"],
      source: publicDNS, certainty: .seen),
    ProviderEntry(
      id: "proofpoint", name: Wording(verbatim: "Proofpoint"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["pphosted.com", "ppe-hosted.com", "gpphosted.com"],
      opaqueSPF: ["spf.has.pphosted.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "mimecast", name: Wording(verbatim: "Mimecast"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["mimecast.com", "mimecast.co.za", "mimecast-offshore.com", "mimecast.de"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "cisco", name: Wording(verbatim: "Cisco Secure Email"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["iphmx.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "messagelabs", name: Wording(verbatim: "Symantec Email Security.cloud (MessageLabs)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["messagelabs.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "barracuda", name: Wording(verbatim: "Barracuda"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["barracudanetworks.com", "ess.barracuda.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "trendmicro", name: Wording(verbatim: "Trend Micro Email Security"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: [
        "tmes.trendmicro.com", "tmes.trendmicro.eu", "tmems-jp.trendmicro.com", "hes.trendmicro.com",
      ],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "trellix", name: Wording(verbatim: "Trellix Email Security (FireEye)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["fireeyecloud.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "fortimail", name: Wording(verbatim: "FortiMail Cloud"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["fortimail.com", "fortimailcloud.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "sophos", name: Wording(verbatim: "Sophos Email"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["hydra.sophos.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "forcepoint", name: Wording(verbatim: "Forcepoint Email Security"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["mailcontrol.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "hornetsecurity", name: Wording(verbatim: "Hornetsecurity"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["hornetsecurity.com", "antispameurope.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "cloudflare", name: Wording(verbatim: "Cloudflare Email Security (Area 1)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["mxrecord.io", "cf-emailsecurity.net"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "avanan", name: Wording(verbatim: "Check Point Harmony Email (Avanan)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["avanan.net"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "guardianwall", name: Wording("GUARDIANWALL (Canon ITS)", "GUARDIANWALL(キヤノンITソリューションズ)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["guardianwall.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "m-filter", name: Wording("m-FILTER@Cloud (Digital Arts)", "m-FILTER@Cloud(デジタルアーツ)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["digitalartscloud.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "activegate-ss", name: Wording("Active! gate SS (Qualitia)", "Active! gate SS(クオリティア)"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["activegate-ss.jp", "activezone-ss.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "nec-mailsecurity", name: Wording("NEC mail security", "NEC メールセキュリティ"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["mailsecurity-nec.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "aams", name: Wording("BBSec Anti-Abuse Mail Service (AAMS)", "BBSec AAMS"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["aams<n>.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "spamsniper", name: Wording(verbatim: "SPAMSNIPER"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["spamsniper.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "tsukaeru", name: Wording("Tsukaeru.net", "使えるねっと"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["nospamcloud.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "securemail-plus", name: Wording("@Securemail Plus", "@Securemail Plus"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["securemail-plus.com", "ktk-sol.co.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "sbt-isc", name: Wording("SoftBank LG security cloud", "ソフトバンク 自治体情報セキュリティクラウド"),
      kinds: [.inboundGateway, .outboundGateway],
      hosts: ["sbt-isc.jp"],
      source: providerLists, certainty: .reported),
  ]

  /// Platforms that hold mailboxes.
  static let mailboxPlatforms: [ProviderEntry] = [
    ProviderEntry(
      id: "google", name: Wording(verbatim: "Google Workspace"),
      kinds: [.mailbox],
      mx: [
        "aspmx.l.google.com", "alt<n>.aspmx.l.google.com", "aspmx<n>.googlemail.com", "smtp.google.com",
      ],
      spf: ["_spf.google.com"],
      selectors: ["google"],
      verifications: ["google-site-verification="],
      source: vendorDocuments, certainty: .documented),
    ProviderEntry(
      id: "zoho", name: Wording(verbatim: "Zoho Mail"),
      kinds: [.mailbox],
      hosts: [
        "zoho.com", "zoho.jp", "zoho.eu", "zoho.in", "zohomail.com", "zohomail.eu", "zohomail.in",
      ],
      selectors: ["zoho"],
      verifications: ["zoho-verification="],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "line-works", name: Wording(verbatim: "LINE WORKS"),
      kinds: [.mailbox],
      hosts: ["worksmobile.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "cybermail", name: Wording("CYBERMAIL Σ", "CYBERMAIL Σ"),
      kinds: [.mailbox],
      hosts: ["cybermail.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "sakura", name: Wording("SAKURA internet", "さくらインターネット"),
      kinds: [.mailbox],
      hosts: ["sakura.ne.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "xserver", name: Wording("Xserver", "エックスサーバー"),
      kinds: [.mailbox],
      hosts: ["xserver.jp", "xsrv.jp", "xbiz.ne.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "lolipop", name: Wording("Lolipop!", "ロリポップ!"),
      kinds: [.mailbox],
      hosts: ["lolipop.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "heteml", name: Wording("heteml", "ヘテムル"),
      kinds: [.mailbox],
      hosts: ["heteml.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "onamae", name: Wording("Onamae.com", "お名前.com"),
      kinds: [.mailbox],
      hosts: ["gmoserver.jp", "onamae.ne.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "conoha", name: Wording(verbatim: "ConoHa"),
      kinds: [.mailbox],
      hosts: ["conoha.ne.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "kagoya", name: Wording("KAGOYA", "カゴヤ・ジャパン"),
      kinds: [.mailbox],
      hosts: ["kagoya.net"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "cpi", name: Wording(verbatim: "CPI"),
      kinds: [.mailbox],
      hosts: ["secure.ne.jp", "cpi.ad.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "alpha-mail", name: Wording("Alpha Mail (Otsuka)", "アルファメール(大塚商会)"),
      kinds: [.mailbox],
      hosts: ["alpha-mail.jp", "alpha-mail.ne.jp", "alpha-mail.net", "alpha-prm.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "ntt-biz", name: Wording("NTT Com Biz Mail", "NTTコミュニケーションズ Bizメール"),
      kinds: [.mailbox],
      hosts: ["mwpremgw<n>.ocn.ad.jp", "mwbgw<n>.ocn.ad.jp", "mwprem.net", "bizmw.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "biglobe", name: Wording(verbatim: "BIGLOBE"),
      kinds: [.mailbox],
      hosts: ["biglobe.ne.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "webarena", name: Wording(verbatim: "WebARENA"),
      kinds: [.mailbox],
      hosts: ["mailsecure.jp", "arena.ne.jp", "etius.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "oneoffice", name: Wording(verbatim: "OneOffice"),
      kinds: [.mailbox],
      hosts: ["oneoffice.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "active-world", name: Wording("Active! world (Qualitia)", "Active! world(クオリティア)"),
      kinds: [.mailbox],
      hosts: ["active-w.net"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "amazon", name: Wording(verbatim: "Amazon WorkMail / SES"),
      kinds: [.mailbox],
      mx: ["inbound-smtp.*.amazonaws.com"],
      source: vendorDocuments, certainty: .documented),
    ProviderEntry(
      id: "icloud", name: Wording("iCloud Mail", "iCloudメール"),
      kinds: [.mailbox],
      hosts: ["mail.icloud.com"],
      selectors: ["sig1"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "fastmail", name: Wording(verbatim: "Fastmail"),
      kinds: [.mailbox],
      hosts: ["messagingengine.com"],
      selectors: ["fm1", "fm2", "fm3"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "proton", name: Wording(verbatim: "Proton Mail"),
      kinds: [.mailbox],
      hosts: ["protonmail.ch"],
      selectors: ["protonmail"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "yandex", name: Wording(verbatim: "Yandex Mail"),
      kinds: [.mailbox],
      hosts: ["mx.yandex.net"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "rackspace", name: Wording(verbatim: "Rackspace Email"),
      kinds: [.mailbox],
      hosts: ["emailsrvr.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "lark", name: Wording(verbatim: "Lark"),
      kinds: [.mailbox],
      hosts: ["larksuite.com"],
      source: providerLists, certainty: .reported),
  ]

  /// Seen in SPF and DKIM only: services that send in the name of a domain.
  static let senders: [ProviderEntry] = [
    ProviderEntry(
      id: "sendgrid", name: Wording(verbatim: "SendGrid"),
      kinds: [.sender],
      spf: ["sendgrid.net"],
      dkimTargets: ["sendgrid.net"],
      selectors: ["s1", "s2"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "amazonses", name: Wording(verbatim: "Amazon SES"),
      kinds: [.sender],
      spf: ["amazonses.com"],
      dkimTargets: ["amazonses.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "mailgun", name: Wording(verbatim: "Mailgun"),
      kinds: [.sender],
      spf: ["mailgun.org"],
      dkimTargets: ["mailgun.org"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "mandrill", name: Wording(verbatim: "Mandrill"),
      kinds: [.sender],
      spf: ["mandrillapp.com"],
      dkimTargets: ["mandrillapp.com"],
      selectors: ["mandrill"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "mailchimp", name: Wording(verbatim: "Mailchimp"),
      kinds: [.sender],
      spf: ["servers.mcsv.net"],
      dkimTargets: ["servers.mcsv.net"],
      selectors: ["k1", "k2", "k3"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "salesforce", name: Wording(verbatim: "Salesforce"),
      kinds: [.sender],
      spf: ["_spf.salesforce.com"],
      dkimTargets: ["_spf.salesforce.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "zendesk", name: Wording(verbatim: "Zendesk"),
      kinds: [.sender],
      spf: ["mail.zendesk.com"],
      dkimTargets: ["mail.zendesk.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "benchmark", name: Wording(verbatim: "Benchmark Email"),
      kinds: [.sender],
      spf: ["bmsend.com"],
      dkimTargets: ["bmsend.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "haihaimail", name: Wording("Haihai Mail", "配配メール"),
      kinds: [.sender],
      spf: ["spf.haihaimail.jp"],
      dkimTargets: ["spf.haihaimail.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "cuenote", name: Wording(verbatim: "Cuenote"),
      kinds: [.sender],
      spf: ["cuenote.jp"],
      dkimTargets: ["cuenote.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "blastmail", name: Wording("blastmail", "ブラストメール"),
      kinds: [.sender],
      spf: ["spf.bme.jp"],
      dkimTargets: ["spf.bme.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "mpme", name: Wording(verbatim: "MPME"),
      kinds: [.sender],
      spf: ["spf-bma.mpme.jp"],
      dkimTargets: ["spf-bma.mpme.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "willmail", name: Wording(verbatim: "WiLL Mail"),
      kinds: [.sender],
      spf: ["willap.jp"],
      dkimTargets: ["willap.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "synergy", name: Wording(verbatim: "Synergy!"),
      kinds: [.sender],
      spf: ["crmstyle.com", "smp.ne.jp"],
      dkimTargets: ["crmstyle.com", "smp.ne.jp"],
      source: providerLists, certainty: .reported),
  ]

  /// Services that publish SPF in a domain's place or collect its DMARC reports.
  static let spfAndReportServices: [ProviderEntry] = [
    ProviderEntry(
      id: "dmarc25", name: Wording(verbatim: "DMARC/25"),
      kinds: [.reportService],
      reports: ["dmarc25.jp"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "agari", name: Wording(verbatim: "Agari"),
      kinds: [.reportService],
      reports: ["rua.agari.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "dmarc-dns", name: Wording(verbatim: "dmarc-dns.com"),
      kinds: [.reportService],
      reports: ["dmarc-dns.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "powerdmarc", name: Wording(verbatim: "PowerDMARC"),
      kinds: [.reportService],
      reports: ["powerdmarc.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "powerspf", name: Wording(verbatim: "PowerSPF"),
      kinds: [.spfService],
      opaqueSPF: ["powerspf.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "dmarcian", name: Wording(verbatim: "dmarcian"),
      kinds: [.reportService],
      reports: ["dmarcian.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "valimail", name: Wording(verbatim: "Valimail"),
      kinds: [.spfService, .reportService],
      opaqueSPF: ["_spf.vali.email"],
      reports: ["vali.email"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "ondmarc", name: Wording(verbatim: "Red Sift OnDMARC"),
      kinds: [.reportService],
      reports: ["ondmarc.com"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "easydmarc", name: Wording(verbatim: "EasyDMARC"),
      kinds: [.reportService],
      reports: ["easydmarc.*"],
      source: providerLists, certainty: .reported),
    ProviderEntry(
      id: "spf25", name: Wording(verbatim: "spf25.jp"),
      kinds: [.spfService],
      opaqueSPF: ["spf25.jp"],
      source: providerLists, certainty: .reported),
  ]
}
