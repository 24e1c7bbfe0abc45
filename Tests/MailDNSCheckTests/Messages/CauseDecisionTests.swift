import Testing

@testable import MailDNSCheck

@Suite("Messages: where it was put, and why")
struct CauseDecisionTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let filter: String
    var level = 1
    var category = "NONE"
    let delivery: String
    let folder: String?
    let cause: String?
    var testDescription: String { "\(filter) \(level) \(category) \(delivery)" }
  }

  static let rows: [Row] = [
    Row(filter: "SKN", level: -1, delivery: "dest:I;", folder: "inbox", cause: "transport-rule"),
    Row(filter: "SKN", level: -1, delivery: "dest:J;", folder: "junk", cause: "junk-settings"),
    Row(filter: "SKN", level: -1, delivery: "jmr:1;dest:J;", folder: "junk", cause: "junk-settings"),
    Row(filter: "SKN", level: -1, delivery: "dest:J;OFR:CustomRules;", folder: "junk", cause: "inbox-rule"),
    Row(filter: "SKN", level: -1, delivery: "dest:C;OFR:CustomRules;", folder: "custom", cause: "inbox-rule"),
    Row(filter: "SKN", level: -1, delivery: "", folder: nil, cause: "transport-rule"),
    Row(
      filter: "BLK", level: 6, category: "SPM", delivery: "dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail;",
      folder: "junk", cause: "blocked-sender"),
    Row(filter: "BLK", level: 6, delivery: "", folder: nil, cause: "blocked-sender"),
    Row(filter: "SFE", level: -1, delivery: "dest:I;", folder: "inbox", cause: "safe-sender"),
    Row(
      filter: "SKB", level: 6, delivery: "dest:J;OFR:SpamFilterAuthJ;", folder: "junk", cause: "tenant-block"),
    Row(filter: "SKA", level: -1, delivery: "dest:I;", folder: "inbox", cause: "tenant-allow"),
    Row(filter: "SKQ", level: -1, delivery: "dest:I;", folder: "inbox", cause: "quarantine-release"),
    Row(
      filter: "SKS", level: 6, delivery: "dest:J;OFR:SpamFilterAuthJ;", folder: "junk",
      cause: "transport-rule"),
    Row(
      filter: "SPM", level: 5, category: "SPM", delivery: "dest:J;OFR:SpamFilterAuthJ;RF:JunkEmail;",
      folder: "junk", cause: "spam-filter"),
    Row(
      filter: "SPM", level: 9, category: "HPHSH", delivery: "dest:J;", folder: "junk", cause: "spam-filter"),
    Row(filter: "NSPM", delivery: "dest:I;", folder: "inbox", cause: "not-spam"),
    Row(filter: "NSPM", delivery: "dest:J;", folder: "junk", cause: "junk-settings"),
    Row(filter: "NSPM", delivery: "dest:C;", folder: "custom", cause: "inbox-rule"),
    Row(filter: "SKI", level: -1, delivery: "dest:I;", folder: "inbox", cause: "internal"),
    Row(
      filter: "DMS", level: 5, category: "SPM", delivery: "dest:I;", folder: "inbox", cause: "tenant-allow"),
    Row(
      filter: "SPM", level: 5, category: "SPM", delivery: "dest:I;", folder: "inbox", cause: "junk-settings"),
    Row(filter: "SPM", level: 5, delivery: "ucf:1;dest:C;", folder: "custom", cause: "inbox-rule"),
    Row(filter: "BLK", level: 6, delivery: "dest:C;OFR:CustomRules;", folder: "custom", cause: "inbox-rule"),
    Row(filter: "SFE", level: -1, delivery: "dest:J;", folder: "junk", cause: "junk-settings"),
    Row(
      filter: "SKN", level: 9, category: "MALW", delivery: "dest:J;", folder: "junk", cause: "spam-filter"),
    Row(filter: "XYZ", delivery: "dest:I;", folder: "inbox", cause: nil),
    Row(filter: "NSPM", delivery: "dest:Q;", folder: nil, cause: "not-spam"),
  ]

  @Test("every row of the table", arguments: rows)
  func row(_ row: Row) throws {
    let message = SampleMessage.throughSecureMX(
      row.filter, level: row.level, category: row.category, delivery: row.delivery)
    let verdict = try #require(message.examination).verdict
    #expect(verdict.folder?.rawValue == row.folder)
    #expect(verdict.cause?.rawValue == row.cause)
    #expect(verdict.level == row.level)
  }

  @Test("an allow list of addresses and one's own organisation share a code, and IPV tells them apart")
  func allowList() throws {
    var message = SampleMessage.throughSecureMX("SKI", level: -1)
    #expect(try #require(message.examination).verdict.cause == .internal)
    let report = try #require(message["X-Forefront-Antispam-Report"])
    message["X-Forefront-Antispam-Report"] = report.replacing("IPV:NLI", with: "IPV:CAL")
    #expect(try #require(message.examination).verdict.cause == .tenantAllow)
  }

  @Test(
    "what a verdict on mail through the gateway means is said",
    arguments: [
      ("NSPM", "NONE", "message-rule-missed"), ("SPM", "SPM", "message-rule-missed"),
      ("SKN", "HPHSH", "message-dangerous-skipped"), ("SKN", "MALW", "message-dangerous-skipped"),
      ("SKN", "NONE", "message-judged-gateway"), ("SKN", "XYZ", "message-unknown-code"),
    ])
  func findings(filter: String, category: String, expected: String) throws {
    let message = SampleMessage.throughSecureMX(filter, category: category)
    #expect(try #require(message.report()).findings.map(\.id).contains(expected))
  }

  @Test("SCL -1 alone proves no rule")
  func levelAlone() throws {
    var message = SampleMessage.throughSecureMX()
    message["X-Forefront-Antispam-Report"] = nil
    let verdict = try #require(message.examination).verdict
    #expect(verdict.level == -1)
    #expect(verdict.filter == nil)
    #expect(verdict.cause == nil)
  }

  @Test("the sender's own report counts for nothing, whichever stands first")
  func outboundReport() throws {
    var message = SampleMessage.throughSecureMX()
    message.fields.append(
      ("X-Forefront-Antispam-Report", "CIP:255.255.255.255;SCL:9;SFV:SPM;DIR:OUT;SFP:1102;"))
    #expect(try #require(message.examination).verdict.filter == "SKN")
    #expect(try #require(SampleMessage.outbound().examination).verdict.filter == nil)
    #expect(try #require(SampleMessage.outbound().examination).verdict.level == nil)
  }

  @Test("whose address was judged shows in the results, with Enhanced Filtering the sender's")
  func judged() throws {
    #expect(try #require(SampleMessage.throughSecureMX().examination).authentication.judged == .gateway)
    var filtered = SampleMessage.throughSecureMX("NSPM", level: 1)
    filtered["Authentication-Results"] =
      "spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=example.net; dkim=pass\n header.d=example.net;dkim=pass header.d=b.example;dmarc=pass action=none;compauth=pass reason=100"
    filtered["X-MS-Exchange-ExternalOriginalInternetSender"] = "ip=[203.0.113.7];domain=mail.example.net"
    let authentication = try #require(filtered.examination).authentication
    #expect(authentication.judged == .sender)
    #expect(authentication.dkim == ["pass", "pass"])
    #expect(authentication.reason == "100")
    #expect(try #require(SampleMessage.direct().examination).authentication.judged == .sender)
  }

  @Test(
    "results are read in every form",
    arguments: [
      (
        "spf=pass (a; b) smtp.mailfrom=x;dkim=fail (body hash did not verify) header.d=y", nil,
        ["spf=pass", "dkim=fail"]
      ),
      (
        "mx.example.net 1; spf=pass smtp.mailfrom=x; rcpt.example; arc=none", "mx.example.net",
        ["spf=pass", "arc=none"]
      ),
      ("i=1; mx.microsoft.com 1; dmarc=pass", nil, ["dmarc=pass"]), ("none", "none", []), ("", nil, []),
    ] as [(String, String?, [String])])
  func results(text: String, authority: String?, expected: [String]) {
    let results = AuthenticationResults(Array(text.utf8))
    #expect(results.authority == authority)
    #expect(results.results.map { "\($0.method)=\($0.value)" } == expected)
  }
}
