import Testing

@testable import MailDNSCheck

@Suite("The bad ones of many domains")
struct SelectedDomainsTests {
  /// OK, warning, critical, unknown.
  private static let list = "kara.jp\njisha.jp\ndare.jp\nkiru.jp\nKARA.jp.\n"

  private func run(_ arguments: String...) async throws -> ChildProcess.Result {
    try await ChildProcess.checkOffline(["--input", "-"] + arguments, input: .text(Self.list))
  }

  private func names(_ result: ChildProcess.Result) -> [String] {
    result.lines.map { String($0.prefix { $0 != ":" }) }
  }

  @Test(
    "--only reports on those of a level, and the exit status is that of all",
    arguments: [
      ([], ["kara.jp", "jisha.jp", "dare.jp", "kiru.jp"]),
      (["--only", "warning"], ["jisha.jp", "dare.jp"]), (["--only", "critical"], ["dare.jp"]),
      (["--only", "unknown"], ["kiru.jp"]),
      (["--only", "unknown", "--only", "critical"], ["dare.jp", "kiru.jp"]),
      (["--sort", "severity"], ["dare.jp", "jisha.jp", "kiru.jp", "kara.jp"]),
      (["--sort", "severity", "--only", "warning"], ["dare.jp", "jisha.jp"]),
    ])
  func selection(options: [String], domains: [String]) async throws {
    let result = try await ChildProcess.checkOffline(
      ["-q", "--input", "-"] + options, input: .text(Self.list))
    #expect(names(result) == domains)
    #expect(result.status == 2)
    #expect(result.stderr == "")
    let json = try await ChildProcess.checkOffline(
      ["-q", "--input", "-", "--format", "json"] + options, input: .text(Self.list))
    #expect(try json.objects().map(\.domain) == domains)
  }

  @Test("a quiet line has the reasons, and stays one line")
  func reasons() async throws {
    let result = try await run("-q", "--only", "critical")
    #expect(result.stdout.hasPrefix("dare.jp: none CRITICAL: SPF lets anybody pass"))
    #expect(result.lines.count == 1)
    let japanese = try await run("-q", "--only", "critical", "--lang", "ja")
    #expect(japanese.lines.count == 1 && japanese.stdout.contains("重大: "))
  }

  @Test("--summary says only what all come to, those that are not shown included")
  func summary() async throws {
    let result = try await run("--summary", "--only", "critical")
    #expect(result.stdout == "4 domains: OK 1, UNKNOWN 1, WARNING 1, CRITICAL 1\n")
    #expect(result.stderr == "maildnscheck: 1 domain was named again, and checked once\n")
    #expect(result.status == 2)
    let full = try await run("--only", "critical")
    #expect(full.lines.last == "4 domains: OK 1, UNKNOWN 1, WARNING 1, CRITICAL 1")
    #expect(!full.stdout.contains("kara.jp"))
  }
}
