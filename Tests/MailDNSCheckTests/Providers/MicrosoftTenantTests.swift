import Testing

@testable import MailDNSCheck

@Suite("Microsoft 365's names for a domain")
struct MicrosoftTenantTests {
  @Test(
    "the token is the domain with hyphens for dots, where that can be computed",
    arguments: [
      ("contoso.co.jp", "contoso-co-jp"), ("Contoso.COM.", "contoso-com"), ("123.jp", "123-jp"),
      ("lighthouse-franken.de", nil), ("xn--wgv71a119e.jp", nil), ("my_host.jp", nil), ("a\\.b.jp", nil),
      (".", nil),
    ] as [(String, String?)])
  func token(domain: String, token: String?) throws {
    #expect(MicrosoftTenant.token(of: try #require(DomainName(domain))) == token)
  }

  @Test("a token that is longer than a label cannot be")
  func longToken() throws {
    let long = String(repeating: "a", count: 60)
    #expect(MicrosoftTenant.token(of: try #require(DomainName(long + ".jp")))?.utf8.count == 63)
    #expect(MicrosoftTenant.token(of: try #require(DomainName(long + ".com"))) == nil)
  }

  @Test(
    "the host to probe is below Microsoft's inbound zone",
    arguments: [
      ("contoso-co-jp", "contoso-co-jp.mail.protection.outlook.com"),
      ("lighthousefranken-de02e", "lighthousefranken-de02e.mail.protection.outlook.com"),
      ("", nil), ("a.b", nil), ("a b", nil), (String(repeating: "a", count: 64), nil),
    ] as [(String, String?)])
  func probe(token: String, name: String?) {
    #expect(MicrosoftTenant.probeName(token: token)?.description == name)
  }

  @Test(
    "tenant and token are read from the target of a DKIM CNAME",
    arguments: [
      (
        "selector1-contoso-co-jp._domainkey.contoso.onmicrosoft.com",
        ["contoso", "contoso-co-jp", "selector1"]
      ),
      (
        "Selector2-Contoso-co-jp._DomainKey.Contoso.OnMicrosoft.com",
        ["contoso", "contoso-co-jp", "selector2"]
      ),
      (
        "selector1-lighthousefranken-de02e._domainkey.lhf.onmicrosoft.com",
        ["lhf", "lighthousefranken-de02e", "selector1"]
      ),
      ("selector1-contoso-us._domainkey.contoso.onmicrosoft.us", ["contoso", "contoso-us", "selector1"]),
      (
        "selector1-contoso-cn._domainkey.contoso.partner.onmschina.cn",
        ["contoso", "contoso-cn", "selector1"]
      ),
      (
        "selector1-contoso-co-jp._domainkey.contoso.n-v1.dkim.mail.microsoft",
        ["contoso", "contoso-co-jp", "selector1"]
      ),
    ])
  func dkimTarget(target: String, expected: [String]) throws {
    let target = try #require(DomainName(target))
    let tenant = try #require(MicrosoftTenant(dkimTarget: target))
    #expect([tenant.name, tenant.token, tenant.selector] == expected)
  }

  @Test(
    "other targets show no tenant",
    arguments: [
      "selector1-contoso._domainkey.contoso.onmicrosoft.com.evil.example",
      "selector1-contoso._domainkey.contoso.evilonmicrosoft.com",
      "selector1-contoso._domainkey.onmicrosoft.com",
      "selector1-contoso._domainkey.a.b.onmicrosoft.com", "selector1-contoso.contoso.onmicrosoft.com",
      "selector1-contoso.domainkey.contoso.onmicrosoft.com",
      "selector3-contoso._domainkey.contoso.onmicrosoft.com",
      "selector1-._domainkey.contoso.onmicrosoft.com", "selector1._domainkey.contoso.onmicrosoft.com",
      "selector1-contoso._domainkey.contoso.dkim.mail.microsoft",
      "selector1-contoso._domainkey.contoso.n-v2.dkim.mail.microsoft",
      "selector1-contoso._domainkey.contoso.nn-v1.dkim.mail.microsoft",
      "selector1-contoso._domainkey.contoso.1-v1.dkim.mail.microsoft",
      "selector1-con\\027oso._domainkey.contoso.onmicrosoft.com",
      "selector1-contoso._domainkey.con\\.toso.onmicrosoft.com", "contoso.onmicrosoft.com", "microsoft", ".",
    ])
  func otherTargets(target: String) throws {
    #expect(MicrosoftTenant(dkimTarget: try #require(DomainName(target))) == nil)
  }

  @Test(
    "the token is read from an MX host of Microsoft 365",
    arguments: [
      ("contoso-co-jp.mail.protection.outlook.com", "contoso-co-jp"),
      ("LIGHTHOUSEFRANKEN-DE02E.MAIL.PROTECTION.OUTLOOK.COM", "lighthousefranken-de02e"),
      ("contoso-co-jp.j-v1.mx.microsoft", "contoso-co-jp"),
      ("contoso-us.mail.protection.office365.us", "contoso-us"),
      ("contoso-cn.mail.protection.partner.outlook.cn", "contoso-cn"),
      ("contoso-de.mail.protection.outlook.de", "contoso-de"), ("mail.protection.outlook.com", nil),
      ("a.b.mail.protection.outlook.com", nil), ("outlook-com.olc.protection.outlook.com", nil),
      ("contoso.j-v2.mx.microsoft", nil), ("contoso.mx.microsoft", nil), ("j-v1.mx.microsoft", nil),
      ("a\\032b.mail.protection.outlook.com", nil), ("mx.securemx.jp", nil), (".", nil),
    ] as [(String, String?)])
  func tokenOfMX(host: String, token: String?) throws {
    #expect(MicrosoftTenant.token(ofMX: try #require(DomainName(host))) == token)
  }

  @Test(
    "the MX hosts by which Microsoft and Google have a domain's owner proven are recognised",
    arguments: [
      ("ms12345678.msv1.invalid", true), ("MS1.MSV1.Invalid", true), ("ms.msv1.invalid", true),
      ("msx1.msv1.invalid", true), ("ms1.msv2.invalid", false), ("a.ms1.msv1.invalid", true),
      ("ms1.msv1.invalid.example", false), ("msv1.invalid", false), ("12345.msv1.invalid", true),
      ("ms1234.msv1.invalid.outlook.com", true), ("msa.msv1.invalid.outlook.com", false),
      ("abcdefgh.mx-verification.google.com", true), ("aspmx.l.google.com", false),
    ])
  func verification(host: String, matches: Bool) throws {
    #expect(ProviderCatalogue.builtIn.isVerification(mx: try #require(DomainName(host))) == matches)
  }
}
