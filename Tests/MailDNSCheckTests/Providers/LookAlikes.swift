/// Names that resemble a provider's and are not its own: none of them may be found.
///
/// Some are real (`securemx.biz` is a service in New Zealand), some are servers that the provider's customers run themselves
/// (`vs.sakura.ne.jp`), the others are what a mistyped or a forged record may hold.
enum LookAlikes {
  /// Not to be found as MX hosts. Where an owner proves a domain by an MX, no mail flows, so that it is nobody's MX host.
  static let mx: [String] = [
    "securemx.biz", "mx.securemx.biz", "mx.securemx.a1.net", "mx.getsecuremx.com", "getsecuremx.com",
    "notsecuremx.jp", "mx.notsecuremx.jp", "mx-securemx.jp", "securemx.co.jp", "securemx.jp.evil.example",
    "mx.securemx.jp.example.com", "securemx.jp.net", "mx.secure-mx.jp", "mx.securemx.ne.jp",
    "securernx.jp", "mx6.securemx.com", "mx.barracuda.de", "ess.barracuda.com.evil.example",
    "d1.ess.barracudas.com", "mx.barracuda.com", "notbarracudanetworks.com", "cluster1.messagelabs.net",
    "cluster1.notmessagelabs.com", "messagelabs.co.uk", "mx.myoutlookonline.com",
    "west.exch030.myoutlookonline.com", "aspmx.lgoogle.com", "aspmx.l.google.com.evil.example",
    "aspmx.l.google.co", "aspmx.l.gogle.com", "aspmx1.l.google.com", "l.google.com", "google.com",
    "xaspmx.l.google.com", "aspmx2x.googlemail.com", "aspmx.googlemail.com", "smtp.google.co.jp",
    "smtp-google.com", "mx.smtp.goog", "mx-verification.google.com", "abcdefgh.mx-verification.google.com",
    "ms12345678.msv1.invalid.outlook.com", "ms12345678.msv1.invalid",
    "mail.protection.outlook.com.evil.example", "contoso-com.mail.protection.outlook.co",
    "contoso-com.mail.protection.outiook.com", "contoso-com.mail-protection.outlook.com",
    "protection.outlook.com", "outlook.com", "contoso-com.mail.protection.outlook.jp",
    "contoso-com.a-v1.mx.microsoft.com", "mx-microsoft", "a-v1.mx.microsoft.evil.example",
    "contoso.mail.eo.outlook.co.jp", "notpphosted.com", "mx0a-00123.pphosted.net",
    "mx0a-00123.pphosted.com.evil.example", "mx1-us1.ppehosted.com", "xmimecast.com",
    "mimecast.com.evil.example", "mx1.hc1-2.iphmx.net", "mx.iphrnx.com", "contoso.in.tmes-trendmicro.com",
    "trendmicro.com", "contoso.in.tmesx.trendmicro.com", "mx.hornetsecurity.de",
    "mx01.hornet-security.com", "cust1.in.mailcontrol.net", "vs.sakura.ne.jp",
    "os3-123-45678.vs.sakura.ne.jp", "ik1-401-12345.vs.sakura.ne.jp", "www123.sakura.co.jp",
    "www123.sakurai.ne.jp", "v133-18-1-2.vir.kagoya.net", "notkagoya.net", "mx.kagoya.com",
    "static.1.2.0.192.clients.your-server.de", "mail.my-server.de", "ip-192-0-2-1.ip.secureserver.net",
    "1.2.0.192.host.secureserver.net", "secureservers.net", "vps-0123abcd.vps.ovh.net", "mx1.mail.ovh.com",
    "email-smtp.us-east-1.amazonaws.com", "inbound-smtp.amazonaws.com",
    "inbound-smtp.us-east-1.amazonaws.com.evil.example",
    "ec2-192-0-2-1.ap-northeast-1.compute.amazonaws.com", "amazonaws.com", "feedback-smtp.amazonses.com",
    "vm.japaneast.cloudapp.azure.com", "contoso.cloudapp.net", "vm.eastus.cloudapp.net", "cloudflare.net",
    "route1.mx.cloudflare.com", "cloudflare.com", "hdems.co.jp", "mi-1a.contoso.hdemail.com",
    "nothdemail.jp", "iij.ad.jp", "mx.iij.ad.jp.evil.example", "nomx.iij.ad.jp", "dxg.dox.jp", "dox.jp",
    "aamsx.jp", "mx.aams1.com", "mx.zoho.jp.evil.example", "mxzoho.jp", "mx.lolipop.com",
    "sv1.xserver.com", "mx.xsrv.co.jp", "ocn.jp", "xocn.ad.jp", "co.jp", "ne.jp", "mx.protonmail.com",
    "in1-smtp.messagingengine.net", "mx.yandex.com.evil.example", "mx01.mail.icloud.co", "mailgun.net",
    "mxa.mailgun.org.evil.example", "sendgrid.net", "inbound.sendgrid.net", "smtp.com",
  ]

  /// Not to be found as SPF names.
  static let spf: [String] = [
    "_spf-google.com", "spf.google.com", "_spf.google.com.evil.example", "google.com", "_spf.google.co.jp",
    "_spf.goog1e.com", "lgoogle.com", "googlemail.co.jp", "spf.securemx.biz", "spf.securemx.a1.net",
    "spf.getsecuremx.com", "spf.notsecuremx.jp", "spf-securemx.jp", "spf.securemx.jp.evil.example",
    "spf.securemx.com", "dox.jp", "dxg.dox.jp", "spf.protection.outlook.com.evil.example",
    "spf.protection.outlook.co.jp", "spf.protection-outlook.com", "spf.myoutlookonline.com",
    "notoutlook.com", "spf.protection.outlook.fr", "onmicrosoft.com", "spf.barracuda.de",
    "spf.messagelabs.net", "spf.notpphosted.com", "pphosted.net", "mim.ec.evil.example",
    "os3-123-45678.vs.sakura.ne.jp", "v133-18-1-2.vir.kagoya.net", "www1.sakura.co.jp", "ms1.kagoya.com",
    "ip-192-0-2-1.ip.secureserver.net", "sendgrid.com", "notsendgrid.net",
    "u1.wl.sendgrid.net.evil.example", "amazonses.net", "amazonaws.com", "us-east-1.amazonaws.com",
    "mailgun.com", "spf.mandrillap.com", "mcsv.com", "salesforce.com.evil.example", "salesforce.net",
    "zendesk.net", "vali.email", "spf-protect.agari.com", "cisco.com", "spf-protect.cisco.com",
    "spf.mta.hdems.co.jp", "mta.hdem.com", "smtp.com.evil.example", "notsmtp.com", "cloudflare.net",
    "_spf.cloudflare.com", "icloud.com.evil.example", "spf.yandex.net", "yandex.net", "protonmail.com",
    "_spf.mailru.com", "contoso.cloudapp.net", "spf.example.jp", "co.jp", "ne.jp", "haihaimail.jp",
    "bme.jp",
  ]
}
