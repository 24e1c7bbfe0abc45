/// Answers as DNS gave them, for people who would ask dig or nslookup.
struct LookupReport: Sendable {
  /// In the order in which the questions were given.
  let answers: [Answer]

  /// Whether DNS could tell in every case: records, or a definite absence.
  var isDefinite: Bool { answers.allSatisfy { $0.failure == nil } }

  /// The report as text, each line closed by a newline.
  ///
  /// What is no record is a comment of master files, and records are never cut or wrapped, so that the whole can be
  /// searched line by line and pasted into a zone. Comments are wrapped to `width` columns, 40 at least.
  /// - Parameter verbosity: below 0 only the data, one a line, aliases first, as `dig +short` has them; then what is
  ///   absent or failed leaves no line, and `failures(language:)` has the rest of the story. All else is as usual.
  func text(language: Language, ink: Ink, width: Int, verbosity: Int) -> String {
    guard verbosity >= 0 else {
      return answers.flatMap(\.lookupRecords).map { $0.data.presentation + "\n" }.joined()
    }
    return answers.map { answer in
      LookupSection(answer: answer, language: language, ink: ink, width: width).lines.map { $0 + "\n" }
        .joined()
    }.joined(separator: "\n")
  }

  /// One line for each question that DNS could not answer: `example.jp MX: SERVFAIL, from 192.0.2.53:53`.
  func failures(language: Language) -> [String] {
    answers.compactMap { answer in
      answer.failure.map { "\(answer.question): \($0.wording[language])" }
    }
  }

  /// The report as JSON; `language` is that of messages.
  func json(language: Language) -> LookupJSON {
    LookupJSON(entries: answers.map { LookupJSON.Entry($0, language: language) })
  }
}

extension Answer {
  /// All records that the answer is made of: those of the CNAME chain, and those found at its end.
  var lookupRecords: [ResourceRecord] {
    aliases.map { ResourceRecord(owner: $0.owner, timeToLive: $0.timeToLive, data: .cname($0.target)) }
      + records
  }
}
