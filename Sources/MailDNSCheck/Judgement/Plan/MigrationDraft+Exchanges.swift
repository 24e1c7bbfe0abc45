/// MX: where mail goes, and for how long caches remember where it went.
extension MigrationDraft {
  mutating func planMX() {
    let present = facts.mx.answer.records.map { ZoneChange.Entry.record($0.data) }
    let wanted = wantedExchanges
    guard Set(wanted) != Set(present) else { return }
    let lifetime = evidence.lifetimes[domain, .mx]
    guard turnsMail else {
      change(
        .switchover, domain, .mx, from: present, to: wanted, .inboundCompleted(target.inbound),
        timeToLive: lifetime.isAssumed ? Self.timeToLive : lifetime.seconds)
      return
    }
    let isLowered = !present.isEmpty && lifetime.seconds > Self.switchoverTimeToLive
    if isLowered {
      change(
        .before, domain, .mx, from: present, to: present, .timeToLiveLowered(lifetime),
        timeToLive: Self.switchoverTimeToLive)
    }
    if verdict.id != .none {
      note(.switchover, .keepOldSystem)
      if leavingExchanges.contains(where: { !staysBehindGateway($0.owner) }) { note(.after, .stopOldSystem) }
    }
    let isShort = isLowered || present.isEmpty
    change(
      .switchover, domain, .mx, from: present, to: wanted, .inbound(target.inbound),
      timeToLive: isShort ? Self.switchoverTimeToLive : lifetime.seconds)
    if isShort {
      change(
        .after, domain, .mx, from: wanted, to: wanted, .timeToLiveRestored,
        timeToLive: present.isEmpty || lifetime.isAssumed ? Self.timeToLive : lifetime.seconds)
    }
  }

  /// Whether mail takes another way by the change, or any at all; not where hosts are only added beside those that stay.
  var turnsMail: Bool { facts.mx.answer.records.isEmpty || !leavingExchanges.isEmpty }

  /// Hosts that MX names today and then no more, and whose they are.
  var leavingExchanges: [(exchange: MailExchange, owner: HostProvider)] {
    let staying = Set(
      wantedExchanges.compactMap { entry -> DomainName? in
        guard case .record(.mx(_, let host)) = entry else { return nil }
        return host
      })
    return zip(facts.mx.exchanges, verdict.hosts).filter { !staying.contains($0.0.host) }
      .map { (exchange: $0.0, owner: $0.1) }
  }

  /// Whether what MX names today goes on taking mail for the domain, from the gateway: the tenant, or whatever the gateway
  /// hands mail to.
  private func staysBehindGateway(_ owner: HostProvider) -> Bool {
    switch target {
    case .office365: false
    case .securemxOffice365: owner == .provider(.office365)
    case .securemx: owner.provider.map { catalogue[$0]?.isGateway != true } ?? true
    }
  }

  /// The MX records to come: those of the target that are there, and what they lack.
  var wantedExchanges: [ZoneChange.Entry] {
    let kept = zip(facts.mx.exchanges, verdict.hosts).filter { exchange, owner in
      owner == .provider(target.inbound) && !exchange.addresses.isWithout
    }.map { (preference: $0.0.preference, host: $0.0.host) }
    if kept.isEmpty { return newExchanges }
    return (kept + missingExchanges(beside: kept)).map { preference, host in
      .record(.mx(preference: preference, exchange: host))
    }
  }

  /// SecureMX has one host for IPv4 and one for IPv6. A customer's hosts of another name are what IIJ gave it.
  private func missingExchanges(
    beside kept: [(preference: UInt16, host: DomainName)]
  ) -> [(preference: UInt16, host: DomainName)] {
    guard target.inbound == .securemx, let first = DomainName("mx.securemx.jp"),
      let second = DomainName("mx6.securemx.jp")
    else { return [] }
    let usual = kept.filter { $0.host == first || $0.host == second }
    guard usual.count == 1, let there = usual.first else { return [] }
    if there.host == first {
      return [(there.preference < UInt16.max - 20 ? there.preference + 20 : .max, second)]
    }
    return [(there.preference > 20 ? there.preference - 20 : 0, first)]
  }

  private var newExchanges: [ZoneChange.Entry] {
    switch target.inbound {
    case .securemx:
      [(100, "mx.securemx.jp"), (120, "mx6.securemx.jp")].compactMap { preference, host in
        DomainName(host).map { .record(.mx(preference: preference, exchange: $0)) }
      }
    default:
      [
        token.flatMap(MicrosoftTenant.probeName).map { .record(.mx(preference: 0, exchange: $0)) }
          ?? .template("0 <token>.mail.protection.outlook.com.", .tenantMX)
      ]
    }
  }

  private var token: String? {
    facts.dkim?.microsoftTenants.first?.token ?? MicrosoftTenant.token(of: domain)
  }
}
