import Testing

@testable import MailDNSCheck

@Suite("What fingers type that are used to dig")
struct DigHabitsTests {
  private func questions(_ arguments: String...) throws -> [String] {
    guard case .lookup(let request) = try ParsedArguments(["lookup"] + arguments).invocation.get() else {
      return []
    }
    return request.questions.map { "\($0.name) \($0.type)" }
  }

  @Test("lookup takes the type where dig takes it, and -t, -x, -p, @server#port, +short and others")
  func lookup() throws {
    #expect(try questions("example.jp", "mx", "+short") == ["example.jp MX"])
    #expect(try questions("mx", "example.jp") == ["example.jp MX"])
    #expect(try questions("-t", "mx", "example.jp") == ["example.jp MX"])
    #expect(try questions("example.jp", "-t", "TXT", "--type", "mx") == ["example.jp TXT", "example.jp MX"])
    #expect(try questions("-x", "192.0.2.1") == ["1.2.0.192.in-addr.arpa PTR"])
    let request = try ParsedArguments([
      "lookup", "@127.0.0.1", "-p", "5353", "example.jp", "+short", "+tcp", "+time=2", "+tries=1",
    ]).invocation.get()
    guard case .lookup(let lookup) = request else { return #expect(Bool(false)) }
    #expect(lookup.query.port == 5353)
    #expect(lookup.query.tcpOnly)
    #expect(lookup.query.timeout == .seconds(2))
    #expect(lookup.query.attempts == 1)
    #expect(lookup.report.verbosity == -1)
    for text in ["192.0.2.1#5353", "@192.0.2.1#5353", "[2001:db8::1]#5353", "2001:db8::1#5353"] {
      #expect(ServerAddress(text)?.port == 5353, "\(text)")
    }
    for text in ["192.0.2.1#", "192.0.2.1#x", "192.0.2.1:53#53", "#53", "192.0.2.1#0"] {
      #expect(ServerAddress(text) == nil, "\(text)")
    }
  }

  @Test("a port is that of the servers that have none")
  func port() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    for arguments in [["@127.0.0.1", "-p", "\(server.port)"], ["@127.0.0.1#\(server.port)"]] {
      let result = try await ChildProcess.maildnscheck(
        ["lookup"] + arguments + ["example.jp", "mx", "+short"])
      #expect(result.status == 0)
      #expect(result.stderr == "")
    }
    #expect(server.queries.count == 2)
  }

  @Test(
    "elsewhere one line says what to type",
    arguments: [
      (["example.jp", "mx"], "'maildnscheck mx example.jp' or 'maildnscheck lookup example.jp MX'"),
      (["example.jp", "txt"], "'maildnscheck lookup example.jp TXT'"),
      (["TXT", "example.jp"], "'maildnscheck lookup example.jp TXT'"),
      (["example.jp", "dmarc"], "'maildnscheck dmarc example.jp'"),
      (["check", "mx"], "'maildnscheck lookup DOMAIN MX' (a domain is written 'mx.')"),
      (["-t", "mx", "example.jp"], "'maildnscheck lookup example.jp mx'"),
      (["example.jp", "-x", "192.0.2.1"], "'maildnscheck lookup 192.0.2.1'"),
      (["lookup", "mx"], "'maildnscheck lookup NAME mx'"),
      (["lookup", "example.jp", "+trace"], "'+trace' is dig's"),
      (["lookup", "-"], "'lookup' reads no list"),
      (["--offline", "example.jp"], "'--zone-file FILE' has to say"),
      (["--column", "2", "example.jp"], "needs '--input'"),
      (["--input", "list", "-"], "'-' is standard input"),
      (["--summary", "--format", "json", "example.jp"], "needs '--format text'"),
      (["--input", "list", "--resume", "x", "--only", "critical"], "neither --only nor --sort"),
    ] as [([String], String)])
  func oneLine(arguments: [String], words: String) async throws {
    let result = try await ChildProcess.maildnscheck(arguments)
    #expect(result.status == 4)
    #expect(result.stdout == "")
    #expect(result.complaints.count == 1)
    #expect(result.stderr.contains(words), "\(result.stderr)")
  }

  @Test("- is the list on standard input, and a record type in a list is never checked")
  func list() async throws {
    let result = try await ChildProcess.checkOffline(["-q", "-"], input: .text("kara.jp\nmx\n"))
    #expect(result.lines.first == "kara.jp: none OK")
    #expect(
      result.complaints == [
        "maildnscheck: -:2: \(MailDomainError(text: "mx", reason: .recordType(.mx)).wording.english)"
      ])
    #expect(result.status == 4)
  }
}
