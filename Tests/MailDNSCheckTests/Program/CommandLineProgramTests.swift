import Testing

@testable import MailDNSCheck

@Suite("The command line of the program")
struct CommandLineProgramTests {
  static let mistakes: [(arguments: [String], names: [String])] = [
    (["--srever", "127.0.0.1", "kara.jp"], ["'--srever'", "'--server'"]),
    (["--fromat=json", "kara.jp"], ["'--fromat'", "'--format'"]),
    (["-x", "kara.jp"], ["'-x'"]),
    (["kara.jp", "--server"], ["'--server'"]),
    (["--server", "not-an-address", "kara.jp"], ["'--server'", "'not-an-address'"]),
    (["--format", "jsno", "kara.jp"], ["'--format'", "'jsno'", "'json'"]),
    (["--timeout", "-1", "kara.jp"], ["'--timeout'", "'-1'"]),
    (["--timeout", "0", "kara.jp"], ["'--timeout'", "'0'"]),
    (["--attempts", "many", "kara.jp"], ["'--attempts'", "'many'"]),
    (["--concurrency", "0", "kara.jp"], ["'--concurrency'", "'0'"]),
    (["--deadline", "1e9", "kara.jp"], ["'--deadline'", "'1e9'"]),
    (["--expect", "secure-mx", "kara.jp"], ["'--expect'", "'secure-mx'", "'securemx'"]),
    (["--fail-on", "info", "kara.jp"], ["'--fail-on'", "'info'"]),
    (["--lang", "fr", "kara.jp"], ["'--lang'", "'fr'"]),
    (["--tcp=yes", "kara.jp"], ["'--tcp'"]),
    (["--input", ""], ["'--input'"]),
    (["lookpu", "kara.jp"], ["'lookpu'", "'lookup'"]),
    (["lookup"], ["lookup"]),
    (["lookup", "kara.jp", "MXX"], ["'MXX'", "'MX'"]),
    (["help", "dmrac"], ["'dmrac'", "'dmarc'"]),
    ([], ["domain"]),
    (["mx"], ["domain"]),
    (["--", "--help"], ["'--help'"]),
  ]

  @Test(
    "a mistake is one line on standard error that names it, nothing on standard output, and 4",
    arguments: mistakes)
  func mistake(arguments: [String], names: [String]) async throws {
    for language in ["en", "ja"] {
      let result = try await ChildProcess.maildnscheck(
        arguments, environment: ["LC_ALL": language == "ja" ? "ja_JP.UTF-8" : "C"])
      #expect(result.status == 4)
      #expect(result.stdout == "")
      #expect(result.complaints.count == 1)
      #expect(result.stderr.hasPrefix("maildnscheck: ") && result.stderr.hasSuffix("\n"))
      if language == "en" { for name in names { #expect(result.stderr.contains(name), "\(name)") } }
      #expect(result.stderr.unicodeScalars.contains { !$0.isASCII } == (language == "ja"))
    }
  }

  @Test("an unprintable or endless argument is shown safely")
  func hostileArguments() async throws {
    for argument in [
      "--\u{1B}[31m\r\n", "--format=\u{9B}\u{202E}", "--" + String(repeating: "x", count: 100_000),
    ] {
      let result = try await ChildProcess.maildnscheck(argument, "kara.jp")
      #expect(result.status == 4)
      #expect(result.complaints.count == 1)
      #expect(Visibility.violations(in: result.standardError) == [])
      #expect(result.stderr.utf8.count < 1000)
    }
  }

  @Test("options stand anywhere, in both spellings, and -- ends them")
  func places() async throws {
    let file = try MailInternet.File()
    for arguments in [
      ["-q", "kara.jp", "--zone-file", file.path, "--offline"],
      ["--zone-file=\(file.path)", "-q", "--offline", "kara.jp"],
      ["check", "--offline", "kara.jp", "--zone-file", file.path, "-q"],
      ["--offline", "check", "-q", "--zone-file", file.path, "--", "kara.jp"],
      ["--offline", "-vq", "--zone-file", file.path, "kara.jp"],
    ] {
      #expect(try await ChildProcess.maildnscheck(arguments).stdout == "kara.jp: none OK\n", "\(arguments)")
    }
  }

  @Test("--help and help print the same, on standard output, with 0", arguments: ChildProcess.commandNames)
  func help(command: String) async throws {
    let option = try await ChildProcess.maildnscheck(command, "--help")
    let word = try await ChildProcess.maildnscheck("help", command)
    #expect(option.status == 0)
    #expect(word.status == 0)
    #expect(option.stdout == word.stdout)
    #expect(option.stdout.hasPrefix("Usage: maildnscheck"))
    #expect(option.stderr == "")
  }

  @Test("--help and --version win over everything else on a right command line, and ask nobody")
  func helpAsksNobody() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    for option in ["--help", "-h", "--version", "-V"] {
      let result = try await ChildProcess.maildnscheck(
        "--server", "127.0.0.1:\(server.port)", "example.jp", option)
      #expect(result.status == 0)
      #expect(result.stderr == "")
    }
    #expect(try await ChildProcess.maildnscheck("--version").stdout == "maildnscheck \(Version.current)\n")
    #expect(try await ChildProcess.maildnscheck().status == 4)
    #expect(server.queries.isEmpty)
    #expect(server.malformed.isEmpty)
  }

  @Test("help in a terminal without UTF-8 or colour has no escape sequence")
  func plainHelp() async throws {
    #expect(
      try await ChildProcess.maildnscheck("--help").standardOutput.allSatisfy { $0 < 0x80 && $0 != 0x1B })
  }

  @Test("the providers are listed without DNS, as text and as JSON")
  func providers() async throws {
    let text = try await ChildProcess.maildnscheck("providers")
    #expect(text.status == 0)
    #expect(text.stdout.contains("securemx"))
    #expect(text.stdout.contains("office365"))
    let json = try await ChildProcess.maildnscheck("providers", "--format", "json")
    #expect(json.status == 0)
    #expect(json.stdout.contains("\"securemx\""))
  }
}

extension ChildProcess {
  fileprivate static let commandNames = [
    "check", "mx", "spf", "dkim", "dmarc", "lookup", "providers", "plan", "init", "help",
  ]
}
