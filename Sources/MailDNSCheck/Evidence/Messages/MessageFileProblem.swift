/// A file that can't be read to its end, or holds no message, as reports show it in the place of one.
struct MessageFileProblem: Sendable {
  /// As it was named; `-` is standard input.
  let file: String
  let finding: Finding

  init(_ reason: Wording, file: String?) {
    self.file = file ?? "-"
    finding = Finding.message.fileUnusable(VisibleText(self.file), reason)
  }

  var status: Status { Status([finding]) }
}
