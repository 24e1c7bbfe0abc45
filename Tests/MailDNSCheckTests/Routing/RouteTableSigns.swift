extension RouteTable {
  private static let outlook = "include:spf.protection.outlook.com"
  private static let mimecast = "@ MX 10 jp-smtp.mimecast.com"

  static let behindGateways: [RouteRow] = [
    RouteRow(
      "everything that a domain with SecureMX in front of Office365 should have",
      [
        securemx, gatewayKey, tenantKey, endpoint, autodiscover, txt("MS=ms12345678"),
        spf("include:spf.securemx.jp \(outlook) -all"),
      ],
      "securemx-office365", in: "securemx", mailbox: "office365", out: "securemx office365",
      tenant: "contoso",
      shows: "mx dkim-cname tenant-probe dkim-selector spf-include autodiscover verification-txt"),
    RouteRow(
      "the probe and an SPF include are certain", [securemx, endpoint, spf("\(outlook) -all")],
      "securemx-office365", in: "securemx", mailbox: "office365", out: "office365",
      shows: "mx tenant-probe spf-include"),
    RouteRow(
      "a DKIM CNAME and an SPF include are certain", [securemx, tenantKey, spf("\(outlook) -all")],
      "securemx-office365", in: "securemx", mailbox: "office365", out: "office365", tenant: "contoso",
      shows: "mx dkim-cname spf-include"),
    RouteRow(
      "a DKIM CNAME and the probe are certain", [securemx, tenantKey, endpoint], "securemx-office365",
      in: "securemx", mailbox: "office365", tenant: "contoso", shows: "mx dkim-cname tenant-probe"),
    RouteRow(
      "the probe and autodiscover are certain", [securemx, endpoint, autodiscover], "securemx-office365",
      in: "securemx", mailbox: "office365", shows: "mx tenant-probe autodiscover"),
    RouteRow(
      "a DKIM CNAME and autodiscover are certain", [securemx, key("selector2"), autodiscover],
      "securemx-office365", in: "securemx", mailbox: "office365", tenant: "contoso",
      shows: "mx dkim-cname autodiscover"),
    RouteRow(
      "two weaker kinds are likely", [securemx, autodiscover, spf("\(outlook) ~all")], "securemx-office365",
      in: "securemx", mailbox: "office365", sure: "likely", out: "office365",
      shows: "mx spf-include autodiscover"),
    RouteRow(
      "several includes are one kind",
      [securemx, spf("\(outlook) include:spf.protection.office365.us -all")],
      "securemx-office365", in: "securemx", mailbox: "office365", sure: "possible", out: "office365",
      shows: "mx spf-include"),
    RouteRow(
      "SecureMX's own key and include say nothing of mailboxes",
      [securemx, gatewayKey, spf("include:spf.securemx.jp -all")], "securemx", in: "securemx",
      out: "securemx",
      shows: "mx dkim-selector spf-include"),
    RouteRow(
      "a gateway with Office365 behind it",
      [proofpoint, tenantKey, spf("include:spf.pphosted.com \(outlook) -all")],
      "gateway", in: "proofpoint", mailbox: "office365", out: "proofpoint office365", tenant: "contoso",
      shows: "mx dkim-cname spf-include"),
    RouteRow(
      "a gateway and the probe alone", [mimecast, endpoint], "gateway", in: "mimecast", mailbox: "office365",
      sure: "likely", shows: "mx tenant-probe"),
    RouteRow(
      "a gateway and an SPF include alone", [mimecast, spf("\(outlook) -all")], "gateway", in: "mimecast",
      mailbox: "office365", sure: "possible", out: "office365", shows: "mx spf-include"),
    RouteRow(
      "a gateway and autodiscover alone", ["@ MX 10 mx.digitalartscloud.com", autodiscover], "gateway",
      in: "m-filter", mailbox: "office365", sure: "possible", shows: "mx autodiscover"),
    RouteRow("a gateway behind which nothing shows", [proofpoint], "gateway", in: "proofpoint"),
    RouteRow(
      "a gateway and a verification TXT alone", [proofpoint, txt("MS=ms12345678")], "gateway",
      in: "proofpoint", shows: "mx verification-txt"),
    RouteRow(
      "SecureMX's key by CNAME, as customers are being moved to",
      [securemx, "key1.smx._domainkey.@ CNAME key1.smx._domainkey.example.securemx.jp"], "securemx",
      in: "securemx", out: "securemx", shows: "mx dkim-cname"),
    RouteRow(
      "SecureMX's key in a zone that was delegated to IIJ",
      [
        securemx, "smx._domainkey.@ SOA ns1.iij.test postmaster.iij.test 1 7200 1800 1209600 300",
        "smx._domainkey.@ NS ns1.iij.test", gatewayKey,
      ],
      "securemx", in: "securemx", out: "securemx", shows: "mx dkim-delegation dkim-selector"),
    RouteRow(
      "own hosts with a tenant behind: mail comes in where MX says, and the tenant is named",
      [ownHost, tenantKey, endpoint, spf("mx \(outlook) -all")], "other", in: "self", mailbox: "office365",
      out: "office365", tenant: "contoso", shows: "mx dkim-cname tenant-probe spf-include"),
    RouteRow(
      "a null MX with a tenant that signs", ["@ MX 0 .", tenantKey], "none", mailbox: "office365",
      tenant: "contoso", shows: "dkim-cname *"),
  ]

  private static func key(_ selector: String) -> String {
    "\(selector)._domainkey.@ CNAME \(selector)-example-jp._domainkey.contoso.onmicrosoft.com"
  }

  static let otherMailboxes: [RouteRow] = [
    RouteRow(
      "Google Workspace: its five hosts, its include and its selector",
      [
        google, "@ MX 5 alt1.aspmx.l.google.com", "@ MX 5 alt2.aspmx.l.google.com",
        "@ MX 10 aspmx2.googlemail.com", "@ MX 10 aspmx3.googlemail.com", spf("include:_spf.google.com ~all"),
        World.key("google._domainkey.@"),
      ],
      "other", in: "google", mailbox: "google|-", out: "google", shows: "mx spf-include *"),
    RouteRow(
      "Google Workspace's one new host", ["@ MX 1 smtp.google.com"], "other", in: "google",
      mailbox: "google|-", shows: "mx *"),
    RouteRow(
      "Google and an old verification TXT of Microsoft's: stale", [google, txt("MS=ms12345678")], "other",
      in: "google", mailbox: "google|-", shows: "mx verification-txt *"),
    RouteRow(
      "Google and an Outlook include that lingers: MX is the stronger sign",
      [google, spf("\(outlook) ~all")],
      "other", in: "google", mailbox: "google|office365", out: "office365", shows: "mx spf-include *"),
    RouteRow(
      "another platform behind SecureMX is named", [securemx, spf("include:_spf.google.com -all")],
      "securemx",
      in: "securemx", mailbox: "google", sure: "possible|certain", out: "google", shows: "mx spf-include"),
    RouteRow(
      "another platform behind SecureMX by two signs",
      [securemx, spf("include:_spf.google.com -all"), World.key("google._domainkey.@")], "securemx",
      in: "securemx", mailbox: "google", sure: "likely|possible|certain", out: "google",
      shows: "mx spf-include *"),
    RouteRow(
      "two platforms' includes behind SecureMX: an Outlook include makes it Office365",
      [securemx, spf("include:_spf.google.com \(outlook) -all")], "securemx-office365", in: "securemx",
      mailbox: "office365", sure: "possible", out: "google office365", shows: "mx spf-include"),
    RouteRow(
      "HENNGE One is a sending-side gateway: it never shows in MX",
      [office365, endpoint, spf("include:spf.mta.hdems.com \(outlook) -all")], "office365", in: "office365",
      mailbox: "office365", out: "hennge office365", shows: "mx spf-include *"),
    RouteRow(
      "HENNGE One beside SecureMX is no mailbox platform", [securemx, spf("include:spf.mta.hdems.com -all")],
      "securemx", in: "securemx", out: "hennge", shows: "mx spf-include"),
    RouteRow(
      "HENNGE One in front of Google",
      [google, spf("include:spf.mta.hdems.com include:_spf.google.com -all")],
      "other", in: "google", mailbox: "google|-", out: "hennge google", shows: "mx spf-include *"),
    RouteRow(
      "HENNGE One's rare MX hosts are a gateway", ["@ MX 10 mx1.hdemail.jp"], "gateway", in: "hennge"),
    RouteRow(
      "a sender is no mailbox platform",
      [securemx, spf("include:sendgrid.net -all"), "s1._domainkey.@ CNAME s1.domainkey.u1.wl.sendgrid.net"],
      "securemx", in: "securemx", out: "sendgrid", shows: "mx spf-include *"),
    RouteRow(
      "SecureMX for outbound mail only: its key and include, and MX elsewhere",
      [office365, endpoint, gatewayKey, spf("include:spf.securemx.jp -all")], "office365", in: "office365",
      mailbox: "office365", out: "securemx", shows: "mx spf-include dkim-selector *"),
    RouteRow(
      "SAKURA: SPF by host and no include",
      ["@ MX 10 www99.sakura.ne.jp", spf("a:www99.sakura.ne.jp mx ~all")],
      "other", in: "sakura", mailbox: "sakura|-", out: "sakura", shows: "mx *"),
  ]
}
