@testable import MailDNSCheck

/// A small DNS with one domain of which nothing is to be complained: SecureMX in front of Office365, every area in order.
enum FaultZone {
  static let domain = "tobira.example"

  private static let aliases = [
    "autodiscover.tobira.example": "autodiscover.outlook.com",
    "selector1._domainkey.tobira.example": "selector1-tobira-example._domainkey.tobira.onmicrosoft.com",
    "selector2._domainkey.tobira.example": "selector2-tobira-example._domainkey.tobira.onmicrosoft.com",
  ]

  private static let records: [Reply.Record] = [
    .mx(domain, 100, "mx.securemx.jp"),
    .mx(domain, 120, "mx6.securemx.jp"),
    .txt(domain, "v=spf1 include:spf.tobira.example include:spf.protection.outlook.com -all"),
    .txt("spf.tobira.example", "v=spf1 include:spf.securemx.jp -all"),
    .txt("_dmarc.tobira.example", "v=DMARC1; p=reject; rua=mailto:dmarc@tobira.example"),
    key("key1.smx._domainkey.tobira.example"),
    .a("mx.securemx.jp", "210.130.202.97"),
    .aaaa("mx6.securemx.jp", "2001:240:bb81::10:1"),
    .txt("spf.securemx.jp", "v=spf1 include:spf-hosts.securemx.jp -all"),
    .txt("spf-hosts.securemx.jp", "v=spf1 ip4:210.130.202.128/25 -all"),
    .txt("spf.protection.outlook.com", "v=spf1 ip4:40.92.0.0/15 -all"),
    .a("autodiscover.outlook.com", "52.98.1.8"),
    .a("tobira-example.mail.protection.outlook.com", "52.101.1.17"),
    key("selector1-tobira-example._domainkey.tobira.onmicrosoft.com"),
    key("selector2-tobira-example._domainkey.tobira.onmicrosoft.com"),
  ]

  private static func key(_ owner: String) -> Reply.Record {
    let key = KeyFixtures.spki2048
    return .txt(owner, "v=DKIM1; k=rsa; p=" + key.prefix(200), String(key.dropFirst(200)))
  }

  private static let names = Set(records.map(\.owner)).union(aliases.keys)

  /// The answer of a recursive server.
  static func reply(to query: FaultServer.Query) -> Reply {
    var name = query.name.description
    var chain: [Reply.Record] = []
    while query.type != .cname, let target = aliases[name] {
      chain.append(.cname(name, target))
      name = target
    }
    var found = records.filter { $0.owner == name && $0.type == query.type.rawValue }
    if query.type == .cname, let target = aliases[name] { found = [.cname(name, target)] }
    if !found.isEmpty { return .answer(to: query, records: chain + found) }
    // A name above one that is there exists, too.
    let exists = names.contains { $0 == name || $0.hasSuffix("." + name) }
    let denial: Reply = exists ? .nodata(to: query, soa: "") : .nxdomain(to: query, soa: "")
    return denial.with { $0.answers = chain }
  }
}

extension QueryKind {
  /// Whether `query` is the one of this kind that faults are committed at.
  func isOf(_ query: FaultServer.Query) -> Bool {
    let (name, type): (String, RecordType) =
      switch self {
      case .mx: (FaultZone.domain, .mx)
      case .text: (FaultZone.domain, .txt)
      case .include: ("spf-hosts.securemx.jp", .txt)
      case .dmarc: ("_dmarc.\(FaultZone.domain)", .txt)
      case .selector: ("\(Self.testedSelector)._domainkey.\(FaultZone.domain)", .txt)
      case .address: ("mx.securemx.jp", .a)
      }
    return query.type == type && query.name.description == name
  }

  /// The selector of that kind.
  static let testedSelector = "selector1"
}
