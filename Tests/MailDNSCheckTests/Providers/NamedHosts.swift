/// Names as records in the field have them, and the id of the provider that each of them belongs to.
enum NamedHosts {
  /// MX hosts.
  static let mx: [(name: String, provider: String)] = [
    ("mx.securemx.jp", "securemx"), ("mx6.securemx.jp", "securemx"),
    ("mx1.customer.securemx.jp", "securemx"), ("MX.SecureMX.JP", "securemx"),
    ("mx1.omgi.iij.ad.jp", "iij-gateway"), ("mx.po.2iij.net", "iij-post-office"),
    ("mx.mose-mail.jp", "iij-xsp"), ("contoso-co-jp.mail.protection.outlook.com", "office365"),
    ("contoso-co-jp.a-v1.mx.microsoft", "office365"), ("contoso-co-jp.y-v1.mx.microsoft", "office365"),
    ("contoso.mail.eo.outlook.com", "office365"),
    ("outlook-com.olc.protection.outlook.com", "outlook-consumer"), ("mi-1a.contoso.hdemail.jp", "hennge"),
    ("mi-1b.contoso.hdemail.jp", "hennge"), ("mx1.smtps.jp", "hennge"), ("archive.hennge.com", "hennge"),
    ("mx0a-00123.pphosted.com", "proofpoint"), ("mx1.contoso.ppops.net", "proofpoint"),
    ("jp-smtp-inbound-1.mimecast.com", "mimecast"), ("mx1.hc123-45.iphmx.com", "cisco"),
    ("cluster8.messagelabs.com", "messagelabs"), ("d1.ess.barracuda.com", "barracuda"),
    ("mx.cuda-inc.com", "barracuda"), ("contoso.in.tmes.trendmicro.com", "trendmicro"),
    ("contoso.in.tmes-anz.trendmicro.com", "trendmicro"),
    ("contoso.in.tmes-sg.trendmicro.com", "trendmicro"), ("contoso.in.tmes.trendmicro.eu", "trendmicro"),
    ("contoso.in.tmems-jp.trendmicro.com", "trendmicro"),
    ("mx-01-ap-northeast-1.prod.hydra.sophos.com", "sophos"), ("inbound.reflexion.net", "sophos"),
    ("mx01.hornetsecurity.com", "hornetsecurity"), ("mx1.spamina.com", "hornetsecurity"),
    ("mailstream-east.mxrecord.io", "cloudflare"), ("a.cf-emailsecurity.net", "cloudflare"),
    ("contoso.mxa.avanan.net", "avanan"), ("mx.guardianwall.jp", "guardianwall"),
    ("mx1.m-filter.jp", "m-filter"), ("mx.aams1.jp", "aams"), ("mx.aams.jp", "aams"),
    ("mx1.securemail-asp.com", "securemail-plus"), ("vcgw2.ocn.ad.jp", "ocn-virus-check"),
    ("mx.sc-ehime.lg.jp", "security-cloud-ehime"),
    ("mx1.miyazakisc.miyazaki.jp", "security-cloud-miyazaki"),
    ("osakasc1.utility.optage.co.jp", "security-cloud-osaka"), ("mx.antispamcloud.com", "spamexperts"),
    ("mx1.mxthunder.net", "spamhero"), ("mx.contoso.seppmail.cloud", "seppmail"),
    ("mx1.kvnbw.de", "kvnbw"), ("mx1.dehuesca.es", "dehuesca"), ("aspmx.l.google.com", "google"),
    ("alt1.aspmx.l.google.com", "google"), ("ALT4.ASPMX.L.GOOGLE.COM", "google"),
    ("aspmx5.googlemail.com", "google"), ("smtp.google.com", "google"), ("mx1.smtp.goog", "google"),
    ("gmail-smtp-in.l.google.com", "gmail"), ("alt2.gmail-smtp-in.l.google.com", "gmail"),
    ("mx2.zoho.jp", "zoho"), ("mx.zoho.com.au", "zoho"), ("mx.zohomail.jp", "zoho"),
    ("jp1-mx1.worksmobile.com", "line-works"), ("mx.cybersolutions.co.jp", "cybermail"),
    ("mx1.alpha-web.jp", "alpha-mail"), ("mwpremgw1.ocn.ad.jp", "ntt-biz"),
    ("mwbgw12.ocn.ad.jp", "ntt-biz"), ("mx.active-w.net", "active-world"), ("mx1.mesh.ad.jp", "biglobe"),
    ("mx01.mail.icloud.com", "icloud"), ("in1-smtp.messagingengine.com", "fastmail"),
    ("mailsec.protonmail.ch", "proton"), ("mx.yandex.ru", "yandex"), ("mx.yandex.net", "yandex"),
    ("mx1.qiye.aliyun.com", "alibaba"), ("mxbiz1.qq.com", "tencent"), ("mx-vh.mail.yahoodns.net", "yahoo"),
    ("www123.sakura.ne.jp", "sakura"), ("contoso.sakura.ne.jp", "sakura"), ("sv123.xserver.jp", "xserver"),
    ("mx1.wpx.ne.jp", "xserver"), ("mx01.lolipop.jp", "lolipop"), ("mx1.hetemail.jp", "heteml"),
    ("mail1.gmoserver.jp", "onamae"), ("mas1.kagoya.net", "kagoya"), ("mx.secure.jp", "cpi"),
    ("mx.suitepro.jp", "webarena"), ("wpmx.wadax.ne.jp", "wadax"), ("mx1.xrea.com", "value-server"),
    ("mx.shop-pro.jp", "color-me"), ("mx01.muumuu-mail.com", "muumuu-mail"),
    ("mx1.mail-filter.nifty.com", "nifty"), ("mx1.ocn.ad.jp", "ocn"), ("mx.ocn.ne.jp", "ocn"),
    ("mx1.plala.or.jp", "plala"), ("mx.eonet.ne.jp", "eonet"), ("mx.zaq.ne.jp", "zaq"),
    ("smtp.secureserver.net", "godaddy"), ("mx00.ionos.de", "ionos"), ("mx00.kundenserver.de", "ionos"),
    ("smtpin.rzone.de", "strato"), ("mx10.antispam.mailspamprotection.com", "siteground"),
    ("mx1.privateemail.com", "namecheap"), ("w0123.kasserver.com", "all-inkl"),
    ("mx1.hostinger.com", "hostinger"), ("mx1.titan.email", "titan"), ("www123.your-server.de", "hetzner"),
    ("mx1.mail.ovh.net", "ovh"), ("mx.unoeuro.com", "simply"), ("mx1.one.com", "one-com"),
    ("inbound-smtp.us-east-1.amazonaws.com", "amazon"),
    ("feedback-smtp.ap-northeast-1.amazonses.com", "amazonses"), ("mxa.mailgun.org", "mailgun"),
    ("mx.sendgrid.net", "sendgrid"), ("inbound.postmarkapp.com", "postmark"),
    ("inbound-smtp.resend.com", "resend"), ("inbound.mailersend.net", "mailersend"),
    ("route1.mx.cloudflare.net", "cloudflare-routing"), ("mx1.improvmx.com", "improvmx"),
    ("mx1.forwardemail.net", "forward-email"), ("eforward1.registrar-servers.com", "namecheap-forwarding"),
    ("gmr-smtp-in.l.google.com", "squarespace-domains"), ("mx.shopify.com", "shopify"),
    ("park-mx.above.com", "above"), ("mx1.mb1p.com", "mb1p"), ("mx.h-email.net", "h-email"),
    ("mx1.cscdns.net", "csc"), ("mx.sedoparking.com", "sedo"),
  ]

  /// Names in SPF terms.
  static let spf: [(name: String, provider: String)] = [
    ("spf.securemx.jp", "securemx"), ("a.b.securemx.jp", "securemx"), ("securemx.jp", "securemx"),
    ("spf.mta.hdems.com", "hennge"), ("mo.contoso-co-jp.hdemail.jp", "hennge"),
    ("mta01.mta.hdems.com", "hennge"), ("spf.protection.outlook.com", "office365"),
    ("spfd.protection.outlook.com", "office365"), ("spf.protection.outlook.de", "office365"),
    ("outlook.com", "office365"), ("contoso-co-jp.mail.protection.outlook.com", "office365"),
    ("spf.protection.office365.us", "office365"), ("_spf.google.com", "google"),
    ("aspmx.googlemail.com", "google"), ("www99.sakura.ne.jp", "sakura"), ("ms12.kagoya.net", "kagoya"),
    ("_spf.guardianwall.jp", "guardianwall"), ("spf.has.pphosted.com", "proofpoint"),
    ("%{ir}.%{v}.%{d}.spf.has.pphosted.com", "proofpoint"), ("a.mim.ec", "mimecast"),
    ("spf.tmes-uk.trendmicro.com", "trendmicro"), ("contoso.cpmails.com", "avanan"),
    ("icloud.com", "icloud"), ("_spf.yandex.net", "yandex"), ("_spf.protonmail.ch", "proton"),
    ("spf.moweb.jp", "ntt-biz"), ("spf.2iij.net", "iij-post-office"), ("_spf-mg.wadax-sv.jp", "wadax"),
    ("u1.wl.sendgrid.net", "sendgrid"), ("amazonses.com", "amazonses"), ("mailgun.org", "mailgun"),
    ("servers.mcsv.net", "mailchimp"), ("_spf.salesforce.com", "salesforce"),
    ("contoso.salesforce.com", "salesforce"), ("mail.zendesk.com", "zendesk"),
    ("spf.haihaimail.jp", "haihaimail"), ("spf.bme.jp", "blastmail"), ("spf.bserver.jp", "bserver"),
    ("spf.maildealer.jp", "mail-dealer"), ("spf.e-shishobako.ne.jp", "e-shishobako"),
    ("spf.emailsignatures365.com", "codetwo"), ("relay.mailchannels.net", "mailchannels"),
    ("send.resend.dev", "resend"), ("spf.mtasv.net", "postmark"), ("a1.powerspf.com", "powerspf"),
    ("%{i}._ip._spf.vali.email", "valimail"), ("x.spf25.jp", "spf25"),
    ("%{i}.spf-protect.agari-dns.net", "agari"),
    ("%{i}.spf-protect.dmp.cisco.com", "cisco-domain-protection"),
    ("contoso.com.spf.auto.dnssmarthost.net", "dnssmarthost"),
    ("_spf.mx.cloudflare.net", "cloudflare-routing"), ("spf.improvmx.com", "improvmx"),
    ("secureserver.net", "godaddy"), ("_spf.strato.com", "strato"), ("mx.ovh.com", "ovh"),
  ]

  /// Where CNAMEs of DKIM selectors lead.
  static let dkimTargets: [(name: String, provider: String)] = [
    ("selector1-contoso-co-jp._domainkey.contoso.onmicrosoft.com", "office365"),
    ("selector1-contoso-co-jp._domainkey.contoso.n-v1.dkim.mail.microsoft", "office365"),
    ("selector2-contoso-us._domainkey.contoso.onmicrosoft.us", "office365"),
    ("key1.contoso.dkim.securemx.jp", "securemx"), ("s1.domainkey.u1.wl.sendgrid.net", "sendgrid"),
    ("abcdef.dkim.amazonses.com", "amazonses"),
    ("protonmail.domainkey.abcdef.domains.proton.ch", "proton"),
    ("fm1.contoso.com.dkim.fmhosted.com", "fastmail"), ("zendesk1._domainkey.zendesk.com", "zendesk"),
    ("zendesk2._domainkey.zendesk.com", "zendesk"),
    ("secureserver1._domainkey.dkim.abc.onsecureserver.net", "godaddy"), ("s1.dkim.ionos.com", "ionos"),
    ("dkim1.ccsend.com", "constant-contact"), ("strong1.12345.helpscout.net", "help-scout"),
    ("dkim.smtp2go.net", "smtp2go"), ("resend.domainkey.resend.dev", "resend"),
    ("kl.domainkey.klaviyo.com", "klaviyo"), ("dkim.sendersrv.com", "sender-net"),
    ("smtp.mailtrap.live", "mailtrap"), ("dkim2.mcsv.net", "mailchimp"),
  ]

  /// MX hosts by which an owner proves a domain; no mail flows there.
  static let verificationMX: [(name: String, provider: String)] = [
    ("ms12345678.msv1.invalid", "office365"), ("MS1.MSV1.Invalid", "office365"),
    ("ms12345678.msv1.invalid.outlook.com", "office365"),
    ("abcdefghijkl.mx-verification.google.com", "google"),
  ]

  /// Web servers that many customers share, as SPF names them.
  static let sharedHosts: [(name: String, provider: String)] = [
    ("www1.sakura.ne.jp", "sakura"), ("www2345.sakura.ne.jp", "sakura"), ("ms12.kagoya.net", "kagoya"),
  ]

  /// Hosts that DMARC reports go to.
  static let reports: [(name: String, provider: String)] = [
    ("rua.dmarc25.jp", "dmarc25"), ("emaildefense.proofpoint.com", "proofpoint"),
    ("valimail.com", "valimail"), ("rua.agari.com", "agari"), ("rua.easydmarc.us", "easydmarc"),
    ("dmarc-report.com", "mxtoolbox"), ("rua.onsecureserver.net", "godaddy"),
    ("dmarc.postmarkapp.com", "postmark"), ("ag.eu.dmarcian.com", "dmarcian"),
  ]

  /// Addresses of MX hosts.
  static let addresses: [(name: String, provider: String)] = [
    ("210.130.202.48", "securemx"), ("210.130.202.55", "securemx"), ("210.130.202.96", "securemx"),
    ("210.130.202.98", "securemx"), ("210.130.202.104", "securemx"), ("210.130.202.122", "securemx"),
    ("210.130.202.123", "securemx"), ("210.130.202.128", "securemx"), ("210.130.202.135", "securemx"),
    ("210.130.202.152", "securemx"), ("210.130.202.175", "securemx"), ("2001:240:bb81::4:500", "securemx"),
    ("2001:240:bb81::4:1141", "securemx"),
  ]

  /// Addresses beside those of SecureMX, some of them IIJ's own: nobody's.
  static let otherAddresses: [String] = [
    "210.130.202.10", "210.130.202.47", "210.130.202.56", "210.130.202.95", "210.130.202.105",
    "210.130.202.121", "210.130.202.124", "210.130.202.127", "210.130.202.136", "210.130.202.151",
    "210.130.202.176", "210.130.202.255", "210.130.203.128", "2001:240:bb81::2:14",
    "2001:240:bb81::10:183", "2001:240:bb81::1", "2001:240:bb81::5:0",
  ]
}
