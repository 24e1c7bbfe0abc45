import Testing

@testable import MailDNSCheck

@Suite("The exit status of the program")
struct ProgramExitStatusTests {
  /// `kiru.jp` is delegated, and nobody may be asked: unknown.
  @Test(
    "the worst finding makes the exit status",
    arguments: [
      ("kara.jp", 0, "ok"), ("jisha.jp", 1, "warning"), ("dare.jp", 2, "critical"), ("kiru.jp", 3, "unknown"),
    ])
  func status(domain: String, status: Int32, word: String) async throws {
    let result = try await ChildProcess.checkOffline(["--format", "json", domain])
    #expect(result.status == status)
    #expect(try result.object().status == word)
    #expect(result.stderr == "")
  }

  @Test(
    "--fail-on takes findings out of the exit status, unknown only with never, and never out of the report",
    arguments: [
      ("jisha.jp", "warning", 1, "warning"), ("jisha.jp", "critical", 0, "warning"),
      ("jisha.jp", "never", 0, "warning"),
      ("dare.jp", "warning", 2, "critical"), ("dare.jp", "critical", 2, "critical"),
      ("dare.jp", "never", 0, "critical"),
      ("kiru.jp", "warning", 3, "unknown"), ("kiru.jp", "critical", 3, "unknown"),
      ("kiru.jp", "never", 0, "unknown"),
    ])
  func failOn(domain: String, level: String, status: Int32, word: String) async throws {
    let result = try await ChildProcess.checkOffline(["--format", "json", "--fail-on", level, domain])
    #expect(result.status == status)
    #expect(try result.object().status == word)
  }

  @Test(
    "--expect is critical on another known route only",
    arguments: [
      ("kaisha.jp", "securemx-office365", [], false), ("kaisha.jp", "securemx", [], false),
      ("kojo.jp", "securemx", [], false), ("kojo.jp", "securemx-office365", ["route-unexpected"], true),
      ("shiten.jp", "office365", [], false), ("shiten.jp", "securemx", ["route-unexpected"], true),
      ("kara.jp", "none", [], false), ("kara.jp", "securemx", ["route-unexpected"], true),
      ("kiru.jp", "securemx", ["route-undecided"], false),
    ] as [(String, String, [String], Bool)])
  func expectation(domain: String, route: String, findings: [String], isCritical: Bool) async throws {
    let result = try await ChildProcess.checkOffline(["--format", "json", "--expect", route, domain])
    let report = try result.object()
    #expect(report.findingIDs.filter { $0.hasPrefix("route-un") } == findings)
    #expect((result.status == 2) == isCritical)
    #expect((report.status == "critical") == isCritical)
  }

  @Test("both kinds of MX are a warning, and critical where one of them was expected")
  func mixed() async throws {
    #expect(try await ChildProcess.checkOffline(["-q", "futamata.jp"]).status == 1)
    for route in ["securemx", "securemx-office365", "office365"] {
      #expect(try await ChildProcess.checkOffline(["-q", "--expect", route, "futamata.jp"]).status == 2)
    }
  }

  @Test(
    "of several domains the worst decides: ok, unknown, warning, critical",
    arguments: [
      (["kara.jp", "kiru.jp"], 3), (["kiru.jp", "jisha.jp"], 1), (["jisha.jp", "kiru.jp"], 1),
      (["kiru.jp", "dare.jp", "kara.jp"], 2), (["kara.jp", "kara.jp"], 0),
    ] as [([String], Int32)])
  func severalDomains(domains: [String], status: Int32) async throws {
    #expect(try await ChildProcess.checkOffline(["-q"] + domains).status == status)
  }

  @Test("what is below --fail-on is taken out before the worst is looked for")
  func thresholdBeforeOrder() async throws {
    #expect(
      try await ChildProcess.checkOffline(["-q", "--fail-on", "critical", "kiru.jp", "jisha.jp"]).status == 3)
  }

  @Test(
    "the area commands judge their area alone, and leave the rest null",
    arguments: [("mx", 0), ("spf", 0), ("dkim", 1), ("dmarc", 0)])
  func areas(area: String, status: Int32) async throws {
    let result = try await ChildProcess.checkOffline([area, "--format", "json", "jisha.jp"])
    #expect(result.status == status)
    let report = try result.object()
    for key in ["mx", "spf", "dkim", "dmarc"] {
      #expect((report[key] is [String: Any]) == (key == area), "\(key)")
    }
    #expect(report.keys.contains("route"))
  }
}
