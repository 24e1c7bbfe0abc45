import Testing

@testable import MailDNSCheck

@Suite("Hostile data in DNS")
struct HostileDNSTests {
  /// ESC sequence, CR, LF, NUL, BEL, DEL, C1 (as UTF-8 and as a bare octet), bidirectional and invisible characters, a
  /// line separator, octets that are not UTF-8.
  static let poison: [UInt8] =
    Array(
      "\u{1B}[31mred\u{1B}]0;title\u{7}\r\n\u{0}\u{7F}\u{85}\u{9B}31m\u{202E}\u{2066}\u{200B}\u{2028}".utf8)
    + [0x9B, 0xFF, 0xC0, 0xAF, 0xED, 0xA0, 0x80]

  private static func name(_ prefix: [UInt8], _ suffix: String) -> [UInt8] {
    let label = Array((prefix + poison).prefix(63))
    return [UInt8(label.count)] + label + WireWriter.name(suffix)
  }

  private static func txt(_ owner: String, _ text: String) -> Reply.Record {
    let octets = Array(text.utf8) + poison
    return Reply.Record(owner: owner, type: 16, data: [UInt8(octets.count)] + octets)
  }

  /// Poison in whatever is asked for.
  private static func answer(_ query: FaultServer.Query) -> [FaultServer.Action] {
    let owner = query.name.description
    switch query.type {
    case .mx:
      let target = name(Array("mx".utf8), "securemx.jp")
      return [.reply(.answer(to: query, Reply.Record(owner: owner, type: 15, data: [0, 10] + target)))]
    case .txt where owner.hasPrefix("selector"):
      let target = name(Array("selector1-evil".utf8), "_domainkey.evil.onmicrosoft.com")
      return [.reply(.answer(to: query, Reply.Record(owner: owner, type: 5, data: target)))]
    case .txt where owner.hasPrefix("key1."):
      return [.reply(.answer(to: query, txt(owner, "v=DKIM1; k=rsa; p=AAAA; n=")))]
    case .txt where owner.hasPrefix("_dmarc."):
      return [.reply(.answer(to: query, txt(owner, "v=DMARC1; p=none; rua=mailto:a@evil.example; x=")))]
    case .txt where owner == "evil.example":
      return [
        .reply(
          .answer(to: query, txt(owner, "v=spf1 include:x.example ?all a:"), txt(owner, "MS=ms1")))
      ]
    case .txt:
      return [.reply(.nxdomain(to: query, soa: "example").extendedError(18, "\u{1B}[2J\u{202E}no"))]
    case .cname:
      return [.reply(.answer(to: query, Reply.Record(owner: owner, type: 5, data: name([], "outlook.com"))))]
    default:
      return [.reply(.nodata(to: query, soa: "example"))]
    }
  }

  @Test(
    "nothing of it reaches the report raw",
    arguments: [
      "text", "json", "ndjson", "markdown", "html", "junit", "sarif", "prometheus", "zabbix", "github",
    ],
    ["en", "ja"])
  func report(format: String, language: String) async throws {
    let server = try FaultServer(Self.answer)
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--format", format, "--lang", language, "-vv", "evil.example")
    #expect(result.status == 2)
    #expect(result.stdout.contains("evil.example"))
    #expect(Visibility.violations(in: result.standardOutput) == [])
    #expect(Visibility.violations(in: result.standardError) == [])
    if format.hasSuffix("json") { #expect(try Visibility.violations(inJSON: result.standardOutput) == []) }
  }

  @Test("nor does the text of an extended error", arguments: ["text", "json", "ndjson"], ["en", "ja"])
  func extendedError(format: String, language: String) async throws {
    let server = try FaultServer {
      [.reply(.rcode(2, to: $0).extendedError(6, "\u{1B}[31m\r\n\u{0}\u{9B}\u{202E}bogus"))]
    }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--attempts", "1", "--format", format, "--lang", language,
      "-vv",
      "evil.example")
    #expect(result.status == 3)
    #expect(result.stdout.contains("bogus"))
    #expect(Visibility.violations(in: result.standardOutput) == [])
    if format.hasSuffix("json") { #expect(try Visibility.violations(inJSON: result.standardOutput) == []) }
  }

  @Test("look-ups show it written out", arguments: ["text", "json"], ["-v", "-q"])
  func lookup(format: String, verbosity: String) async throws {
    let server = try FaultServer(Self.answer)
    let result = try await ChildProcess.maildnscheck(
      "lookup", "--server", "127.0.0.1:\(server.port)", "--format", format, verbosity, "evil.example", "MX",
      "TXT",
      "CNAME", "A")
    #expect(result.status == 0)
    #expect(result.stdout.contains("securemx.jp"))
    #expect(Visibility.violations(in: result.standardOutput) == [])
    if format == "json" { #expect(try Visibility.violations(inJSON: result.standardOutput) == []) }
  }

  @Test(
    "replies that are garbage, cut short or without end make unknown, not a trap",
    arguments: [0, 11, 12, 40, 400])
  func garbage(count: Int) async throws {
    let server = try FaultServer { query in
      [.reply(query.octets.prefix(2) + Reply.garbage(count: count, seed: UInt64(query.sequence)))]
    }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "0.5", "--attempts", "1", "-q", "evil.example")
    #expect(result.stdout.hasPrefix("evil.example: unknown UNKNOWN: "))
    #expect(result.status == 3)
  }

  @Test("a reply whose records are cut off is unknown, not absent")
  func cutRecords() async throws {
    let server = try FaultServer { query in
      let whole = Reply.answer(to: query, .mx(query.name.description, 10, "mail.example.jp")).octets
      return [.reply(Array(whole.dropLast(9)))]
    }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "--timeout", "0.5", "--attempts", "1", "-q", "evil.example")
    #expect(result.stdout.hasPrefix("evil.example: unknown UNKNOWN: "))
  }

  @Test("CNAMEs in a circle end")
  func circle() async throws {
    let server = try FaultServer { query in
      let name = query.name.description
      return [
        .reply(.cname(to: query, target: name.hasPrefix("a.") ? String(name.dropFirst(2)) : "a." + name))
      ]
    }
    let result = try await ChildProcess.maildnscheck(
      "--server", "127.0.0.1:\(server.port)", "-q", "evil.example")
    #expect(result.stdout.hasPrefix("evil.example: unknown UNKNOWN: "))
    #expect(result.status == 3)
  }
}
