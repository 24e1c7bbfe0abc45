import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Completion of command lines")
struct CompletionTests {
  /// What a real bash offers for a line with the cursor at its end.
  private func bash(_ line: String) async throws -> [String] {
    let directory = try TemporaryDirectory()
    let script = try directory.write(Shell.bash.completions(language: .english), to: "completion")
    let program = """
      source "$1" || exit
      for name in maildnscheck check_maildns; do
        [[ $(complete -p "$name") == *" -F _maildnscheck "* ]] || exit
      done
      COMP_LINE=$2 COMP_POINT=${#2}
      read -ra COMP_WORDS <<< "$2"
      COMP_CWORD=${#COMP_WORDS[@]}
      _maildnscheck
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let result = try await ChildProcess.run(
      "/bin/bash", ["--norc", "-c", program, "bash", script, line], environment: ChildProcess.plainEnvironment
    )
    #expect(result.stderr == "")
    #expect(result.status == 0)
    return result.stdout.split(separator: "\n").map(String.init)
  }

  private static let commands = Command.allCases.map(\.rawValue)

  @Test(
    "bash offers what can stand where the cursor is",
    arguments: [
      ("", commands), ("loo", ["lookup"]), ("a.jp ", []), ("a.jp loo", []), ("help dk", ["dkim"]),
      ("completion ", ["bash", "zsh", "fish"]), ("--lang ja completion f", ["fish"]),
      ("mx --zone", ["--zone-file"]), ("a.jp --expect sec", ["securemx-office365", "securemx"]),
      ("a.jp --expect=off", ["office365"]), ("--lang ", ["en", "ja"]),
      ("lookup --format ", ["text", "json"]),
      ("lookup --format=j", ["json"]), ("lookup a.jp DNSK", ["DNSKEY"]), ("lookup DNSK", []),
      ("--server 127.0.0.1:5353 mx --off", ["--offline"]), ("@127.0.0.1 spf --he", ["--helo", "--help"]),
      ("--server ", []), ("--timeout ", []), ("-- --ta", []), ("mx --expe", []),
      ("--zone-file /etc/passw", ["/etc/passwd"]), ("lookup a.jp --output=/etc/passw", ["/etc/passwd"]),
    ] as [(String, [String])])
  func offers(line: String, expected: [String]) async throws {
    let offered = try await bash("maildnscheck " + line)
    #expect(offered.filter { $0 != "/etc/passwd-" } == expected)
  }

  @Test("bash offers the options that a command takes, and no other", arguments: Command.allCases)
  func options(command: Command) async throws {
    let offered = try await bash("maildnscheck \(command.rawValue) -")
    let taken = OptionSpecification.all.filter { $0.commands.contains(command) }.flatMap(\.spellings)
    #expect(Set(offered) == Set(taken))
  }

  @Test(
    "bash offers the plugin's own options under the plugin's name",
    arguments: [
      ("check_maildns --host", ["--hostname"]), ("check_maildns loo", []),
      ("check_maildns --zone-file x dm", []),
      ("/usr/lib/nagios/plugins/check_maildns a.jp --warn-spf", ["--warn-spf-voids"]),
      ("check_maildns --resu", []), ("check_maildns -t 5 --expect=off", ["office365"]),
    ] as [(String, [String])])
  func bashPlugin(line: String, expected: [String]) async throws {
    #expect(try await bash(line) == expected)
  }

  @Test("zsh completes both names")
  func zshNames() {
    let head = Shell.zsh.completions(language: .english).split(separator: "\n").first
    #expect(head == "#compdef maildnscheck check_maildns")
  }

  @Test("zsh and fish can read theirs", arguments: [Shell.zsh, .fish], Language.allCases)
  func syntax(shell: Shell, language: Language) async throws {
    let directory = try TemporaryDirectory()
    let script = try directory.write(shell.completions(language: language), to: "completion")
    let result = try await ChildProcess.run(
      "/usr/bin/\(shell.rawValue)", ["-n", script], environment: ChildProcess.plainEnvironment)
    #expect(result.stderr == "")
    #expect(result.status == 0)
  }

  @Test(
    "fish offers what can stand where the cursor is",
    arguments: [
      ("maildnscheck loo", ["lookup"]), ("maildnscheck lookup --format ", ["json", "text"]),
      ("maildnscheck completion z", ["zsh"]), ("maildnscheck a.jp --expect off", ["office365"]),
      ("maildnscheck mx --expe", []), ("check_maildns --host", ["--hostname"]), ("check_maildns loo", []),
      ("check_maildns a.jp --expect off", ["office365"]), ("check_maildns --resu", []),
    ] as [(String, [String])])
  func fish(line: String, expected: [String]) async throws {
    let directory = try TemporaryDirectory()
    let script = try directory.write(Shell.fish.completions(language: .english), to: "completion")
    let result = try await ChildProcess.run(
      "/usr/bin/fish", ["--no-config", "-c", "source \(script); complete -C '\(line)'"],
      environment: ChildProcess.plainEnvironment.merging(["HOME": directory.path]) { $1 })
    let offered = result.stdout.split(separator: "\n").compactMap { $0.split(separator: "\t").first }
    #expect(offered.map(String.init).sorted() == expected)
  }

  @Test("a quote in an explanation does not end it")
  func quotes() {
    #expect("the locale's".shellQuoted == #"'the locale'\''s'"#)
    #expect("'".shellQuoted == #"''\'''"#)
  }

  @Test(
    "a shell must be named, and be one of them",
    arguments: [
      ("completion", UsageError.missingShell), ("completion tcsh", .unknownShell("tcsh")),
      ("completion bash zsh", .unexpectedOperand("zsh", .completion)),
      ("manual x", .unexpectedOperand("x", .manual)),
    ])
  func mistakes(line: String, expected: UsageError) {
    let arguments = ParsedArguments(line.split(separator: " ").map(String.init))
    #expect(arguments.invocation == .failure(expected))
  }

  @Test("the program prints them", arguments: Shell.allCases)
  func printed(shell: Shell) async throws {
    let result = try await ChildProcess.maildnscheck("completion", shell.rawValue)
    #expect(result.status == 0)
    #expect(result.stdout == shell.completions(language: .english))
  }
}
