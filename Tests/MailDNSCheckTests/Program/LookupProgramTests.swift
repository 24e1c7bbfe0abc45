import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Look-ups by the program")
struct LookupProgramTests {
  private static let zone = """
    $ORIGIN example.jp.
    $TTL 300
    @ IN SOA ns hostmaster 1 3600 600 86400 300
    @ NS ns
    ns A 127.0.0.1
    @ A 192.0.2.1
    @ AAAA 2001:db8::1
    @ MX 10 mail
    @ TXT "one" "two"
    @ TXT "say \\"hi\\""
    @ CAA 0 issue "ca.example.net"
    mail A 192.0.2.25
    _sip._tcp SRV 1 2 5060 mail
    _25._tcp.mail TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    www CNAME web
    web CNAME mail
    gone CNAME nowhere
    strange TYPE65280 \\# 3 010203

    """
  private static let reverse = """
    $ORIGIN 2.0.192.in-addr.arpa.
    $TTL 300
    @ IN SOA ns.example.jp. hostmaster.example.jp. 1 3600 600 86400 300
    @ NS ns.example.jp.
    25 PTR mail.example.jp.

    """
  private static let reverse6 = """
    $ORIGIN 8.b.d.0.1.0.0.2.ip6.arpa.
    $TTL 300
    @ IN SOA ns.example.jp. hostmaster.example.jp. 1 3600 600 86400 300
    @ NS ns.example.jp.
    1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0 PTR mail.example.jp.

    """

  private static let server = Swift.Result {
    try NSDServer([
      TestZone("example.jp", zone), TestZone("2.0.192.in-addr.arpa", reverse),
      TestZone("8.b.d.0.1.0.0.2.ip6.arpa", reverse6),
    ])
  }

  private func lookup(_ arguments: String...) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(["lookup", "@127.0.0.1:\(try Self.server.get().port)"] + arguments)
  }

  @Test(
    "-q prints the data alone, as dig +short does",
    arguments: [
      ("example.jp", "A", ["192.0.2.1"]), ("example.jp", "AAAA", ["2001:db8::1"]),
      ("example.jp", "MX", ["10 mail.example.jp."]), ("example.jp", "NS", ["ns.example.jp."]),
      ("example.jp", "TXT", ["\"one\" \"two\"", "\"say \\\"hi\\\"\""]),
      ("example.jp", "SOA", ["ns.example.jp. hostmaster.example.jp. 1 3600 600 86400 300"]),
      ("example.jp", "CAA", ["0 issue \"ca.example.net\""]),
      ("_sip._tcp.example.jp", "SRV", ["1 2 5060 mail.example.jp."]),
      ("www.example.jp", "A", ["web.example.jp.", "mail.example.jp.", "192.0.2.25"]),
      ("www.example.jp", "CNAME", ["web.example.jp."]), ("192.0.2.25", "PTR", ["mail.example.jp."]),
      ("strange.example.jp", "TYPE65280", ["\\# 3 010203"]), ("example.jp", "mx", ["10 mail.example.jp."]),
      ("EXAMPLE.jp.", "A", ["192.0.2.1"]), ("example.jp", "SRV", []), ("no.example.jp", "A", []),
      ("gone.example.jp", "A", ["nowhere.example.jp."]),
    ] as [(String, String, [String])])
  func short(name: String, type: String, data: [String]) async throws {
    let result = try await lookup("-q", name, type)
    #expect(result.lines.sorted() == data.sorted())
    if type != "TXT" { #expect(result.lines == data) }
    #expect(result.status == 0)
    #expect(result.stderr == "")
  }

  @Test("TLSA data is that of dig, whatever the spacing")
  func tlsa() async throws {
    let result = try await lookup("-q", "_25._tcp.mail.example.jp", "TLSA")
    #expect(
      result.stdout.lowercased().filter { !$0.isWhitespace }
        == "311" + String(repeating: "0123456789abcdef", count: 4))
  }

  @Test(
    "an address is turned into a PTR question",
    arguments: [
      ("192.0.2.25", "25.2.0.192.in-addr.arpa"),
      ("2001:db8::1", "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa"),
    ])
  func reverse(address: String, name: String) async throws {
    #expect(try await lookup("-q", address).stdout == "mail.example.jp.\n")
    #expect(try await lookup(address).stdout.contains("\(name)."))
  }

  @Test("the text shows owner, TTL, chain, server, transport and time")
  func text() async throws {
    let result = try await lookup("www.example.jp", "A")
    let records = result.lines.filter { !$0.hasPrefix(";") && !$0.isEmpty }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(
      records == [
        ["www.example.jp.", "300", "CNAME", "web.example.jp."],
        ["web.example.jp.", "300", "CNAME", "mail.example.jp."],
        ["mail.example.jp.", "300", "A", "192.0.2.25"],
      ])
    let comments = result.lines.filter { $0.hasPrefix(";") }.joined(separator: "\n")
    #expect(comments.contains("127.0.0.1:\(try Self.server.get().port) UDP"))
    #expect(comments.contains(" ms"))
    #expect(try await lookup("--tcp", "www.example.jp", "A").stdout.contains(" TCP"))
  }

  @Test("several types, and without one those that matter for mail")
  func types() async throws {
    let two = try await lookup("--format", "json", "example.jp", "MX", "TXT").objects()
    #expect(two.map { ($0["question"] as? [String: Any])?["type"] as? String } == ["MX", "TXT"])
    let standard = try await lookup("--format", "json", "example.jp").objects()
    let types = Set(standard.compactMap { ($0["question"] as? [String: Any])?["type"] as? String })
    #expect(types.isSuperset(of: ["A", "AAAA", "MX", "TXT"]))
  }

  @Test("a definite absence is 0 and says which: no such name, or no data")
  func absence() async throws {
    let missing = try await lookup("no.example.jp", "A")
    #expect(missing.stdout.contains("NXDOMAIN"))
    #expect(missing.status == 0)
    let empty = try await lookup("mail.example.jp", "MX")
    #expect(empty.stdout.contains("NODATA"))
    #expect(empty.status == 0)
    let dangling = try await lookup("gone.example.jp", "A")
    #expect(dangling.stdout.contains("NXDOMAIN") && dangling.stdout.contains("nowhere.example.jp"))
    #expect(dangling.status == 0)
  }

  @Test(
    "a server's failure is 3, with the extended error", arguments: [["-v"], ["-q"], ["--format", "json"]])
  func failure(options: [String]) async throws {
    let server = try FaultServer { [.reply(.rcode(2, to: $0).extendedError(6, "signature expired"))] }
    let result = try await ChildProcess.maildnscheck(
      ["lookup", "@127.0.0.1:\(server.port)", "--attempts", "1", "example.jp", "A"] + options)
    #expect(result.status == 3)
    // Comments are wrapped.
    let said = (result.stdout + result.stderr).replacingOccurrences(of: "\n; ", with: " ")
    #expect(said.contains("SERVFAIL"))
    #expect(said.contains("signature expired"))
  }

  @Test("one failure among answers is 3, and the answers are shown")
  func partialFailure() async throws {
    let server = try FaultServer { query in
      query.type == .mx
        ? [.reply(.rcode(5, to: query))]
        : [.reply(.answer(to: query, .a(query.name.description, "192.0.2.1")))]
    }
    let result = try await ChildProcess.maildnscheck(
      "lookup", "@127.0.0.1:\(server.port)", "--attempts", "1", "example.jp", "A", "MX")
    #expect(result.status == 3)
    #expect(result.stdout.contains("192.0.2.1"))
    #expect(result.stdout.contains("REFUSED"))
  }

  @Test("AD is shown where the server is on loopback")
  func authenticated() async throws {
    for isAuthenticated in [true, false] {
      let server = try FaultServer { query in
        [
          .reply(
            .answer(to: query, .a("example.jp", "192.0.2.1")).with { $0.isAuthenticated = isAuthenticated })
        ]
      }
      let arguments = ["lookup", "@127.0.0.1:\(server.port)", "example.jp", "A"]
      let text = try await ChildProcess.maildnscheck(arguments)
      #expect(text.stdout.contains("(AD)") == isAuthenticated)
      let json = try await ChildProcess.maildnscheck(arguments + ["--format", "json"]).objects()
      #expect(json.first?["authenticated"] as? Bool == isAuthenticated)
    }
  }

  @Test("a truncated answer is fetched whole over TCP")
  func truncated() async throws {
    let server = try FaultServer { query in
      query.transport == .udp
        ? [.reply(.truncated(to: query))]
        : [.reply(.answer(to: query, records: (1...100).map { .a("example.jp", "192.0.2.\($0)") }))]
    }
    let result = try await ChildProcess.maildnscheck(
      "lookup", "@127.0.0.1:\(server.port)", "-q", "example.jp", "A")
    #expect(result.lines.count == 100)
    #expect(result.status == 0)
  }

  @Test("the same from a zone file")
  func zoneFile() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write(Self.zone, to: "zone")
    for name in ["example.jp", "www.example.jp", "no.example.jp", "gone.example.jp"] {
      for type in ["A", "MX", "CAA", "SOA"] {
        let live = try await lookup("-q", name, type)
        let offline = try await ChildProcess.maildnscheck(
          "lookup", "--zone-file", path, "--offline", "-q", name, type)
        #expect(offline.stdout == live.stdout, "\(name) \(type)")
        #expect(offline.status == live.status)
      }
    }
  }
}
