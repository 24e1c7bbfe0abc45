/// One area in a text report: a mark, its name, and what was found.
struct AreaSection {
  let title: String
  /// Nil where there is nothing to judge: the domain does not exist.
  let status: Status?
  let lines: [String]
  /// Seconds until caches have dropped what was found.
  let timeToLive: UInt32?

  static let titleWidth = 5

  func add(to page: inout Page, _ ink: Ink) {
    let label = "  ? \(title.padded(to: Self.titleWidth))"
    let mark = status.map { ink($0.mark, .bold, $0.tone) } ?? "-"
    let dressed = "  \(mark) \(ink(title, .bold))"
    let indent = label.displayWidth + 2
    for (index, line) in lines.enumerated() {
      if index == 0 {
        page.add(line, indent: indent, label: dressed, labelWidth: 4 + title.displayWidth)
      } else {
        page.add(line, indent: indent)
      }
    }
  }

  /// The areas that were asked for, in the order in which they are read.
  static func all(of text: TextReport) -> [AreaSection] {
    let report = text.report
    func section(
      _ title: Wording, _ area: Finding.Area, _ lines: [String], _ timeToLive: UInt32?
    ) -> AreaSection {
      let exists = report.facts.apex.existence != .doesNotExist
      let status = Status(report.findings.filter { $0.area == area })
      return AreaSection(
        title: title[text.language], status: exists ? status : nil, lines: lines, timeToLive: timeToLive)
    }
    let lines = AreaLines(catalogue: text.catalogue, language: text.language, verdict: report.verdict)
    var sections: [AreaSection] = []
    if report.areas.contains(.mx) {
      sections.append(section(.mx, .mx, lines.mx(report.facts.mx), report.facts.mx.answer.timeToLive))
    }
    if let spf = report.facts.spf {
      sections.append(section(.spf, .spf, lines.spf(spf), spf.own?.answer.timeToLive))
    }
    if let dkim = report.facts.dkim {
      let times = dkim.published.compactMap(\.answer.timeToLive)
      sections.append(section(.dkim, .dkim, lines.dkim(dkim), times.max()))
    }
    if let dmarc = report.facts.dmarc {
      sections.append(section(.dmarc, .dmarc, lines.dmarc(dmarc), dmarc.decisiveAnswer?.timeToLive))
    }
    return sections
  }
}
