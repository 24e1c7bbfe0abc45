/// What to do where the fault is not in the text but in a zone file that does not quote it: any other advice about the record
/// would mend what nobody wrote.
struct UnquotedTextAdvice {
  /// By the name of the record.
  private let texts: [String: [Answer.UnquotedText]]

  init(_ answers: [Answer]) {
    var texts: [String: [Answer.UnquotedText]] = [:]
    for answer in answers where !answer.origin.unquoted.isEmpty {
      // Findings are about the end of a chain, or about where it begins.
      for name in [answer.canonicalName, answer.question.name].uniqued {
        texts[name.description, default: []] += answer.origin.unquoted
      }
    }
    self.texts = texts
  }

  /// The finding with the right thing to do where it is about such a text.
  func applied(to finding: Finding) -> Finding {
    guard !texts.isEmpty, finding.severity > .info,
      [.spf, .dkim, .dmarc, .tls, .bimi].contains(finding.area),
      let found = texts[finding.subject]?.first(where: { isAbout($0, finding) })
    else { return finding }
    return finding.remedied { Self.remedy(found) }
  }

  private func isAbout(_ text: Answer.UnquotedText, _ finding: Finding) -> Bool {
    finding.place.map { $0.text == text.text } ?? true
  }

  private static func remedy(_ text: Answer.UnquotedText) -> Wording {
    let file = VisibleText(text.file).description
    switch text.reason {
    case .cut:
      return Wording(
        "Put the text into quotation marks in \(file); the rest of line \(text.line) was read as a comment.",
        "\(file) でテキストを引用符で囲んでください。\(text.line)行目の残りがコメントとして読まれています。")
    case .joined:
      return Wording(
        "Put the text on line \(text.line) of \(file) into quotation marks; without them its words are joined with nothing in between.",
        "\(file) の\(text.line)行目のテキストを引用符で囲んでください。引用符がないと、語の間の空白が失われます。")
    case .generated:
      return Wording(
        "Write a line of its own for this name in \(file), its text in quotation marks: $GENERATE on line \(text.line) takes them away.",
        "\(file) にこの名前の行を個別に書き、テキストを引用符で囲んでください。\(text.line)行目の $GENERATE では引用符が外されます。")
    }
  }
}
