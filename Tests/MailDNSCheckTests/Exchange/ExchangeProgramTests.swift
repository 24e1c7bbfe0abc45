import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Exchange: the program")
struct ExchangeProgramTests {
  /// Files in a folder of their own, which goes with it.
  private final class Folder {
    let path: String

    init(_ files: [String: String]) throws {
      let url = FileManager.default.temporaryDirectory.appendingPathComponent("exchange-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      for (name, text) in files { try Data(text.utf8).write(to: url.appendingPathComponent(name)) }
      path = url.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private func run(
    _ arguments: [String], _ files: [String: String], input: ChildProcess.Input = .nothing
  ) async throws -> ChildProcess.Result {
    let folder = try Folder(files)
    return try await ChildProcess.maildnscheck(arguments, directory: folder.path, input: input)
  }

  @Test(
    "the exit status is that of the worst finding; 4 where a file can't be used",
    arguments: [
      (["a.json"], ["a.json": ExchangeFixtures.connector()], 0),
      (["a.json"], ["a.json": ExchangeFixtures.connector(["ConnectorType": "\"OnPremises\""])], 2),
      (["a.json"], ["a.json": ExchangeFixtures.connector(["Enabled": nil])], 3),
      (["--fail-on", "never", "a.json"], ["a.json": ExchangeFixtures.connector(["Enabled": "false"])], 0),
      (["a.csv"], ["a.csv": "a,b\n1,2\n"], 4), (["a.csv"], ["a.csv": ""], 4), (["none"], [:], 4),
      (["."], [:], 4),
      ([], [:], 4), (["--commands", "a.csv"], ["a.csv": ExchangeFixtures.mailboxes], 4),
      (["--exclude", "x", "a.csv"], ["a.csv": ExchangeFixtures.mailboxes], 4), (["--how"], [:], 0),
      (["a.json"], ["a.json": "[]"], 4), (["a.json"], ["a.json": String(repeating: "[", count: 200_000)], 4),
      (["a.json"], ["a.json": "[{\"PrimarySmtpAddress\": tru}]"], 4),
      (["a.json", "b.json"], ["a.json": ExchangeFixtures.connector(), "b.json": "[]"], 0),
      (["a.json", "b.csv"], ["a.json": ExchangeFixtures.connector(), "b.csv": "\u{FEFF}"], 0),
      (
        ["--commands", "--exclude", "CustomAttribute1=X", "--format", "json", "a.csv"],
        ["a.csv": ExchangeFixtures.mailboxes], 4
      ),
      (
        ["--since", "b.csv", "a.csv"],
        ["a.csv": ExchangeFixtures.mailboxes, "b.csv": ExchangeFixtures.domains], 4
      ),
      (["--list", "bypasses", "a.csv"], ["a.csv": ExchangeFixtures.mailboxes], 3),
    ] as [([String], [String: String], Int32)])
  func status(_ arguments: [String], _ files: [String: String], _ status: Int32) async throws {
    let result = try await run(["exchange", "--offline"] + arguments, files)
    #expect(result.status == status, "\(result.stderr)")
    if status == 4 {
      #expect(result.stdout == "")
      #expect(
        !result.stderr.contains("it is empty")
          || !files.values.contains { $0.contains("tru") || $0.contains("[[") })
      #expect(result.stderr.split(separator: "\n").count == 1 && result.stderr.hasPrefix("maildnscheck: "))
    }
  }

  @Test("a file that is no export is one line that names its columns")
  func columns() async throws {
    let result = try await run(["exchange", "--offline", "a.csv"], ["a.csv": "Alpha,\u{1B}[2J\n1,2\n"])
    #expect(result.stderr.contains("a.csv") && result.stderr.contains("Alpha, \\027[2J"))
  }

  @Test("the accepted domains, one a line, ready for --input")
  func domains() async throws {
    let result = try await run(
      ["exchange", "--offline", "--list", "domains", "a.csv"], ["a.csv": ExchangeFixtures.domains])
    #expect(result.stdout == "sakura.example\nume.example\nsakura.onmicrosoft.com\n" && result.status == 0)
  }

  @Test("a domain that two files name is one")
  func domainsOfTwoFiles() async throws {
    let files = ["a.csv": ExchangeFixtures.domains, "b.csv": ExchangeFixtures.domains]
    let list = try await run(["exchange", "--offline", "--list", "domains", "a.csv", "b.csv"], files)
    #expect(list.stdout == "sakura.example\nume.example\nsakura.onmicrosoft.com\n")
    let report = try await run(["exchange", "--offline", "a.csv", "b.csv"], files)
    #expect(report.stdout.ranges(of: "ume.example is an internal relay").count == 1)
  }

  @Test("standard input is a file, too; what comes first on the line need not be judged first")
  func standardInput() async throws {
    let result = try await run(
      ["exchange", "--offline", "--format", "json", "-", "d.csv"], ["d.csv": ExchangeFixtures.domains],
      input: .text(
        ExchangeFixtures.trace.replacing("aoki@sakura.example\",\"y", with: "a@elsewhere.example\",\"y")))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
    let files = try #require(object["files"] as? [[String: Any]])
    #expect(files.map { $0["file"] as? String } == ["-", "d.csv"])
    #expect((object["trace"] as? [String: Any])?["inbound"] as? Int == 2)
  }

  @Test("rows that could not be read are named on standard error, and the others are counted")
  func broken() async throws {
    let text = "PrimarySmtpAddress,RecipientTypeDetails\na@x.example\nb@x.example,UserMailbox\n"
    let result = try await run(["exchange", "--offline", "--format", "ndjson", "a.csv"], ["a.csv": text])
    #expect(result.stderr == "maildnscheck: a.csv:2: 1 column where there are 2\n")
    #expect(result.stdout.contains("\"total\":1") && result.status == 1)
  }

  private static let zone = """
    $ORIGIN sakura.example.
    @ 3600 SOA ns h 1 1 1 1 60
    @ 3600 MX 10 mx.securemx.jp.
    @ 3600 TXT "v=spf1 ip4:192.0.2.1 -all"
    """

  @Test("joined with DNS, the check says what the connectors say, and a policy can expect it")
  func joined() async throws {
    let files = [
      "sakura.example.zone": Self.zone, "open.json": ExchangeFixtures.connector(["Enabled": "false"]),
      "closed.json": ExchangeFixtures.connector(), "d.csv": ExchangeFixtures.domains,
      "policy.json": #"{"default": {"tenant": "closed"}}"#,
    ]
    let check = [
      "--offline", "--format", "ndjson", "--zone-file", "sakura.example.zone", "--policy", "policy.json",
      "--exchange", "d.csv", "sakura.example",
    ]
    let open = try await run(check + ["--exchange", "open.json"], files)
    #expect(
      open.stdout.contains("\"exchange-endpoint-open\"") && open.stdout.contains("\"policy-tenant-open\""))
    #expect(open.status == 2)
    let closed = try await run(check + ["--exchange", "closed.json"], files)
    #expect(
      closed.stdout.contains("\"exchange-endpoint-closed\"") && !closed.stdout.contains("policy-tenant"))
    let unsaid = try await run(check, files)
    #expect(unsaid.stdout.contains("\"policy-tenant-undecided\""))
  }

  @Test("an export that can't be used ends the check with 4, and the plugin with 3")
  func unusable() async throws {
    for (name, text) in [("a.csv", "a,b\n1,2\n"), ("none", nil)] as [(String, String?)] {
      let files = ["sakura.example.zone": Self.zone].merging(text.map { [name: $0] } ?? [:]) { $1 }
      let offline = ["--offline", "--zone-file", "sakura.example.zone"]
      let check = try await run(offline + ["--exchange", name, "sakura.example"], files)
      #expect(check.status == 4 && check.stdout == "" && check.stderr.contains(name))
      let headers = try await run(
        ["headers", "--offline", "--exchange", name, "-"], files, input: .text("From: a@x\n\n"))
      #expect(headers.status == 4 && headers.stdout == "" && headers.stderr.contains(name))
      let plugin = try await run(["nagios"] + offline + ["--exchange", name, "-H", "sakura.example"], files)
      #expect(plugin.status == 3 && plugin.stderr == "" && plugin.stdout.contains(name))
    }
  }

  @Test("the plugin holds the tenant against the policy by the exports that it is given")
  func plugin() async throws {
    let files = [
      "sakura.example.zone": Self.zone, "open.json": ExchangeFixtures.connector(["Enabled": "false"]),
      "closed.json": ExchangeFixtures.connector(), "policy.json": #"{"default": {"tenant": "closed"}}"#,
    ]
    let arguments = [
      "nagios", "--offline", "-vv", "--zone-file", "sakura.example.zone", "--policy", "policy.json", "-H",
      "sakura.example",
    ]
    let open = try await run(arguments + ["--exchange", "open.json"], files)
    #expect(open.status == 2 && open.stdout.contains("policy expects the tenant"))
    let closed = try await run(arguments + ["--exchange", "closed.json"], files)
    #expect(!closed.stdout.contains("policy expects the tenant"))
    let unsaid = try await run(arguments, files)
    #expect(unsaid.stdout.contains("which no export tells"))
  }

  @Test("a message is found in a message trace by the id that Exchange Online gave it")
  func joinedMessage() async throws {
    func message(_ fields: String) -> String {
      "Received: from a.example (198.51.100.77) by b.example; Thu, 19 Nov 2026 00:14:22 +0000\n\(fields)From: a@x.example\n\n"
    }
    let messages =
      [
        (message("X-MS-Exchange-Organization-Network-Message-Id: T2\nMessage-ID: <2@x>\n"), "t2"),
        (message("X-MS-Office365-Filtering-Correlation-Id: t1\nMessage-ID: <1@Client.example>\n"), "t1"),
        (message("X-MS-Office365-Filtering-Correlation-Id: t1\n"), "t1"),
        (message("Message-ID: <3@x>\n"), "t3"),
        (message("X-MS-Exchange-Organization-Network-Message-Id: t9\nMessage-ID: <2@x>\n"), nil),
        (message("Message-ID: <9@x>\n"), nil),
      ] as [(String, String?)]
    for (text, id) in messages {
      let result = try await run(
        ["headers", "--offline", "--format", "json", "--exchange", "t.csv", "a.eml"],
        ["t.csv": ExchangeFixtures.trace, "a.eml": text])
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
      let rows = try #require(object["trace"] as? [[String: Any]])
      #expect(rows.map { $0["messageTraceId"] as? String } == (id.map { [$0] } ?? []), "\(text)")
      let found = result.stdout.contains("\"message-in-trace\"")
      #expect(found == (id != nil) && result.stdout.contains("message-not-in-trace") == !found)
    }
  }

  @Test("a row that has another Message-ID or sender under the message's id is not the message's, and said")
  func contradictingRow() async throws {
    let received = "Received: from a.example (198.51.100.77) by b.example; Thu, 19 Nov 2026 00:14:22 +0000\n"
    let id = "X-MS-Exchange-Organization-Network-Message-Id: t1\n"
    for (fields, shown) in [
      ("Message-ID: <7@x>\nFrom: a@client.example\n", "<1@client.example>"),
      ("Message-ID: <1@client.example>\nReturn-Path: <b@x.example>\nFrom: b@x.example\n", "a@client.example"),
      ("Message-ID: <1@client.example>\nReturn-Path: <A@client.example>\nFrom: b@x.example\n", nil),
      ("Message-ID: <1@client.example>\nReturn-Path: <>\nFrom: a@client.example\n", nil),
      ("Message-ID: <1@client.example>\nFrom: b@x.example\n", nil),
    ] as [(String, String?)] {
      let result = try await run(
        ["headers", "--offline", "--format", "json", "--exchange", "t.csv", "a.eml"],
        ["t.csv": ExchangeFixtures.trace, "a.eml": received + id + fields + "\n"])
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
      let findings = try #require(object["findings"] as? [[String: Any]])
      let said = findings.first { $0["id"] as? String == "message-trace-contradicts" }
      #expect((said != nil) == (shown != nil), "\(fields)")
      if let shown { #expect((said?["message"] as? String)?.contains(shown) == true) }
      #expect((object["trace"] as? [Any])?.count == (shown == nil ? 1 : 0))
      #expect(findings.contains { $0["id"] as? String == "message-in-trace" } == (shown == nil))
      #expect(!findings.contains { $0["id"] as? String == "message-not-in-trace" })
    }
  }

  @Test("only a message trace can be joined with messages")
  func joinedWithSomethingElse() async throws {
    let result = try await run(
      ["headers", "--offline", "--exchange", "d.csv", "-"], ["d.csv": ExchangeFixtures.domains],
      input: .text("From: a@x.example\n\n"))
    #expect(result.status == 4 && result.stderr.contains("d.csv"))
  }

  @Test("CSV parts are files of their own, numbered; on standard output they are one table")
  func parts() async throws {
    let rows = (0..<1_001).map { "g\($0)@sakura.example,GroupMailbox,\n" }.joined()
    let folder = try Folder(["a.csv": "PrimarySmtpAddress,RecipientTypeDetails,CustomAttribute1\n" + rows])
    let arguments = [
      "exchange", "--offline", "--commands", "--exclude", "CustomAttribute1=NOSYNC", "--format", "csv",
      "a.csv",
    ]
    let table = try await ChildProcess.maildnscheck(arguments, directory: folder.path)
    #expect(table.status == 0 && table.stdout.split(separator: "\r\n").count == 1_002)
    let files = try await ChildProcess.maildnscheck(
      arguments + ["--output", "out.csv", "--format", "text", "--output", "all.ps1"], directory: folder.path)
    #expect(files.status == 0 && files.stdout == "", "\(files.stderr)")
    func lines(_ name: String) throws -> Int {
      try String(contentsOfFile: folder.path + "/" + name, encoding: .utf8).split(whereSeparator: \.isNewline)
        .count
    }
    #expect(try lines("out-1.csv") == 1_001 && lines("out-2.csv") == 2)
    #expect(!FileManager.default.fileExists(atPath: folder.path + "/out.csv"))
    #expect(FileManager.default.fileExists(atPath: folder.path + "/all.ps1"))
  }

  @Test("domains that the tenant uses and does not accept are looked up, too")
  func usedDomains() async throws {
    let rule = ExchangeFixtures.rule(
      #""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["fuji.example"]"#)
    let files = [
      "fuji.example.zone": Self.zone.replacing("sakura", with: "fuji"), "sakura.example.zone": Self.zone,
      "d.csv": ExchangeFixtures.domains, "r.json": rule, "o.json": ExchangeFixtures.outbound,
    ]
    let result = try await run(
      [
        "exchange", "--offline", "--zone-file", "fuji.example.zone", "--zone-file", "sakura.example.zone",
        "--format", "csv", "d.csv", "r.json", "o.json",
      ], files)
    #expect(result.stdout.contains("exchange-domain-not-accepted,fuji.example"))
    #expect(!result.stdout.contains("exchange-mx-elsewhere,sakura.example"))
  }

  @Test("the accepted domains are held against MX, and the way out against SPF")
  func domainsInDNS() async throws {
    let rule = ExchangeFixtures.rule(
      #""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["sakura.example"]"#)
    let files = [
      "sakura.example.zone": Self.zone.replacing("10 mx.securemx.jp.", with: "10 mail"),
      "d.csv": ExchangeFixtures.domains,
      "r.json": rule, "o.json": ExchangeFixtures.outbound,
    ]
    let result = try await run(
      [
        "exchange", "--offline", "--zone-file", "sakura.example.zone", "--format", "csv", "d.csv", "r.json",
        "o.json",
      ], files)
    #expect(result.stdout.contains("exchange-mx-elsewhere,sakura.example"))
    #expect(result.stdout.contains("exchange-spf-lacks-route,sakura.example"))
  }

  @Test("a hundred thousand rows take no more memory than a few")
  func memory() async throws {
    let row = "\"利用者\",\"u%@sakura.example\",\"UserMailbox\",\"\"\r\n"
    let rows = (0..<100_000).map { row.replacing("%", with: "\($0)") }.joined()
    let result = try await run(
      ["exchange", "--offline", "--format", "ndjson", "a.csv"],
      [
        "a.csv": "\"DisplayName\",\"PrimarySmtpAddress\",\"RecipientTypeDetails\",\"CustomAttribute1\"\r\n"
          + rows
      ])
    #expect(result.stdout.contains("\"addresses\":100000"))
  }
}
