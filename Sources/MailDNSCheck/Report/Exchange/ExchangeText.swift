/// A report on exports that an administrator reads top down: which files, closed or not, what came around, what is billed.
struct ExchangeText {
  let report: ExchangeReport
  let language: Language
  let ink: Ink
  let width: Int
  /// -1 one line, 0 as usual, 1 with addresses.
  let verbosity: Int

  private static let indent = TextReport.indent
  private static let maximumLines = 20

  private var evidence: ExchangeEvidence { report.evidence }

  var text: String {
    let status = ink(report.status.wording[language], .bold, report.status.tone)
    let title = ink(Wording.exchangeTitle[language], .bold) + ": " + status
    guard verbosity >= 0 else { return title + "\n" }
    var page = Page(width: width, isASCII: ink.isASCII)
    page.addVerbatim(title)
    section(.exportFiles, fileLines, to: &page)
    if evidence.inboundConnectors != nil || evidence.hasOrganization {
      section(.tenantEndpoint, endpointLines, to: &page)
    }
    section(.acceptedDomainsTitle, domainLines, to: &page)
    section(.traceTitle, traceLines, to: &page)
    section(.recipientsTitle, recipientLines, to: &page)
    section(.candidatesTitle, candidateLines, to: &page)
    section(.changesTitle, changeLines, to: &page)
    page.blank()
    if report.findings.isEmpty {
      page.add(Wording.noFindings[language], indent: Self.indent)
    } else {
      FindingLines(findings: report.findings, language: language, ink: ink).add(to: &page)
    }
    return page.text
  }

  private func section(_ title: Wording, _ lines: [String], to page: inout Page) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.add(title[language], indent: Self.indent, ink: { ink($0, .bold) })
    for line in lines { page.add(line, indent: Self.indent * 3, outdent: Self.indent) }
  }

  /// Of a long list the beginning, and how many there are besides.
  private func shortened(_ lines: [String]) -> [String] {
    guard verbosity == 0, lines.count > Self.maximumLines else { return lines }
    return lines.prefix(Self.maximumLines) + ["+\(lines.count - Self.maximumLines)"]
  }

  private var fileLines: [String] {
    evidence.files.map { file in
      let rows = Wording.exportRows(file.kind, file.rows, isComplete: file.isComplete)[language]
      return "\(VisibleText(file.name)): \(rows)"
    }
  }

  private var endpointLines: [String] {
    let endpoint = evidence.endpoint
    let closed: Wording =
      endpoint.connector.map { .closedBy(VisibleText.shortened($0.name)) } ?? endpoint.closed.wording
    let direct = endpoint.rejectsDirectSend.map { $0 ? Wording.yes : .no } ?? .notKnown
    return [
      closed[language],
      "\(Wording.enhancedFilteringTitle[language]): \(endpoint.filtering.wording[language])",
      "\(Wording.directSendTitle[language]): \(direct[language])",
    ]
  }

  private var domainLines: [String] {
    let routing = evidence.routing
    return shortened(
      (evidence.domains ?? []).map { domain in
        let name = domain.domain.name.description
        let shown = domain.domain.unicode == name ? name : "\(domain.domain.unicode) (\(name))"
        let type = domain.type.map { VisibleText.shortened($0) }
        return Wording.domainLine(shown, type, isRouted: routing.isRouted(name))[language]
      })
  }

  private var traceLines: [String] {
    guard let trace = evidence.trace else { return [] }
    guard !trace.lacksAddresses else { return [Wording.traceWithoutAddresses[language]] }
    var lines = [
      Wording.traceTotals(
        trace.inbound, through: trace.throughGateway, around: trace.bypassed,
        delivered: trace.bypassedAndDelivered)[language]
    ]
    let deliverers = trace.deliverers.map { id, count in
      (id.map { name(of: $0) } ?? Wording.hostsOfOthers[language], count)
    }
    lines += listed(deliverers)
    let top = 5
    let addresses = trace.bypassAddresses.map { address, count in
      let provider = report.catalogue.provider(ofAddress: address).map { " " + name(of: $0.id) } ?? ""
      return (address.description + provider, count)
    }
    lines += most(.topAddresses, addresses, top)
    if verbosity >= 1 {
      lines += most(.topSenders, trace.bypassSenders.map { (VisibleText.shortened($0.key), $0.value) }, top)
    }
    return lines
  }

  private func name(of provider: Provider.ID) -> String {
    HostProvider.provider(provider).wording(in: report.catalogue)[language]
  }

  private func most(_ title: Wording, _ counts: [(String, Int)], _ count: Int) -> [String] {
    guard !counts.isEmpty else { return [] }
    let list = counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map { "\($0.0) (\($0.1.grouped))" }
    return ["\(title[language]): \(list.joined(separator: Wording.listSeparator[language]))"]
  }

  private var recipientLines: [String] {
    guard let tally = evidence.recipients else { return [] }
    let isDecided = tally.isDecided
    let totals = Wording.recipientTotals(
      tally.total, leftOut: tally.leftOut, excluded: isDecided ? tally.excluded : nil,
      synchronised: isDecided ? tally.synchronised : nil)
    let billed = Wording.billed(
      isDecided ? tally.addresses : nil, withAliases: tally.hasAliases ? tally.addressesWithAliases : nil)
    let kinds = tally.kinds.map { (VisibleText.shortened($0.key.name), $0.value) }
    let domains = tally.domains.map { (VisibleText.shortened($0.key), $0.value) }
    return [totals[language], billed[language]] + listed(kinds) + listed(domains)
  }

  private func listed(_ counts: [(String, Int)]) -> [String] {
    shortened(counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0): \($0.1)" })
  }

  private var candidateLines: [String] {
    guard let tally = evidence.recipients, tally.isDecided else { return [] }
    return RecipientKind.Candidacy.allCases.flatMap { reason -> [String] in
      let found = tally.candidates.filter { $0.reason == reason }
      guard !found.isEmpty else { return [] }
      let names = verbosity >= 1 ? found.map { "  " + VisibleText($0.address).description } : []
      return [Wording.candidateCount(reason, found.count)[language]] + names
    }
  }

  private var changeLines: [String] {
    guard let tally = evidence.recipients, let changes = tally.changes else { return [] }
    let names = verbosity >= 1 ? changes.names.map { "+ " + VisibleText($0).description } : []
    let line = Wording.recipientChanges(
      added: changes.added, removed: changes.removed, difference: tally.growth)
    return [line[language]] + names
  }
}
