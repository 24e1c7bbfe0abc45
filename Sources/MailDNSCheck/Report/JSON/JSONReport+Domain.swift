import FoundationEssentials

extension JSONReport {
  init(_ report: DomainReport, in catalogue: ProviderCatalogue, language: Language) {
    self.init(
      domain: report.domain.name.description,
      unicode: report.domain.unicode,
      // Foundation takes a hundredth of a domain's time for it.
      checkedAt: MailTime(seconds: report.work.checkedAt.timeIntervalSince1970).description,
      status: report.status.rawValue,
      route: report.verdict.map(Route.init),
      mx: report.areas.contains(.mx) ? MX(report.facts.mx, report.hosts) : nil,
      spf: report.facts.spf.map(SPF.init),
      dkim: report.facts.dkim.map(DKIM.init),
      dmarc: report.facts.dmarc.map { dmarc in
        DMARC(dmarc, report.facts.policies, report.alignments)
      },
      findings: report.findings.map { FindingEntry($0, language) },
      queries: report.work.questionCount,
      seconds: report.work.duration.seconds,
      tls: report.facts.transport.map { TransportEntry($0, at: report.work.checkedAt) },
      hosts: report.facts.hosts.map {
        HostsEntry($0, report.facts.probe, report.facts.transport, in: catalogue, at: report.work.checkedAt)
      },
      bimi: report.facts.bimi.map(LogoEntry.init),
      ns: report.facts.nameServers.map(NameServersEntry.init),
      senderRequirements: SenderRequirements(report)?.rows.map(RequirementEntry.init),
      changes: report.changes.map(ChangeJSON.Entry.init))
  }
}

extension JSONReport {
  /// Of what names no domain.
  init(_ problem: InputProblem, language: Language) {
    self.init(
      domain: nil, unicode: nil, checkedAt: problem.date.ISO8601Format(),
      status: Status(worst: problem.finding.severity).rawValue, route: nil, mx: nil, spf: nil, dkim: nil,
      dmarc: nil, findings: [FindingEntry(problem.finding, language)], queries: 0, seconds: 0)
  }
}

extension JSONReport.RequirementEntry {
  init(_ row: SenderRequirements.Row) {
    self.init(
      requirement: row.requirement.rawValue, state: row.state.rawValue, bulkOnly: row.isForBulk,
      requiredBy: row.providers.map {
        JSONReport.RequiringEntry(provider: $0.id, since: $0.since, source: $0.source)
      })
  }
}

extension JSONReport.FindingEntry {
  init(_ finding: Finding, _ language: Language) {
    self.init(
      id: finding.id, severity: finding.severity.rawValue, area: finding.area.rawValue,
      subject: finding.subject,
      message: finding.message[language], fix: finding.fix?[language].onOneLine, reference: finding.reference)
  }
}

extension JSONReport.Route {
  init(_ verdict: RouteVerdict) {
    self.init(
      id: verdict.id.rawValue, inbound: verdict.inbound.map(\.id), mailbox: verdict.mailbox?.text,
      outbound: verdict.outbound.map(\.text), tenant: verdict.tenant,
      confidence: verdict.confidence?.rawValue, adminCentre: verdict.adminCentre?.rawValue,
      evidence: verdict.evidence.map { item in
        JSONReport.Evidence(
          kind: item.kind.rawValue, name: item.name.description, value: item.value, provider: item.provider.id
        )
      })
  }
}

extension JSONReport.MX {
  init(_ mx: MXFacts, _ providers: [HostProvider]) {
    let isNull: Bool
    switch mx.status {
    case .found: (status, isNull) = (.found, false)
    case .nullMX: (status, isNull) = (.found, true)
    case .implicit, .absent, .noSuchDomain: (status, isNull) = (.absent, false)
    case .unknown: (status, isNull) = (mx.answer.failure == nil ? .absent : .unknown, false)
    }
    nullMX = isNull
    hosts = zip(mx.exchanges, providers).filter { !isNull || !$0.0.host.isRoot }.map {
      exchange, provider in
      JSONReport.Host(
        preference: Int(exchange.preference), host: exchange.host.description, provider: provider.id,
        addresses: exchange.addresses.failure == nil ? exchange.addresses.all.map(\.description) : nil)
    }
  }
}

extension JSONReport.SPF {
  init(_ tree: SPFTree) {
    let status: JSONReport.AreaStatus
    switch tree.own?.content {
    case .record: status = tree.errors.isEmpty ? .found : .invalid
    case .syntaxErrors, .several: status = .invalid
    case .absent(let nearMisses): status = nearMisses.isEmpty ? .absent : .invalid
    case .unknown, nil: status = .unknown
    }
    let isCounted = tree.own?.record != nil && tree.isComplete
    self.init(
      status: status, record: tree.own?.text.map { VisibleText($0).description },
      lookups: isCounted ? tree.lookups : nil, voidLookups: isCounted ? tree.voidLookups.worse : nil,
      all: tree.all?.rawValue, includes: tree.includes.map(\.description),
      tree: tree.own?.record == nil ? nil : JSONReport.SPFNode(tree.root),
      authorizes: tree.own?.record == nil ? nil : JSONReport.Authorization(tree.authorization))
  }
}

extension JSONReport.SPFNode {
  init(_ node: SPFTreeNode) {
    self.init(
      term: node.term, name: node.name?.description, state: node.state.rawValue, lookups: node.lookups,
      voidFor: node.voidFor.map(\.rawValue),
      children: node.children.map(JSONReport.SPFNode.init))
  }
}

extension JSONReport.Authorization {
  init(_ authorization: SPFAuthorization) {
    self.init(
      all: authorization.passesAll, ipv4Addresses: authorization.addresses.v4Count,
      ranges: authorization.addresses.descriptions, complete: !authorization.isPartial)
  }
}

extension JSONReport.DKIM {
  init(_ facts: DKIMFacts) {
    let exists: Bool? =
      switch facts.existence {
      case .exists: true
      case .none: false
      case .inconclusive, .unknown: nil
      }
    self.init(
      keys: facts.published.map(JSONReport.Key.init), asked: facts.selectors.map(\.selector.text),
      anySelectorExists: exists, wildcard: facts.hasWildcard,
      delegations: facts.delegations.map { answer in
        JSONReport.Delegation(
          name: answer.question.name.description,
          servers: answer.records.compactMap { record in
            if case .ns(let server) = record.data { server.description } else { nil }
          })
      })
  }
}

extension JSONReport.Key {
  init(_ selector: DKIMSelectorAnswer) {
    let status: JSONReport.AreaStatus
    switch selector.status {
    case .key(let key): status = key.isUsable ? .found : .invalid
    case .malformed, .several: status = .invalid
    case .dangling, .absent: status = .absent
    case .unknown: status = .unknown
    }
    let key = selector.key
    self.init(
      selector: selector.selector.text, status: status, type: key?.publicKey.typeName,
      bits: key?.publicKey.bits,
      testing: key?.isTesting, revoked: key.map { $0.publicKey == .revoked },
      cname: selector.alias?.description, name: selector.answer.canonicalName.description,
      record: selector.answer.texts.first.map { VisibleText($0.joined).description },
      readings: selector.receiverReadings.map(JSONReport.Reading.init))
  }
}

extension DKIMPublicKey {
  /// The `k=` of the key; nil for a revoked one, whose type says nothing any more.
  fileprivate var typeName: String? {
    switch self {
    case .rsa: "rsa"
    case .ed25519: "ed25519"
    case .revoked: nil
    case .unknownType(let type): VisibleText(type).description
    }
  }

  fileprivate var bits: Int? {
    switch self {
    case .rsa(let bits, _): bits
    case .ed25519: 256
    case .revoked, .unknownType: nil
    }
  }
}

extension JSONReport.DMARC {
  init(_ facts: DMARCFacts, _ policies: [DMARCPolicyInForce], _ alignments: [OutboundAlignment]) {
    let discovery = facts.discovery
    let found = discovery.policyRecord.value ?? nil
    var status: JSONReport.AreaStatus
    switch discovery.policyRecord {
    case .unknown: status = .unknown
    case .known(nil): status = facts.own?.isMeantAsRecord == true ? .invalid : .absent
    case .known(let policy?): status = policy.record.isUsable ? .found : .invalid
    }
    let applied = policies.first { $0.scope == .domain }?.policy
    // A domain's own record that is meant as one is shown even where receivers drop it.
    let meant = facts.own.flatMap { $0.records.first?.text ?? $0.nearMisses.first?.text }
    self.init(
      status: status, record: (found?.record.text ?? meant).map { VisibleText($0).description },
      foundAt: found.flatMap { try? DMARCTreeWalk.recordName(of: $0.domain).description },
      organizationalDomain: discovery.organizationalDomain.value?.description,
      policy: applied?.published?.rawValue,
      subdomainPolicy: policies.first { $0.scope == .subdomains }?.policy.published?.rawValue,
      testing: found?.record.isTesting, effectivePolicy: applied?.effective?.rawValue,
      reportsTo: (found?.record.aggregateReports ?? []).map(\.text),
      cname: facts.decisiveAnswer?.aliases.first?.target.description,
      asked: facts.answers.map(\.question.name.description),
      policies: policies.map(JSONReport.DMARCPolicyEntry.init),
      alignment: alignments.map(JSONReport.AlignmentEntry.init),
      readings: facts.receiverReadings.map(JSONReport.Reading.init))
  }
}

extension JSONReport.DMARCPolicyEntry {
  init(_ entry: DMARCPolicyInForce) {
    self.init(
      appliesTo: entry.scope.rawValue, policy: entry.policy.published?.rawValue,
      effectivePolicy: entry.policy.effective?.rawValue, source: entry.source?.description,
      legacy: JSONReport.LegacyPolicy(entry.legacy))
  }
}

extension JSONReport.LegacyPolicy {
  init(_ policy: DMARCLegacyPolicy) {
    switch policy {
    case .applies(let policy, let percentage, _, let domain):
      self.init(
        status: .found, policy: policy.rawValue, percentage: percentage, source: domain.description)
    case .nothing: self.init(status: .absent, policy: nil, percentage: nil, source: nil)
    case .unknown, .undetermined: self.init(status: .unknown, policy: nil, percentage: nil, source: nil)
    }
  }
}

extension JSONReport.AlignmentEntry {
  init(_ path: OutboundAlignment) {
    self.init(provider: path.provider.text, spf: path.spf.isAligned, dkim: path.dkim.isAligned)
  }
}

extension JSONReport.Reading {
  init(_ reading: ReceiverReading<some ReceiverResult>) {
    self.init(
      receiver: reading.receiver.name, version: reading.receiver.version, result: reading.result.rawValue)
  }
}

extension DMARCSelection {
  fileprivate var isMeantAsRecord: Bool { !records.isEmpty || !nearMisses.isEmpty }
}
