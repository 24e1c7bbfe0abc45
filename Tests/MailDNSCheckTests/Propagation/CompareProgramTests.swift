import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("compare: the program")
struct CompareProgramTests {
  /// What a server has of example.jp: MX to `host`, SPF, and one name server, 127.0.0.1. `isHome`: it holds the zone.
  @Sendable private static func reply(
    to query: FaultServer.Query, _ host: String, _ timeToLive: UInt32, isHome: Bool
  ) -> Reply {
    let reply: Reply
    switch (query.name.description, query.type) {
    case ("example.jp", .mx):
      reply = .answer(to: query, .mx("example.jp", 10, host, ttl: timeToLive))
    case ("example.jp", .txt): reply = .answer(to: query, .txt("example.jp", "v=spf1 -all", ttl: 60))
    case ("example.jp", .ns): reply = .answer(to: query, .ns("example.jp", "ns.example.jp", ttl: 60))
    case ("ns.example.jp", .a): reply = .answer(to: query, .a("ns.example.jp", "127.0.0.1", ttl: 60))
    default: reply = .nodata(to: query, soa: "example.jp", minimum: 60)
    }
    return reply.with {
      $0.isAuthoritative = isHome
      $0.offersRecursion = !isHome
    }
  }

  private static func home(_ host: String = "new.example") throws -> FaultServer {
    try FaultServer { [.reply(reply(to: $0, host, 3600, isHome: true))] }
  }

  private static func resolver(_ host: String, _ timeToLive: UInt32 = 600) throws -> FaultServer {
    try FaultServer { [.reply(reply(to: $0, host, timeToLive, isHome: false))] }
  }

  /// A resolver that has the old record until it has been asked `rounds` times for MX.
  private static func turning(after rounds: Int) throws -> FaultServer {
    let asked = Guarded(0)
    return try FaultServer { query in
      let count = asked.withLock { count -> Int in
        if query.type == .mx { count += 1 }
        return count
      }
      let host = count > rounds ? "new.example" : "old.example"
      return [.reply(reply(to: query, host, 600, isHome: false))]
    }
  }

  private static func arguments(_ home: UInt16, _ resolvers: [FaultServer], _ more: [String]) -> [String] {
    ["compare", "--port", "\(home)", "--timeout", "0.5", "--attempts", "1"]
      + resolvers.flatMap { ["--server", "127.0.0.1:\($0.port)"] } + more + ["example.jp"]
  }

  private func run(_ arguments: [String]) async throws -> ChildProcess.Result {
    // Wide enough for a sentence to stay on its line.
    try await ChildProcess.maildnscheck(arguments, environment: ["COLUMNS": "300"])
  }

  @Test("the one figure, the records, and 1 where a resolver is behind")
  func behind() async throws {
    let (home, old, new) = (
      try Self.home(), try Self.resolver("old.example"), try Self.resolver("new.example")
    )
    let result = try await run(Self.arguments(home.port, [old, new], []))
    #expect(result.status == 1, "\(result.stdout)\(result.stderr)")
    #expect(result.stdout.contains("Everybody asked has the new records by "))
    #expect(result.stdout.contains("(in 10 minutes)"))
    #expect(result.stdout.contains("10 old.example") && result.stdout.contains("10 new.example"))
    #expect(result.stdout.contains("✓ TXT"))
    #expect(result.stderr == "")
    let japanese = try await run(
      Self.arguments(home.port, [old, new], ["--lang", "ja", "-q"]))
    #expect(japanese.stdout.hasPrefix("example.jp: 警告: すべてのリゾルバが新しいレコードに切り替わる時刻: "))
  }

  @Test("0 where all agree, and 3 where one could not tell")
  func agreed() async throws {
    let (home, new) = (try Self.home(), try Self.resolver("new.example"))
    let result = try await run(Self.arguments(home.port, [new], ["-q"]))
    #expect(
      result.stdout == "example.jp: OK: All resolvers asked have what the zone's own servers have.\n")
    #expect(result.status == 0)
    let silent = try FaultServer { _ in [.drop] }
    let failing = try FaultServer { [.reply(.rcode(2, to: $0))] }
    for other in [silent, failing] {
      let result = try await run(Self.arguments(home.port, [new, other], []))
      #expect(result.status == 3)
      #expect(result.stdout.contains("? 127.0.0.1:\(other.port): could not tell: "), "\(result.stdout)")
      #expect(!result.stdout.contains("no record"))
    }
  }

  @Test("where nobody speaks for the zone, agreement is not enough")
  func homeless() async throws {
    let (closed, resolver) = (try ClosedPort(), try Self.resolver("new.example"))
    let result = try await run(Self.arguments(closed.address.port, [resolver], []))
    #expect(result.status == 3)
    #expect(result.stdout.contains("none of the zone's own servers answered"))
  }

  @Test("a filter is named, and is not waited for")
  func filter() async throws {
    let (home, new) = (try Self.home(), try Self.resolver("new.example"))
    let filter = try FaultServer { query in
      query.type == .mx
        ? [.reply(Reply.nxdomain(to: query, soa: nil).extendedError(15, "policy"))]
        : [.reply(Self.reply(to: query, "new.example", 60, isHome: false))]
    }
    let result = try await run(Self.arguments(home.port, [new, filter], []))
    #expect(result.status == 3)
    #expect(result.stdout.contains("its own answer, not the zone's: Blocked (policy)"), "\(result.stdout)")
  }

  @Test("what is printed is what the schema says, for one domain and for several")
  func schema() async throws {
    let (home, old, silent) = (
      try Self.home(), try Self.resolver("old.example"), try FaultServer { _ in [.drop] }
    )
    let script = """
      import json, sys
      import jsonschema
      schema = json.load(open(sys.argv[1]))
      for error in jsonschema.Draft202012Validator(schema).iter_errors(json.load(sys.stdin)):
          print(list(error.path), error.message[:300], [e.message[:200] for e in error.context or []])
          sys.exit(1)
      """
    for more in [[], ["example.com"]] {
      let result = try await run(
        Self.arguments(home.port, [old, silent], ["--format", "json"] + more))
      let check = try await ChildProcess.run(
        "/usr/bin/python3",
        ["-c", script, ExampleFiles.root.appendingPathComponent("docs/compare-schema.json").path],
        environment: ["PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"], input: .text(result.stdout))
      #expect(check.status == 0, "\(check.stdout)\(check.stderr)\(result.stdout)")
      let json = try JSONSerialization.jsonObject(with: Data(result.stdout.utf8))
      #expect((json is [Any]) == !more.isEmpty)
    }
  }

  @Test("--watch prints a line for each change, and ends when all agree")
  func watch() async throws {
    let (home, turning) = (try Self.home(), try Self.turning(after: 2))
    let result = try await run(
      Self.arguments(home.port, [turning], ["--watch", "--interval", "0.1"]))
    #expect(result.status == 0, "\(result.stdout)\(result.stderr)")
    let lines = result.stdout.split(separator: "\n").map(String.init)
    try #require(lines.count == 3, "\(result.stdout)")
    #expect(lines[0].contains(" example.jp MX: 127.0.0.1:\(turning.port): has still: 10 old.example (until "))
    #expect(lines[1].hasSuffix(" example.jp MX: 127.0.0.1:\(turning.port): has what the zone has"))
    #expect(lines[2].hasPrefix("example.jp: OK: "))
    #expect(turning.queries.count { $0.type == .mx } >= 3)
  }

  @Test("--watch ends when the deadline passes, with what is known by then")
  func deadline() async throws {
    let (home, old) = (try Self.home(), try Self.resolver("old.example"))
    let result = try await run(
      Self.arguments(home.port, [old], ["--watch", "--interval", "0.2", "--deadline", "3"]))
    #expect(result.status == 1, "\(result.stdout)\(result.stderr)")
    #expect(result.stdout.contains("example.jp: WARNING: Everybody asked has the new records by "))
    #expect(old.queries.count { $0.type == .mx } > 1)
  }

  @Test("on a terminal the table is drawn anew in its place")
  func terminal() async throws {
    let (home, turning) = (try Self.home(), try Self.turning(after: 2))
    // util-linux's script(1) gives the program a terminal.
    let arguments = Self.arguments(home.port, [turning], ["--watch", "--interval", "0.1"])
    let command = ([ChildProcess.productPath] + arguments).joined(separator: " ")
    let result = try await ChildProcess.run(
      "/usr/bin/script", ["-qec", command, "/dev/null"],
      environment: ChildProcess.plainEnvironment.merging(["TERM": "xterm"]) { $1 })
    #expect(result.status == 0, "\(result.stdout)")
    let frames = result.stdout.components(separatedBy: "\r\u{1B}[J")
    #expect(frames.count >= 4, "\(result.stdout)")
    #expect(result.stdout.contains(/\u{1B}\[\d+A\r/))
    #expect(frames.dropFirst().first?.contains("10 old.example") == true)
    #expect(frames.last?.contains("All resolvers asked have what the zone's own servers have.") == true)
    #expect(frames.last?.contains("looking again") == false)
    let dumb = try await ChildProcess.run(
      "/usr/bin/script", ["-qec", command, "/dev/null"], environment: ChildProcess.plainEnvironment)
    #expect(!dumb.stdout.contains("\u{1B}[J"))
  }

  @Test("what is no domain is refused, and the others are compared")
  func refused() async throws {
    let (home, new) = (try Self.home(), try Self.resolver("new.example"))
    let result = try await run(Self.arguments(home.port, [new], ["-q", "foo_bar.jp"]))
    #expect(result.status == 4)
    #expect(result.stdout.hasPrefix("example.jp: OK"))
    #expect(result.stderr.split(separator: "\n").count == 1)
  }
}
