/// A page on messages: one fills it; of several there is a table and a sum, and below them the messages.
struct MessagePageDocument: MessageDocument {
  let setting: MessageSetting
  private var rows: [HTML] = []
  private var parts: [HTML] = []
  private var problems: [String] = []
  private var sum = MessageSum()
  private var seen = 0

  /// Messages of the table, and those described below it; a mailbox may be larger than memory.
  private static let maximumRows = 5_000
  private static let maximumParts = 100
  private static let maximumProblems = 100

  init(_ setting: MessageSetting) { self.setting = setting }

  private var language: Language { setting.language }

  mutating func add(_ report: MessageReport) -> String {
    sum.add(report)
    seen += 1
    let title = Wording.messageTitle(VisibleText(report.file).description, report.index)[language]
    let isDescribed = parts.count < Self.maximumParts
    if rows.count < Self.maximumRows { rows.append(row(report, title, isDescribed: isDescribed)) }
    if isDescribed {
      parts.append(
        MessagePart(
          report: report, catalogue: setting.catalogue, language: language, number: parts.count + 1,
          title: title
        ).html)
    }
    return ""
  }

  mutating func add(_ problem: MessageFileProblem) -> String {
    if problems.count < Self.maximumProblems {
      problems.append("\(VisibleText(problem.file)): \(problem.finding.message[language])")
    }
    return ""
  }

  func end() -> String {
    let title = Wording.messagePage(seen)[language]
    var content = [HTML(.h1, text: title)]
    if seen > 1 {
      content += sum.lines(language).map { HTML(.p, text: $0) } + [table]
      if seen > rows.count {
        content.append(HTML(.p, text: Wording.furtherEntries(seen - rows.count)[language]))
      }
    }
    content += parts
    if !problems.isEmpty {
      content += [HTML(.h2, text: Wording.notChecked[language]), .list(problems.map { [.text($0)] })]
    }
    return PageFrame(title: title, language: language)
      .page(content + [PagePart.footer([], checkedAt: nil, language)])
  }

  private var table: HTML {
    let titles: [Wording] = [.messageColumnFile, .statusColumn, .messageColumnTime, .messageColumnFolder]
    let head = HTML(.tr, [], titles.map { HTML(.th, [.scope(.col)], text: $0[language]) })
    return HTML(.table, [.class(.list)], [HTML(.thead, [], [head]), HTML(.tbody, [], rows)])
  }

  private func row(_ report: MessageReport, _ title: String, isDescribed: Bool) -> HTML {
    let name =
      isDescribed
      ? HTML(.a, [.href(.subject(parts.count + 1))], text: title) : HTML.text(title)
    let route = report.examination.way.route.labelled[language]
    let cells = MessageRow(report).cells
    return HTML(
      .tr, [],
      [
        HTML(.td, [], [name, HTML(.p, [.class(.remark)], text: route)]),
        HTML(.td, [], [PagePart.badge(report.status, language)]), HTML(.td, text: cells.first ?? "-"),
        HTML(.td, text: cells.count > 3 ? cells[3] : "-"),
      ])
  }
}

/// All that a page says of one message.
struct MessagePart {
  let report: MessageReport
  let catalogue: ProviderCatalogue
  let language: Language
  let number: Int
  let title: String

  private var message: MessageExamination { report.examination }

  var html: HTML {
    HTML(
      .section, [.id(.subject(number))],
      [
        HTML(.h2, [], [.text(title + " "), PagePart.badge(report.status, language)]),
        PagePart.paragraph(
          MessageSentence(message: message, catalogue: catalogue).wording, language, [.class(.lead)]),
        columns,
      ]
        + FindingCards(findings: report.findings, language: language, subject: number, heading: .h3).html)
  }

  private var columns: HTML {
    let facts = [
      PagePart.pairs(head, language),
      part(.messageJudgement, MessageJudgementLines(message: message, language: language).lines),
      part(.messageClaims, MessageClaimLines(message: message, language: language).lines),
      part(
        .messageToday, report.today.map { SenderTodayLines(today: $0, language: language).lines } ?? []),
    ]
    guard let picture = MessagePicture(report: report, catalogue: catalogue).picture() else {
      return HTML(.div, [], facts)
    }
    let figure = HTML(.figure, [], [FlowSVG(picture: picture, language: language, number: number).html])
    let total = message.trail.duration.map { seconds in
      PagePart.paragraph(
        .messageTotal(MessageTextReport.seconds(seconds)), language, [.class(.faint)])
    }
    return HTML(
      .div, [.class(.columns)],
      [HTML(.div, [], [figure] + [total].compactMap(\.self)), HTML(.div, [], facts)])
  }

  private var head: [(name: Wording, value: String)] {
    let values: [(name: Wording, value: String?)] = [
      (.messageFrom, message.from.map { VisibleText.shortened($0) }), (.messageSubject, message.subject),
      (.messageDate, message.date?.description),
    ]
    return values.compactMap { name, value in value.map { (name, $0) } }
  }

  private func part(_ title: Wording, _ lines: [(name: Wording, value: String)]) -> HTML {
    lines.isEmpty
      ? .nothing : HTML(.div, [], [HTML(.h3, text: title[language]), PagePart.pairs(lines, language)])
  }
}

extension Wording {
  fileprivate static func messagePage(_ count: Int) -> Wording {
    Wording(
      "The ways of \(count.counting("message", "messages"))", "メールの経路(\(count.grouped)件)")
  }
}
