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
    let path = "/nonexistent/zone"
    let result = try await ChildProcess.maildnscheck("--zone-file", path, "--offline", "example.jp")
    #expect(result.stderr == "maildnscheck: can't read \(path): No such file or directory\n")
    #expect(result.stdout == "")
    #expect(result.status == 4)
  }

  @Test(
    "a syntax error is a critical finding with file, line, column and the line itself; the rest is checked",
    arguments: [
      ("@ A 192.0.2.256", "7:5"), ("www IN FOO bar", "7:8"), ("@ TXT \"open", "7:7"),
      ("@ MX ten mail", "7:6"),
    ])
  func syntaxError(line: String, place: String) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example + line + "\n", to: "zone")
    let result = try await ChildProcess.maildnscheck("--zone-file", path, "--offline", "example.jp")
    #expect(result.stderr == "")
    let text = result.stdout.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("\(path):\(place): "))
    #expect(text.contains("The line: \(line)"))
    #expect(text.contains("p=reject"))
    #expect(result.status == 2)
  }

  @Test("garbage, emptiness and size beyond all bounds are a few safe lines, and 4")
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
      #expect((1...20).contains(result.complaints.count))
      #expect(result.stderr.hasPrefix("maildnscheck: \(path):"))
      #expect(Visibility.violations(in: result.standardError) == [])
      #expect(result.stderr.utf8.count < 20_000)
    }
  }

  @Test("what lies outside the zones is asked in DNS, and what lies in them is not")
  func outside() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example, to: "zone")
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", path, "--server", "127.0.0.1:\(server.port)", "-q", "example.jp", "other.example")
    #expect(
      result.lines == ["example.jp: none OK", "other.example: none CRITICAL: The domain does not exist"])
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
    #expect(result.stdout.hasPrefix("other.example: unknown UNKNOWN: "))
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

  private static let relative = "$TTL 3600\n@ SOA ns1 host 1 1 1 1 1\n@ MX 100 mx.securemx.jp.\n"

  @Test("a file that begins with @ has the origin of its name, and the report says so")
  func originInName() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.relative, to: "example.jp.zone")
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", path, "--offline", "--format", "json", "example.jp")
    #expect(result.stdout.contains("\"id\" : \"securemx\""))
    #expect(result.stdout.contains("zone-origin-assumed"))
    let stated = try await ChildProcess.maildnscheck(
      "--zone-file", "other.jp=\(path)", "--offline", "--format", "json", "other.jp")
    #expect(stated.stdout.contains("\"id\" : \"securemx\""))
    #expect(!stated.stdout.contains("zone-origin-assumed"))
    let plain = try directory.write(Self.relative, to: "zone")
    let checked = try await ChildProcess.maildnscheck(
      "--zone-file", plain, "--offline", "--format", "json", "checked.jp")
    #expect(checked.stdout.contains("zone-origin-assumed"))
  }

  @Test("standard input is a zone transfer as it comes, and every name with mail is checked")
  func standardInput() async throws {
    let transfer = """
      ; <<>> DiG 9.18 <<>> axfr example.jp
      example.jp. 60 IN SOA ns.example.jp. h.example.jp. 1 2 3 4 5
      example.jp. 60 IN MX 10 mx.example.jp.
      mx.example.jp. 60 IN A 192.0.2.1
      sub.example.jp. 60 IN TXT "v=spf1 -all"
      _dmarc.only.example.jp. 60 IN TXT "v=DMARC1; p=reject"
      s1._domainkey.keys.example.jp. 60 IN TXT "v=DKIM1; p="
      *.wild.example.jp. 60 IN MX 10 mx.example.jp.
      cut.example.jp. 60 IN NS ns.example.net.
      below.cut.example.jp. 60 IN MX 10 mx.example.jp.
      example.jp. 60 IN SOA ns.example.jp. h.example.jp. 1 2 3 4 5

      """
    for arguments in [["--all-names"], []] {
      let result = try await ChildProcess.maildnscheck(
        ["--zone-file", "-", "--offline", "--format", "ndjson"] + arguments, input: .text(transfer))
      let domains = result.lines.map {
        $0.contains("\"domain\":\"")
          ? $0.components(separatedBy: "\"domain\":\"")[1].components(separatedBy: "\"")[0] : ""
      }
      #expect(domains == ["example.jp", "sub.example.jp", "only.example.jp", "keys.example.jp"])
    }
    let twice = try await ChildProcess.maildnscheck("--zone-file", "-", "--input", "-", "--offline")
    #expect(twice.complaints.count == 1)
    #expect(twice.stdout == "")
  }

  @Test(
    "names with MX that are no mail domains are passed over, and named once", arguments: Language.allCases)
  func passedOver(_ language: Language) async throws {
    let directory = try TemporaryDirectory()
    let zone = """
      $ORIGIN example.jp.
      $TTL 300
      @ IN SOA ns hostmaster 1 3600 600 86400 300
      @ MX 10 mx
      mx A 192.0.2.1
      *.wild MX 10 mx
      *.wild MX 20 mx
      first\\.last MX 10 mx
      * TXT "v=spf1 -all"
      cut NS ns.example.net.
      *.cut MX 10 mx

      """
    let path = try directory.write(zone, to: "example.jp.zone")
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", path, "--all-names", "--offline", "-q", "--lang", language.rawValue)
    #expect(result.lines.count == 1)
    switch language {
    case .english:
      #expect(
        result.complaints == [
          "maildnscheck: passed over, with MX records but no mail domain: *.wild.example.jp, "
            + "first\\.last.example.jp; to check what a wildcard says, give a name that it stands for"
        ])
    case .japanese:
      #expect(
        result.complaints == [
          "maildnscheck: MXレコードがあってもメールドメインではないため、検査しない名前: *.wild.example.jp、"
            + "first\\.last.example.jp。ワイルドカードの内容は、該当する名前を1つ指定すると検査できます"
        ])
    }
  }

  @Test("of many names with MX that are no mail domains ten are named")
  func manyPassedOver() {
    let names = (0..<1_200).compactMap { DomainName("a\\.\($0).example.jp") }
    let wording = Wording.passedOver(names)
    #expect(wording.english.hasSuffix(", a\\.9.example.jp and 1,190 more"))
    #expect(wording.japanese.hasSuffix("、a\\.9.example.jp、ほか1,190件"))
  }

  @Test("a folder is all zones below it; what is left out is named, with the reason")
  func folder() async throws {
    let directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones/b", withIntermediateDirectories: true)
    try directory.write(Self.relative, to: "zones/one.jp.zone")
    try directory.write(Self.relative, to: "zones/b/db.two.jp")
    try directory.write("key TXT \"part\"\n", to: "zones/part.inc")
    try directory.write("hello, world\n", to: "zones/README")
    try directory.write("$INCLUDE ../secret\n" + Self.relative, to: "zones/three.jp")
    try directory.write("x A 192.0.2.1\n", to: "secret")
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", directory.path + "/zones", "--offline", "-q")
    #expect(result.lines.map { $0.split(separator: ":").first } == ["two.jp", "one.jp", "three.jp"])
    #expect(
      result.lines.last?.hasPrefix("three.jp: securemx ") == true
        && result.lines.last?.contains("A line of the zone file can't be read") == false)
    #expect(result.complaints.count == 2)
    #expect(result.complaints.allSatisfy { $0.contains("left out: ") })
    let empty = try await ChildProcess.maildnscheck(
      "--zone-file", directory.path + "/none", "--offline", "a.jp")
    #expect(empty.status == 4)
  }

  @Test("zones of OctoDNS in a folder: those in one file, those in several, and what is none")
  func octoDNS() async throws {
    let directory = try TemporaryDirectory()
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones/two.jp.", withIntermediateDirectories: true)
    let record = "'':\n  type: MX\n  value: {preference: 100, exchange: mx.securemx.jp.}\n"
    try directory.write(record, to: "zones/one.jp.yaml")
    try directory.write("www:\n  type: A\n  value: 192.0.2.1\n", to: "zones/two.jp./www.yaml")
    try directory.write(record, to: "zones/two.jp./$two.jp.yaml")
    try directory.write("text:\n  type: TXT\n  value: beside\n", to: "zones/two.jp.yaml")
    try directory.write("providers:\n  zones:\n    class: x\n", to: "zones/config.yaml")
    let result = try await ChildProcess.maildnscheck(
      "--zone-file", directory.path + "/zones", "--offline", "-q")
    #expect(result.lines.map { $0.split(separator: ":").first } == ["one.jp", "two.jp"])
    #expect(result.lines.allSatisfy { $0.contains(": securemx ") })
    #expect(result.complaints.count == 1)
    #expect(result.stderr.contains("left out: \(directory.path)/zones/config.yaml:1:1: "))
    let beside = try await ChildProcess.maildnscheck(
      "lookup", "--zone-file", directory.path + "/zones", "--offline", "-q", "text.two.jp", "TXT")
    #expect(beside.lines == ["\"beside\""])
  }

  @Test("a file of a folder whose name is not in UTF-8 is named as left out")
  func nameInAnotherEncoding() async throws {
    let directory = try TemporaryDirectory()
    try directory.write(Self.example, to: "example.jp.zone")
    let path =
      directory.path.utf8CString.dropLast() + [0x2F, CChar(bitPattern: 0x93), CChar(bitPattern: 0xFA), 0]
    let file = fopen(Array(path), "w")
    try #require(file != nil)
    fclose(file)
    let result = try await ChildProcess.maildnscheck("--zone-file", directory.path, "--offline", "-q")
    #expect(result.complaints.count == 1)
    #expect(result.stderr.contains("left out: \(directory.path)/"))
  }

  @Test("mistakes are said on standard error where there is no report to have them")
  func lookup() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.example + "www IN FOO bar\n", to: "zone")
    let result = try await ChildProcess.maildnscheck(
      "lookup", "--zone-file", path, "--offline", "-q", "example.jp", "MX")
    #expect(result.complaints.count == 1)
    #expect(result.stderr.hasPrefix("maildnscheck: \(path):7:8: unknown record type \"FOO\""))
    #expect(result.status == 0)
  }
}
