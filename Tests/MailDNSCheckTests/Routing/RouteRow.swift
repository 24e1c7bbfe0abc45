import Testing

@testable import MailDNSCheck

/// The records of one domain, and the verdict that follows from the rule that the row opens with.
///
/// In records and failing questions `@` stands for the domain; every name is absolute. The verdict is written as
/// reports have it: names of a list with a space in between, `-` for nothing, `a|b` where the rule leaves a choice,
/// `*` for what no rule decides. Evidence is the set of its kinds; with a `*` among them there may be more.
struct RouteRow: CustomTestStringConvertible, Sendable {
  let rule: String
  let domain: String
  let lines: String
  let failing: [String]
  let route: String
  let inbound: String
  let mailbox: String
  let confidence: String
  let outbound: String
  let tenant: String
  let evidence: String
  /// Whether the verdict must say that a tenant could be there unseen.
  let isMailboxDoubtful: Bool

  init(
    _ rule: String, _ records: [String], _ route: String, in inbound: String = "-", mailbox: String = "-",
    sure confidence: String = "certain", out outbound: String = "-", tenant: String = "-",
    shows evidence: String = "mx", domain: String = "example.jp", failing: [String] = [],
    isMailboxDoubtful: Bool = false
  ) {
    self.rule = rule
    self.domain = domain
    lines = records.map { $0.replacing("@", with: domain) + "\n" }.joined()
    self.failing = failing.map { $0.replacing("@", with: domain) }
    self.route = route
    self.inbound = inbound
    self.mailbox = mailbox
    self.confidence = confidence
    self.outbound = outbound
    self.tenant = tenant
    self.evidence = evidence
    self.isMailboxDoubtful = isMailboxDoubtful
  }

  var testDescription: String { "\(rule) — \(lines.split(separator: "\n").joined(separator: ", "))" }

  /// Judges the domain and compares every column.
  func expectVerdict() async throws {
    let dns = try RecordedResolver(RouteTable.world + lines, failing: failing)
    let verdict = try await dns.verdict(on: domain)
    let differences = differences(of: verdict)
    #expect(differences == [], "\(rule)\n\(lines)")
  }

  private func differences(of verdict: RouteVerdict) -> [String] {
    var columns: [(name: String, found: String, expected: String)] = []
    columns.append(("route", verdict.id.rawValue, route))
    columns.append(("inbound", Self.list(verdict.inbound.map(\.id)), inbound))
    columns.append(("mailbox", verdict.mailbox?.text ?? "-", mailbox))
    columns.append(("confidence", verdict.confidence?.rawValue ?? "-", confidence))
    columns.append(("outbound", Self.list(verdict.outbound.map(\.text)), outbound))
    columns.append(("tenant", verdict.tenant ?? "-", tenant))
    var differences: [String] = []
    for column in columns where !Self.fits(column.found, column.expected) {
      differences.append("\(column.name) is \(column.found), not \(column.expected)")
    }
    let kinds = Set(verdict.evidence.map(\.kind.rawValue))
    if !fitsEvidence(kinds) {
      differences.append("evidence is \(Self.list(kinds.sorted())), not \(evidence)")
    }
    if isMailboxDoubtful, verdict.mailboxDoubt == nil {
      differences.append("nothing says that a tenant may be there unseen")
    }
    return differences
  }

  private func fitsEvidence(_ kinds: Set<String>) -> Bool {
    var expected = Set(evidence.split(separator: " ").map(String.init))
    expected.remove("-")
    let isOpen = expected.remove("*") != nil
    return isOpen ? kinds.isSuperset(of: expected) : kinds == expected
  }

  private static func list(_ words: [String]) -> String {
    words.isEmpty ? "-" : words.joined(separator: " ")
  }

  private static func fits(_ found: String, _ expected: String) -> Bool {
    expected == "*" || expected.split(separator: "|").contains { $0 == found }
  }
}

/// Domains with the verdicts that they must get; each part in a file of its own.
enum RouteTable {
  static let all: [RouteRow] = [
    gatewayNames, leadingHosts, severalKinds, noMail, officeHosts, hyphens, tenants, behindGateways,
    otherMailboxes, senders, failures,
  ].flatMap { $0 }

  /// Names of third parties that rows lead to; example.jp has no tenant in it.
  static let world: String = [
    World.withoutTenant,
    "spf.protection.office365.us TXT \"v=spf1 ip4:23.103.191.0/24 -all\"",
    "spf.protection.partner.outlook.cn TXT \"v=spf1 ip4:139.219.16.0/27 -all\"",
    "spf.mta.hdems.com TXT \"v=spf1 ip4:52.196.0.0/24 -all\"",
    "sendgrid.net TXT \"v=spf1 ip4:167.89.0.0/17 -all\"",
    "spf.pphosted.com TXT \"v=spf1 ip4:148.163.128.0/19 -all\"",
    "www99.sakura.ne.jp A 219.94.0.99",
    "alt1.aspmx.l.google.com A 142.250.1.26",
    "web.test A 192.0.2.80",
    World.key(classicTarget), World.key(newTarget), World.key(hyphenTarget),
  ].joined(separator: "\n")

  static let classicTarget = "selector1-example-jp._domainkey.contoso.onmicrosoft.com"
  static let newTarget = "selector1-example-jp._domainkey.contoso.n-v1.dkim.mail.microsoft"
  static let hyphenTarget = "selector1-examplejp02e._domainkey.contoso.onmicrosoft.com"

  // Records that many rows have.
  static let securemx = "@ MX 100 mx.securemx.jp\n@ MX 120 mx6.securemx.jp"
  static let proofpoint = "@ MX 10 mxa.gslb.pphosted.com"
  static let office365 = "@ MX 0 example-jp.mail.protection.outlook.com"
  static let google = "@ MX 1 aspmx.l.google.com"
  static let ownHost = "@ MX 10 mail.@\nmail.@ A 192.0.2.25"
  /// A tenant accepts mail for example.jp.
  static let endpoint = "example-jp.mail.protection.outlook.com A 52.101.1.1"
  static let tenantKey = "selector1._domainkey.@ CNAME \(classicTarget)"
  static let autodiscover = "autodiscover.@ CNAME autodiscover.outlook.com"
  static let gatewayKey = World.key("key1.smx._domainkey.@")

  static func txt(_ text: String, at name: String = "@") -> String { "\(name) TXT \"\(text)\"" }
  static func spf(_ terms: String, at name: String = "@") -> String { txt("v=spf1 \(terms)", at: name) }
}

@Suite("The table of domains and their verdicts")
struct RouteTableTests {
  @Test("SecureMX's names and those that only look like them", arguments: RouteTable.gatewayNames)
  func gatewayNames(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("hosts that lead elsewhere", arguments: RouteTable.leadingHosts)
  func leadingHosts(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("MX hosts of several kinds", arguments: RouteTable.severalKinds)
  func severalKinds(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("domains without MX hosts to send to", arguments: RouteTable.noMail)
  func noMail(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("Microsoft's hosts", arguments: RouteTable.officeHosts)
  func officeHosts(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("domains with a hyphen", arguments: RouteTable.hyphens)
  func hyphens(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("single signs of a tenant, and what is none", arguments: RouteTable.tenants)
  func tenants(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("signs together", arguments: RouteTable.behindGateways)
  func behindGateways(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("other mailboxes and sending-side products", arguments: RouteTable.otherMailboxes)
  func otherMailboxes(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("what SPF shows, and what it does not", arguments: RouteTable.senders)
  func senders(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("what DNS could not tell", arguments: RouteTable.failures)
  func failures(_ row: RouteRow) async throws { try await row.expectVerdict() }

  @Test("every route is in the table, and no domain twice")
  func coverage() {
    #expect(Set(RouteTable.all.map(\.route)) == Set(RouteID.allCases.map(\.rawValue)))
    #expect(RouteTable.all.count >= 90)
    let worlds = RouteTable.all.map { row in "\(row.domain)\n\(row.lines)\(row.failing)" }
    #expect(Set(worlds).count == worlds.count)
  }
}
