import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("The locale's encoding, the width of a pipe, and a terminal")
struct TerminalTests {
  @Test("LANG=C is ASCII, with marks that keep their columns")
  func ascii() async throws {
    for locale in [["LC_ALL": "C"], ["LC_ALL": "", "LANG": "POSIX"], ["LC_ALL": ""]] {
      for arguments in [
        ["kaisha.jp"], ["-vv", "jisha.jp"], ["--help"], ["spf", "jisha.jp"], ["lookup", "kara.jp"],
      ] {
        let result = try await ChildProcess.checkOffline(arguments, environment: locale)
        #expect(result.standardOutput.allSatisfy { $0 < 0x80 }, "\(arguments)")
      }
    }
    let text = try await ChildProcess.checkOffline(["kaisha.jp"], environment: ["LC_ALL": "C"]).stdout
    #expect(text.contains("->"))
    #expect(text.contains("  [ok] "))
    let columns = text.split(separator: "\n").filter { $0.hasPrefix("  [") }.map { line in
      line.dropFirst(14).first
    }
    #expect(columns.count >= 3 && columns.allSatisfy { $0 != " " })
  }

  @Test("what other programs read is UTF-8 whatever the locale")
  func machines() async throws {
    for format in ["json", "csv", "junit", "markdown"] {
      let one = try await ChildProcess.checkOffline(
        ["--lang", "ja", "--format", format, "jisha.jp"], environment: ["LC_ALL": "ja_JP.eucJP"])
      #expect(String(validating: one.standardOutput, as: UTF8.self)?.contains("DKIM") == true, "\(format)")
    }
  }

  @Test(
    "EUC and Shift_JIS locales get their own encoding",
    arguments: [
      ("ja_JP.eucJP", "EUC-JP"), ("ja_JP.SJIS", "SHIFT_JIS"), ("ja_JP", "EUC-JP"),
    ])
  func japanese(locale: String, encoding: String) async throws {
    let result = try await ChildProcess.checkOffline(["-q", "dare.jp"], environment: ["LC_ALL": locale])
    #expect(String(validating: result.standardOutput, as: UTF8.self) == nil)
    let text = try #require(Self.decoded(result.standardOutput, from: encoding))
    #expect(text.hasPrefix("dare.jp: none 重大: "))
    let refused = try await ChildProcess.checkOffline(["foo_bar.jp"], environment: ["LC_ALL": locale])
    #expect(Self.decoded(refused.standardError, from: encoding)?.contains("メールドメインとして解釈できません") == true)
  }

  /// Foundation does not read all of EUC-JP here; the C library does.
  private static func decoded(_ octets: [UInt8], from encoding: String) -> String? {
    guard let converter = iconv_open("UTF-8", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = octets.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: octets.count * 4 + 1)
    let isWhole = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (from, to) = (input.baseAddress, output.baseAddress)
        var (left, room) = (input.count, output.count - 1)
        return iconv(converter, &from, &left, &to, &room) != -1 && left == 0
      }
    }
    let text = output.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return isWhole ? String(validating: text, as: UTF8.self) : nil
  }

  @Test("an encoding that the system lacks is one line, and UTF-8")
  func unknown() async throws {
    let result = try await ChildProcess.checkOffline(
      ["-q", "kara.jp"], environment: ["LC_ALL": "ja_JP.KLINGON"])
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.complaints == ["maildnscheck: ロケールの文字コードで出力できないため、UTF-8で出力します"])
  }

  @Test("a pipe is as wide as COLUMNS says", arguments: [("50", 50), ("200", 200), ("x", 80), ("1", 40)])
  func columns(value: String, width: Int) async throws {
    let result = try await ChildProcess.maildnscheck(["help", "check"], environment: ["COLUMNS": value])
    // How the program is called is never broken.
    let widest = result.lines.filter { !$0.contains("maildnscheck [") }.map(\.displayWidth).max() ?? 0
    #expect(widest <= width)
    #expect(widest > width - 20)
    let report = try await ChildProcess.checkOffline(["kara.jp"], environment: ["COLUMNS": value])
    #expect(report.lines.allSatisfy { $0.displayWidth <= width || $0.contains("\"v=") })
  }

  @Test("a record to publish is one line, however narrow the page")
  func records() async throws {
    let result = try await ChildProcess.checkOffline(["hadaka.jp"], environment: ["COLUMNS": "40"])
    #expect(
      result.lines.contains { $0.trimmingCharacters(in: .whitespaces) == "hadaka.jp. MX 0 ." },
      "\(result.stdout)")
    #expect(
      result.lines.contains {
        let line = $0.trimmingCharacters(in: .whitespaces)
        return line.hasPrefix("_dmarc.hadaka.jp. TXT \"v=DMARC1;") && line.hasSuffix("\"")
      }, "\(result.stdout)")
  }

  @Test("a silent resolver is seen to be waited for, on a terminal alone")
  func waiting() async throws {
    let server = try FaultServer { _ in [.drop] }
    let arguments = [
      "lookup", "--server", "127.0.0.1:\(server.port)", "--timeout", "3.5", "--attempts", "1", "a.example",
      "A",
    ]
    let piped = try await ChildProcess.maildnscheck(arguments, environment: ["TERM": "xterm"])
    #expect(!piped.stderr.contains("waiting"))
    // util-linux's script(1) gives the program a terminal.
    let command = ([ChildProcess.productPath] + arguments).joined(separator: " ")
    let shown = try await ChildProcess.run(
      "/usr/bin/script", ["-qec", command, "/dev/null"],
      environment: ChildProcess.plainEnvironment.merging(["TERM": "xterm"]) { $1 })
    #expect(shown.stdout.contains("waiting for DNS server 127.0.0.1:\(server.port), 2 s"), "\(shown.stdout)")
    let last = try #require(shown.stdout.range(of: "waiting", options: .backwards))
    #expect(shown.stdout[last.lowerBound...].contains("\r\u{1B}[K"))
  }
}
