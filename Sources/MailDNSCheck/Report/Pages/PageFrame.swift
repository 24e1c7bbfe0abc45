/// A whole page of one file: nothing is loaded from elsewhere, nothing runs, and the page itself forbids both (CSP 3).
struct PageFrame {
  let title: String
  let language: Language

  /// What the browser may do: draw our own style, and nothing else.
  static let policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

  func page(_ content: [HTML]) -> String {
    HTML.document(
      HTML(
        .html, [.lang(language)],
        [
          HTML(
            .head, [],
            [
              HTML(.meta, [.charset]),
              HTML(.meta, HTMLAttribute.header("Content-Security-Policy", Self.policy)),
              HTML(.meta, HTMLAttribute.meta("viewport", "width=device-width, initial-scale=1")),
              HTML(.meta, HTMLAttribute.meta("referrer", "no-referrer")),
              HTML(.meta, HTMLAttribute.meta("generator", "maildnscheck \(Version.current)")),
              HTML(.title, text: title), .style(.standard),
            ]), HTML(.body, [], [HTML(.main, [], content)]),
        ]))
  }
}

/// Parts that pages of every kind have.
enum PagePart {
  /// What something comes to, in a word.
  static func badge(_ status: Status, _ language: Language) -> HTML {
    HTML(.span, [.class(.badge, status.pageClass)], text: status.wording[language])
  }

  static func badge(_ severity: Severity, _ language: Language) -> HTML {
    HTML(.span, [.class(.badge, severity.pageClass)], text: severity.wording[language])
  }

  static func paragraph(_ wording: Wording, _ language: Language, _ attributes: [HTMLAttribute] = []) -> HTML
  {
    HTML(.p, attributes, text: wording[language])
  }

  /// Names and values below each other.
  static func pairs(_ lines: [(name: Wording, value: String)], _ language: Language) -> HTML {
    guard !lines.isEmpty else { return .nothing }
    return HTML(
      .dl, [], lines.flatMap { [HTML(.dt, text: $0.name[language]), HTML(.dd, text: $0.value)] })
  }

  /// When the page was made.
  static func footer(_ lines: [String], checkedAt time: String?, _ language: Language) -> HTML {
    let made = time.map { time -> [HTML] in
      let shown = time.prefix(16).replacing("T", with: " ") + " UTC"
      return [
        .text(Wording.checkedAt[language]), HTML(.time, [.datetime(time)], text: String(shown)), .text(". "),
      ]
    }
    let program = HTML.text("maildnscheck \(Version.current)")
    return HTML(
      .footer, [.class(.faint)],
      lines.map { HTML(.p, text: $0) } + [HTML(.p, [], (made ?? []) + [program])])
  }
}

extension Wording {
  static let checkedAt = Wording("Checked at ", "検査日時: ")
}
