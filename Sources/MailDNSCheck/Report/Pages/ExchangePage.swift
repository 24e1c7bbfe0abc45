/// A page on exports of Exchange Online: the tenant with its connectors, what the exports say, findings.
struct ExchangePage {
  let report: ExchangeReport
  let language: Language
  /// Lists in full, and addresses of people with them.
  let isWhole: Bool

  var text: String {
    let title = Wording.exchangeTitle[language]
    let sections = ExchangeSection.all(of: report, language, isWhole: isWhole).map(part)
    let body =
      ExchangePicture(report: report).picture().map { picture in
        HTML(
          .div, [.class(.columns)],
          [
            HTML(.figure, [], [FlowSVG(picture: picture, language: language, number: 1).html]),
            HTML(.div, [], sections),
          ])
      } ?? HTML(.div, [], sections)
    return PageFrame(title: title, language: language).page(
      [
        HTML(.h1, [], [.text(title + " "), PagePart.badge(report.status, language)]),
        PagePart.paragraph(.found(report.findings), language, [.class(.lead)]), body,
      ]
        + FindingCards(findings: report.findings, language: language, subject: 1, heading: .h2).html + [
          PagePart.footer()
        ])
  }

  private func part(_ section: ExchangeSection) -> HTML {
    HTML(.div, [], [HTML(.h2, text: section.title[language]), .list(section.lines.map { [.text($0)] })])
  }

  /// A list out of exports as a table.
  static func page(_ listing: ExchangeListing, _ language: Language) -> String {
    let head = HTML(.tr, [], listing.columns.map { HTML(.th, [.scope(.col)], text: $0) })
    let rows = listing.rows.map { row in HTML(.tr, [], row.map { HTML(.td, text: $0 ?? "") }) }
    let title = Wording.exchangeTitle[language]
    return PageFrame(title: title, language: language).page([
      HTML(.h1, text: title),
      HTML(.table, [.class(.list)], [HTML(.thead, [], [head]), HTML(.tbody, [], rows)]),
    ])
  }
}
