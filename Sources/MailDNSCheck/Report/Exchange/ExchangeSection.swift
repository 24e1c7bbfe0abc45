/// A part of a report on exports that people read: files, endpoint, domains, trace, recipients, and what has changed.
struct ExchangeSection {
  let title: Wording
  let lines: [String]

  /// What stands before an address that is on a line of its own.
  private static let addressMarks = ["  ", "+ "]

  /// Whether the line is an address, which somebody copies as a whole.
  static func isAddress(_ line: String) -> Bool { addressMarks.contains { line.hasPrefix($0) } }

  /// Those with something to say, in their order.
  ///
  /// - Parameter isWhole: Lists in full, and addresses of people with them.
  static func all(of report: ExchangeReport, _ language: Language, isWhole: Bool) -> [ExchangeSection] {
    let lines = ExchangeLines(report: report, language: language, isWhole: isWhole)
    let evidence = report.evidence
    let isEndpointKnown = evidence.inboundConnectors != nil || evidence.hasOrganization
    return [
      ExchangeSection(title: .exportFiles, lines: lines.files),
      ExchangeSection(title: .tenantEndpoint, lines: isEndpointKnown ? lines.endpoint : []),
      ExchangeSection(title: .acceptedDomainsTitle, lines: lines.domains),
      ExchangeSection(title: .traceTitle, lines: lines.trace),
      ExchangeSection(title: .recipientsTitle, lines: lines.recipients),
      ExchangeSection(title: .candidatesTitle, lines: lines.candidates),
      ExchangeSection(title: .changesTitle, lines: lines.changes),
    ].filter { !$0.lines.isEmpty }
  }
}

private struct ExchangeLines {
  let report: ExchangeReport
  let language: Language
  let isWhole: Bool

  private static let maximumLines = 20

  private var evidence: ExchangeEvidence { report.evidence }

  /// Of a long list the beginning, and how many there are besides.
  private func shortened(_ lines: [String]) -> [String] {
    guard !isWhole, lines.count > Self.maximumLines else { return lines }
    return lines.prefix(Self.maximumLines) + ["+\(lines.count - Self.maximumLines)"]
  }

  var files: [String] {
    evidence.files.map { file in
      let rows = Wording.exportRows(file.kind, file.rows, isComplete: file.isComplete)[language]
      return "\(VisibleText(file.name)): \(rows)"
    }
  }

  var endpoint: [String] {
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

  var domains: [String] {
    let routing = evidence.routing
    return shortened(
      (evidence.domains ?? []).map { domain in
        let name = domain.domain.name.description
        let shown = domain.domain.unicode == name ? name : "\(domain.domain.unicode) (\(name))"
        let type = domain.type.map { VisibleText.shortened($0) }
        return Wording.domainLine(shown, type, isRouted: routing.isRouted(name))[language]
      })
  }

  var trace: [String] {
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
    if isWhole {
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
    return ["\(title[language]): \(list.listed[language])"]
  }

  var recipients: [String] {
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
    shortened(counts.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.map { "\($0.0): \($0.1.grouped)" })
  }

  var candidates: [String] {
    guard let tally = evidence.recipients, tally.isDecided else { return [] }
    return RecipientKind.Candidacy.allCases.flatMap { reason -> [String] in
      let found = tally.candidates.filter { $0.reason == reason }
      guard !found.isEmpty else { return [] }
      let names = isWhole ? found.map { "  " + VisibleText($0.address).description } : []
      return [Wording.candidateCount(reason, found.count)[language]] + names
    }
  }

  var changes: [String] {
    guard let tally = evidence.recipients, let changes = tally.changes else { return [] }
    let names = isWhole ? changes.names.map { "+ " + VisibleText($0).description } : []
    let line = Wording.recipientChanges(
      added: changes.added, removed: changes.removed, difference: tally.growth)
    return [line[language]] + names
  }
}
