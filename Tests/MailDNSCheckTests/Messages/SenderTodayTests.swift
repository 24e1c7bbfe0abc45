import Testing

@testable import MailDNSCheck

@Suite("Messages: the sender today")
struct SenderTodayTests {
  private static let key =
    "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="

  /// A zone of the sender with that SPF record, and that at `sel._domainkey`.
  private func resolver(spf: String = "v=spf1 ip4:203.0.113.7 -all", key: String? = SenderTodayTests.key)
    throws
    -> any Resolver
  {
    var zone = "$ORIGIN example.net.\n$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\n@ TXT \"\(spf)\"\n"
    if let key { zone += "sel._domainkey TXT \"\(key)\"\n" }
    return ZoneResolver(
      zones: try ZoneSet(files: [("example.net.zone", Array(zone.utf8))]), otherwise: OfflineResolver())
  }

  /// A message that came straight into Office365 from 203.0.113.7, with that said of it.
  private func sample(_ results: String, signed: String = "example.net") -> SampleMessage {
    var message = SampleMessage.direct("mail.example.net (203.0.113.7)")
    message["Authentication-Results"] = results
    message.fields.append(("DKIM-Signature", "v=1; a=ed25519-sha256; d=\(signed); s=sel; bh=x; b=y"))
    return message
  }

  private static let passed =
    "spf=pass (sender IP is 203.0.113.7)\n smtp.mailfrom=example.net; dkim=pass (signature was verified)\n header.d=example.net;dmarc=pass action=none"

  private func today(_ message: SampleMessage, _ resolver: any Resolver) async throws -> SenderToday {
    let examination = try #require(message.examination)
    return try #require(await SenderToday.find(examination, at: 0, by: resolver))
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let results: String
    var spf = "v=spf1 ip4:203.0.113.7 -all"
    var key: String? = SenderTodayTests.key
    let findings: [String]
    var testDescription: String { "\(spf), \(key ?? "no key"): \(findings)" }
  }

  static let rows: [Row] = [
    Row(results: passed, findings: []),
    Row(results: passed, spf: "v=spf1 -all", findings: ["message-spf-changed"]),
    Row(results: passed, spf: "no SPF", findings: ["message-spf-changed"]),
    Row(results: passed, spf: "v=spf1 foo", findings: ["message-spf-changed"]),
    Row(results: passed, key: nil, findings: ["message-dkim-key-changed"]),
    Row(results: passed, key: "v=DKIM1; p=", findings: ["message-dkim-key-changed"]),
    Row(results: passed, key: "v=DKIM1; p=AAAA", findings: ["message-dkim-key-changed"]),
    Row(
      results:
        "spf=softfail (sender IP is 203.0.113.7)\n smtp.mailfrom=example.net; dkim=fail (no key for signature)\n header.d=example.net",
      findings: ["message-spf-changed", "message-dkim-key-changed"]),
    Row(
      results:
        "spf=bestguesspass (sender IP is 203.0.113.7)\n smtp.mailfrom=example.net; dkim=fail (body hash did not verify)\n header.d=example.net",
      spf: "no SPF", key: nil, findings: []),
    // What is said of another domain's signature says nothing of this one.
    Row(
      results:
        "spf=pass (sender IP is 203.0.113.7)\n smtp.mailfrom=example.net; dkim=pass (signature was verified)\n header.d=example.org",
      key: nil, findings: []),
  ]

  @Test("what has changed since the message came is said, and nothing else", arguments: rows)
  func changes(_ row: Row) async throws {
    let today = try await today(sample(row.results), try resolver(spf: row.spf, key: row.key))
    #expect(today.findings.map(\.id) == row.findings)
    #expect(today.findings.allSatisfy { $0.severity == .info })
  }

  @Test("what can't be asked is neither gone nor changed")
  func unknown() async throws {
    let today = try await today(sample(Self.passed), OfflineResolver())
    #expect(today.spf?.result == .temperror)
    #expect(today.spfChange == nil)
    #expect(today.changedKeys.isEmpty)
    #expect(today.findings.map(\.id) == ["message-sender-unknown", "message-sender-unknown"])
    #expect(Status(today.findings) == .ok)
  }

  @Test("behind a gateway SPF is asked for the host before it, and there is nothing to compare it with")
  func gateway() async throws {
    let sender = MessageSender(try #require(SampleMessage.throughSecureMX().examination))
    #expect(sender.host?.address.description == "203.0.113.7")
    #expect(sender.host?.domain == DomainName("example.net"))
    #expect(sender.host?.recorded == nil)
    let today = try await today(.throughSecureMX(), try resolver())
    #expect(today.spf?.result == .pass)
    #expect(today.findings.isEmpty)
  }

  @Test("the local part of the sender's address is told to nobody")
  func localPart() async throws {
    var message = sample("spf=none (sender IP is 203.0.113.7) smtp.mailfrom=secret@example.net")
    message["Return-Path"] = "secret@example.net"
    let transcript = Transcript(try resolver(spf: "v=spf1 exists:%{l}.%{i}.example.net -all"))
    _ = try await today(message, transcript)
    #expect(transcript.answers.allSatisfy { !$0.question.name.description.contains("secret") })
  }

  @Test("the organisation's own mail has no sender to ask about")
  func ownMail() throws {
    let sender = MessageSender(try #require(SampleMessage.intern.examination))
    #expect(sender.host == nil)
    #expect(sender.keys.isEmpty)
  }

  @Test("no more keys are asked for than a message may have us ask for")
  func bound() throws {
    var message = sample(Self.passed)
    message.fields += (0..<50).map { ("DKIM-Signature", "v=1; d=d\($0).example; s=x; b=y") }
    #expect(MessageSender(try #require(message.examination)).keys.count == MessageSender.maximumKeys)
  }

  @Test("the report shows it, with what was found then", arguments: Language.allCases)
  func report(language: Language) async throws {
    let message = try #require(sample(Self.passed).examination)
    let today = await SenderToday.find(message, at: 0, by: try resolver(spf: "v=spf1 -all", key: nil))
    let report = MessageReport(
      file: "message.eml", index: 1, message, expecting: nil, recipients: [], sender: today, in: .builtIn)
    let text = MessageTextReport(
      report: report, catalogue: .builtIn, language: language, ink: .plain, width: 80
    ).text
    expectGolden(text, "today-\(language.rawValue).txt")
  }
}
