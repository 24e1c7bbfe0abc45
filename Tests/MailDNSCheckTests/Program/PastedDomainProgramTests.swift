import Testing

@testable import MailDNSCheck

@Suite("Domains on the command line, as people paste them")
struct PastedDomainProgramTests {
  @Test(
    "the domain in what was pasted is checked",
    arguments: [
      "kara.jp", "Kara.JP", "kara.jp.", " kara.jp ", "User@Kara.jp", "https://kara.jp/x?y#z",
      "http://kara.jp:8080",
      "mailto:user@kara.jp", "<user@kara.jp>", "山田 <yamada@kara.jp>", "ｋａｒａ．ｊｐ", "kara。jp",
    ])
  func pasted(text: String) async throws {
    let result = try await ChildProcess.checkOffline(["-q", text])
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.status == 0)
  }

  @Test("an internationalized domain is asked for in A-labels and shown in both forms")
  func internationalized() async throws {
    for text in ["日本語.jp", "XN--WGV71A119E.jp", "user@日本語.jp"] {
      let result = try await ChildProcess.checkOffline(["-q", text])
      #expect(result.stdout == "日本語.jp (xn--wgv71a119e.jp): none OK\n")
    }
    let report = try await ChildProcess.checkOffline(["--format", "json", "日本語.jp"]).object()
    #expect(report.domain == "xn--wgv71a119e.jp")
    #expect(report["unicode"] as? String == "日本語.jp")
  }

  @Test("what can't be a domain is refused by name before any query, and the others are checked")
  func refused() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let bad = ["foo_bar.jp", "192.0.2.1", "2001:db8::1", "-x.jp", "a..jp", "a b.jp", "user@[192.0.2.1]"]
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(server.port)", "-q", "--", bad[0], "ok.example"] + bad.dropFirst())
    #expect(result.stdout == "ok.example: none CRITICAL: The domain does not exist\n")
    #expect(result.status == 2)
    try #require(result.complaints.count == bad.count)
    for (text, complaint) in zip(bad, result.complaints) {
      #expect(complaint.hasPrefix("maildnscheck: '\(text)' is not a mail domain: "))
    }
    let asked = Set(server.queries.map(\.name.description))
    #expect(asked.allSatisfy { name in !bad.contains { name.hasSuffix($0) } })
  }

  @Test("a refused domain alone is 4, without a query and with a report that is empty")
  func refusedAlone() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck("--server", "127.0.0.1:\(server.port)", "foo_bar.jp")
    #expect(result.status == 4)
    #expect(result.stdout == "")
    #expect(result.complaints.count == 1)
    #expect(server.queries.isEmpty)
  }

  @Test("a refused domain beside a good one is 4, also with --fail-on critical")
  func refusedBesideGood() async throws {
    #expect(try await ChildProcess.checkOffline(["-q", "kara.jp", "foo_bar.jp"]).status == 4)
    #expect(
      try await ChildProcess.checkOffline(["-q", "--fail-on", "critical", "kara.jp", "foo_bar.jp"]).status
        == 4)
  }

  @Test("a refused domain is shown without its control characters, and cut")
  func hostile() async throws {
    let result = try await ChildProcess.checkOffline([
      "a\u{1B}[31m.jp", "b\u{202E}.jp", "c\n\r.jp\u{7}x", String(repeating: "x_", count: 4000),
    ])
    #expect(result.status == 4)
    #expect(result.complaints.count == 4)
    #expect(Visibility.violations(in: result.standardError) == [])
    #expect(result.stderr.utf8.count < 2000)
  }

  @Test("names are absolute: a single label is asked for as it is")
  func singleLabel() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      ["--server", "127.0.0.1:\(server.port)", "-q", "localnet."],
      environment: ["LOCALDOMAIN": "search.example", "RES_OPTIONS": "ndots:5"])
    #expect(result.stdout == "localnet: none CRITICAL: The domain does not exist\n")
    #expect(server.queries.allSatisfy { !$0.name.description.contains("search.example") })
  }
}
