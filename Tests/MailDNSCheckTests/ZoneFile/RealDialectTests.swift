import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Zone files written by real programs")
struct RealDialectTests {
  private static let text = """
    $ORIGIN example.jp.
    $TTL 3600
    @ SOA ns1 hostmaster 1 7200 1800 1209600 300
    @ NS ns1
    ns1 A 192.0.2.53
    @ MX 10 mail
    @ MX 20 mail.sub
    mail A 192.0.2.25
    mail AAAA 2001:db8::25
    mail.sub A 192.0.2.26
    @ TXT "v=spf1 mx -all" "x;y \\"q\\""
    _dmarc TXT "v=DMARC1; p=reject"
    s1._domainkey CNAME s1.keys.example.net.
    *.wild 60 TXT "w"
    @ CAA 128 issue "ca.example"
    _25._tcp.mail TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    loc LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
    svc HTTPS 1 . alpn=h2 ipv4hint=192.0.2.1
    old TYPE65280 \\# 3 010203

    """

  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = try directory.write(Self.text, to: "source")
  }

  private func records(_ text: String, named: String = "f") throws -> Set<ResourceRecord> {
    let file = try ZoneFile(
      name: named, content: FileContent(Array(text.utf8)),
      hints: OriginHints(inFileName: OriginHints.domain(inFileName: named)))
    #expect(file.faults.kept.map(\.wholeWording.english) == [])
    return Set(file.zones.values.flatMap(\.records).map(\.record))
  }

  private func run(_ program: String, _ arguments: [String]) async throws -> String {
    let path = ["/usr/sbin/", "/usr/bin/"].map { $0 + program }.first(
      where: FileManager.default.isExecutableFile)
    let result = try await ChildProcess.run(
      try #require(path, "\(program) is not installed: run Scripts/install-test-tools"), arguments)
    #expect(result.status == 0, "\(result.stderr)")
    return result.stdout
  }

  @Test("named-compilezone in each style", arguments: ["full", "relative"])
  func compileZone(style: String) async throws {
    let out = directory.path + "/out"
    _ = try await run("named-compilezone", ["-s", style, "-i", "none", "-o", out, "example.jp", path])
    #expect(try records(String(contentsOfFile: out, encoding: .utf8)) == records(Self.text))
  }

  @Test("ldns-read-zone")
  func ldns() async throws {
    #expect(try await records(run("ldns-read-zone", [path])) == records(Self.text))
  }

  @Test("a raw file of BIND is named as what it is")
  func raw() async throws {
    let out = directory.path + "/out"
    _ = try await run("named-compilezone", ["-F", "raw", "-i", "none", "-o", out, "example.jp", path])
    let error = #expect(throws: UnusableZoneFile.self) {
      try ZoneFile(name: out, content: try FileContent(of: out, atMost: ZoneFile.maximumSize))
    }
    #expect(error?.errors.map(\.reason) == [.binaryZone])
  }

  @Test(
    "a zone transfer from NSD",
    arguments: [
      ("dig", ["+noidnout", "axfr", "example.jp", "@127.0.0.1", "-p", "PORT"]),
      ("kdig", ["axfr", "example.jp", "@127.0.0.1", "-p", "PORT"]),
      ("drill", ["-p", "PORT", "example.jp", "AXFR", "@127.0.0.1"]),
    ])
  func transfer(program: String, arguments: [String]) async throws {
    let server = try NSDServer(origin: "example.jp", Self.text)
    let arguments = arguments.map { $0 == "PORT" ? String(server.port) : $0 }
    #expect(try await records(run(program, arguments)) == records(Self.text))
  }

  @Test("dnspython, relative and without $ORIGIN")
  func dnspython() async throws {
    let script = """
      import dns.zone, sys
      zone = dns.zone.from_file(sys.argv[1], 'example.jp.', relativize=True)
      zone.to_file(sys.stdout)
      """
    #expect(
      try await records(run("python3", ["-c", script, path]), named: "example.jp.zone") == records(Self.text))
  }

  @Test("pdnsutil list-zone")
  func powerDNS() async throws {
    try directory.write("launch=gsqlite3\ngsqlite3-database=\(directory.path)/db\n", to: "pdns.conf")
    _ = try await run(
      "sqlite3", ["\(directory.path)/db", ".read /usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql"])
    let configuration = "--config-dir=\(directory.path)"
    _ = try await run("pdnsutil", [configuration, "load-zone", "example.jp", path])
    let text = try await run("pdnsutil", [configuration, "list-zone", "example.jp"])
    #expect(try records(text) == records(Self.text))
  }
}
