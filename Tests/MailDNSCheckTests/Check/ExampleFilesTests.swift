import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The example zones")
struct ExampleFilesTests {
  @Test(
    "every domain has the route and the exit status that the comment above it says",
    arguments: ExampleFiles.domains)
  func domains(_ domain: String, _ route: String, _ status: Int32) async throws {
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", ExampleFiles.internet, "--offline", "--format", "json", domain)
    #expect(result.status == status)
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(result.standardOutput)) as? [String: Any])
    #expect((report["route"] as? [String: Any])?["id"] as? String == route)
    #expect(result.stderr.isEmpty)
  }

  @Test("there are fifteen of them, and nothing that they need is unknown")
  func completeness() async throws {
    #expect(ExampleFiles.domains.count == 15)
    let dns = try RecordedResolver.example()
    for (domain, _, _) in ExampleFiles.domains {
      #expect(try await dns.report(on: domain).findings.allSatisfy { $0.severity != .unknown }, "\(domain)")
    }
  }

  @Test("the half-finished move is critical where SecureMX is expected")
  func expectation() async throws {
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", ExampleFiles.internet, "--offline", "--expect", "securemx-office365", "futaba.example")
    #expect(result.status == 2)
  }

  @Test(
    "a customer's zone alone leaves open what lies outside of it; with the small internet nothing is open")
  func customerZone() async throws {
    let alone = try await ChildProcess.maildnscheck(
      "--zone-file", ExampleFiles.customerZone, "--offline", "example.co.jp")
    #expect(alone.status == 3)
    let together = try await ChildProcess.maildnscheck(
      "--zone-file", ExampleFiles.customerZone, "--zone-file", ExampleFiles.internet, "--offline",
      "example.co.jp")
    #expect(together.status == 0)
  }

  @Test(
    "a name server takes the files too",
    arguments: [(".", ExampleFiles.internet), ("example.co.jp", ExampleFiles.customerZone)])
  func nsd(zone: String, file: String) async throws {
    let result = try await ChildProcess.run("/usr/sbin/nsd-checkzone", [zone, file])
    #expect(result.stdout == "zone \(zone) is ok\n")
    #expect(result.status == 0)
  }
}
