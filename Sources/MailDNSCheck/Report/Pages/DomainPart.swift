import FoundationEssentials

/// All that a page says of one domain: the verdict, the picture, what has changed, areas, findings, records.
struct DomainPart {
  let report: DomainReport
  let catalogue: ProviderCatalogue
  let language: Language
  /// The number of the domain on the page, from 1.
  let number: Int
  /// Whether it is the only one, and so what the page is about.
  let isAlone: Bool

  /// Records that are shown.
  private static let maximumRecords = 200
  /// Code points of a record that are shown.
  private static let longestRecord = 2_000

  private var heading: HTMLElement { isAlone ? .h2 : .h3 }

  /// `日本語.jp (xn--…)`.
  static func title(_ report: DomainReport) -> String {
    let name = report.domain.name.description
    return report.domain.unicode == name ? name : "\(report.domain.unicode) (\(name))"
  }

  var html: HTML {
    let sentence = RouteSentence(report: report, catalogue: catalogue).wording
    return HTML(
      .section, [.id(.subject(number))],
      [
        HTML(
          isAlone ? .h1 : .h2, [],
          [.text(Self.title(report) + " "), PagePart.badge(report.status, language)]),
        isAlone ? PagePart.checked(at: report.work.checkedAt.ISO8601Format(), language) : .nothing,
        PagePart.paragraph(sentence, language, [.class(.lead)]),
      ] + (report.changes.map { ChangePart(changes: $0, language: language).html } ?? []) + [columns]
        + requirements
        + FindingCards(findings: report.findings, language: language, subject: number, heading: heading).html
        + records + [footer])
  }

  /// The picture, and beside it on a wide screen what the areas say.
  private var columns: HTML {
    let picture = RoutePicture(report: report, catalogue: catalogue).picture()
    let areas = self.areas
    guard let picture else { return HTML(.div, [], notes + areas) }
    let figure = HTML(.figure, [], [FlowSVG(picture: picture, language: language, number: number).html])
    return HTML(.div, [.class(.columns)], [HTML(.div, [], [figure] + notes), HTML(.div, [], areas)])
  }

  /// What stands below the picture.
  private var notes: [HTML] {
    guard let verdict = report.verdict else { return [] }
    let kinds = verdict.evidence.map(\.kind).uniqued
    let lines = [
      .verdict(verdict.id, verdict.confidence), verdict.adminCentreWording(expecting: report.expected),
      kinds.isEmpty ? nil : Wording.evidence(kinds),
    ].compactMap(\.self)
    return lines.map { PagePart.paragraph($0, language, [.class(.faint)]) }
  }

  private var sections: [AreaSection] {
    AreaSection.all(
      of: TextReport(
        report: report, catalogue: catalogue, language: language, ink: .plain, width: 80, verbosity: 1))
  }

  private var areas: [HTML] {
    let rows = sections.map { section in
      HTML(
        .tr, [],
        [
          HTML(
            .th, [.scope(.row)],
            [.text(section.title + " ")] + (section.status.map { [PagePart.badge($0, language)] } ?? [])),
          HTML(.td, [], section.lines.map { HTML(.p, text: $0) }),
        ])
    }
    guard !rows.isEmpty else { return [] }
    return PagePart.table(.areas, heading, [.class(.areas)], rows, language)
  }

  private var requirements: [HTML] {
    guard report.facts.use.isActive, let requirements = SenderRequirements(report) else { return [] }
    let rows = requirements.rows.map { row in
      HTML(
        .tr, [],
        [
          HTML(.th, [.scope(.row)], text: row.requirement.wording[language]),
          HTML(
            .td, [],
            [
              HTML(.span, [.class(.badge, row.state.status.pageClass)], text: row.state.wording[language]),
              .text(
                " " + row.providers.map(\.name).joined(separator: Wording.listSeparator[language])
                  + (row.isForBulk ? Wording.forBulkSenders[language] : "")),
            ]),
        ])
    }
    return PagePart.table(.senderRequirements, heading, [], rows, language)
  }

  /// What DNS published, each record once.
  private var records: [HTML] {
    // By name: which answer came first is another matter each time.
    let all = report.work.answers.flatMap(\.lookupRecords).map { record in
      (
        owner: record.owner, name: record.owner.absolutePresentation, type: record.type.description,
        timeToLive: record.timeToLive, data: record.data.presentation
      )
    }.sorted { ($0.owner, $0.type, $0.data) < ($1.owner, $1.type, $1.data) }
    var seen: Set<String> = []
    let distinct = all.filter { seen.insert("\($0.name) \($0.type) \($0.data)").inserted }
    // First what the domain's administrator can change: its own records, and those below it.
    let own = report.domain.name.absolutePresentation
    let ranks = distinct.map { $0.name == own ? 0 : $0.name.hasSuffix("." + own) ? 1 : 2 }
    let once = (0...2).flatMap { rank in zip(distinct, ranks).filter { $0.1 == rank }.map(\.0) }
    guard !once.isEmpty else { return [] }
    let rows = once.prefix(Self.maximumRecords).map { record in
      let time = TimeSpan(seconds: record.timeToLive).approximate[language]
      return HTML(
        .tr, [],
        [
          HTML(
            .th, [.scope(.row)],
            [
              .text(record.name + " "),
              HTML(.span, [.class(.faint)], text: "\(record.type), \(time)"),
            ]), HTML(.td, [], [HTML(.code, text: Self.cut(record.data))]),
        ])
    }
    let rest = once.count - rows.count
    let more = rest > 0 ? [HTML(.p, text: Wording.furtherEntries(rest)[language])] : []
    return PagePart.table(.recordsRead, heading, [.class(.records)], rows, language) + more
  }

  private static func cut(_ text: String) -> String {
    let scalars = text.unicodeScalars
    return scalars.count > longestRecord ? String(scalars.prefix(longestRecord)) + "…" : text
  }

  private var footer: HTML {
    let times = sections.compactMap { section in
      section.timeToLive.map { seconds -> String in
        let time = "\(section.title) \(TimeSpan(seconds: seconds).approximate[language])"
        return section.isAbsent ? time + Wording.notThere[language] : time
      }
    }
    let visible =
      times.isEmpty
      ? [] : [Wording.visibleWithin(times.joined(separator: Wording.listSeparator[language]))[language]]
    let cost = Wording.cost(questions: report.work.questionCount, seconds: report.work.duration.secondsText)
    let lines = visible + [cost[language]]
    return isAlone
      ? PagePart.footer(lines) : HTML(.footer, [.class(.faint)], lines.map { HTML(.p, text: $0) })
  }
}

extension Wording {
  static let areas = Wording("Areas", "検査項目")
  static let recordsRead = Wording("Records as DNS has them", "DNSのレコード")
  static let forBulkSenders = Wording(" (of bulk senders)", "(大量送信者のみ)")
}
