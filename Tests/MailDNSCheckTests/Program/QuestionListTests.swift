import Testing

@testable import MailDNSCheck

@Suite("The list of questions (-vv)")
struct QuestionListTests {
  /// The entries of the list, each put together again where it was wrapped.
  private func entries(_ result: ChildProcess.Result) -> [String] {
    var entries: [String] = []
    for line in result.lines.drop(while: { $0.trimmingPrefix(while: \.isWhitespace) != "Questions" })
      .dropFirst()
    {
      guard line.hasPrefix("    ") else { break }
      let text = String(line.trimmingPrefix(while: \.isWhitespace))
      if text.hasPrefix("+") {
        entries.append(text)
      } else if let last = entries.popLast() {
        entries.append(last + " " + text)
      }
    }
    return entries
  }

  @Test(
    "every question has its start, duration, outcome and server; there are as many as JSON says",
    arguments: ["kaisha.jp", "kara.jp", "nai.jp"])
  func complete(domain: String) async throws {
    let authority = try NSDServer(origin: ".", MailInternet.zone)
    let server = "127.0.0.1:\(authority.port)"
    let result = try await ChildProcess.maildnscheck("--server", server, "-vv", domain)
    let entries = entries(result)
    let json = try await ChildProcess.maildnscheck("--server", server, "--format", "json", domain).object()
    #expect(entries.count == json["queries"] as? Int)
    #expect(result.stdout.contains("\(entries.count) questions, "))
    for entry in entries {
      let format =
        #/\+\d+\.\d{3}  ?\d+\.\d{3}s  ?\S+ [A-Z]+  ?(→ \S+ )*(\d+ RR|NODATA|NXDOMAIN)  ?127\.0\.0\.1:\d+ (UDP|TCP)/#
      #expect(entry.wholeMatch(of: format) != nil, "\(entry)")
    }
    #expect(entries.contains { $0.contains("  \(domain) MX  ") })
  }

  @Test("as many go out as are listed, where none has to be repeated")
  func asSent() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "-vv", "example.jp")
    #expect(entries(result).count == server.queries.count)
    #expect(Set(server.queries.map { "\($0.name) \($0.type)" }).count == server.queries.count)
  }

  @Test("a failure is listed with its reason and the server")
  func failures() async throws {
    let server = try FaultServer { [.reply(.rcode(2, to: $0))] }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--attempts", "1", "-vv", "example.jp")
    let entries = entries(result)
    #expect(entries.contains { $0.contains("example.jp MX") })
    for entry in entries {
      #expect(entry.contains("SERVFAIL") && entry.contains("127.0.0.1:\(server.port)"), "\(entry)")
    }
  }

  @Test("without -vv there is no list")
  func unlisted() async throws {
    for options in [[], ["-v"], ["-q"]] as [[String]] {
      #expect(entries(try await ChildProcess.checkOffline(options + ["kara.jp"])).isEmpty)
    }
  }
}
