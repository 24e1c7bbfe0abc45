import Testing

@testable import MailDNSCheck

@Suite("Routes where DNS fails")
struct RouteFailureTests {
  @Test(
    "without an answer about MX the route is unknown",
    arguments: [Failure.Kind.servfail, .timedOut(ignored: 0)])
  func mx(_ kind: Failure.Kind) async throws {
    let dns = try RecordedResolver(World.providers + World.securemx, failing: ["example.jp MX"], kind)
    let report = try await dns.report(on: "example.jp")
    #expect(report.verdict?.id == .unknown)
    #expect(report.findings("mx-unknown").count == 1)
  }

  @Test("without MX, the route is unknown where the address question fails, too", arguments: ["A", "AAAA"])
  func ownAddress(_ type: String) async throws {
    let dns = try RecordedResolver("example.jp TXT x", failing: ["example.jp \(type)"])
    #expect(try await dns.verdict(on: "example.jp").id == .unknown)
  }

  @Test("an own address of one family settles the route, whatever becomes of the other")
  func oneFamily() async throws {
    let dns = try RecordedResolver("example.jp A 192.0.2.1", failing: ["example.jp AAAA"])
    #expect(try await dns.verdict(on: "example.jp").id == .implicit)
  }

  @Test(
    "failing address questions do not change a route that the names tell",
    arguments: [
      RouteCase(World.securemx, .securemx, "securemx"),
      RouteCase("example.jp MX 0 example-jp.mail.protection.outlook.com", .office365, "office365"),
      RouteCase("example.jp MX 10 mxa.gslb.pphosted.com", .gateway, "proofpoint"),
      RouteCase("example.jp MX 1 aspmx.l.google.com", .other, "google"),
    ])
  func hostAddresses(_ example: RouteCase) async throws {
    let dns = try RecordedResolver(World.withoutTenant + example.lines) { question in
      question.name != DomainName("example.jp") && [.a, .aaaa].contains(question.type)
        && !question.name.description.hasPrefix("example-jp.") ? .servfail : nil
    }
    #expect(try await dns.verdict(on: "example.jp").id == example.route)
  }

  @Test(
    "an own-name host whose addresses can't be asked may lead anywhere: no expectation is missed because of it"
  )
  func ownHostUnasked() async throws {
    let lines = World.withoutTenant + "example.jp MX 10 mail.example.jp\nmail.example.jp A 210.130.202.97"
    let dns = try RecordedResolver(lines, failing: ["mail.example.jp"])
    let report = try await dns.report(on: "example.jp", expecting: .securemx)
    #expect(report.findings("route-unexpected") == [])
    #expect(report.findings("route-undecided").map(\.severity) == [.unknown])
  }

  @Test("a domain that does not exist is not unknown")
  func nonexistent() async throws {
    let report = try await RecordedResolver("").report(on: "example.jp")
    #expect(report.verdict?.id == RouteID.none)
    #expect(report.summary == ["domain-nonexistent critical"])
  }

  @Test(
    "a domain whose every question fails is unknown, and has no other finding than what could not be asked")
  func nothingAnswered() async throws {
    let report = try await RecordedResolver("") { _ in .timedOut(ignored: 0) }.report(on: "example.jp")
    #expect(report.verdict?.id == .unknown)
    #expect(report.status == .unknown)
    #expect(report.findings.allSatisfy { $0.severity == .unknown }, "\(report.summary)")
  }
}
