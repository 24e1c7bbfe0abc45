/// What there is to say of the exports.
extension ExchangeEvidence {
  /// What findings on the tenant as a whole are about.
  private var tenant: String { "tenant" }

  /// Of one kind no more are made: an export can have any number of rules.
  private static let maximumOfOneKind = 100

  /// Worst first, but for what makes all numbers doubtful.
  var findings: [Finding] {
    (fileFindings + endpointFindings() + filteringFindings + ruleFindings + routingFindings + traceFindings
      + recipientFindings).cutOffFirst
  }

  private var fileFindings: [Finding] {
    files.flatMap { file -> [Finding] in
      let name = VisibleText(file.name)
      var findings: [Finding] = []
      if file.isComplete == false { findings.append(.exchangeFiles.cutOff(name)) }
      if let first = file.broken.first {
        findings.append(.exchangeFiles.rowsBroken(name, (count: file.brokenCount, first: first)))
      }
      if !file.lostLists.isEmpty { findings.append(.exchangeFiles.listLost(name, file.lostLists.sorted())) }
      return findings
    } + emptyFiles.prefix(Self.maximumOfOneKind).map { .exchangeFiles.empty(VisibleText($0)) }
  }

  /// On whether the tenant's endpoint is closed; `subject` is the tenant, or the domain that it is asked for.
  func endpointFindings(on subject: (any CustomStringConvertible)? = nil) -> [Finding] {
    let endpoint = endpoint
    guard let connectors = endpoint.connectors else { return [] }
    let subject = subject ?? tenant
    switch endpoint.closed {
    case .yes:
      let isContradicted = (trace?.bypassed ?? 0) > 0
      let name = endpoint.connector?.name ?? ""
      return [.exchange.endpointClosed(subject, (connector: name, isContradicted: isContradicted))]
    case .unknown: return [.exchange.endpointUnknown(subject, doubt(endpoint))]
    case .no:
      // A connector for printers and the like was never to close anything.
      let meant = connectors.filter {
        $0.connector.type != .onPremises || $0.namesGateway || $0.connector.isForAllDomains == true
      }.map(\.connector)
      let openings = endpoint.openings.filter { meant.contains($0.connector) }
      let nearest =
        connectors.filter(\.isForTheWorld).first ?? connectors.first { meant.contains($0.connector) }
      let reason = nearest.flatMap { near in near.gaps.first.map { (connector: near.connector.name, gap: $0) }
      }
      let gaps: [Finding] = openings.prefix(Self.maximumOfOneKind).map { opening in
        .exchange.connectorGap(VisibleText.shortened(opening.connector.name), opening.gap)
      }
      return [.exchange.endpointOpen(subject, reason)] + gaps
    }
  }

  private func doubt(_ endpoint: EndpointJudgement) -> EndpointDoubt {
    if !endpoint.rivals.isEmpty { return .rivals(endpoint.rivals.map(\.name)) }
    if let open = endpoint.connectors?.first(where: { $0.closes == nil }) {
      guard open.unknown.isEmpty, let certificate = open.unlistedCertificate else {
        return .columns(connector: open.connector.name, open.unknown)
      }
      return .certificate(connector: open.connector.name, certificate)
    }
    return .incomplete
  }

  private var filteringFindings: [Finding] {
    var findings: [Finding] = []
    let endpoint = endpoint
    let fromGateway = spamFilterRules.filter { $0.proof == .gateway && $0.rule.isInForce == true }
    if endpoint.connectors != nil {
      switch endpoint.filtering {
      case .off:
        findings.append(
          .exchange.filteringOff(
            tenant, (cause: endpoint.filteringGap, hasRule: !fromGateway.isEmpty),
            severity: fromGateway.isEmpty ? .warning : .info))
      case .on:
        findings += fromGateway.prefix(Self.maximumOfOneKind).map {
          .exchangeMail.spamRuleBesideFiltering(VisibleText.shortened($0.rule.name))
        }
      case .unknown: break
      }
    }
    if let rejectsDirectSend {
      let values = (isOn: rejectsDirectSend, isClosed: endpoint.closed == .yes)
      findings.append(.exchange.directSend(tenant, values))
    }
    let internals = (inboundConnectors ?? []).filter { $0.treatsAsInternal == true && $0.isEnabled != false }
    return findings
      + internals.prefix(Self.maximumOfOneKind).map {
        .exchange.treatedAsInternal(VisibleText.shortened($0.name))
      }
  }

  private var ruleFindings: [Finding] {
    let open: [Finding] = spamFilterRules.compactMap { rule in
      guard rule.rule.isInForce == true else { return nil }
      let name = VisibleText.shortened(rule.rule.name)
      switch rule.proof {
      case .none: return .exchangeMail.spamRuleOpen(name, [])
      case .foreignAddresses(let addresses):
        return .exchangeMail.spamRuleOpen(name, addresses, severity: .warning)
      case .gateway, .header, .unknown: return nil
      }
    }
    let idle: [Finding] = routing.idleRules.map {
      let isNeeded = $0.cause != .connectorTakesAll
      return .exchangeMail.ruleIdle(
        VisibleText.shortened($0.rule.name), $0.cause, severity: isNeeded ? .warning : .info)
    }
    let limited: [Finding] = routing.limitedRules.map {
      .exchangeMail.ruleLimited(VisibleText.shortened($0.name), $0.limits)
    }
    return [open, idle, limited].flatMap { $0.prefix(Self.maximumOfOneKind) }
  }

  private var routingFindings: [Finding] {
    guard let domains else { return [] }
    let routing = routing
    let unrouted: [Finding] = domains.filter { domain in
      domain.kind != .internalRelay && !domain.isMicrosofts
        && routing.isRouted(domain.domain.name.description) == false
    }.prefix(Self.maximumOfOneKind).map { .exchangeMail.domainNotRouted($0.domain.name) }
    let relays: [Finding] = domains.filter { $0.kind == .internalRelay }.prefix(Self.maximumOfOneKind).map {
      .exchangeMail.relayDomain($0.domain.name)
    }
    return unrouted + relays
  }

  private var traceFindings: [Finding] {
    guard let trace, trace.bypassed > 0 else { return [] }
    let endpoint = endpoint
    let connector = endpoint.closed == .yes ? endpoint.connector?.name : nil
    let values = (count: trace.bypassed, delivered: trace.bypassedAndDelivered, closedBy: connector)
    // What came before the connector was there is over.
    let isOpen = values.delivered > 0 && connector == nil
    return [.exchangeMail.bypass(tenant, values, severity: isOpen ? .critical : .warning)]
  }

  private var recipientFindings: [Finding] {
    guard let recipients else { return [] }
    var findings: [Finding] = []
    if !recipients.isDecided {
      findings.append(.exchangeFiles.excludedUnknown(tenant, exclusions.map(\.attribute).uniqued))
    }
    if recipients.withoutKind > 0 {
      findings.append(.exchangeFiles.kindMissing(tenant, recipients.withoutKind))
    }
    return findings
  }
}

extension [Finding] {
  /// Worst first, but exports that were cut off before all else: what is counted from them is no total.
  var cutOffFirst: [Finding] {
    filter { $0.isOf(Finding.exchangeFiles.cutOff) }
      + filter { !$0.isOf(Finding.exchangeFiles.cutOff) }.worstFirst
  }
}
