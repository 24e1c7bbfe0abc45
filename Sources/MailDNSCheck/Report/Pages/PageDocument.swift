import FoundationEssentials

/// A page on the domains, to show to those who use no terminal. One domain fills it; of several there is a table, which can be seen in
/// three orders, and below it the domains, the worst first.
///
/// What is kept has a bound: of long lists the worst domains, and all of them in the sums.
struct PageDocument: ReportDocument {
  let setting: ReportSetting
  private var entries = WorstFirst<Entry>(limit: Self.maximumRows)
  private var summary = RunSummary()
  private var comparison = RunComparison()
  private var problems: [String] = []
  private var problemCount = 0
  private var checkedAt: String?

  /// Rows of the table, and domains that are described below it.
  private static let maximumRows = 5_000
  private static let maximumParts = 200
  private static let maximumProblems = 100
  /// Domains that have changed and are named above the table.
  private static let maximumChanged = 20

  private struct Entry: Sendable {
    let name: String
    let route: RouteID?
    let status: Status
    let worst: Wording?
    /// The names of what has changed since an earlier run.
    let changed: [Wording]
    /// Nil for those beyond the ones that are described.
    let report: DomainReport?
  }

  init(_ setting: ReportSetting) { self.setting = setting }

  private var language: Language { setting.language }

  mutating func add(_ report: DomainReport) -> String {
    count(report)
    let worst = report.findings.first.flatMap { $0.severity > .info ? $0.kind.title : nil }
    // Reports are large: they are kept as long as they may be among the first.
    let isKept = entries.count(atLeast: report.status) < Self.maximumParts
    entries.add(
      Entry(
        name: DomainPart.title(report), route: report.verdict?.id, status: report.status, worst: worst,
        changed: (report.changes?.counted ?? []).map(\.subject.wording).uniqued,
        report: isKept ? report : nil), report.status)
    return ""
  }

  mutating func count(_ report: DomainReport) {
    checkedAt = report.work.checkedAt.ISO8601Format()
    summary.add(report)
    if let changes = report.changes { comparison.count(changes) }
  }

  mutating func add(_ problem: InputProblem) -> String {
    problemCount += 1
    if problems.count < Self.maximumProblems { problems.append(problem.message(language)) }
    return ""
  }

  func end() -> String {
    let sorted = entries.sorted
    let isAlone = sorted.count == 1 && summary.domains == 1
    let title =
      isAlone
      ? Wording.pageTitle(sorted[0].name)[language] : Wording.pageTitleOfList(summary.domains)[language]
    let content = isAlone ? parts(sorted, isAlone: true) : [overview(sorted)] + parts(sorted, isAlone: false)
    let end = isAlone ? [] : [PagePart.footer()]
    return PageFrame(title: title, language: language).page(content + refused + end)
  }

  private func parts(_ sorted: [Entry], isAlone: Bool) -> [HTML] {
    sorted.prefix(Self.maximumParts).enumerated().compactMap { index, entry in
      entry.report.map { report in
        DomainPart(
          report: report, catalogue: setting.catalogue, language: language, number: index + 1,
          isAlone: isAlone
        ).html
      }
    }
  }

  private func overview(_ sorted: [Entry]) -> HTML {
    let compared = comparison.later > 1 ? comparison.lines(language) : []
    let sums = summary.domains > 0 ? summary.lines(language) : []
    return HTML(
      .header, [],
      [HTML(.h1, text: Wording.pageTitleOfList(summary.domains)[language])]
        + (checkedAt.map { [PagePart.checked(at: $0, language)] } ?? [])
        + compared.map { HTML(.p, text: $0) } + [changed(sorted)] + sums.map { HTML(.p, text: $0) }
        + (sorted.isEmpty ? [] : [tables(sorted)]))
  }

  /// The domains that have changed, wherever they stand in the table.
  private func changed(_ sorted: [Entry]) -> HTML {
    let items = sorted.enumerated().filter { !$0.element.changed.isEmpty }.map { index, entry in
      [name(entry, index + 1), .text(": " + entry.changed.listed[language])]
    }
    let rest = items.count - Self.maximumChanged
    return .list(
      items.prefix(Self.maximumChanged) + (rest > 0 ? [[.text(Wording.furtherEntries(rest)[language])]] : []))
  }

  /// The name of a domain, which leads to what is said of it below.
  private func name(_ entry: Entry, _ number: Int) -> HTML {
    let isDescribed = number <= Self.maximumParts && entry.report != nil
    return isDescribed ? HTML(.a, [.href(.subject(number))], text: entry.name) : .text(entry.name)
  }

  /// The same rows in three orders, of which one is seen: without a script, by the choice that is taken.
  private func tables(_ sorted: [Entry]) -> HTML {
    let rows = sorted.enumerated().map { (number: $0.offset + 1, entry: $0.element) }
    let byName = rows.sorted { $0.entry.name < $1.entry.name }
    let byRoute = rows.sorted { ($0.entry.route?.rank ?? .max) < ($1.entry.route?.rank ?? .max) }
    let orders: [(PageAnchor.ListOrder, PageClass, [(number: Int, entry: Entry)])] = [
      (.severity, .bySeverity, rows), (.name, .byName, byName), (.route, .byRoute, byRoute),
    ]
    let choices = orders.flatMap { order, _, _ in
      [
        HTML(.input, HTMLAttribute.choice(.order(order), of: .order, isTaken: order == .severity)),
        HTML(.label, [.for(.order(order))], text: order.wording[language]),
      ]
    }
    let left = summary.domains - sorted.count
    return HTML(
      .fieldset, [],
      [HTML(.legend, text: Wording.orderOfList[language])] + choices
        + orders.map { order, name, rows in table(rows, order, name) }
        + (left > 0 ? [HTML(.p, text: Wording.furtherEntries(left)[language])] : []))
  }

  private func table(
    _ rows: [(number: Int, entry: Entry)], _ order: PageAnchor.ListOrder, _ name: PageClass
  ) -> HTML {
    let titles: [(Wording, [HTMLAttribute])] = [
      (.domainColumn, []), (.statusColumn, []), (.routeColumn, [.class(.wide)]),
    ]
    let head = HTML(
      .tr, [], titles.map { title, extra in HTML(.th, [.scope(.col)] + extra, text: title[language]) })
    let table = HTML(
      .table, [.ariaLabel(order.wording[language])],
      [HTML(.thead, [], [head]), HTML(.tbody, [], rows.map { row($0.entry, $0.number) })])
    return HTML(.div, [.class(name)], [table])
  }

  private func row(_ entry: Entry, _ number: Int) -> HTML {
    let worst = entry.worst.map { HTML(.p, [.class(.remark)], text: $0[language]) }
    let changed =
      entry.changed.isEmpty
      ? nil : HTML(.p, [.class(.remark)], text: Wording.changed(entry.changed.listed)[language])
    // On a phone the route stands below the domain.
    let route = entry.route?.labelled[language]
    let narrow = route.map { HTML(.p, [.class(.remark, .narrow)], text: $0) }
    return HTML(
      .tr, [],
      [
        HTML(.td, [], [name(entry, number)] + [narrow, worst, changed].compactMap(\.self)),
        HTML(.td, [], [PagePart.badge(entry.status, language)]),
        HTML(.td, [.class(.wide)], text: route ?? "–"),
      ])
  }

  /// Lines that name no domain, and why there was no run.
  private var refused: [HTML] {
    guard problemCount > 0 else { return [] }
    let rest = problemCount - problems.count
    let lines = problems + (rest > 0 ? [Wording.furtherEntries(rest)[language]] : [])
    return [
      HTML(
        .section, [],
        [HTML(.h2, text: Wording.notChecked[language]), .list(lines.map { [.text($0)] })])
    ]
  }
}

extension RouteID {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? .max }
}

extension PageAnchor.ListOrder {
  fileprivate var wording: Wording {
    switch self {
    case .severity: Wording("the worst first", "判定の悪い順")
    case .name: Wording("by name", "名前順")
    case .route: Wording("by route", "経路順")
    }
  }
}

extension Wording {
  fileprivate static func changed(_ names: Wording) -> Wording {
    Wording("changed: \(names.english)", "変化: \(names.japanese)")
  }
  fileprivate static let orderOfList = Wording("Order", "並び順")

  fileprivate static func pageTitle(_ domain: String) -> Wording {
    Wording("\(domain): the ways of its mail", "\(domain) のメール経路")
  }
  fileprivate static func pageTitleOfList(_ count: Int) -> Wording {
    guard count > 0 else { return Wording("No domain was checked", "検査したドメインはありません") }
    return Wording(
      "The ways of mail of \(count.counting("domain", "domains"))", "メール経路の検査結果(\(count.grouped)ドメイン)")
  }
}
