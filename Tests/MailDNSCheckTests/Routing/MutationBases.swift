@testable import MailDNSCheck

/// Domains to change one record of: one for each route, and for each way that a route is found.
enum MutationBases {
  static let byRoute: [(base: MutationBase, route: RouteID)] = [
    (behindSecureMX, .securemxOffice365), (oneSign, .securemxOffice365), (secureMX, .securemx),
    (leading, .securemx), (office365, .office365), (mixed, .mixed), (gateway, .gateway), (google, .other),
    (ownHost, .other), (implicit, .implicit), (nullMX, .none), (verification, .none),
  ]

  static let all = byRoute.map(\.base)

  private static func key(_ name: String) -> String {
    "\(name) TXT \"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\""
  }

  private static let microsoftKey = MutationBase.Record(
    "selector1._domainkey.example.jp CNAME selector1-example-jp._domainkey.contoso.onmicrosoft.com",
    or:
      "selector1._domainkey.example.jp CNAME selector1-example-jp._domainkey.contoso.onmicrosoft.com.evil.test"
  )
  private static let gatewayKey = MutationBase.Record(
    key("key1.smx._domainkey.example.jp"), or: key("key1.xsmx._domainkey.example.jp"))
  private static let dmarc = MutationBase.Record(
    "_dmarc.example.jp TXT \"v=DMARC1; p=reject\"", or: "_dmarc.example.jp TXT \"v=DMARC1; p=none\"",
    unless: "DMARC says nothing of the way that mail takes")
  private static let website = MutationBase.Record(
    "www.example.jp A 192.0.2.80", or: "www.example.jp A 192.0.2.81",
    unless: "nobody looks for mail at a website")

  private static func mx(_ preference: Int, _ host: String, or variant: String) -> MutationBase.Record {
    MutationBase.Record(
      "example.jp MX \(preference) \(host)", or: "example.jp MX \(preference) \(variant)")
  }

  static let behindSecureMX = MutationBase(
    name: "SecureMX and Office365",
    records: [
      mx(100, "mx.securemx.jp", or: "mx.securemx.biz"),
      mx(120, "mx6.securemx.jp", or: "mx6.securemx.jp.evil.test"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all\"",
        or: "example.jp TXT \"v=spf1 include:spf.securemx.jp -all\""),
      microsoftKey, gatewayKey,
      MutationBase.Record(
        "autodiscover.example.jp CNAME autodiscover.outlook.com",
        or: "autodiscover.example.jp CNAME autodiscover.outlook.com.evil.test"),
      MutationBase.Record(
        "example-jp.mail.protection.outlook.com A 52.101.1.1",
        or: "example-jp.mail.protection.outlook.com TXT \"gone\""),
      MutationBase.Record("example.jp TXT \"MS=ms12345678\"", or: "example.jp TXT \"NS=ms12345678\""),
      dmarc, website,
      MutationBase.Record(
        "example.jp A 192.0.2.80", or: "example.jp A 210.130.202.97",
        unless: "where there is MX, the domain's own address takes no mail"),
    ])

  static let oneSign = MutationBase(
    name: "one sign behind SecureMX",
    records: [
      mx(100, "mx.securemx.jp", or: "mx.unheard-of.test"),
      MutationBase.Record(
        "autodiscover.example.jp CNAME autodiscover.outlook.com", or: "autodiscover.example.jp A 192.0.2.44"),
    ])

  static let secureMX = MutationBase(
    name: "SecureMX",
    records: [
      mx(100, "mx.securemx.jp", or: "mx.xsecuremx.jp"), mx(120, "mx6.securemx.jp", or: "mx.unheard-of.test"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 include:spf.securemx.jp -all\"", or: "example.jp TXT \"v=spf1 -all\""),
      gatewayKey, dmarc,
      MutationBase.Record(
        "example.jp TXT \"hello\"", or: "example.jp TXT \"v=spf10 include:spf.protection.outlook.com -all\"",
        unless: "a text that is neither SPF nor a verification says nothing"),
    ])

  static let leading = MutationBase(
    name: "an own host that leads to SecureMX",
    records: [
      mx(10, "mail.example.jp", or: "mx.unheard-of.test"),
      MutationBase.Record("mail.example.jp CNAME mx.securemx.jp", or: "mail.example.jp A 192.0.2.25"),
      mx(20, "in.example.jp", or: "mx.securemx.biz"),
      MutationBase.Record(
        "in.example.jp A 210.130.202.97", or: "in.example.jp A 210.130.202.98",
        unless: "the host's other address is in the same network"),
      MutationBase.Record(
        "in.example.jp A 210.130.202.99", or: "in.example.jp A 210.130.202.100",
        unless: "the host's other address is in the same network"),
    ])

  static let office365 = MutationBase(
    name: "Office365",
    records: [
      mx(0, "example-jp.mail.protection.outlook.com", or: "example-jp.olc.protection.outlook.com"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all\"",
        or: "example.jp TXT \"v=spf1 include:spf.protection.outlook.com -all\""),
      microsoftKey, dmarc,
    ])

  static let mixed = MutationBase(
    name: "both at once",
    records: [
      mx(10, "mx.securemx.jp", or: "mxa.gslb.pphosted.com"),
      mx(20, "example-jp.mail.protection.outlook.com", or: "aspmx.l.google.com"), dmarc,
    ])

  static let gateway = MutationBase(
    name: "another gateway",
    records: [
      mx(10, "mxa.gslb.pphosted.com", or: "cluster1.messagelabs.com"),
      mx(10, "mxb.gslb.pphosted.com", or: "mxb.notpphosted.com"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 include:_spf.example.jp -all\"", or: "example.jp TXT \"v=spf1 a -all\""),
      MutationBase.Record(
        "_spf.example.jp TXT \"v=spf1 include:spf.protection.outlook.com -all\"",
        or: "_spf.example.jp TXT \"v=spf1 -include:spf.protection.outlook.com -all\""),
      microsoftKey,
    ])

  static let google = MutationBase(
    name: "Google",
    records: [
      mx(1, "aspmx.l.google.com", or: "aspmx.l.google.com.evil.test"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 include:_spf.google.com ~all\"",
        or: "example.jp TXT \"v=spf1 ?include:_spf.google.com ~all\""),
      website,
    ])

  static let ownHost = MutationBase(
    name: "own host",
    records: [
      mx(10, "mail.example.jp", or: "mx.unheard-of.test"),
      MutationBase.Record(
        "mail.example.jp A 192.0.2.25", or: "mail.example.jp A 192.0.2.26",
        unless: "hosts are judged by name, also one without an address"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 mx -all\"", or: "example.jp TXT \"v=spf1 ip4:192.0.2.25 -all\"",
        unless: "it authorises no provider"),
    ])

  static let implicit = MutationBase(
    name: "implicit",
    records: [
      MutationBase.Record(
        "example.jp A 192.0.2.25", or: "example.jp MX 10 mx.securemx.jp"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 a -all\"", or: "example.jp TXT \"v=spf1 ip4:192.0.2.25 -all\"",
        unless: "it authorises no provider"),
      dmarc,
    ])

  static let nullMX = MutationBase(
    name: "null MX",
    records: [
      MutationBase.Record("example.jp MX 0 .", or: "example.jp MX 10 mx.unheard-of.test"),
      MutationBase.Record(
        "example.jp A 192.0.2.80", or: "example.jp A 192.0.2.81",
        unless: "a null MX refuses mail, whatever address there is (RFC 7505 §3)"),
      MutationBase.Record(
        "example.jp TXT \"v=spf1 -all\"", or: "example.jp TXT \"hello\"", unless: "it authorises no provider"),
    ])

  static let verification = MutationBase(
    name: "verification only",
    records: [
      MutationBase.Record(
        "example.jp MX 10 ms12345678.msv1.invalid", or: "example.jp MX 10 ms12345678.msv1.invalid.evil.test"),
      MutationBase.Record("example.jp TXT \"MS=ms12345678\"", or: "example.jp TXT \"MS=wrong\""),
      MutationBase.Record(
        "example.jp A 192.0.2.80", or: "example.jp A 192.0.2.81",
        unless: "with only such an MX no mail is taken, whatever address there is"),
    ])
}
