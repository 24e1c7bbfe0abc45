import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Zones built to explode", .serialized)
struct ExplodingZoneTests {
  @Test("probe", arguments: ExplodingCase.all)
  func probe(_ zone: ExplodingCase) async throws {
    let explosion = try await Explosion(zone.zone, domain: zone.domain, selectors: zone.selectors)
    let clock = ContinuousClock.now
    let sizes = try [ReportOptions.Format.json, .text].map { try explosion.text($0, verbosity: 2).utf8.count }
    let rss = try String(contentsOfFile: "/proc/self/status", encoding: .utf8).split(separator: "\n").filter {
      $0.hasPrefix("VmRSS") || $0.hasPrefix("VmHWM")
    }.joined(separator: " ")
    print(
      "PROBE", zone.name, "| q", explosion.questions.count, explosion.report.work.questionCount, "| t",
      explosion.duration, "render", clock.duration(to: .now), "| json,text", sizes, "| tree", explosion.tree,
      "| findings", explosion.report.findings.count, "| missing", zone.tells.subtracting(explosion.ids), rss)
    print("   ", explosion.ids.sorted())
  }
}
