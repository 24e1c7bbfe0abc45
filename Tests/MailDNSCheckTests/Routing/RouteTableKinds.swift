extension RouteTable {
  /// A host of each kind, by preference.
  private static func mx(_ hosts: String...) -> String {
    hosts.enumerated().map { "@ MX \($0.offset * 10 + 10) \($0.element)" }.joined(separator: "\n")
  }

  private static let endpointHost = "example-jp.mail.protection.outlook.com"
  private static let verificationHost = "ms12345678.msv1.invalid"

  static let severalKinds: [RouteRow] = [
    RouteRow(
      "SecureMX and Office365 at once is mixed", [mx("mx.securemx.jp", endpointHost), endpoint], "mixed",
      in: "securemx office365", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "hosts of both kinds are a bypass at any priority",
      ["@ MX 0 mx.securemx.jp", "@ MX 65535 \(endpointHost)", endpoint], "mixed", in: "securemx office365",
      mailbox: "office365", shows: "mx *"),
    RouteRow(
      "a host of Office365 without an address still makes it mixed",
      [mx("mx.securemx.jp", "gone.mail.protection.outlook.com")], "mixed", in: "securemx office365",
      mailbox: "office365|-", shows: "mx"),
    RouteRow(
      "SecureMX and an own host is mixed", [mx("mx.securemx.jp", "mail.@"), "mail.@ A 192.0.2.25"], "mixed",
      in: "securemx self"),
    RouteRow(
      "SecureMX and a host that nobody knows is mixed", [mx("mx.unheard-of.test", "mx.securemx.jp")], "mixed",
      in: "unknown securemx"),
    RouteRow(
      "SecureMX and a mailbox platform is mixed", [mx("mx.securemx.jp", "aspmx.l.google.com")], "mixed",
      in: "securemx google", mailbox: "google|-", shows: "mx"),
    RouteRow(
      "SecureMX and another gateway is mixed", [mx("mx.securemx.jp", "cluster1.messagelabs.com")], "mixed",
      in: "securemx messagelabs"),
    RouteRow(
      "SecureMX and IIJ's other gateway are two products", [mx("mx1.omgi.iij.ad.jp", "mx.securemx.jp")],
      "mixed", in: "iij-gateway securemx"),
    RouteRow(
      "each other gateway product is a kind of its own",
      [mx("mxa.gslb.pphosted.com", "jp-smtp.mimecast.com")],
      "mixed", in: "proofpoint mimecast"),
    RouteRow(
      "two names of one gateway product are one kind",
      [mx("mxa.gslb.pphosted.com", "mx1-us1.ppe-hosted.com")],
      "gateway", in: "proofpoint"),
    RouteRow(
      "a gateway and Office365 is mixed", [mx("mxa.gslb.pphosted.com", endpointHost), endpoint], "mixed",
      in: "proofpoint office365", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "a gateway and a mailbox platform is mixed", [mx("cluster1.messagelabs.com", "aspmx.l.google.com")],
      "mixed", in: "messagelabs google", mailbox: "google|-", shows: "mx"),
    RouteRow(
      "Office365 and an own host is mixed", [mx(endpointHost, "mail.@"), "mail.@ A 192.0.2.25", endpoint],
      "mixed", in: "office365 self", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "Office365 and Google is mixed", [mx("aspmx.l.google.com", endpointHost), endpoint], "mixed",
      in: "google office365", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "Office365 and consumer Outlook is mixed: the latter is another platform",
      [mx(endpointHost, "jp.olc.protection.outlook.com"), endpoint], "mixed",
      in: "office365 outlook-consumer",
      mailbox: "office365", shows: "mx *"),
    RouteRow(
      "three kinds are mixed, too",
      [mx("mx.securemx.jp", endpointHost, "jp-smtp.mimecast.com"), endpoint], "mixed",
      in: "securemx office365 mimecast", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "everything else together is one kind: Google and an own host",
      [mx("aspmx.l.google.com", "mail.@"), "mail.@ A 192.0.2.25"], "other", in: "google self",
      mailbox: "google|-", shows: "mx *"),
    RouteRow(
      "everything else together is one kind: Google and a host that nobody knows",
      [mx("mx.unheard-of.test", "aspmx.l.google.com")], "other", in: "unknown google", mailbox: "google|-",
      shows: "mx *"),
    RouteRow(
      "each provider is named once", [mx("mx.unheard-of.test", "mx2.unheard-of.test", "mx.else.test")],
      "other", in: "unknown"),
    RouteRow(
      "an MX host of the verification kind is ignored beside others", [securemx, mx(verificationHost)],
      "securemx", in: "securemx", shows: "mx *"),
    RouteRow(
      "it is ignored beside Office365, too", [office365, "@ MX 32767 \(verificationHost)", endpoint],
      "office365", in: "office365", mailbox: "office365", shows: "mx *"),
    RouteRow(
      "it is ignored at the best preference, too", ["@ MX 0 \(verificationHost)", google], "other",
      in: "google", mailbox: "google|-", shows: "mx *"),
    RouteRow(
      "a null MX is exactly one MX: beside another the root is no null MX, and no host of any kind",
      ["@ MX 0 .", "@ MX 10 mx.securemx.jp"], "securemx", in: "securemx", shows: "mx *"),
  ]

  static let noMail: [RouteRow] = [
    RouteRow("null MX", ["@ MX 0 ."], "none", shows: "*"),
    RouteRow(
      "with a null MX no address takes mail", ["@ MX 0 .", "@ A 192.0.2.80", spf("-all")], "none", shows: "*"),
    RouteRow("a null MX has preference 0", ["@ MX 10 ."], "other", in: "unknown", shows: "*"),
    RouteRow("only ms<digits>.msv1.invalid", ["@ MX 10 \(verificationHost)"], "none", shows: "*"),
    RouteRow(
      "only several of that kind, in any case",
      ["@ MX 10 MS12345678.MSV1.INVALID", "@ MX 20 ms87654321.msv1.invalid"], "none", shows: "*"),
    RouteRow(
      "any host below msv1.invalid is of that kind", ["@ MX 10 example-jp.msv1.invalid"], "none", shows: "*"),
    RouteRow(
      "with only such an MX no address takes mail", ["@ MX 10 \(verificationHost)", "@ A 192.0.2.80"], "none",
      shows: "*"),
    RouteRow(
      "only such an MX, and a tenant that signs: registered, not routed",
      ["@ MX 10 \(verificationHost)", tenantKey], "none", mailbox: "office365", tenant: "contoso",
      shows: "dkim-cname *"),
    RouteRow(
      "the suffix is aligned to labels",
      ["@ MX 10 ms12345678.xmsv1.invalid"], "other", in: "unknown"),
    RouteRow(
      "a name that goes on behind it is another",
      ["@ MX 10 \(verificationHost).evil.example", "\(verificationHost).evil.example A 198.51.100.7"],
      "other",
      in: "unknown"),
    RouteRow("no MX, but an A record", ["@ A 192.0.2.80"], "implicit", shows: "*"),
    RouteRow("no MX, but an AAAA record", ["@ AAAA 2001:db8::80"], "implicit", shows: "*"),
    RouteRow("no MX, and a CNAME that leads to an address", ["@ CNAME web.test"], "implicit", shows: "*"),
    RouteRow(
      "no MX, an address and a tenant", ["@ A 192.0.2.80", tenantKey, endpoint], "implicit",
      mailbox: "office365", tenant: "contoso", shows: "dkim-cname tenant-probe *"),
    RouteRow(
      "no MX, but an address of SecureMX: still no MX", ["@ A 210.130.202.97"], "implicit", in: "*",
      shows: "*"),
    RouteRow("neither MX nor address", [txt("hello")], "none", shows: "*"),
    RouteRow("nothing but names below it", ["www.@ A 192.0.2.80"], "none", shows: "*"),
    RouteRow("a domain that does not exist", [], "none", shows: "*"),
    RouteRow(
      "a CNAME at the domain leads to another domain's MX",
      ["@ CNAME brand.test", "brand.test MX 100 mx.securemx.jp"], "securemx", in: "securemx"),
  ]
}
