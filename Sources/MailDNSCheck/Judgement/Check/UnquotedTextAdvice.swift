/// What to do where the fault is not in the text but in a zone file that does not quote it: any other advice about the record
/// would mend what nobody wrote.
struct UnquotedTextAdvice {
  /// By the name of the record.
  private let texts: [String: [(text: Answer.UnquotedText, file: String)]]

  init(_ answers: [Answer]) {
    var texts: [String: [(Answer.UnquotedText, String)]] = [:]
    for answer in answers where !answer.origin.unquoted.isEmpty {
      guard case .zoneFile(let file) = answer.origin.source else { continue }
      // Findings are about the end of a chain, or about where it begins.
      for name in [answer.canonicalName, answer.question.name].uniqued {
        texts[name.description, default: []] += answer.origin.unquoted.map { ($0, file) }
      }
    }
    self.texts = texts
  }

  /// The finding with the right thing to do where it is about such a text.
  func applied(to finding: Finding) -> Finding {
    guard finding.severity > .info, [.spf, .dkim, .dmarc].contains(finding.area),
      let found = texts[finding.subject]?.first(where: { isAbout($0.text, finding) })
    else { return finding }
    return finding.remedied { Self.remedy(found.text, in: found.file) }
  }

  private func isAbout(_ text: Answer.UnquotedText, _ finding: Finding) -> Bool {
    finding.place.map { $0.text == text.text } ?? true
  }

  private static func remedy(_ text: Answer.UnquotedText, in file: String) -> Wording {
    let file = VisibleText(file).description
    return text.isCut
      ? Wording(
        "Put the text into quotation marks in \(file); the rest of line \(text.line) was read as a comment.",
        "\(file) でテキストを引用符で囲んでください。\(text.line)行目の残りがコメントとして読まれています。")
      : Wording(
        "Put the text on line \(text.line) of \(file) into quotation marks; without them its words are joined with nothing in between.",
        "\(file) の\(text.line)行目のテキストを引用符で囲んでください。引用符がないと、語の間の空白が失われます。")
  }
}
