extension RouteTable {
  private static let outlook = "include:spf.protection.outlook.com"

  /// SecureMX with this SPF, and nothing of Office365 in it.
  private static func plain(
    _ rule: String, _ records: [String], out outbound: String = "-", shows: String = "mx"
  ) -> RouteRow {
    RouteRow(rule, [securemx] + records, "securemx", in: "securemx", out: outbound, shows: shows)
  }

  /// SecureMX with this SPF, which is a sign of Office365.
  private static func sign(_ rule: String, _ records: [String], out outbound: String = "office365")
    -> RouteRow
  {
    RouteRow(
      rule, [securemx] + records, "securemx-office365", in: "securemx", mailbox: "office365",
      sure: "possible",
      out: outbound, shows: "mx spf-include")
  }

  /// SecureMX with an SPF of which it is left open what it shows of mailboxes.
  private static func hidden(_ rule: String, _ records: [String], out outbound: String = "*") -> RouteRow {
    RouteRow(
      rule, [securemx] + records, "securemx", in: "securemx", sure: "*", out: outbound, shows: "mx *")
  }

  static let senders: [RouteRow] = [
    sign(
      "an Outlook include at any depth: the third",
      [
        spf("include:a.test -all"), spf("include:b.test -all", at: "a.test"),
        spf("include:c.test -all", at: "b.test"), spf("\(outlook) -all", at: "c.test"),
      ]),
    sign(
      "an Outlook include behind a redirect", [spf("redirect=a.test"), spf("\(outlook) -all", at: "a.test")]),
    sign("a redirect to Outlook", [spf("redirect=spf.protection.outlook.com")]),
    sign("terms and names in any case", [spf("INCLUDE:SPF.Protection.Outlook.COM -ALL")]),
    sign(
      "one TXT record is its strings with nothing in between",
      ["@ TXT \"v=spf1 include:spf.prot\" \"ection.outlook.com -all\""]),
    sign(
      "providers in the order of the record, also in a record of one's own",
      [
        spf("include:_spf.@ include:sendgrid.net -all"),
        spf("include:spf.securemx.jp \(outlook) ~all", at: "_spf.@"),
      ], out: "securemx office365 sendgrid"),
    sign(
      "an include without SPF beside it makes a permerror, and is a sign all the same",
      [spf("\(outlook) include:gone.test -all")], out: "*"),
    plain(
      "two TXT records are two records",
      [txt("v=spf1 include:spf.prot"), txt("ection.outlook.com -all")], out: "*", shows: "mx *"),
    plain("v=spf10 is not SPF", [txt("v=spf10 \(outlook) -all")]),
    plain("what stands behind `all` has no effect", [spf("-all \(outlook)")]),
    plain("redirect is ignored where there is an `all`", [spf("-all redirect=spf.protection.outlook.com")]),
    plain("an include that excludes is no sign", [spf("-\(outlook) -all")]),
    plain(
      "what stands behind an include that excludes is no sign either",
      [spf("-include:a.test -all"), spf("\(outlook) -all", at: "a.test")]),
    plain(
      "networks behind an include that excludes are not authorised",
      [spf("-include:a.test -all"), spf("ip4:210.130.202.128/26 -all", at: "a.test")]),
    plain(
      "an include of a look-alike",
      [
        spf("include:spf.protection.outlook.com.evil.example -all"),
        spf("-all", at: "spf.protection.outlook.com.evil.example"),
      ]),
    plain(
      "an include of a stranger whose name ends in the same letters",
      [spf("include:xsecuremx.jp -all"), spf("-all", at: "xsecuremx.jp")]),
    plain(
      "an include of any host at or below securemx.jp",
      [
        spf("include:customer.spf.securemx.jp -all"),
        spf("ip4:210.130.202.130 -all", at: "customer.spf.securemx.jp"),
      ], out: "securemx", shows: "mx spf-include *"),
    plain(
      "an SPF that was flattened: an ip4 in SecureMX's network",
      [spf("ip4:210.130.202.128/26 -all")], out: "securemx", shows: "mx spf-network"),
    plain(
      "an SPF that was flattened: an ip6 in SecureMX's network",
      [spf("ip6:2001:240:bb81::/64 -all")], out: "securemx", shows: "mx spf-network"),
    plain("an ip4 beside SecureMX's network", [spf("ip4:210.130.203.0/24 -all")]),
    plain("an ip4 that is excluded", [spf("-ip4:210.130.202.128/26 -all")]),
    plain("an SPF that names nobody", [spf("ip4:192.0.2.0/24 -all")]),
    RouteRow(
      "a neutral include authorises nobody (RFC 7208 §8.2)", [proofpoint, spf("?\(outlook) -all")], "gateway",
      in: "proofpoint", mailbox: "office365|-", sure: "*", shows: "mx *"),
    hidden(
      "powerspf.com is unreadable by design",
      [spf("include:a1.powerspf.com -all"), spf("-all", at: "a1.powerspf.com")]),
    hidden(
      "_spf.vali.email is unreadable by design",
      [spf("include:%{i}._ip.%{h}._ehlo.%{d}._spf.vali.email ~all")]),
    hidden(
      "spf.has.pphosted.com is unreadable by design",
      [spf("include:%{ir}.%{v}.%{d}.spf.has.pphosted.com -all")]),
    hidden(
      "spf25.jp is unreadable by design", [spf("include:x.spf25.jp -all"), spf("-all", at: "x.spf25.jp")]),
    RouteRow(
      "two SPF records are a permerror: what they name is left open",
      [proofpoint, spf("mx -all"), spf("\(outlook) -all")], "gateway", in: "proofpoint",
      mailbox: "office365|-", sure: "*", out: "*", shows: "mx *"),
    RouteRow(
      "a syntax error is a permerror: what the record names is left open",
      [proofpoint, spf("\(outlook) ipv4:192.0.2.1 -all")], "gateway", in: "proofpoint",
      mailbox: "office365|-", sure: "*", out: "*", shows: "mx *"),
  ]

  private static let selectors = ["selector1._domainkey.@", "selector2._domainkey.@"]

  static let failures: [RouteRow] = [
    RouteRow(
      "a failed look-up of MX is never an absence", [securemx, tenantKey, endpoint], "unknown",
      mailbox: "office365|-", sure: "-", tenant: "contoso|-", shows: "*", failing: ["@ MX"]),
    RouteRow(
      "nor is it where there is an address", ["@ A 192.0.2.80"], "unknown", sure: "-", shows: "*",
      failing: ["@ MX"]),
    RouteRow(
      "no MX, and the addresses could not be asked", [txt("hello")], "unknown", sure: "-", shows: "*",
      failing: ["@ A", "@ AAAA"]),
    RouteRow(
      "selectors that could not be asked leave the mailbox open, not the route", [securemx], "securemx",
      in: "securemx", sure: "*", failing: selectors, isMailboxDoubtful: true),
    RouteRow(
      "what the other questions show still counts", [securemx, spf("\(outlook) -all")], "securemx-office365",
      in: "securemx", mailbox: "office365", sure: "possible", out: "office365", shows: "mx spf-include",
      failing: selectors),
    RouteRow(
      "a probe that could not be put leaves the mailbox open", [securemx, endpoint], "securemx",
      in: "securemx", sure: "*", failing: ["example-jp.mail.protection.outlook.com"], isMailboxDoubtful: true),
    RouteRow(
      "SPF that could not be asked leaves the mailbox open", [securemx], "securemx", in: "securemx",
      sure: "*",
      failing: ["@ TXT"], isMailboxDoubtful: true),
    RouteRow(
      "an include that could not be asked leaves the mailbox open",
      [securemx, spf("include:spf.securemx.jp include:nested.test -all")], "securemx", in: "securemx",
      sure: "*",
      out: "securemx", shows: "mx spf-include", failing: ["nested.test TXT"], isMailboxDoubtful: true),
    RouteRow(
      "autodiscover that could not be asked, where a DKIM CNAME shows the tenant", [securemx, tenantKey],
      "securemx-office365", in: "securemx", mailbox: "office365", sure: "likely", tenant: "contoso",
      shows: "mx dkim-cname", failing: ["autodiscover.@"]),
    RouteRow(
      "hosts are judged by name first: addresses that could not be asked change nothing", [securemx],
      "securemx", in: "securemx", failing: ["mx.securemx.jp", "mx6.securemx.jp"]),
    RouteRow(
      "Office365's host, whose address could not be asked", ["@ MX 0 example-jp.a-v1.mx.microsoft"],
      "office365", in: "office365", mailbox: "office365|-", failing: ["example-jp.a-v1.mx.microsoft"]),
    RouteRow(
      "everything but MX could not be asked", [proofpoint, tenantKey], "gateway", in: "proofpoint", sure: "*",
      shows: "mx *",
      failing: ["@ TXT", "@ A", "@ AAAA", "autodiscover.@", "mxa.gslb.pphosted.com"] + selectors,
      isMailboxDoubtful: true),
  ]
}
