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

  /// When what the page says was so, in UTC as ISO 8601 has it.
  static func checked(at time: String, _ language: Language) -> HTML {
    HTML(
      .p, [.class(.faint)],
      [
        .text(Wording.checkedAt[language]),
        HTML(.time, [.datetime(time)], text: RunTime(time)?.description ?? time),
      ])
  }

  /// The end of the page: `lines`, and which program has made it.
  static func footer(_ lines: [String] = []) -> HTML {
    HTML(
      .footer, [.class(.faint)],
      (lines + ["maildnscheck \(Version.current)"]).map { HTML(.p, text: $0) })
  }

  /// A table below a heading of its own, which readers of a screen can go to.
  static func table(
    _ title: Wording, _ heading: HTMLElement, _ attributes: [HTMLAttribute], _ rows: [HTML],
    _ language: Language
  ) -> [HTML] {
    [
      HTML(heading, text: title[language]),
      HTML(.table, attributes + [.ariaLabel(title[language])], [HTML(.tbody, [], rows)]),
    ]
  }
}

extension Wording {
  static let checkedAt = Wording("Checked at ", "検査日時: ")
}
