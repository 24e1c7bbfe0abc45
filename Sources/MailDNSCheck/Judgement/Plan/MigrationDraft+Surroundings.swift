/// What has to be right outside the zone, and when: what takes mail before mail comes, what sends when SPF and keys have been
/// seen, what shuts out others when nobody comes from there any more.
extension MigrationDraft {
  mutating func planSurroundings() {
    if !facts.mx.answer.aliases.isEmpty { note(.before, .domainIsAlias) }
    if target.needsTenant, verdict.mailbox != .office365 { note(.before, .acceptDomain) }
    switch target.inbound {
    case .securemx: planGateway()
    default: planTenant()
    }
  }

  /// Names of the plan at which its records can't stand.
  mutating func noteAliases(_ aliases: AliasAdvice) {
    let owners = changes.filter { change in
      change.owner != domain
        && !change.removed.contains { if case .record(.cname) = $0 { true } else { false } }
    }.map(\.owner)
    for owner in owners.uniqued {
      if let end = aliases.end(of: owner) { note(.before, .nameIsAlias(owner, end)) }
    }
  }

  private mutating func planGateway() {
    let hasTenant = target.needsTenant || verdict.mailbox == .office365
    if !verdict.inbound.contains(.provider(.securemx)) { note(.before, .orderGateway) }
    if verdict.inbound != [.provider(.securemx)] {
      if hasTenant, !leavingGateways.isEmpty {
        note(.before, .widenConnector(leavingGateways))
      } else if !hasTenant {
        note(.before, .admitGateway)
      }
    }
    guard hasTenant else { return }
    note(.ready, .sendThroughGateway)
    note(.after, .restrictConnector)
  }

  private mutating func planTenant() {
    if !leavingGateways.isEmpty { note(.before, .openConnector(leavingGateways)) }
    if facts.tenant?.probeResult != .positive, !verdict.inbound.contains(.provider(.office365)) {
      note(.before, .compareMX)
    }
    let senders = leaving.filter { catalogue[$0]?.kinds.contains(.outboundGateway) == true }
    if !senders.isEmpty { note(.ready, .sendDirectly(senders)) }
  }

  /// MTA-STS (RFC 8461) and DANE (RFC 7672): a policy that does not name the new hosts makes senders refuse them, and keys of
  /// the old ones are left over.
  mutating func planTransportSecurity() {
    let present = facts.mx.answer.records.map { ZoneChange.Entry.record($0.data) }
    let wanted = wantedExchanges
    guard Set(wanted) != Set(present) else { return }
    if let answer = evidence.transportPolicy {
      let names = wanted.compactMap { entry in
        switch entry {
        case .record(.mx(_, let host)): host.description
        case .record: nil
        case .template(let text, _): text.split(separator: " ").last.map { String($0.dropLast()) }
        }
      }
      if let failure = answer.failure {
        note(.before, .transportPolicyUnknown(failure))
      } else if answer.texts.contains(where: { $0.joined.starts(with: "v=STSv1".utf8) }) {
        note(.before, .transportPolicyWidened(names))
        if turnsMail { note(.after, .transportPolicyNarrowed) }
      }
    }
    let leaving = Set(leavingExchanges.map(\.exchange.host))
    for answer in evidence.transportKeys where answer.aliases.isEmpty && !answer.records.isEmpty {
      let owner = answer.question.name
      guard leaving.contains(where: owner.isBelow) else { continue }
      change(
        .after, owner, .tlsa, from: answer.records.map { .record($0.data) }, to: [], .transportKeyEnded)
    }
  }

  /// DMARC decides what becomes of mail that a step of the plan leaves without SPF and DKIM, and its reports show it.
  mutating func planDMARC() {
    guard let dmarc = facts.dmarc, let found = dmarc.discovery.policyRecord.value else { return }
    guard let record = found?.record else {
      note(.before, .policyMissing)
      return
    }
    if let effective = facts.policy?.effective, effective != .none { note(.ready, .policyStrict(effective)) }
    let own = record.aggregateReports.compactMap { report -> String? in
      guard case .mail(let address, let host) = report.target, host.isAtOrBelow(domain) else { return nil }
      return VisibleText(address).description
    }
    if record.aggregateReports.isEmpty {
      note(.before, .policyWithoutReports)
    } else {
      if turnsMail, !own.isEmpty { note(.switchover, .reportsMove(own)) }
      note(.after, .readReports)
    }
  }
}
