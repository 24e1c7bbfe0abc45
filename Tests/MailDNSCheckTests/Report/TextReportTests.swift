import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Text reports")
struct TextReportTests {
  @Test("of the example domains", arguments: Language.allCases, [80, 120])
  func golden(_ language: Language, _ width: Int) async throws {
    var texts: [String] = []
    for domain in ExampleReports.domains {
      texts.append(ExampleReports.text(try await ExampleReports.report(domain), language, width: width))
    }
    expectGolden(texts.joined(separator: "\n"), "examples.\(language.rawValue).\(width).txt")
  }

  @Test("of a domain on another route than expected", arguments: Language.allCases)
  func expectation(_ language: Language) async throws {
    let report = try await ExampleReports.report("futaba.example", expecting: .securemxOffice365)
    expectGolden(ExampleReports.text(report, language, width: 80), "expectation.\(language.rawValue).txt")
  }

  @Test("of a domain of which hardly anything could be asked", arguments: Language.allCases)
  func unknown(_ language: Language) async throws {
    let dns = try RecordedResolver.example {
      $0.name == DomainName("aozora.example") ? .timedOut(ignored: 0) : .servfail
    }
    let text = ExampleReports.text(try await dns.report(on: "aozora.example"), language, width: 80)
    expectGolden(text, "unknown.\(language.rawValue).txt")
  }

  @Test("a text that is meant as DMARC is shown, also where nobody can tell what stands above it")
  func dmarcNearMiss() async throws {
    let dns = try RecordedResolver(
      "sub.example.jp MX 0 .\n_dmarc.sub.example.jp TXT \" v=DMARC1; p=none\"\n",
      failing: ["_dmarc.example.jp"])
    let text = ExampleReports.text(try await dns.report(on: "sub.example.jp"), .english, width: 80)
    let line = try #require(text.lines.first { $0.contains("DMARC ") })
    #expect(line.hasSuffix("v=DMARC1; p=none"))
  }

  @Test("in colour")
  func color() async throws {
    let report = try await ExampleReports.report("kujira.example")
    let text = ExampleReports.text(report, .english, width: 80, ink: Ink(isColored: true))
    expectGolden(text, "colour.txt")
    let plain = text.replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(plain == ExampleReports.text(report, .english, width: 80))
  }

  @Test("with the evidence", arguments: Language.allCases)
  func evidence(_ language: Language) async throws {
    let text = ExampleReports.text(
      try await ExampleReports.report("aozora.example"), language, width: 80, verbosity: 1)
    expectGolden(text, "evidence.\(language.rawValue).txt")
  }

  @Test("with every question")
  func questions() async throws {
    let result = try await ChildProcess.maildnscheck(
      ["-vv", "--zone-file", "Examples/internet.zone", "--offline", "nomail.example"],
      directory: ExampleFiles.root.path)
    let lines = result.stdout.withoutTimes.lines.map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("Questions") }) + 1
    let end = try #require(lines[start...].firstIndex { $0.isEmpty })
    // They stand in the order in which they were put, which differs from run to run.
    let questions = lines[start..<end].reduce(into: [String]()) { questions, line in
      if line.hasPrefix("    +") || questions.isEmpty {
        questions.append(line)
      } else {
        questions[questions.count - 1] += "\n" + line
      }
    }
    let text = lines[..<start] + questions.sorted() + lines[end...]
    expectGolden(text.joined(separator: "\n"), "questions.txt")
  }

  @Test("in one line for each domain", arguments: Language.allCases)
  func quiet(_ language: Language) async throws {
    let result = try await ChildProcess.maildnscheck(
      ["-q", "--lang", language.rawValue, "--zone-file", ExampleFiles.internet, "--offline"]
        + ExampleReports.domains)
    expectGolden(result.stdout, "quiet.\(language.rawValue).txt")
  }

  @Test(
    "no line is wider than the page, or ends in a space", arguments: Language.allCases,
    [40, 60, 80, 100, 120])
  func width(_ language: Language, _ width: Int) async throws {
    for domain in ExampleReports.domains {
      let text = ExampleReports.text(
        try await ExampleReports.report(domain), language, width: width, verbosity: 2)
      for line in text.lines
      where line.displayWidth > width && !line.isRecordToPublish || line.hasSuffix(" ") {
        Issue.record("\(line.displayWidth) columns: \(line)")
      }
    }
  }

  @Test("colours are as wide as none")
  func colorWidth() async throws {
    let report = try await ExampleReports.report("kujira.example")
    for language in Language.allCases {
      let dressed = ExampleReports.text(report, language, width: 80, ink: Ink(isColored: true))
      #expect(
        dressed.replacing(/\u{1B}\[[0-9;]*m/, with: "") == ExampleReports.text(report, language, width: 80))
    }
  }

  @Test(
    "an area's mark is that of its worst finding",
    arguments: [
      ("aozora.example", "✓✓✓✓"), ("kawabe.example", "✓✓✓!"), ("kujira.example", "✓✗✓✓"),
      ("wakaba.example", "✗---"),
    ])
  func marks(_ domain: String, _ marks: String) async throws {
    let text = ExampleReports.text(try await ExampleReports.report(domain), .english, width: 80)
    let found = text.lines.compactMap { $0.firstMatch(of: /^  ([✓?!✗-]) (MX|SPF|DKIM|DMARC)/)?.1 }
    #expect(found.joined() == marks)
  }

  @Test("what does not exist, or could not be asked, is not marked as good")
  func marksOfNothing() async throws {
    let gone = ExampleReports.text(try await ExampleReports.report("gone.example"), .english, width: 80)
    #expect(!gone.contains("✓"))
    let dns = try RecordedResolver.example { _ in .servfail }
    let unknown = ExampleReports.text(try await dns.report(on: "aozora.example"), .english, width: 80)
    #expect(!unknown.contains("✓"))
    #expect(unknown.lines.filter { $0.hasPrefix("  ? ") }.count == 4)
  }

  @Test("what stands at the end of a run is no wider than the page", arguments: Language.allCases)
  func endOfRun(_ language: Language) async throws {
    var document = TextDocument(
      ReportSetting(language: language, catalogue: .builtIn), ink: .plain, width: 60, verbosity: 0,
      isSummaryAlone: true)
    for domain in ExampleReports.domains + ExampleReports.domains {
      _ = document.add(try await ExampleReports.report(domain))
    }
    let row = MailDomainError(text: "a.jp,1,2", reason: .tableRow)
    _ = document.add(InputProblem(row, file: "list.txt", line: 4))
    let lines = document.end().lines
    #expect(lines.count > 8)
    for line in lines { #expect(line.displayWidth <= 60, "\(line)") }
  }
}

extension StringProtocol {
  /// A record stands on one line, however long: it is copied.
  fileprivate var isRecordToPublish: Bool {
    [". TXT \"", ". MX ", ". A ", ". AAAA ", ". CNAME "].contains { contains($0) }
  }
}
