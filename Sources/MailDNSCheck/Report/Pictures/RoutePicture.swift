/// The ways of a domain's mail as a picture: in by MX on the left, out by SPF and DKIM on the right, and in red what leads around a
/// gateway. Nil where there is no way to draw.
struct RoutePicture {
  let report: DomainReport
  let catalogue: ProviderCatalogue

  /// Hosts, systems and senders that are named; more are counted.
  private static let shown = 4

  func picture() -> FlowPicture? {
    guard let verdict = report.verdict else { return nil }
    let flow = RouteFlow(verdict: verdict, facts: report.facts, catalogue: catalogue)
    guard ![.none, .unknown].contains(verdict.id), !flow.isOnly(.parked) else { return nil }
    var picture = FlowPicture(title: .routePicture(report.domain.unicode))
    let internet = picture.add(.internet, .internet, row: 0)
    let lane: FlowPicture.Lane = verdict.outbound.isEmpty ? .both : .left
    let systems = Systems(verdict, in: catalogue)
    let (others, own) = senders(verdict, systems)
    let end = Self.endRow(systems, others, own)
    let isForwarded = flow.isOnly(.forwarder)
    let users = picture.add(
      .people, isForwarded ? .addressesElsewhere : .users, row: end)
    addInbound(systems, verdict, flow, from: internet, to: users, lane, &picture)
    addOutbound(own, others, from: users, to: internet, end, &picture)
    return picture
  }

  private func name(_ provider: HostProvider) -> Wording { provider.wording(in: catalogue) }

  /// The row of the users: below all else.
  private static func endRow(_ systems: Systems, _ others: [Provider.ID], _ own: [Provider.ID]) -> Int {
    let left = (systems.gateways.isEmpty ? 0 : 1) + max(1, systems.others.count)
    let right = (others.isEmpty ? 0 : 1) + (own.isEmpty ? 0 : 1)
    return 1 + max(left, right)
  }

  /// Whose hosts MX names: gateways, and all else.
  private struct Systems {
    let gateways: [HostProvider]
    let others: [HostProvider]

    init(_ verdict: RouteVerdict, in catalogue: ProviderCatalogue) {
      let isGateway: (HostProvider) -> Bool = { host in
        host.provider.flatMap { catalogue[$0] }?.isGateway == true
      }
      gateways = verdict.inbound.filter(isGateway)
      others = verdict.inbound.filter { !isGateway($0) }
    }
  }

  private func addInbound(
    _ systems: Systems, _ verdict: RouteVerdict, _ flow: RouteFlow, from internet: FlowPicture.Place,
    to users: FlowPicture.Place, _ lane: FlowPicture.Lane, _ picture: inout FlowPicture
  ) {
    guard !systems.gateways.isEmpty else {
      return addDirect(systems, verdict, flow, from: internet, to: users, lane, &picture)
    }
    let gateway = picture.add(
      .gateway, listed(systems.gateways), details: hosts(of: systems.gateways, verdict), lane: lane, row: 1)
    picture.connect(internet, gateway)
    let mailbox = flow.shownMailbox
    var behind = systems.others.prefix(Self.shown).map { $0 }
    if let mailbox {
      behind.removeAll { $0 == .provider(mailbox) }
      behind.insert(.provider(mailbox), at: 0)
    }
    for (index, host) in behind.enumerated() {
      let isMailbox = host.provider == mailbox && mailbox != nil
      let node = picture.add(
        .mailbox, name(host), details: hosts(of: [host], verdict),
        lane: lane, row: 2 + index, isDoubtful: false)
      if isMailbox || mailbox == nil && index == 0 { picture.connect(gateway, node) }
      if systems.others.contains(host) {
        picture.connect(internet, node, .bypass, .byMX)
      } else if isMailbox, let way = endpoint {
        picture.connect(internet, node, way.kind, way.label)
      }
      picture.connect(node, users)
    }
    if behind.isEmpty {
      let node = picture.add(.mailbox, .mailboxesUnseen, lane: lane, row: 2, isDoubtful: true)
      picture.connect(gateway, node)
      picture.connect(node, users)
    }
  }

  /// Without a gateway: all that MX names in one box, and behind it the mailboxes where they are elsewhere.
  private func addDirect(
    _ systems: Systems, _ verdict: RouteVerdict, _ flow: RouteFlow, from internet: FlowPicture.Place,
    to users: FlowPicture.Place, _ lane: FlowPicture.Lane, _ picture: inout FlowPicture
  ) {
    if verdict.id == .implicit || systems.others.isEmpty {
      let node = picture.add(.mailbox, .domainItself, lane: lane, row: 1)
      picture.connect(internet, node)
      return picture.connect(node, users)
    }
    let isOne = systems.others.count == 1
    let nodes = systems.others.prefix(Self.shown).enumerated().map { index, host in
      picture.add(
        .mailbox, name(host), details: hosts(of: [host], verdict),
        lane: lane,
        row: 1 + index, isDoubtful: host == .unknown)
    }
    for node in nodes {
      picture.connect(internet, node, .mail, isOne ? nil : .byMX)
      picture.connect(node, users)
    }
  }

  /// The tenant's own entrance beside a gateway, as far as anything is known of it.
  private var endpoint: (kind: FlowPicture.Arrow.Kind, label: Wording)? {
    func has(_ declaration: some DeclaredFinding) -> Bool {
      report.findings.contains { $0.isOf(declaration) }
    }
    if has(Finding.exchange.endpointOpen) { return (.bypass, .aroundGateway) }
    if has(Finding.exchange.endpointClosed) { return (.closed, .closedByConnector) }
    if has(Finding.exchange.endpointUnknown) || has(Finding.route.tenantEndpointOpen) {
      return (.bypass, .aroundUnlessClosed)
    }
    return nil
  }

  /// Those who may send and are no part of a gateway's route, and those who are.
  private func senders(_ verdict: RouteVerdict, _ systems: Systems) -> (
    others: [Provider.ID], own: [Provider.ID]
  ) {
    guard !systems.gateways.isEmpty else { return ([], verdict.outbound) }
    let route = verdict.inbound.compactMap(\.provider) + [verdict.mailbox].compactMap(\.self)
    return (verdict.outbound.filter { !route.contains($0) }, verdict.outbound.filter(route.contains))
  }

  private func addOutbound(
    _ own: [Provider.ID], _ others: [Provider.ID], from users: FlowPicture.Place,
    to internet: FlowPicture.Place,
    _ end: Int, _ picture: inout FlowPicture
  ) {
    func details(_ ids: [Provider.ID]) -> [Wording] {
      let names = ids.prefix(Self.shown).map { name(.provider($0)) }
      return names + (ids.count > Self.shown ? [.furtherEntries(ids.count - Self.shown)] : [])
    }
    if !others.isEmpty {
      let node = picture.add(.bypass, .otherSenders, details: details(others), lane: .right, row: 1)
      picture.connect(node, internet, .bypass)
    }
    guard !own.isEmpty else { return }
    let node = picture.add(
      .sender, .maySend, details: details(own), lane: .right, row: others.isEmpty ? 1 : end - 1)
    picture.connect(users, node, .outbound, .outboundMail)
    picture.connect(node, internet, .outbound)
  }

  private func listed(_ hosts: [HostProvider]) -> Wording {
    hosts.prefix(Self.shown).map(name).listed + .andMore(hosts.count - Self.shown)
  }

  /// The MX hosts of those providers: `100 mx.securemx.jp`.
  private func hosts(of providers: [HostProvider], _ verdict: RouteVerdict) -> [Wording] {
    let found = zip(report.facts.mx.exchanges, verdict.hosts).filter {
      providers.contains($0.1) && !$0.0.host.isRoot
    }
    let shown = found.prefix(2).map { exchange, _ in
      Wording(verbatim: "\(exchange.preference) \(exchange.host)")
    }
    let tenant = providers.contains(.provider(.office365)) ? verdict.tenant.map(Wording.tenant) : nil
    return [tenant].compactMap(\.self) + shown + (found.count > 2 ? [.furtherEntries(found.count - 2)] : [])
  }
}

extension Wording {
  fileprivate static let byMX = Wording("by MX", "MXによる")
  fileprivate static let closedByConnector = Wording("closed", "制限あり")
  /// DNS does not show whether a connector forbids it.
  fileprivate static let aroundUnlessClosed = Wording("possible way around", "迂回の可能性")
  fileprivate static let outboundMail = Wording("outbound", "送信")
  fileprivate static let maySend = Wording("may send (SPF, DKIM)", "送信元(SPF、DKIM)")
  fileprivate static let otherSenders = Wording("others who may send", "ほかに送信できる事業者")

  fileprivate static func routePicture(_ domain: String) -> Wording {
    Wording("The ways of mail of \(domain)", "\(domain) のメールの経路")
  }
}
