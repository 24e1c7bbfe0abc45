import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Zone files given to the program")
struct ZoneFileProgramTests {
  private static let example = """
    $ORIGIN example.jp.
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 300
    @ MX 0 .
    @ TXT "v=spf1 -all"
    _dmarc TXT "v=DMARC1; p=reject"

    """

  @Test("a file that can't be read is one line, and 4")
  func unreadable() async throws {
    for (path, reason) in [("/nonexistent/zone", "No such file or directory"), ("/tmp", "Is a directory")] {
      let result = try await ChildProcess.maildnscheck("--zone-file", path, "--offline", "example.jp")
      #expect(result.stderr == "maildnscheck: can't read \(path): \(reason)\n")
      #expect(result.stdout == "")
      #expect(result.status == 4)
    }
  }

  @Test(
    "a syntax error is one line with file, line and column, and 4",
    arguments: [
      ("@ A 192.0.2.256", "7:5"), ("www IN FOO bar", "7:8"), ("@ TXT \"open", "7:7"),
      ("@ MX ten mail", "7:6"),
    ])
  func syntaxError(line: String, place: String) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example + line + "\n", to: "zone")
    let result = try await ChildProcess.maildnscheck("--zone-file", path, "--offline", "example.jp")
    #expect(result.stderr.hasPrefix("maildnscheck: \(path):\(place): "))
    #expect(result.complaints.count == 1)
    #expect(result.stdout == "")
    #expect(result.status == 4)
  }

  @Test("garbage, emptiness and size beyond all bounds are one safe line, and 4")
  func garbage() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/zone"
    for octets in [
      Reply.garbage(count: 300_000), [], [0], Array(repeating: UInt8(ascii: "("), count: 2_000_000),
    ] {
      try Data(octets).write(to: URL(fileURLWithPath: path))
      let result = try await ChildProcess.maildnscheck("--zone-file", path, "--offline", "example.jp")
      #expect(result.status == 4)
      #expect(result.stdout == "")
      #expect(result.complaints.count == 1)
      #expect(result.stderr.hasPrefix("maildnscheck: \(path):"))
      #expect(Visibility.violations(in: result.standardError) == [])
      #expect(result.stderr.utf8.count < 2000)
    }
    let endless = try await ChildProcess.maildnscheck("--zone-file", "/dev/zero", "--offline", "example.jp")
    #expect(endless.status == 4)
    #expect(endless.complaints.count == 1)
  }

  @Test("what lies outside the zones is asked in DNS, and what lies in them is not")
  func outside() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example, to: "zone")
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", path, "--server", "127.0.0.1:\(server.port)", "-q", "example.jp", "other.example")
    #expect(result.lines == ["example.jp: none OK", "other.example: none CRITICAL"])
    let zone = DomainName("example.jp")!
    #expect(!server.queries.isEmpty)
    #expect(server.queries.allSatisfy { !($0.name == zone || $0.name.description.hasSuffix(".example.jp")) })
  }

  @Test("offline, what lies outside is unknown, and nobody is asked")
  func offline() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example, to: "zone")
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", path, "--offline", "--server", "127.0.0.1:\(server.port)", "-q", "other.example")
    #expect(result.stdout == "other.example: unknown UNKNOWN: The route could not be determined\n")
    #expect(result.status == 3)
    #expect(server.queries.isEmpty)
  }

  @Test("several files are one set of zones")
  func severalFiles() async throws {
    let directory = try TemporaryDirectory()
    let first = try directory.write(Self.example, to: "one")
    let second = try directory.write(
      Self.example.replacingOccurrences(of: "example.jp", with: "example.com"), to: "two")
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", first, "--zone-file", second, "--offline", "--format", "ndjson", "example.com",
      "example.jp")
    #expect(try result.objectLines().map(\.route) == ["none", "none"])
    let twice = try await ChildProcess.maildnscheck(
      "--zone-file", first, "--zone-file", first, "--offline", "-q", "example.jp")
    #expect(twice.status == 4)
    #expect(twice.complaints.count == 1)
  }
}
