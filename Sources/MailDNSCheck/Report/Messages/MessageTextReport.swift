/// The report on one message that an administrator reads top down: the verdict, the way, the stations, the judgement, what
/// to do about what.
struct MessageTextReport {
  let report: MessageReport
  let catalogue: ProviderCatalogue
  let language: Language
  let ink: Ink
  let width: Int

  private static let indent = 2
  private static let barWidth = 10
  private var message: MessageExamination { report.examination }

  var text: String {
    var page = Page(width: width, isASCII: ink.isASCII)
    let title = Wording.messageTitle(VisibleText(report.file).description, report.index)[language]
    let status = report.status.wording[language]
    page.add(
      "", label: ink(title, .bold) + ": " + ink(status, .bold, report.status.tone), labelWidth: title.count)
    page.blank()
    page.add(
      MessageSentence(message: message, catalogue: catalogue).wording[language], indent: Self.indent,
      ink: { ink($0, .bold) })
    page.blank()
    page.add(MessageFlow(message: message, catalogue: catalogue).wording[language], indent: Self.indent)
    page.blank()
    addHead(to: &page)
    addHops(to: &page)
    addJudgement(to: &page)
    addClaims(to: &page)
    addToday(to: &page)
    FindingLines(findings: report.findings, language: language, ink: ink).add(to: &page)
    return page.text
  }

  private func addHead(to page: inout Page) {
    addPair(.messageFrom, message.from.map { VisibleText.shortened($0) }, to: &page)
    addPair(.messageSubject, message.subject, to: &page)
    addPair(.messageDate, message.date?.inWords, to: &page)
  }

  private func addPair(_ name: Wording, _ value: String?, to page: inout Page) {
    guard let value else { return }
    let column = 16
    let name = name[language]
    page.add(
      value, indent: Self.indent + column, label: "  " + name, labelWidth: Self.indent + name.displayWidth)
  }

  private func heading(_ wording: Wording, to page: inout Page) {
    page.blank()
    page.add(wording[language], indent: Self.indent, ink: { ink($0, .bold) })
  }

  private func addHops(to page: inout Page) {
    let hops = message.trail.hops
    guard !hops.isEmpty else { return }
    heading(.messageHops, to: &page)
    let longest = hops.compactMap(\.delay).max() ?? 0
    for (index, hop) in hops.enumerated() {
      let delay = hop.delay.map { Wording.seconds($0)[language] } ?? note(hop.clock)
      let length = longest > 0 ? Int(((hop.delay ?? 0) / longest * Double(Self.barWidth)).rounded(.up)) : 0
      let bar = String(repeating: "=", count: min(Self.barWidth, length))
      let time = hop.time?.inWords ?? "-"
      let number = "\(index + 1)".leftPadded(to: 3)
      let indent = Self.indent + number.displayWidth + 2
      let figures = [time.padded(to: 23), delay.leftPadded(to: 9), bar].joined(separator: "  ")
      page.addVerbatim("  " + number + "  " + String(figures.trimmingTrailingSpaces))
      page.add(host(hop), indent: indent)
      let source = source(hop)
      if !source.isEmpty { page.add(source, indent: indent + 2, outdent: 2) }
    }
    if let duration = message.trail.duration {
      page.add(
        Wording.messageTotal(duration)[language], indent: Self.indent, ink: { ink($0, .faint) })
    }
  }

  /// Who stamped the field, and whether that can be believed.
  private func host(_ hop: MailHop) -> String {
    let by = hop.received.by.map { VisibleText.shortened($0) } ?? "-"
    let owner = hop.host.map { " (\($0.id))" } ?? ""
    let doubt = hop.isBelieved ? "" : " [\(Wording.messageNotProven[language])]"
    return by + owner + doubt
  }

  private func source(_ hop: MailHop) -> String {
    let name = hop.received.from.map { VisibleText.shortened($0) }
    let address = hop.received.address?.description
    let source = [name, address.flatMap { name?.contains($0) == true ? nil : $0 }].compactMap(\.self).joined(
      separator: " ")
    return source.isEmpty ? "" : "← \(source)"
  }

  private func note(_ clock: MailHop.Clock) -> String {
    switch clock {
    case .ok: ""
    case .skewed: Wording.messageClockOff[language]
    case .missing: Wording.messageNoTime[language]
    }
  }

  private func addJudgement(to page: inout Page) {
    let lines = MessageJudgementLines(message: message, language: language).lines
    guard !lines.isEmpty else { return }
    heading(.messageJudgement, to: &page)
    for (name, value) in lines { addPair(name, value, to: &page) }
  }

  private func addClaims(to page: inout Page) {
    let lines = MessageClaimLines(message: message, language: language).lines
    guard !lines.isEmpty else { return }
    heading(.messageClaims, to: &page)
    for (name, value) in lines { addPair(name, value, to: &page) }
  }

  private func addToday(to page: inout Page) {
    guard let today = report.today else { return }
    heading(.messageToday, to: &page)
    for (name, value) in SenderTodayLines(today: today, language: language).lines {
      addPair(name, value, to: &page)
    }
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: Substring {
    self[..<(lastIndex { $0 != " " }.map { index(after: $0) } ?? startIndex)]
  }
}
