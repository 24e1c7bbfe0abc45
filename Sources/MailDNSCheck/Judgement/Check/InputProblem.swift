import FoundationEssentials

/// What a run was given and could not use, as a report shows it: a line of a list, a file without which nothing could be
/// checked, or the rest of a list for which there was no time.
struct InputProblem: Sendable {
  /// As the user gave it; nil for standard input and where there is none.
  let file: String?
  /// From 1; nil for a file as a whole.
  let line: Int?
  let finding: Finding
  let date: Date

  /// A line of a list that names no domain.
  init(_ error: MailDomainError, file: String?, line: Int, at date: Date = .now) {
    (self.file, self.line, self.date) = (file, line, date)
    let place = "\(VisibleText(file ?? "-")):\(line)"
    finding = .input.lineRefused(
      VisibleText.shortened(error.text.isEmpty ? place : error.text), (place: place, reason: error.wording))
  }

  /// A file, or whatever else, that stopped the run.
  init(_ reason: Wording, file: String?, line: Int?, at date: Date = .now) {
    (self.file, self.line, self.date) = (file, line, date)
    finding = .input.unusable(VisibleText(file ?? "-").description, reason)
  }

  /// The rest of a list behind its first `count` domains, when the run was ended.
  init(cutOffAfter count: Int, by end: InputFindings.End, file: String?, at date: Date = .now) {
    (self.file, line, self.date) = (file, nil, date)
    finding = .input.cutOff(VisibleText(file ?? "-").description, (count, end))
  }

  /// Whether it is about the run and no line: nothing was checked, or not all.
  var isOfRun: Bool { !finding.isOf(Finding.input.lineRefused) }

  func message(_ language: Language) -> String { finding.message[language] }
}
