import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The same report from wherever the answers come")
struct SameReportEverywhereTests {
  /// What belongs to the run, not to the domain.
  private func withoutCost(_ report: [String: Any]) -> NSDictionary {
    report.filter { !["checkedAt", "seconds", "queries"].contains($0.key) } as NSDictionary
  }

  @Test("a name server, a resolver in front of it and the zone file itself give one report")
  func sameReport() async throws {
    let authority = try NSDServer(origin: ".", MailInternet.zone)
    let resolver = try UnboundServer(stubs: [(".", authority.port)])
    let options = ["--format", "json"] + MailInternet.domains
    let offline = try await ChildProcess.checkOffline(options)
    let fromNSD = try await ChildProcess.maildnscheck(["--server", "127.0.0.1:\(authority.port)"] + options)
    let fromUnbound = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(resolver.port)"] + options)
    #expect(Set([offline, fromNSD, fromUnbound].map(\.status)) == [2])
    #expect(Set([offline, fromNSD, fromUnbound].map(\.stderr)) == [""])
    let expected = try offline.objects()
    let direct = try fromNSD.objects()
    let resolved = try fromUnbound.objects()
    #expect(expected.map(\.domain) == MailInternet.domains)
    try #require(direct.count == expected.count)
    try #require(resolved.count == expected.count)
    for index in expected.indices {
      #expect(withoutCost(direct[index]) == withoutCost(expected[index]))
      #expect(withoutCost(resolved[index]) == withoutCost(expected[index]))
    }
  }

  @Test("each domain has the route that it was made for", arguments: MailInternet.routes)
  func route(domain: String, route: String) async throws {
    let report = try await ChildProcess.checkOffline(["--format", "json", domain]).object()
    #expect(report.route == route)
  }

  @Test("over TCP alone the report is the same")
  func overTCP() async throws {
    let authority = try NSDServer(origin: ".", MailInternet.zone)
    let server = ["--server", "127.0.0.1:\(authority.port)", "--format", "json", "kaisha.jp"]
    let overUDP = try await ChildProcess.maildnscheck(server).object()
    let overTCP = try await ChildProcess.maildnscheck(server + ["--tcp"]).object()
    #expect(withoutCost(overTCP) == withoutCost(overUDP))
  }

  @Test("tenant, mailbox, confidence and the way out are those of the domain")
  func routeDetails() async throws {
    let report = try await ChildProcess.checkOffline(["--format", "json", "kaisha.jp"]).object()
    let route = try #require(report["route"] as? [String: Any])
    #expect(route["tenant"] as? String == "kaisha")
    #expect(route["mailbox"] as? String == "office365")
    #expect(route["confidence"] as? String == "certain")
    #expect(route["inbound"] as? [String] == ["securemx"])
    #expect(Set(try #require(route["outbound"] as? [String])) == ["securemx", "office365"])
  }
}
