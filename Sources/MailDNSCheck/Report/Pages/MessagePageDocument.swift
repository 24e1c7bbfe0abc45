/// A page on messages: one fills it; of several there is a table and a sum, and below them the messages.
struct MessagePageDocument: MessageDocument {
  let setting: MessageSetting
  private var rows: [HTML] = []
  private var parts: [MessagePart] = []
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
          title: title))
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
    let isAlone = seen == 1 && problems.isEmpty
    var content = isAlone ? [] : [HTML(.h1, text: title)]
    if seen > 1 {
      content += sum.lines(language).map { HTML(.p, text: $0) } + [table]
      if seen > rows.count {
        content.append(HTML(.p, text: Wording.furtherEntries(seen - rows.count)[language]))
      }
    }
    content += parts.map { $0.html(isAlone: isAlone) }
    if !problems.isEmpty {
      content += [HTML(.h2, text: Wording.notChecked[language]), .list(problems.map { [.text($0)] })]
    }
    return PageFrame(title: title, language: language)
      .page(content + [PagePart.footer()])
  }

  private var table: HTML {
    let titles: [(Wording, [HTMLAttribute])] = [
      (.messageColumnFile, []), (.statusColumn, []), (.messageColumnTime, [.class(.wide)]),
      (.messageColumnFolder, [.class(.wide)]),
    ]
    let head = HTML(
      .tr, [], titles.map { title, extra in HTML(.th, [.scope(.col)] + extra, text: title[language]) })
    return HTML(
      .table, [.class(.list), .ariaLabel(Wording.messagePage(seen)[language])],
      [HTML(.thead, [], [head]), HTML(.tbody, [], rows)])
  }

  private func row(_ report: MessageReport, _ title: String, isDescribed: Bool) -> HTML {
    let name =
      isDescribed
      ? HTML(.a, [.href(.subject(parts.count + 1))], text: title) : HTML.text(title)
    let route = report.examination.way.route.labelled[language]
    let cells = MessageRow(report, setting.language).cells
    let (time, folder) = (cells.first ?? "-", cells.count > 3 ? cells[3] : "-")
    return HTML(
      .tr, [],
      [
        HTML(
          .td, [],
          [
            name, HTML(.p, [.class(.remark)], text: route),
            // On a phone they stand below the file.
            HTML(.p, [.class(.remark, .narrow)], text: "\(time), \(folder)"),
          ]),
        HTML(.td, [], [PagePart.badge(report.status, language)]), HTML(.td, [.class(.wide)], text: time),
        HTML(.td, [.class(.wide)], text: folder),
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

  /// `isAlone`: whether it is the only one, and so what the page is about.
  func html(isAlone: Bool) -> HTML {
    HTML(
      .section, [.id(.subject(number))],
      [
        HTML(isAlone ? .h1 : .h2, [], [.text(title + " "), PagePart.badge(report.status, language)]),
        PagePart.paragraph(
          MessageSentence(message: message, catalogue: catalogue).wording, language, [.class(.lead)]),
        columns(isAlone ? .h2 : .h3),
      ]
        + FindingCards(
          findings: report.findings, language: language, subject: number, heading: isAlone ? .h2 : .h3
        ).html)
  }

  private func columns(_ heading: HTMLElement) -> HTML {
    let facts = [
      PagePart.pairs(head, language),
      part(.messageJudgement, heading, MessageJudgementLines(message: message, language: language).lines),
      part(.messageClaims, heading, MessageClaimLines(message: message, language: language).lines),
      part(
        .messageToday, heading,
        report.today.map { SenderTodayLines(today: $0, language: language).lines } ?? []),
    ]
    guard let picture = MessagePicture(report: report, catalogue: catalogue).picture() else {
      return HTML(.div, [], facts)
    }
    let figure = HTML(.figure, [], [FlowSVG(picture: picture, language: language, number: number).html])
    let total = message.trail.duration.map { seconds in
      PagePart.paragraph(
        .messageTotal(seconds), language, [.class(.faint)])
    }
    return HTML(
      .div, [.class(.columns)],
      [HTML(.div, [], [figure] + [total].compactMap(\.self)), HTML(.div, [], facts)])
  }

  private var head: [(name: Wording, value: String)] {
    let values: [(name: Wording, value: String?)] = [
      (.messageFrom, message.from.map { VisibleText.shortened($0) }), (.messageSubject, message.subject),
      (.messageDate, message.date?.inWords),
    ]
    return values.compactMap { name, value in value.map { (name, $0) } }
  }

  private func part(
    _ title: Wording, _ heading: HTMLElement, _ lines: [(name: Wording, value: String)]
  ) -> HTML {
    lines.isEmpty
      ? .nothing : HTML(.div, [], [HTML(heading, text: title[language]), PagePart.pairs(lines, language)])
  }
}

extension Wording {
  fileprivate static func messagePage(_ count: Int) -> Wording {
    Wording(
      "The ways of \(count.counting("message", "messages"))", "メールの経路(\(count.grouped)件)")
  }
}
