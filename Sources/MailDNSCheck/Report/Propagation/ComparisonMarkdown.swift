/// What several resolvers have of a domain, for a ticket: the sentence, and a table of what is not the same everywhere.
struct ComparisonMarkdown {
  let comparison: DomainComparison
  let language: Language
  /// Whether records that all have are in the table, too.
  let isWhole: Bool
  var clock = WallClock.local

  var text: String {
    let outlook = comparison.outlook
    let sentences =
      [outlook.wording(clock, now: comparison.time)]
      + [outlook.elsewhereWording(clock, now: comparison.time)].compactMap(\.self)
      + outlook.doubts.map { Wording(verbatim: "※ ") + $0.wording }
    let silent = comparison.silent.map { server, failure in
      Wording(verbatim: "? ") + server.wording + Wording(verbatim: ": ") + .unheardServer(failure)
    }
    let status = "\(comparison.status.mark) \(comparison.status.wording[language])"
    let head = "### \(MarkdownText.escaped(comparison.title)): \(status)\n\n"
    return head + (sentences + silent).map { MarkdownText.escaped($0[language]) + "\n\n" }.joined() + table
  }

  private var table: String {
    let silent = Set(comparison.silent.map(\.server))
    let records = comparison.records.filter { isWhole || $0.status(without: silent) != .ok }
    let rows = records.flatMap { record in
      record.rows(without: silent).map { row in
        MarkdownText.row([
          MarkdownText.escaped(comparison.label(of: record.question)),
          MarkdownText.escaped(
            (row.status.map { $0.mark + " " } ?? "") + row.server[language]),
          row.timeLeft?.clockText ?? "–", MarkdownText.escaped(row.answer[language]),
        ])
      }
    }
    guard !rows.isEmpty else { return "" }
    let names: [Wording] = [.recordColumn, .serverColumn, .timeLeftColumn, .answerColumn]
    return MarkdownText.row(names.map { $0[language] }) + "|---|---|--:|---|\n" + rows.joined()
  }
}
