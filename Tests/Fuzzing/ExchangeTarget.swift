/// An export of Exchange Online: its octets in pieces as the first one says, read, judged and reported on in every format.
enum ExchangeTarget {
  static func run(_ octets: [UInt8]) {
    guard let first = octets.first else { return }
    let language: Language = octets.count % 2 == 0 ? .english : .japanese
    let exclusions = ["CustomAttribute1=NOSYNC"].compactMap { RecipientExclusion($0) }
    var evidence = ExchangeEvidence(exclusions: exclusions, gateways: gateways)
    var reader = ExportReader()
    var items: [ExportReader.Item] = []
    var rest = octets.dropFirst()
    while true {
      let piece = rest.prefix(Int(first) + 1)
      rest = rest.dropFirst(piece.count)
      items += reader.read(piece, isLast: piece.isEmpty)
      if piece.isEmpty { break }
    }
    guard case .kind(let kind) = reader.content else { return }
    var whole = ExportReader()
    let again = whole.read(octets.dropFirst(), isLast: true)
    // What encoding it is, is told by the pieces; text that has but one reading does not depend on them.
    if octets.allSatisfy({ $0 < 0x80 && $0 != 0 }) {
      demand(again.count == items.count, "\(items.count) objects are \(again.count)")
    }
    evidence.begin("a\u{1B}b", kind)
    for item in items { evidence.take(item) }
    evidence.end()
    check(ExchangeReport(evidence: evidence, catalogue: .builtIn, findings: evidence.findings), language)
  }

  private static let gateways = GatewayAddresses(.builtIn)

  private static func check(_ report: ExchangeReport, _ language: Language) {
    let tables = ExchangeTables(report: report, language: language)
    let json = JSONText.make(ExchangeJSON(report, language: language), pretty: true)
    let text = ExchangeText(report: report, language: language, ink: .plain, width: 80, verbosity: 1).text
    let documents: [(ReportOptions.Format, String)] = [
      (.text, text), (.csv, tables.csv), (.markdown, tables.markdown(isWhole: true)),
      (.json, json), (.html, ExchangePage(report: report, language: language, isWhole: true).text),
    ]
    for (format, document) in documents {
      // The rules of Markdown know the lines of a report on domains; the heading and the table of files are others.
      let found = OutputRules.violations(document, of: format).filter {
        !$0.hasPrefix("the line |") && !$0.hasPrefix("the line ##")
      }
      demand(found.isEmpty, "\(format) has \(found)")
    }
    for subject in ExchangeListing.Subject.allCases {
      guard let listing = ExchangeListing(subject, of: report.evidence) else { continue }
      demandVisible(listing.text, ["\n", "\t"])
      let page = OutputRules.violations(ExchangePage.page(listing, language), of: .html)
      demand(page.isEmpty, "\(subject) as a page has \(page)")
      let found = OutputRules.violations(listing.csv, of: .csv)
      demand(found.isEmpty, "\(subject) as CSV has \(found)")
    }
    guard let exclusion = report.evidence.exclusions.first else { return }
    let candidates = report.evidence.recipients?.candidates ?? []
    let all = ExclusionCommands(candidates: candidates, exclusion: exclusion, language: language)
    let (commands, found) = (all.text, OutputRules.violations(all.table, of: .csv))
    demand(found.isEmpty, "the CSV parts have \(found)")
    demandVisible(commands, ["\n"])
    for line in commands.split(separator: "\n") {
      demand(
        line == "Connect-ExchangeOnline" || line.hasPrefix("#") || isCommand(line),
        "\(line) is a command of ours")
    }
  }

  /// `Set-… -Identity '…' -CustomAttribute1 'NOSYNC'`, where nothing in between ends the string.
  private static func isCommand(_ line: Substring) -> Bool {
    guard line.hasPrefix("Set-"), let start = line.unicodeScalars.firstIndex(of: "'"),
      line.hasSuffix("' -CustomAttribute1 'NOSYNC'")
    else { return false }
    let marks = Set("'‘’‚‛".unicodeScalars)
    let inner = line.unicodeScalars[line.unicodeScalars.index(after: start)...].dropLast(
      "' -CustomAttribute1 'NOSYNC'".unicodeScalars.count)
    var isPaired = true
    for scalar in inner {
      if marks.contains(scalar) { isPaired.toggle() } else if !isPaired { return false }
    }
    return isPaired
  }
}
