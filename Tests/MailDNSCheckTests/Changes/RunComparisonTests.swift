import Testing

@testable import MailDNSCheck

@Suite("Changes: whole runs")
struct RunComparisonTests {
  private static func run(_ count: Int, _ host: (Int) -> String = { _ in "mx.example" }) -> [String] {
    (0..<count).map { ChangeFixtures.small("d\($0).example", mx: host($0)) }
  }

  private static func lines(_ lines: [String]) -> String { lines.map { $0 + "\n" }.joined() }

  @Test("a run is itself in every form and order")
  func forms() async {
    let reports = Self.run(300)
    let pretty = "[\n" + reports.joined(separator: ",\n").replacing(",\"", with: ",\n  \"") + "\n]\n"
    let forms = [
      Self.lines(reports), Self.lines(reports.shuffled()), reports.joined(separator: "\r\n"), pretty,
      "[" + reports.joined(separator: ",") + "]",
      reports.joined(separator: "\n\n").replacing("0.1", with: "0.2"),
      "\u{FEFF}" + Self.lines(reports),
    ]
    for old in forms {
      for new in forms {
        let comparison = await ChangeFixtures.comparison(old, new)
        #expect(comparison.compared == 300 && !comparison.hasChanges && comparison.told == 0)
        #expect(comparison.earlier == 300 && comparison.later == 300)
      }
    }
  }

  @Test("one domain is one object, however it is written")
  func single() async {
    let report = ChangeFixtures.small("a.example")
    let pretty = report.replacing(",\"", with: ",\n  \"").replacing("{", with: "{\n")
    let comparison = await ChangeFixtures.comparison(
      pretty, ChangeFixtures.small("a.example", mx: "other.example"))
    #expect(comparison.changed == 1 && comparison.compared == 1)
    #expect(comparison.entries.first?.words == ["mx: 10 mx.example -> 10 other.example change"])
  }

  @Test("domains of one run only are said, and counted")
  func only() async {
    let comparison = await ChangeFixtures.comparison(
      Self.lines(Self.run(3)), Self.lines(Array(Self.run(5).dropFirst())))
    #expect(comparison.added == 2 && comparison.gone == 1 && comparison.compared == 2)
    #expect(comparison.goneDomains == ["d0.example"])
    #expect(comparison.addedDomains.map(\.domain) == ["d3.example", "d4.example"])
    #expect(comparison.hasChanges)
  }

  @Test(
    "more than 30 % of at least ten at once is said first",
    arguments: [(10, 4, true), (10, 3, false), (9, 9, false), (1000, 301, true), (1000, 300, false)])
  func sudden(_ count: Int, _ changed: Int, _ isSudden: Bool) async {
    let comparison = await ChangeFixtures.comparison(
      Self.lines(Self.run(count)), Self.lines(Self.run(count) { $0 < changed ? "new.example" : "mx.example" })
    )
    #expect(comparison.changed == changed && comparison.isSudden == isSudden)
    let lines = comparison.lines(.english)
    #expect(lines.first?.contains("at once") == isSudden)
    if isSudden {
      #expect(comparison.commonChanges(1).first?.domains == changed)
      #expect(
        lines.contains { $0.hasPrefix("At \(changed.grouped) domains: MX: 10 mx.example → 10 new.example") })
    }
  }

  @Test("lines that can't be read are named, and the others count")
  func broken() async {
    var lines = Self.run(4)
    lines.insert("{\"domain\":\"x.exam", at: 2)
    lines.insert("hello", at: 4)
    lines.insert("{\"a\":1}", at: 5)
    lines.insert("{\"domain\":null,\"findings\":[]}", at: 6)
    lines.insert("", at: 0)
    let index = await RunIndex(ChangeFixtures.file(Self.lines(lines)))
    #expect(index.domains == 4 && index.brokenCount == 3)
    #expect(index.broken.map(\.line) == [4, 6, 7])
    var rows: [BrokenRow] = []
    let comparison = await RunComparison.compare(index, with: ChangeFixtures.file(Self.lines(lines))) {
      found, count in
      rows = found
      #expect(count == 3)
    }
    #expect(rows.map(\.line) == [4, 6, 7] && comparison.compared == 4)
  }

  @Test("the lines of a file of many pieces are counted through")
  func pieces() async {
    var lines = Self.run(20_000)
    lines.insert("broken", at: 15_000)
    let index = await RunIndex(ChangeFixtures.file(Self.lines(lines)))
    #expect(index.domains == 20_000 && index.broken.map(\.line) == [15_001])
  }

  @Test("of a domain that is there twice the first report counts, and it is told once")
  func twice() async {
    let old = [ChangeFixtures.small("a.example"), ChangeFixtures.small("A.example.", mx: "late.example")]
    let new = ["a.example", "a.example", "n.example", "N.example"].map { ChangeFixtures.small($0) }
    let comparison = await ChangeFixtures.comparison(Self.lines(old), Self.lines(new))
    #expect(comparison.earlier == 1 && comparison.compared == 1 && comparison.changed == 0)
    #expect(comparison.gone == 0 && comparison.added == 1 && comparison.later == 2)
    let same = await ChangeFixtures.comparison(Self.lines(old), Self.lines(old))
    #expect(same.compared == 1 && !same.hasChanges)
  }

  @Test("an object that nothing closes ends the file, and those before it count")
  func cutOff() async {
    let index = await RunIndex(
      ChangeFixtures.file("[\n" + ChangeFixtures.small("a.example") + ",\n{\n\"domain\":\"b.example\",\n"))
    #expect(index.domains == 1 && index.brokenCount == 1)
  }

  @Test("a report that can't be read within is named, and is neither new nor gone")
  func brokenWithin() async {
    let (good, bad) = (ChangeFixtures.small("a.example"), #"{"domain":"a.example","mx":{7}}"#)
    let rest = Self.run(2)
    let index = await RunIndex(ChangeFixtures.file(Self.lines(rest + [bad])))
    let comparison = await RunComparison.compare(index, with: ChangeFixtures.file(Self.lines(rest + [good])))
    { rows, _ in
      #expect(rows == [])
    }
    #expect(comparison.compared == 2 && comparison.gone + comparison.added == 0)
    #expect(comparison.unreadable.map(index.line(at:)) == [3])
    let other = await RunComparison.compare(
      await RunIndex(ChangeFixtures.file(Self.lines(rest + [good]))),
      with: ChangeFixtures.file(Self.lines(rest + [bad]))
    ) { rows, count in
      #expect(rows == [BrokenRow(line: 3, reason: .noReport)] && count == 1)
    }
    #expect(other.compared == 2 && other.gone + other.added == 0 && other.skipped == 1)
  }

  @Test("what is kept is bounded, what is counted is not")
  func bounded() async {
    let count = RunComparison.maximumKept + 500
    let comparison = await ChangeFixtures.comparison(
      Self.lines(Self.run(count)), Self.lines(Self.run(count) { "m\($0).example" }))
    #expect(comparison.changed == count && comparison.entries.count == RunComparison.maximumKept)
    let text = ChangeText(comparison: comparison, language: .english, ink: .plain, width: 80, verbosity: 0)
      .text
    #expect(text.utf8.count < 20_000 && text.contains("and \((count - 100).grouped) more"))
  }
}
