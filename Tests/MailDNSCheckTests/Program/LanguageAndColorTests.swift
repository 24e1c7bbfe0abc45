import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Language and colour of the program")
struct LanguageAndColorTests {
  private func isJapanese(_ environment: [String: String], _ options: String...) async throws -> Bool {
    let result = try await ChildProcess.checkOffline(options + ["-q", "dare.jp"], environment: environment)
    #expect(result.status == 2)
    #expect(
      result.stdout.hasPrefix("dare.jp: none CRITICAL: ") || result.stdout.hasPrefix("dare.jp: none 重大: "))
    #expect(result.lines.count == 1)
    return result.stdout.contains("重大")
  }

  @Test("LC_ALL, LC_MESSAGES and LANG choose the language, in this order")
  func locale() async throws {
    // Empty is as good as not set (POSIX, environment variables).
    #expect(try await isJapanese(["LC_ALL": "ja_JP.UTF-8"]))
    #expect(try await isJapanese(["LC_ALL": "", "LC_MESSAGES": "ja_JP.UTF-8", "LANG": "C"]))
    #expect(try await isJapanese(["LC_ALL": "", "LANG": "ja_JP.UTF-8"]))
    #expect(try await !isJapanese(["LC_ALL": "en_US.UTF-8", "LANG": "ja_JP.UTF-8"]))
    #expect(try await !isJapanese(["LC_ALL": "", "LC_MESSAGES": "C", "LANG": "ja_JP.UTF-8"]))
    #expect(try await !isJapanese(["LC_ALL": "C"]))
  }

  @Test("--lang wins over the locale")
  func option() async throws {
    #expect(try await isJapanese(["LC_ALL": "C"], "--lang", "ja"))
    #expect(try await !isJapanese(["LC_ALL": "ja_JP.UTF-8"], "--lang", "en"))
  }

  @Test("in JSON only message and fix are in the user's language")
  func json() async throws {
    let english = try await ChildProcess.checkOffline(["--format", "json", "--lang", "en", "jisha.jp"])
      .object()
    let japanese = try await ChildProcess.checkOffline(["--format", "json", "--lang", "ja", "jisha.jp"])
      .object()
    func neutral(_ report: [String: Any]) throws -> NSDictionary {
      var report = report.filter { !["checkedAt", "seconds"].contains($0.key) }
      report["findings"] = try #require(report["findings"] as? [[String: Any]]).map { finding in
        finding.filter { !["message", "fix"].contains($0.key) }
      }
      return report as NSDictionary
    }
    #expect(try neutral(english) == neutral(japanese))
    let messages = try #require(japanese["findings"] as? [[String: Any]]).compactMap {
      $0["message"] as? String
    }
    #expect(!messages.isEmpty && messages.allSatisfy { $0.unicodeScalars.contains { !$0.isASCII } })
  }

  @Test("without a terminal there is no colour, unless it is asked for")
  func color() async throws {
    func isColored(_ options: [String], _ environment: [String: String] = [:]) async throws -> Bool {
      try await ChildProcess.checkOffline(options + ["dare.jp"], environment: environment).standardOutput
        .contains(
          0x1B)
    }
    let terminal = ["TERM": "xterm-256color"]
    #expect(try await !isColored([], terminal))
    #expect(try await !isColored(["--color", "auto"], terminal))
    #expect(try await !isColored(["--color", "never"], terminal))
    #expect(try await isColored(["--color", "always"], terminal))
    #expect(try await isColored(["--color=always"], ["NO_COLOR": "1", "TERM": "dumb"]))
    #expect(try await !isColored(["--color", "always", "--format", "json"], terminal))
    #expect(try await !isColored(["--color", "always", "--format", "ndjson"], terminal))
  }

  @Test("in a terminal there is colour, but for NO_COLOR and TERM=dumb")
  func terminal() async throws {
    let file = try MailInternet.File()
    func isColored(_ options: [String], _ environment: [String: String]) async throws -> Bool {
      let line = ([ChildProcess.productPath] + file.options + options + ["dare.jp"]).joined(separator: " ")
      let variables = ChildProcess.plainEnvironment.merging(environment) { $1 }
      let result = try await ChildProcess.run(
        "/usr/bin/script", ["--quiet", "--return", "--command", line, "/dev/null"], environment: variables)
      #expect(result.status == 2)
      #expect(result.stdout.contains("dare.jp"))
      return result.standardOutput.contains(0x1B)
    }
    #expect(try await isColored([], ["TERM": "xterm-256color"]))
    #expect(try await !isColored(["--color=never"], ["TERM": "xterm-256color"]))
    #expect(try await !isColored([], ["TERM": "xterm-256color", "NO_COLOR": "1"]))
    #expect(try await isColored([], ["TERM": "xterm-256color", "NO_COLOR": ""]))
    #expect(try await !isColored([], ["TERM": "dumb"]))
  }

  @Test("a report fits 80 columns", arguments: ["en", "ja"])
  func width(language: String) async throws {
    for domain in ["kaisha.jp", "mon.jp", "kiru.jp", "nai.jp"] {
      let result = try await ChildProcess.checkOffline(["--lang", language, domain])
      // A record that is longer than the line has no place where it could be broken.
      for line in result.lines where line.contains(" ") { #expect(line.displayWidth <= 80, "\(line)") }
    }
  }
}
