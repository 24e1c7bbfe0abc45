import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Messages: the command")
struct MessagesProgramTests {
  private func run(_ arguments: [String], input: String) async throws -> ChildProcess.Result {
    try await ChildProcess.maildnscheck(["headers", "--offline"] + arguments, input: .text(input))
  }

  @Test("the exit status is that of the worst finding, and 4 where there is no message")
  func status() async throws {
    let direct = SampleMessage.direct().text
    #expect(try await run([], input: SampleMessage.throughSecureMX().text).status == 0)
    #expect(try await run(["-"], input: direct).status == 0)
    #expect(try await run(["--expect", "securemx-office365", "-"], input: direct).status == 2)
    #expect(
      try await run(["--expect", "securemx-office365", "--fail-on", "never"], input: direct).status == 0)
    for text in ["", "\n\n", "hello, world\n", "key: value\n"] {
      let result = try await run([], input: text)
      #expect(result.status == 4)
      #expect(result.stdout == "")
      #expect(result.stderr.split(separator: "\n").count == 1)
    }
    #expect(try await run(["/nonexistent/a.eml"], input: "").status == 4)
  }

  @Test("files that can't be used are named, a line each, and the others count all the same")
  func unusable() async throws {
    let directory = try TemporaryDirectory()
    let good = try directory.write(SampleMessage.throughSecureMX().text, to: "good.eml")
    let empty = directory.path + "/empty"
    try FileManager.default.createDirectory(atPath: empty, withIntermediateDirectories: false)
    let text = try directory.write("no message\n", to: "text.eml")
    let zone = try directory.write("example.jp. 60 IN MX\n", to: "broken.zone")
    for bad in [text, empty, directory.path + "/nowhere.eml"] {
      for format in ["text", "json", "ndjson", "csv", "markdown", "html"] {
        let result = try await run(["--format", format, good, bad], input: "")
        #expect(result.status == 4, "\(bad)")
        #expect(result.stderr.split(separator: "\n").count == 1)
        #expect(result.stderr.contains(bad))
        #expect(result.stdout.lowercased().contains("securemx"))
        // Standard error has said it to whoever reads text.
        #expect(result.stdout.contains("Not examined: ") == (format != "text"), "\(bad), \(format)")
      }
      let report = directory.path + "/report"
      #expect(try await run(["--format", "text", "--output", report, good, bad], input: "").status == 4)
      let written = try String(contentsOfFile: report, encoding: .utf8)
      #expect(written.contains("Not examined: ") && written.contains(bad))
      try FileManager.default.removeItem(atPath: report)
      #expect(try await run([bad], input: "").status == 4)
    }
    #expect(try await run(["--zone-file", zone, good], input: "").status != 0)
    #expect(try await run(["--providers", text, good], input: "").status == 4)
    // Of a folder only what is a message counts.
    #expect(try await run([directory.path], input: "").status == 0)
  }

  @Test("messages in every encoding that people have are read")
  func encodings() async throws {
    let directory = try TemporaryDirectory()
    let text = SampleMessage.throughSecureMX().text.replacing("\n", with: "\r\n")
    let units = Array(text.utf16)
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let file = CompoundFileWriter(streams: [("__substg1.0_007D001F", little)]).octets
    let all: [[UInt8]] = [
      Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), little, [0xFF, 0xFE] + little,
      [0xFE, 0xFF] + big, file,
    ]
    for (number, octets) in all.enumerated() {
      let path = directory.path + "/\(number)"
      try Data(octets).write(to: URL(fileURLWithPath: path))
      let result = try await run(["--format", "csv", path], input: "")
      #expect(result.status == 0)
      #expect(result.stdout.contains("securemx-office365"), "\(number)")
    }
  }

  @Test("headers that were quoted, or have a blank line between all lines, are read as what they were")
  func pasted() async throws {
    let directory = try TemporaryDirectory()
    let lines = SampleMessage.throughSecureMX().text.split(
      separator: "\n", omittingEmptySubsequences: false)
    let spaced = lines.map { $0 + "\n\n" }.joined()
    for text in [lines.map { "> " + $0 + "\n" }.joined(), spaced] {
      let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      for octets in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), [0xFF, 0xFE] + little] {
        let path = directory.path + "/pasted"
        try Data(octets).write(to: URL(fileURLWithPath: path))
        let result = try await run(["--format", "csv", path], input: "")
        #expect(result.status == 0)
        #expect(result.stdout.contains("securemx-office365"))
        #expect(result.stdout.contains("transport-rule"))
      }
    }
  }

  @Test("a mailbox larger than a batch keeps its order and its numbers")
  func order() async throws {
    let text = (1...300).map { number in
      var message = SampleMessage.throughSecureMX()
      message["Message-ID"] = "<\(number)@mail.example.net>"
      return "From a@example.net Mon Nov  2 01:00:00 2026\n" + message.text + "\n"
    }
    .joined()
    let result = try await run(["--format", "csv"], input: text)
    let rows = result.stdout.split(whereSeparator: \.isNewline).dropFirst()
    #expect(rows.count == 300)
    for (number, row) in rows.enumerated() {
      #expect(row.hasPrefix("'-,\(number + 1),<\(number + 1)@mail.example.net>,"))
    }
  }

  @Test("what the sender publishes today is looked up, unless --offline says not to")
  func sender() async throws {
    let zone = "$ORIGIN example.net.\n$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\n@ TXT \"v=spf1 -all\"\n"
    let directory = try TemporaryDirectory()
    let path = try directory.write(zone, to: "example.net.zone")
    var message = SampleMessage.direct("mail.example.net (203.0.113.7)")
    message["Authentication-Results"] = "spf=pass (sender IP is 203.0.113.7) smtp.mailfrom=example.net"
    let result = try await run(["--zone-file", path, "--format", "json"], input: message.text)
    #expect(result.stdout.contains("message-spf-changed"))
    let offline = try await run(["--format", "json"], input: message.text)
    #expect(!offline.stdout.contains("message-s"))
  }

  @Test("a mailbox gives an object a message")
  func mailbox() async throws {
    let text = (1...3).map { _ in
      "From a@example.net Mon Nov  2 01:00:00 2026\n" + SampleMessage.throughSecureMX().text + "\n"
    }
    .joined()
    let result = try await run(["--format", "ndjson"], input: text)
    #expect(result.stdout.split(separator: "\n").count == 3)
    #expect(result.stdout.contains("\"index\":3"))
  }

  @Test("the recipient's MX is asked where nobody says what to expect")
  func dns() async throws {
    let zone = "$ORIGIN example.jp.\n$TTL 60\n@ SOA ns h 1 1 1 1 1\n@ NS ns\n@ MX 10 mx.securemx.jp.\n"
    let directory = try TemporaryDirectory()
    let path = try directory.write(zone, to: "example.jp.zone")
    let result = try await run(["--zone-file", path, "--format", "json"], input: SampleMessage.direct().text)
    #expect(result.status == 2)
    #expect(result.stdout.contains("message-bypass"))
  }
}
