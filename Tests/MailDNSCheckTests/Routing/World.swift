@testable import MailDNSCheck

/// The names of providers that the tests of routes lead to.
enum World {
  static let providers = """
    mx.securemx.jp A 210.130.202.97
    mx6.securemx.jp AAAA 2001:240:bb81::1
    spf.securemx.jp TXT "v=spf1 ip4:210.130.202.128/25 -all"
    spf.protection.outlook.com TXT "v=spf1 ip4:40.92.0.0/15 -all"
    example-jp.mail.protection.outlook.com A 52.101.1.1
    autodiscover.outlook.com A 52.98.1.8
    aspmx.l.google.com A 142.250.157.26
    _spf.google.com TXT "v=spf1 ip4:35.190.247.0/24 ~all"
    mxa.gslb.pphosted.com A 148.163.128.10
    mxb.gslb.pphosted.com A 148.163.128.11
    cluster1.messagelabs.com A 85.158.1.1
    tenant.in.tmes.trendmicro.com A 18.208.22.1
    mx.unheard-of.test A 198.51.100.1

    """

  /// The same without an Office365 tenant that accepts example.jp.
  static let withoutTenant = providers.replacing(
    "example-jp.mail.protection.outlook.com A 52.101.1.1", with: "")

  /// A key that is good for nothing but being there.
  static func key(_ name: String) -> String {
    "\(name) TXT \"v=DKIM1; k=ed25519; p=\(KeyFixtures.rfc8463Ed25519)\"\n"
  }

  /// selector1 of example.jp leads to the tenant contoso.
  static let microsoftKey =
    """
    selector1._domainkey.example.jp CNAME selector1-example-jp._domainkey.contoso.onmicrosoft.com

    """ + key("selector1-example-jp._domainkey.contoso.onmicrosoft.com")

  static let securemx = """
    example.jp MX 100 mx.securemx.jp
    example.jp MX 120 mx6.securemx.jp

    """
}
