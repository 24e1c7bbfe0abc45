extension RouteTable {
  static let gatewayNames: [RouteRow] = [
    RouteRow(
      "a customer of SecureMX has mx.securemx.jp and mx6.securemx.jp", [securemx], "securemx", in: "securemx"),
    RouteRow(
      "mx6.securemx.jp alone, which has no A record, is SecureMX", ["@ MX 120 mx6.securemx.jp"], "securemx",
      in: "securemx"),
    RouteRow(
      "the order of preferences makes no difference",
      ["@ MX 10 mx6.securemx.jp", "@ MX 20 mx.securemx.jp"], "securemx", in: "securemx"),
    RouteRow(
      "hosts of a customer's own below securemx.jp",
      ["@ MX 10 mx1.customer.securemx.jp", "@ MX 20 mx2.customer.securemx.jp"], "securemx", in: "securemx"),
    RouteRow(
      "hosts are judged by name first, whatever their address",
      ["@ MX 10 mx1.customer.securemx.jp", "mx1.customer.securemx.jp A 192.0.2.9"], "securemx",
      in: "securemx"),
    RouteRow(
      "suffixes are compared without regard to case",
      ["@ MX 100 MX.SecureMX.JP", "@ MX 120 Mx6.SECUREMX.jp"],
      "securemx", in: "securemx"),
    RouteRow(
      "securemx.biz is not SecureMX", ["@ MX 10 mx.securemx.biz", "mx.securemx.biz A 198.51.100.7"], "other",
      in: "unknown"),
    RouteRow(
      "mx.securemx.jp.evil.example is not SecureMX",
      ["@ MX 10 mx.securemx.jp.evil.example", "mx.securemx.jp.evil.example A 198.51.100.7"], "other",
      in: "unknown"),
    RouteRow(
      "suffixes are aligned to labels: xsecuremx.jp is not securemx.jp",
      ["@ MX 10 xsecuremx.jp", "xsecuremx.jp A 198.51.100.7"], "other", in: "unknown"),
    RouteRow(
      "suffixes are aligned to labels, also below a look-alike",
      ["@ MX 10 mx.xsecuremx.jp", "mx.xsecuremx.jp A 198.51.100.7"], "other", in: "unknown"),
    RouteRow(
      "another domain of the same word is somebody else's",
      ["@ MX 10 mx.securemx.co.jp", "mx.securemx.co.jp A 198.51.100.7"], "other", in: "unknown"),
    RouteRow(
      "a target whose final dot was forgotten is the domain's own host",
      ["@ MX 10 mx.securemx.jp.@"], "other", in: "self"),
    RouteRow(
      "an own host that bears the product's name is the domain's own",
      ["@ MX 10 securemx.@", "securemx.@ A 192.0.2.25"], "other", in: "self"),
    RouteRow(
      "omgi.iij.ad.jp is a gateway of IIJ's, of another name than SecureMX",
      ["@ MX 10 mx1.omgi.iij.ad.jp"], "gateway", in: "iij-gateway"),
    RouteRow(
      "mx.iij.ad.jp is a gateway of IIJ's, of another name than SecureMX", ["@ MX 10 a.mx.iij.ad.jp"],
      "gateway", in: "iij-gateway"),
    RouteRow(
      "IIJ's other hosts are no product of the catalogue",
      ["@ MX 10 mail.iij.ad.jp", "mail.iij.ad.jp A 198.51.100.7"], "other", in: "unknown"),
    RouteRow(
      "xspmail.jp is IIJ's mail platform for ISPs, not SecureMX", ["@ MX 10 mx.xspmail.jp"], "other",
      in: "iij-xsp", mailbox: "iij-xsp|-", shows: "mx *"),
    RouteRow(
      "mose-mail.jp is IIJ's mail platform for ISPs, not SecureMX", ["@ MX 10 mx.mose-mail.jp"], "other",
      in: "iij-xsp", mailbox: "iij-xsp|-", shows: "mx *"),
    RouteRow(
      "dxg.dox.jp signs for SecureMX and takes no mail",
      ["@ MX 10 mx.dxg.dox.jp", "mx.dxg.dox.jp A 198.51.100.7"], "other", in: "unknown"),
    RouteRow(
      "an IP literal is no host of anybody's", ["@ MX 10 210.130.202.97"], "other", in: "unknown"),
  ]

  static let leadingHosts: [RouteRow] = [
    RouteRow(
      "an own host with an address of SecureMX is SecureMX, by where it leads",
      ["@ MX 10 mail.@", "mail.@ A 210.130.202.97"], "securemx", in: "securemx", sure: "likely",
      shows: "mx mx-target"),
    RouteRow(
      "an own host with an IPv6 address of SecureMX is SecureMX, by where it leads",
      ["@ MX 10 mail.@", "mail.@ AAAA 2001:240:bb81::4:97"], "securemx", in: "securemx", sure: "likely",
      shows: "mx mx-target"),
    RouteRow(
      "another address of IIJ's is not SecureMX: its platform for providers is beside it",
      ["@ MX 10 mail.@", "mail.@ A 210.130.202.10"], "other", in: "self"),
    RouteRow(
      "an IPv6 address of IIJ's own is not SecureMX",
      ["@ MX 10 mail.@", "mail.@ AAAA 2001:240:bb81::10:183"], "other", in: "self"),
    RouteRow(
      "an address beside the network is nobody's", ["@ MX 10 mail.@", "mail.@ A 210.130.203.0"], "other",
      in: "self"),
    RouteRow(
      "an IPv6 address beside the network is nobody's", ["@ MX 10 mail.@", "mail.@ AAAA 2001:240:bb82::1"],
      "other", in: "self"),
    RouteRow(
      "the domain itself as MX host, with an address of SecureMX", ["@ MX 10 @", "@ A 210.130.202.98"],
      "securemx", in: "securemx", sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "an own host that is a CNAME into securemx.jp is SecureMX",
      ["@ MX 10 mail.@", "mail.@ CNAME mx.securemx.jp"], "securemx", in: "securemx", sure: "likely",
      shows: "mx mx-target"),
    RouteRow(
      "a chain of own names leads into securemx.jp",
      ["@ MX 10 mail.@", "mail.@ CNAME in.@", "in.@ CNAME mx1.customer.securemx.jp"], "securemx",
      in: "securemx", sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "a stranger's host name that leads into securemx.jp is judged by where it leads, too",
      ["@ MX 10 mx.brand.test", "mx.brand.test CNAME mx.securemx.jp"], "securemx", in: "securemx",
      sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "an own host that is a CNAME to the tenant's endpoint is Office365",
      ["@ MX 10 mail.@", "mail.@ CNAME example-jp.mail.protection.outlook.com", endpoint], "office365",
      in: "office365", mailbox: "office365", sure: "likely", shows: "mx mx-target *"),
    RouteRow(
      "the target of a CNAME is judged by its name, also without an address",
      ["@ MX 10 mail.@", "mail.@ CNAME gone.mail.protection.outlook.com"], "office365", in: "office365",
      mailbox: "office365|-", sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "an own host that is a CNAME below mx.microsoft is Office365",
      [
        "@ MX 10 mail.@", "mail.@ CNAME example-jp.k-v1.mx.microsoft",
        "example-jp.k-v1.mx.microsoft A 52.101.2.2",
      ],
      "office365", in: "office365", mailbox: "office365|-", sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "an own host that is a CNAME to a gateway is that gateway",
      ["@ MX 10 mail.@", "mail.@ CNAME mxa.gslb.pphosted.com"], "gateway", in: "proofpoint", sure: "likely",
      shows: "mx mx-target"),
    RouteRow(
      "an own host that is a CNAME to Google is Google",
      ["@ MX 10 mail.@", "mail.@ CNAME aspmx.l.google.com"], "other", in: "google", mailbox: "google|-",
      sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "an own host that leads to a look-alike leads to nobody",
      [
        "@ MX 10 mail.@", "mail.@ CNAME mx.securemx.jp.evil.example",
        "mx.securemx.jp.evil.example A 198.51.100.7",
      ],
      "other", in: "self"),
    RouteRow(
      "one host by name and one by where it leads are of one kind, and the whole is as sure as the weaker",
      ["@ MX 10 mx.securemx.jp", "@ MX 20 mail.@", "mail.@ A 210.130.202.99"], "securemx", in: "securemx",
      sure: "likely", shows: "mx mx-target"),
    RouteRow(
      "a host that leads to SecureMX beside Office365 is mixed",
      [
        "@ MX 10 mail.@", "@ MX 20 example-jp.mail.protection.outlook.com", "mail.@ CNAME mx.securemx.jp",
        endpoint,
      ],
      "mixed", in: "securemx office365", mailbox: "office365", sure: "likely", shows: "mx mx-target *"),
    RouteRow(
      "a gateway's host is that gateway's, even where it leads elsewhere",
      ["@ MX 10 mx.customer.pphosted.com", "mx.customer.pphosted.com CNAME mx.securemx.jp"], "gateway",
      in: "proofpoint"),
    RouteRow(
      "a route by where a host leads, with a tenant behind it: no surer than the way there",
      [
        "@ MX 10 mail.@", "mail.@ A 210.130.202.97", tenantKey,
        spf("include:spf.protection.outlook.com -all"),
      ],
      "securemx-office365", in: "securemx", mailbox: "office365", sure: "likely", out: "office365",
      tenant: "contoso", shows: "mx mx-target dkim-cname spf-include"),
  ]
}
