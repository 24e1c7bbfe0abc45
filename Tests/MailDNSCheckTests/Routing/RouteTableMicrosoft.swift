extension RouteTable {
  /// MX is one host of Microsoft's, which exists.
  private static func mx(_ host: String) -> [String] { ["@ MX 0 \(host)", "\(host) A 52.101.3.3"] }

  static let officeHosts: [RouteRow] = [
    RouteRow(
      "<token>.mail.protection.outlook.com with everything that a tenant publishes",
      [office365, endpoint, tenantKey, autodiscover, spf("include:spf.protection.outlook.com -all")],
      "office365", in: "office365", mailbox: "office365", out: "office365", tenant: "contoso",
      shows: "mx dkim-cname spf-include autodiscover *"),
    RouteRow(
      "the case of the host makes no difference",
      ["@ MX 0 EXAMPLE-JP.Mail.Protection.Outlook.COM", endpoint], "office365", in: "office365",
      mailbox: "office365", shows: "mx *"),
    RouteRow(
      "a host without an address is judged by its name: a tenant that is gone",
      ["@ MX 0 gone.mail.protection.outlook.com"], "office365", in: "office365", mailbox: "office365|-"),
    RouteRow(
      "<token>.<letter>-v1.mx.microsoft", mx("example-jp.j-v1.mx.microsoft"), "office365", in: "office365",
      mailbox: "office365|-"),
    RouteRow(
      "the classic and the new host are one kind",
      [office365, "@ MX 10 example-jp.a-v1.mx.microsoft", endpoint], "office365", in: "office365",
      mailbox: "office365", shows: "mx *"),
    RouteRow(
      "mail.eo.outlook.com, the old FOPE", mx("example.mail.eo.outlook.com"), "office365", in: "office365",
      mailbox: "office365|-"),
    RouteRow(
      "GCC High", mx("example-jp.mail.protection.office365.us"), "office365", in: "office365",
      mailbox: "office365|-"),
    RouteRow(
      "21Vianet", mx("example-jp.mail.protection.partner.outlook.cn"), "office365", in: "office365",
      mailbox: "office365|-"),
    RouteRow(
      "the retired German cloud", mx("example-jp.mail.protection.outlook.de"), "office365", in: "office365",
      mailbox: "office365|-"),
    RouteRow(
      "olc.protection.outlook.com is consumer Outlook.com, not Microsoft 365",
      mx("example-jp.olc.protection.outlook.com"), "other", in: "outlook-consumer",
      mailbox: "outlook-consumer|-"),
    RouteRow(
      "a name that goes on behind the suffix is another",
      mx("example-jp.mail.protection.outlook.com.evil.example"), "other", in: "unknown"),
    RouteRow(
      "the suffix is aligned to labels", mx("example-jp.notmail.protection.outlook.com"), "other",
      in: "unknown"),
    RouteRow(
      "a name that goes on behind mx.microsoft is another", mx("example-jp.a-v1.mx.microsoft.evil.example"),
      "other", in: "unknown"),
    RouteRow(
      "outlook.com has other hosts than those of Microsoft 365", mx("smtp.outlook.com"), "other",
      in: "unknown"),
    RouteRow(
      "both includes of a sovereign cloud's customer",
      mx("example-jp.mail.protection.office365.us") + [spf("include:spf.protection.office365.us -all")],
      "office365", in: "office365", mailbox: "office365", out: "office365", shows: "mx spf-include"),
  ]

  private static let hyphenated = "example-jp.test"
  private static let hyphenKey = "selector1._domainkey.@ CNAME \(hyphenTarget)"
  private static let hyphenEndpoint = "examplejp02e.mail.protection.outlook.com A 52.101.4.4"

  static let hyphens: [RouteRow] = [
    RouteRow(
      "a domain with a hyphen has a token of its own as MX host",
      ["@ MX 0 examplejp02e.mail.protection.outlook.com", hyphenEndpoint], "office365", in: "office365",
      mailbox: "office365|-", shows: "mx *", domain: hyphenated),
    RouteRow(
      "its token is read from the DKIM CNAME, and probed", [securemx, hyphenKey, hyphenEndpoint],
      "securemx-office365", in: "securemx", mailbox: "office365", tenant: "contoso",
      shows: "mx dkim-cname tenant-probe", domain: hyphenated),
    RouteRow(
      "a probe that is negative shows nothing", [securemx, hyphenKey], "securemx-office365", in: "securemx",
      mailbox: "office365", sure: "likely", tenant: "contoso", shows: "mx dkim-cname", domain: hyphenated),
    RouteRow(
      "the token is in the new kind of name, too",
      [
        securemx, hyphenEndpoint,
        "selector1._domainkey.@ CNAME selector1-examplejp02e._domainkey.contoso.r-v1.dkim.mail.microsoft",
      ],
      "securemx-office365", in: "securemx", mailbox: "office365", tenant: "contoso",
      shows: "mx dkim-cname tenant-probe", domain: hyphenated),
    RouteRow(
      "the token is in the second selector's name, too, though nothing is there yet",
      [
        securemx, hyphenEndpoint,
        "selector2._domainkey.@ CNAME selector2-examplejp02e._domainkey.contoso.onmicrosoft.com",
      ],
      "securemx-office365", in: "securemx", mailbox: "office365", tenant: "contoso",
      shows: "mx dkim-cname tenant-probe", domain: hyphenated),
    RouteRow(
      "without the CNAME its token can't be computed: hyphens for dots would be another domain's",
      [securemx, "example-jp-test.mail.protection.outlook.com A 52.101.5.5"], "securemx", in: "securemx",
      domain: hyphenated),
    RouteRow(
      "without the CNAME other signs still count",
      [securemx, hyphenEndpoint, spf("include:spf.protection.outlook.com -all")], "securemx-office365",
      in: "securemx", mailbox: "office365", sure: "possible", out: "office365", shows: "mx spf-include",
      domain: hyphenated),
    RouteRow(
      "a hyphen in another label of the domain counts, too",
      [securemx, "mail-ex-co-jp.mail.protection.outlook.com A 52.101.5.5"], "securemx", in: "securemx",
      domain: "mail.ex-co.jp"),
  ]

  /// SecureMX, and one thing behind it.
  private static func row(
    _ rule: String, _ records: [String], _ route: String = "securemx", mailbox: String = "-",
    sure confidence: String = "certain", out outbound: String = "-", tenant: String = "-", shows: String = ""
  ) -> RouteRow {
    RouteRow(
      rule, [securemx] + records, route, in: "securemx", mailbox: mailbox, sure: confidence, out: outbound,
      tenant: tenant, shows: "mx \(shows)")
  }

  /// SecureMX, and one sign of a tenant behind it.
  private static func sign(
    _ rule: String, _ records: [String], sure confidence: String, out outbound: String = "-",
    tenant: String = "-", shows: String
  ) -> RouteRow {
    row(
      rule, records, "securemx-office365", mailbox: "office365", sure: confidence, out: outbound,
      tenant: tenant, shows: shows)
  }

  private static func key(_ target: String) -> String { "selector1._domainkey.@ CNAME \(target)" }

  static let tenants: [RouteRow] = [
    sign("a DKIM CNAME alone", [tenantKey], sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "a DKIM CNAME below dkim.mail.microsoft", [key(newTarget)], sure: "likely", tenant: "contoso",
      shows: "dkim-cname"),
    sign(
      "a DKIM CNAME of GCC High", [key("selector1-example-jp._domainkey.contoso.onmicrosoft.us")],
      sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "a DKIM CNAME of 21Vianet", [key("selector1-example-jp._domainkey.contoso.partner.onmschina.cn")],
      sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "selector2 often does not resolve until the first rotation: its CNAME counts",
      ["selector2._domainkey.@ CNAME selector2-example-jp._domainkey.contoso.onmicrosoft.com"],
      sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "both selectors are one kind of sign",
      [tenantKey, "selector2._domainkey.@ CNAME selector2-example-jp._domainkey.contoso.onmicrosoft.com"],
      sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "a DKIM CNAME by way of a name of one's own", [key("s1.keys.@"), "s1.keys.@ CNAME \(classicTarget)"],
      sure: "likely", tenant: "contoso", shows: "dkim-cname"),
    sign(
      "the case of a CNAME makes no difference",
      [key("Selector1-Example-JP._domainkey.CONTOSO.OnMicrosoft.COM")], sure: "likely",
      tenant: "contoso|CONTOSO", shows: "dkim-cname"),
    sign("the tenant probe alone", [endpoint], sure: "likely", shows: "tenant-probe"),
    sign(
      "an SPF include alone", [spf("include:spf.protection.outlook.com -all")], sure: "possible",
      out: "office365", shows: "spf-include"),
    sign(
      "the SPF include of 21Vianet alone", [spf("include:spf.protection.partner.outlook.cn -all")],
      sure: "possible", out: "office365", shows: "spf-include"),
    sign("autodiscover alone", [autodiscover], sure: "possible", shows: "autodiscover"),
    sign(
      "autodiscover by way of a name of one's own",
      ["autodiscover.@ CNAME ad.@", "ad.@ CNAME autodiscover.outlook.com"], sure: "possible",
      shows: "autodiscover"),
    row("a verification TXT never sets the mailbox", [txt("MS=ms12345678")], shows: "verification-txt"),
    sign(
      "a verification TXT beside an SPF include: the weakest sign of all",
      [txt("MS=ms12345678"), spf("include:spf.protection.outlook.com -all")], sure: "possible|likely",
      out: "office365", shows: "spf-include verification-txt"),
    row(
      "a probe is worth nothing where a random token gets an answer, too",
      [endpoint, "*.mail.protection.outlook.com A 52.101.9.9"]),
    sign(
      "where the probe is worth nothing, a DKIM CNAME is still what it is",
      [endpoint, tenantKey, "*.mail.protection.outlook.com A 52.101.9.9"], sure: "likely", tenant: "contoso",
      shows: "dkim-cname"),
    row(
      "the probe is for an address: a name without one shows nothing",
      ["example-jp.mail.protection.outlook.com TXT \"gone\""]),
    row(
      "a wildcard that answers every selector: believe nothing",
      ["*._domainkey.@ CNAME \(classicTarget)"], shows: "*"),
    row(
      "a wildcard CNAME that leads to nothing answers every selector, too",
      ["*._domainkey.@ CNAME selector1-example-jp._domainkey.fabrikam.onmicrosoft.com"], shows: "*"),
    row(
      "a wildcard TXT answers every selector, SecureMX's among them",
      [World.key("*._domainkey.@")]),
    row(
      "a wildcard CNAME of the whole domain", ["*.@ CNAME @", spf("include:spf.securemx.jp -all")],
      out: "securemx", shows: "spf-include"),
    row("a name that goes on behind onmicrosoft.com is another", [key("\(classicTarget).evil.example")]),
    row(
      "the zone is aligned to labels", [key("selector1-example-jp._domainkey.contoso.evilonmicrosoft.com")]),
    row("a key at selector1 that is the domain's own", [World.key("selector1._domainkey.@")]),
    row(
      "a key of SecureMX's third-party signing domain is no mailbox platform",
      ["key1.smx._domainkey.@ CNAME key1.smx._domainkey.dxg.dox.jp"], shows: "*"),
    row("autodiscover that is an address", ["autodiscover.@ A 192.0.2.44"]),
    row(
      "autodiscover that leads to a look-alike",
      ["autodiscover.@ CNAME autodiscover.outlook.com.evil.example"]),
  ]
}
