@testable import MailDNSCheck

/// A DNS in which example.jp has one SPF record, and a sender whom it is asked about.
struct SPFCase: Sendable {
  /// What follows `v=spf1` in the record of example.jp.
  var terms: String
  /// Lines of a master file: whatever else there is.
  var more: String
  var address = "192.0.2.3"
  var mailFrom = "user@example.jp"
  var helo = "mail.example.jp"
  /// Names, or names with a type, that can't be asked for.
  var failing: [String] = []
  var kind = Failure.Kind.servfail

  init(_ terms: String, _ more: String...) {
    self.terms = terms
    self.more = more.joined(separator: "\n")
  }

  /// The same for another sender.
  func from(_ address: String) -> SPFCase {
    var copy = self
    copy.address = address
    return copy
  }

  /// The same where those questions fail.
  func failing(_ names: String..., by kind: Failure.Kind = .servfail) -> SPFCase {
    var copy = self
    copy.failing = names
    copy.kind = kind
    return copy
  }

  var evaluation: SPFEvaluation { get async throws { try await evaluated().evaluation } }
  var result: SPFResult { get async throws { try await evaluation.result } }

  /// The explanation as text; nil where there is none.
  var explanation: String? {
    get async throws { try await evaluation.explanation.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// The evaluation, and every question that it put.
  func evaluated() async throws -> (evaluation: SPFEvaluation, asked: [String]) {
    let lines = "example.jp TXT \(PublishedDomain.quoted("v=spf1 \(terms)"))\n\(more)"
    let dns = try RecordedResolver(lines, failing: failing, kind)
    let evaluation = await SPFEvaluator.evaluate(
      SPFIdentity(address: IPAddress(address)!, mailFrom: mailFrom, helo: helo, time: 1_000_000),
      resolver: dns)
    return (evaluation, await dns.asked.map(\.description))
  }
}

/// check_host() over a DNS of those lines.
func checkHost(
  _ lines: String, from address: String = "192.0.2.3", mailFrom: String = "user@example.jp",
  helo: String = "mail.example.jp", domain: String? = nil
) async throws -> SPFEvaluation {
  await SPFEvaluator.evaluate(
    SPFIdentity(
      address: IPAddress(address)!, mailFrom: mailFrom, helo: helo, domain: domain, time: 1_000_000),
    resolver: try RecordedResolver(lines))
}
