import Foundation
import Testing

@testable import MailDNSCheck

@Suite("What the pages show is what the program prints")
struct PageExampleTests {
  /// The pages that show commands with their output.
  static let pages = ["README.md", "docs/monitoring.md", "docs/ja/README.md", "docs/ja/monitoring.md"]

  @Test("the examples of a page", arguments: pages)
  func examples(_ path: String) async throws {
    let page = try MarkdownPage(path: path)
    let examples = page.sections.flatMap(\.codeBlocks).flatMap(PageExample.all)
    try #require(!examples.isEmpty)
    let folder = try TemporaryDirectory()
    let commands = try commands(in: folder)
    let locale = path.hasPrefix("docs/ja/") ? "ja_JP.UTF-8" : "en_GB.UTF-8"
    for example in examples {
      let result = try await ChildProcess.run(
        "/bin/sh", ["-c", example.command],
        environment: ChildProcess.plainEnvironment.merging([
          "PATH": "\(commands):/usr/bin:/bin", "LC_ALL": locale,
        ]) { $1 })
      let difference = example.difference(from: result.stdout)
      #expect(difference == nil, "\(path): \(example.command)\n\(result.stdout)\(result.stderr)")
    }
  }

  /// A folder with the program under both its names, in the Internet of the example files.
  private func commands(in folder: TemporaryDirectory) throws -> String {
    let files = FileManager.default
    let world = "--zone-file '\(ExampleFiles.customerZone)' --zone-file '\(ExampleFiles.internet)' --offline"
    for name in ["bin", "programs"] {
      try files.createDirectory(atPath: "\(folder.path)/\(name)", withIntermediateDirectories: false)
    }
    for name in ["maildnscheck", "check_maildns"] {
      let program = "\(folder.path)/programs/\(name)"
      try files.createSymbolicLink(atPath: program, withDestinationPath: ChildProcess.productPath)
      try folder.write("#!/bin/sh\nexec '\(program)' \(world) \"$@\"\n", to: "bin/\(name)")
      try files.setAttributes([.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/bin/\(name)")
    }
    return "\(folder.path)/bin"
  }

  @Test("the policy of a page is one", arguments: ["docs/policy.md", "docs/ja/policy.md"])
  func policy(_ path: String) throws {
    let blocks = try MarkdownPage(path: path).sections.flatMap(\.codeBlocks).filter { $0.first == "{" }
    try #require(blocks.count == 1)
    let text = blocks[0].joined(separator: "\n")
    let policy = try PolicyFile.read(name: "policy.json", octets: Array(text.utf8), in: .builtIn)
    #expect(try policy.expectation(for: DomainName(parsing: "example.co.jp")).dmarc == .reject)
    #expect(try policy.expectation(for: DomainName(parsing: "www.example.jp")).ignored?.count == 1)
  }

  @Test("every option that a page names is one of the program", arguments: PageTranslationTests.names)
  func options(_ name: String) throws {
    let translation = try PageTranslationTests.translation(name)
    let known = Set(CommandOption.allCases.map { "--" + $0.rawValue })
    for page in [translation.english, translation.japanese] {
      let spans = page.sections.flatMap(\.codeSpans).filter { $0.hasPrefix("--") }
      let lines = page.sections.flatMap(\.codeBlocks).joined().filter {
        $0.hasPrefix("$ ") || $0.hasPrefix("maildnscheck ")
      }
      for text in spans + lines {
        // `--warn-X` stands for many.
        for match in text.matches(of: /(?:^|[\s\[])(--[a-z-]*[a-z])(?![a-zA-Z-])/) {
          #expect(known.contains(String(match.1)), "\(page.path): \(text)")
        }
      }
    }
  }

  @Test("an example that is not true is found")
  func untrue() {
    let block = ["$ one", "a", "b …", "$ two", "'time'=1s 'queries'=3;5", "…"]
    let examples = PageExample.all(in: block)
    #expect(examples.map(\.command) == ["one", "two"])
    #expect(examples[0].difference(from: "a\nb c\n") == nil)
    for text in ["a\n", "a\nc\n", "x\nb …\n", "a\nb\nc\n", "a\nb …\nc\n"] {
      #expect(examples[0].difference(from: text) != nil, "\(text)")
    }
    #expect(examples[1].difference(from: "'time'=0.2s 'queries'=9;5\nmore\n") == nil)
    #expect(examples[1].difference(from: "'time'=0.2s 'queries'=9;6\nmore\n") != nil)
    #expect(examples[1].difference(from: "'time'=0.2s 'queries'=9;5\n") != nil)
  }
}
