import Testing

@testable import MailDNSCheck

/// Zones as the field has them, in which some sign says less than it seems to.
@Suite("Signs that mislead")
struct MisleadingSignsTests {
  private static let proofpoint = "example.jp MX 10 mxa.gslb.pphosted.com\n"

  private func report(_ lines: String) async throws -> DomainReport {
    try await RecordedResolver(World.withoutTenant + lines).report(on: "example.jp")
  }

  private static func spf(_ terms: String) -> String { "example.jp TXT \"v=spf1 \(terms) ~all\"\n" }

  @Test(
    "an MX that only proves whose the domain is makes no route mixed",
    arguments: [
      "ms12345678.msv1.invalid", "ms12345678.msv1.invalid.outlook.com", "abcdefgh.mx-verification.google.com",
    ])
  func verificationMX(host: String) async throws {
    let report = try await report(World.securemx + "example.jp MX 32767 \(host)\n")
    #expect(report.verdict?.id == .securemx)
    #expect(report.verdict?.confidence == .certain)
    #expect(report.findings("mx-verification-leftover").map(\.subject) == [host])
    #expect(report.findings("route-mixed") == [])
  }

  @Test("a domain whose only MX is such a one takes no mail", arguments: ["a.mx-verification.google.com"])
  func onlyVerification(host: String) async throws {
    let report = try await report("example.jp MX 10 \(host)\n\(host) A 192.0.2.1\n")
    #expect(report.verdict?.id == RouteID.none)
    #expect(report.findings("mx-verification-only").map(\.severity) == [.critical])
    #expect(report.facts.use.takes == false)
  }

  @Test(
    "an own host that leads to another address of IIJ's is not SecureMX",
    arguments: ["A 210.130.202.10", "AAAA 2001:240:bb81::2:14", "AAAA 2001:240:bb81::10:191"])
  func neighbours(record: String) async throws {
    let report = try await report("example.jp MX 10 mail.example.jp\nmail.example.jp \(record)\n")
    #expect(report.verdict?.id == .other)
    #expect(report.verdict?.inbound == [.own])
  }

  @Test(
    "a named include wins over a host that SPF lets send, in whatever order",
    arguments: ["a:ms12.kagoya.net include:_spf.google.com", "include:_spf.google.com a:ms12.kagoya.net"])
  func includeOverHost(terms: String) async throws {
    let report = try await report(Self.proofpoint + Self.spf(terms))
    #expect(report.verdict?.mailbox == .google)
    #expect(report.verdict?.confidence == .possible)
    #expect(report.findings("mailbox-contradictory") == [])
    #expect(Set(report.verdict?.outbound.map(\.text) ?? []) == ["google", "kagoya"])
  }

  @Test("a key at a platform's own selector wins over it, too")
  func keyOverHost() async throws {
    let report = try await report(
      World.securemx + Self.spf("a:www123.sakura.ne.jp") + World.key("google._domainkey.example.jp"))
    #expect(report.verdict?.mailbox == .google)
  }

  @Test("alone it makes the mailbox possible, and the report says why")
  func hostAlone() async throws {
    let report = try await report(World.securemx + Self.spf("a:www123.sakura.ne.jp include:spf.securemx.jp"))
    #expect(report.verdict?.id == .securemx)
    #expect(report.verdict?.mailbox?.text == "sakura")
    #expect(report.verdict?.confidence == .possible)
    #expect(report.verdict?.evidence.last?.kind == .spfHost)
    let finding = try #require(report.findings("mailbox-possible").first)
    #expect(finding.severity == .info)
    #expect(
      finding.message.english.contains("www123.sakura.ne.jp in SPF, a web server that many customers share"))
    #expect(finding.message.japanese.contains("共用Webサーバ"))
  }

  @Test("a server that a customer runs at the host's is nobody's mailbox")
  func customersServer() async throws {
    let report = try await report(World.securemx + Self.spf("a:os3-123-45678.vs.sakura.ne.jp"))
    #expect(report.verdict?.mailbox == nil)
  }

  @Test("two platforms that are as likely are told, and which one is taken")
  func contradiction() async throws {
    let report = try await report(
      World.securemx + Self.spf("include:_spf.google.com include:spf.protection.outlook.com"))
    #expect(report.verdict?.mailbox == .office365)
    let message = try #require(report.findings("mailbox-contradictory").first?.message.english)
    #expect(message.contains("_spf.google.com") && message.contains("spf.protection.outlook.com"))
    #expect(report.findings("mailbox-possible") == [])
  }

  @Test("the stronger of two platforms is taken: a key and an include over an include")
  func stronger() async throws {
    let report = try await report(
      World.securemx + Self.spf("include:spf.protection.outlook.com include:_spf.google.com")
        + World.key("google._domainkey.example.jp"))
    #expect(report.verdict?.id == .securemx)
    #expect(report.verdict?.mailbox == .google)
    #expect(report.verdict?.confidence == .likely)
    #expect(report.findings("mailbox-contradictory").count == 1)
  }

  @Test(
    "a sender to whose key a selector leads sends, and holds no mailbox",
    arguments: [
      ("s1", "s1.domainkey.u1.wl.sendgrid.net", "sendgrid"),
      ("zendesk1", "zendesk1._domainkey.zendesk.com", "zendesk"),
      ("k3", "dkim3.mcsv.net", "mailchimp"),
    ])
  func senderKey(selector: String, target: String, id: String) async throws {
    let report = try await report(
      World.securemx + "\(selector)._domainkey.example.jp CNAME \(target)\n" + World.key(target))
    let evidence = report.verdict?.evidence.first { $0.kind == .dkimCNAME }
    #expect(evidence?.provider.id == id)
    #expect(report.verdict?.outbound.map(\.text) == [id])
    #expect(report.verdict?.mailbox == nil)
    #expect(report.findings("spf-other-senders") == [])
  }

  @Test(
    "a key at a selector that a sender has in common with others shows nobody", arguments: ["s1", "k1", "pm"])
  func commonSelector(selector: String) async throws {
    let report = try await report(World.securemx + World.key("\(selector)._domainkey.example.jp"))
    #expect(report.verdict?.outbound == [])
  }

  @Test(
    "keys are known by where they are, and not by a name copied from MX",
    arguments: [
      ("protonmail", "protonmail.domainkey.d1.domains.proton.ch", "proton"),
      ("fm1", "fm1.example.jp.dkim.fmhosted.com", "fastmail"),
    ])
  func keyTargets(selector: String, target: String, id: String) async throws {
    let mx = id == "proton" ? "mail.protonmail.ch" : "in1-smtp.messagingengine.com"
    let report = try await report(
      "example.jp MX 10 \(mx)\n\(selector)._domainkey.example.jp CNAME \(target)\n" + World.key(target))
    #expect(report.verdict?.evidence.contains { $0.kind == .dkimCNAME && $0.provider.id == id } == true)
  }

  @Test(
    "SES takes mail for programs, and its MAIL FROM takes bounces: no mailbox",
    arguments: ["inbound-smtp.us-east-1.amazonaws.com", "feedback-smtp.ap-northeast-1.amazonses.com"])
  func simpleEmailService(host: String) async throws {
    let report = try await report("example.jp MX 10 \(host)\n")
    #expect(report.verdict?.id == .other)
    #expect(report.verdict?.inbound.map(\.id).first?.hasPrefix("amazon") == true)
    #expect(report.verdict?.mailbox == nil)
  }

  @Test("HENNGE's inbound hosts are a gateway", arguments: ["mi-1a.contoso.hdemail.jp", "mx1.smtps.jp"])
  func hennge(host: String) async throws {
    let report = try await report("example.jp MX 10 \(host)\n")
    #expect(report.verdict?.id == .gateway)
    #expect(report.verdict?.inbound.map(\.id) == ["hennge"])
  }

  @Test(
    "services of macros are unreadable by design",
    arguments: [
      "include:%{i}._ip.%{h}._ehlo.%{d}._spf.vali.email", "include:example.jp.x.spf-protect.agari-dns.net",
      "include:%{d}.x.spf-protect.dmp.cisco.com",
    ])
  func macros(term: String) async throws {
    let report = try await report(World.securemx + Self.spf(term))
    #expect(report.findings("spf-opaque").count == 1 || report.findings.contains { $0.id.contains("opaque") })
    #expect(report.findings("spf-gateway-not-authorized") == [])
  }

  @Test("where domains are parked no mail is meant to flow, and the report says so")
  func parked() async throws {
    let report = try await report("example.jp MX 10 park-mx.above.com\n")
    #expect(report.verdict?.id == .other)
    #expect(report.findings("mx-parked").map(\.severity) == [.info])
    let verdict = try #require(report.verdict)
    let flow = RouteFlow(verdict: verdict, facts: report.facts, catalogue: .builtIn).wording
    #expect(flow.english.contains("no mail is meant to flow"))
    #expect(flow.japanese.contains("パーキング"))
  }

  @Test(
    "a forwarder is named as one, and is no gateway",
    arguments: ["route1.mx.cloudflare.net", "mx1.improvmx.com"])
  func forwarder(host: String) async throws {
    let report = try await report("example.jp MX 10 \(host)\n")
    let verdict = try #require(report.verdict)
    #expect(verdict.id == .other)
    let flow = RouteFlow(verdict: verdict, facts: report.facts, catalogue: .builtIn).wording
    #expect(flow.english.contains("forwarded"))
  }
}
