@testable import MailDNSCheck

/// Zones of example.jp to start from, one for each route and for what makes a move hard.
enum StartingPoints {
  /// Hosts that plans lead to, besides those of `World`.
  static let world =
    World.withoutTenant + """
      contoso.test A 192.0.2.1

      """

  static let zones: [(name: String, lines: String)] = [
    ("nothing", "www.example.jp A 192.0.2.80\nexample.jp TXT \"hello\""),
    ("null MX", "example.jp MX 0 .\nexample.jp TXT \"v=spf1 -all\""),
    ("implicit MX", "example.jp A 192.0.2.25\nexample.jp TXT \"v=spf1 a -all\""),
    (
      "own host",
      "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\nexample.jp TXT \"v=spf1 mx -all\""
    ),
    ("unknown host", "example.jp MX 10 mx.unheard-of.test"),
    (
      "Office365",
      "example.jp MX 0 example-jp.mail.protection.outlook.com\nexample.jp TXT \"v=spf1 include:spf.protection.outlook.com -all\"\n"
        + "autodiscover.example.jp CNAME autodiscover.outlook.com\n" + World.microsoftKey
    ),
    ("Office365, new host", "example.jp MX 0 example-jp.a-v1.mx.microsoft\n" + World.microsoftKey),
    (
      "SecureMX",
      World.securemx + "example.jp TXT \"v=spf1 include:spf.securemx.jp -all\"\n"
        + World.key("key1.smx._domainkey.example.jp")
    ),
    (
      "SecureMX and Office365",
      World.securemx
        + "example.jp TXT \"v=spf1 include:spf.securemx.jp include:spf.protection.outlook.com -all\"\n"
        + World.microsoftKey + World.key("key1.smx._domainkey.example.jp")
    ),
    (
      "both at once",
      "example.jp MX 10 mx.securemx.jp\nexample.jp MX 20 example-jp.mail.protection.outlook.com\nexample.jp TXT \"v=spf1 include:spf.protection.outlook.com ~all\""
    ),
    (
      "another gateway",
      "example.jp MX 10 mxa.gslb.pphosted.com\nexample.jp TXT \"v=spf1 include:spf.pphosted.com include:spf.protection.outlook.com -all\"\nspf.pphosted.com TXT \"v=spf1 ip4:148.163.128.0/19 -all\""
    ),
    (
      "Google",
      "example.jp MX 1 aspmx.l.google.com\nexample.jp TXT \"v=spf1 include:_spf.google.com ~all\"\n"
        + World.key("google._domainkey.example.jp")
    ),
    ("verification only", "example.jp MX 10 ms12345678.msv1.invalid\nexample.jp TXT \"MS=ms12345678\""),
    (
      "two SPF records",
      World.securemx + "example.jp TXT \"v=spf1 mx -all\"\nexample.jp TXT \"v=spf1 a -all\""
    ),
    (
      "a broken SPF record",
      "example.jp MX 1 aspmx.l.google.com\nexample.jp TXT \"v=spf1 ipv4:192.0.2.1 -all\""
    ),
    (
      "SecureMX without its IPv6 host",
      "example.jp MX 10 mx.securemx.jp\nexample.jp TXT \"v=spf1 include:spf.securemx.jp -all\"\n"
        + World.key("key2.smx._domainkey.example.jp")
    ),
    (
      "own host that everybody is authorised beside",
      "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\nexample.jp TXT \"v=spf1 mx include:spf.securemx.jp "
        + "include:spf.protection.outlook.com ip4:203.0.113.9 -all\"\n" + World.microsoftKey
    ),
    (
      "eleven look-ups with the new senders",
      "example.jp MX 10 mail.example.jp\nmail.example.jp A 192.0.2.25\n"
        + "example.jp TXT \"v=spf1 mx a:www.example.jp "
        + (1...8).map { "include:s\($0).example.jp" }.joined(separator: " ") + " -all\"\n"
        + "www.example.jp A 203.0.113.9\n"
        + (1...8).map { "s\($0).example.jp TXT \"v=spf1 ip4:203.0.113.\($0 * 16)/28 -all\"\n" }.joined()
    ),
  ]

  /// Own hosts with an MTA-STS policy and a TLSA record.
  static let withTransportPolicy = """
    example.jp MX 10 mail.example.jp
    mail.example.jp A 192.0.2.25
    example.jp TXT "v=spf1 mx -all"
    _mta-sts.example.jp TXT "v=STSv1; id=20260101"
    _25._tcp.mail.example.jp TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000

    """

  /// `lines` with the changes of `plan` made, as far as their records are known.
  static func applying(_ plan: MigrationPlan, to lines: String) -> String {
    var zone = lines.split(separator: "\n").map(String.init)
    for change in plan.changes where change.isComplete {
      let owner = "\(change.owner) \(change.type) "
      for data in change.removed {
        zone.removeAll { line in
          line.lowercased().hasPrefix(owner.lowercased())
            && normalized(line.dropFirst(owner.count)) == normalized(data.presentation[...])
        }
      }
      for case .record(let data) in change.added { zone.append(owner + data.presentation) }
    }
    return zone.joined(separator: "\n") + "\n"
  }

  /// Names in the zones above are written with the final dot or without.
  private static func normalized(_ data: Substring) -> String {
    let text = data.lowercased()
    return text.hasSuffix(".") && text != "0 ." ? String(text.dropLast()) : text
  }
}
