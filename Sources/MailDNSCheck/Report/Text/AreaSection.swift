/// One area in a text report: a mark, its name, and what was found.
struct AreaSection {
  let title: String
  /// Nil where nothing is published and nothing is missed.
  let status: Status?
  let lines: [String]
  /// Whether nothing is published.
  let isAbsent: Bool
  /// Seconds until caches have dropped what was found, or that nothing was.
  let timeToLive: UInt32?
  /// What it comes to, where that is all that is said: in one line, however long it is.
  let brief: String?

  static let titleWidth = 5

  func add(to page: inout Page, _ ink: Ink) {
    let plain = ink.mark(status)
    let label = "  \(plain) \(title.padded(to: Self.titleWidth))"
    let mark = status.map { ink(plain, .bold, $0.tone) } ?? plain
    let dressed = "  \(mark) \(ink(title, .bold))"
    let indent = label.displayWidth + 2
    let shown = brief.map { [$0.beginning(in: page.width - indent)] } ?? lines
    for (index, line) in shown.enumerated() {
      if index == 0 {
        page.add(
          line, indent: indent, label: dressed, labelWidth: 3 + plain.displayWidth + title.displayWidth)
      } else {
        page.add(line, indent: indent)
      }
    }
  }
}

extension AreaSection {
  /// The areas of `text` that were asked for, in the order in which they are read; of a domain that does not exist
  /// only DMARC, whose policy for it may be what was asked for.
  static func all(of text: TextReport) -> [AreaSection] {
    let facts = text.report.facts
    let isThere = facts.apex.existence != .doesNotExist
    guard isThere || text.report.areas == [.dmarc] else { return [] }
    let lines = AreaLines(
      catalogue: text.catalogue, language: text.language, verdict: text.report.verdict,
      hosts: text.report.hosts)
    var sections: [AreaSection] = []
    func add(
      _ title: Wording, _ area: Finding.Area, _ lines: [String], _ isAbsent: Bool, _ timeToLive: UInt32?,
      brief: String? = nil
    ) {
      let status = text.report.status(of: area)
      sections.append(
        AreaSection(
          title: title[text.language], status: isAbsent && status == .ok ? nil : status, lines: lines,
          isAbsent: isAbsent, timeToLive: timeToLive,
          brief: text.isAbridged && status == .ok
            ? brief ?? lines.joined(separator: Wording.listSeparator[text.language]) : nil))
    }
    if text.report.areas.contains(.mx) {
      add(.mx, .mx, lines.mx(facts.mx), facts.mx.answer.isAbsence, facts.mx.answer.timeToLive)
    }
    if let spf = facts.spf {
      let isAbsent = if case .absent? = spf.own?.content { true } else { false }
      add(.spf, .spf, lines.spf(spf), isAbsent, spf.own?.answer.timeToLive)
    }
    if let dkim = facts.dkim {
      let answers = dkim.published.isEmpty ? [dkim.namespace] : dkim.published.map(\.answer)
      add(.dkim, .dkim, lines.dkim(dkim), dkim.published.isEmpty, answers.compactMap(\.timeToLive).max())
    }
    if let dmarc = facts.dmarc {
      let isAbsent = dmarc.discovery.policyRecord == .known(nil)
      add(
        .dmarc, .dmarc, lines.dmarc(dmarc, facts.policy, text.report.alignments), isAbsent,
        dmarc.decisiveAnswer?.timeToLive)
    }
    if let transport = facts.transport {
      let lines = TransportLines(
        facts: transport, moment: text.report.work.checkedAt, language: text.language)
      add(
        .tls, .tls, lines.lines, transport.record.isAbsence, transport.record.timeToLive, brief: lines.brief)
    }
    if let hosts = facts.hosts {
      let smtp = facts.probe.map {
        SMTPLines(probe: $0, now: text.report.work.checkedAt, language: text.language)
      }
      let lines = HostLines(
        facts: hosts, smtp: smtp, catalogue: text.catalogue, language: text.language)
      add(.hosts, .hosts, lines.lines, hosts.senders.source == nil, nil, brief: lines.brief)
    }
    if let bimi = facts.bimi {
      let lines = BIMILines(facts: bimi, language: text.language).lines
      add(.bimi, .bimi, lines, bimi.selection.outcome == .absent, bimi.answer.timeToLive)
    }
    if let nameServers = facts.nameServers {
      let lines = NameServerLines(facts: nameServers, language: text.language)
      add(.ns, .ns, lines.lines, false, nil, brief: lines.brief)
    }
    return sections
  }
}

extension DomainReport {
  /// What one area comes to. MX hosts that lead around each other are a matter of MX too.
  fileprivate func status(of area: Finding.Area) -> Status {
    Status(findings.filter { $0.area == area || area == .mx && $0.isOf(Finding.route.mixed) })
  }
}

extension TextReport {
  /// Whether what is fine takes one line an area: a full report has many.
  fileprivate var isAbridged: Bool { verbosity == 0 && report.areas.isSuperset(of: .full) }
}

extension String {
  /// The beginning that fits into `width` columns, with a sign where something is left out.
  fileprivate func beginning(in width: Int) -> String {
    guard displayWidth > width else { return self }
    // The sign of ASCII has three columns.
    return (wrapped(to: max(1, width - 4)).first ?? "") + " …"
  }
}
