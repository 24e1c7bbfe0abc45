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
    let systems = Systems(verdict, flow, in: catalogue)
    let (others, own) = senders(verdict, systems)
    // The users stand below all else.
    let right = (others.isEmpty ? 0 : 1) + (own.isEmpty ? 0 : 1)
    let end = 1 + max(systems.rows, right)
    let users = picture.add(.people, flow.isOnly(.forwarder) ? .addressesElsewhere : .users, row: end)
    let lane: FlowPicture.Lane = verdict.outbound.isEmpty ? .both : .left
    addInbound(systems, verdict, from: internet, to: users, lane, &picture)
    addOutbound(own, others, from: users, to: internet, end, &picture)
    return picture
  }

  private func name(_ provider: HostProvider) -> Wording { provider.wording(in: catalogue) }

  /// Where mail stops on its way in.
  private struct Systems {
    /// Gateways that MX names.
    let gateways: [HostProvider]
    /// All else that MX names, as far as it is drawn.
    let others: [HostProvider]
    /// The platform of the mailboxes, where MX does not name it.
    let behind: HostProvider?
    /// The same, named or not.
    let mailbox: HostProvider?

    init(_ verdict: RouteVerdict, _ flow: RouteFlow, in catalogue: ProviderCatalogue) {
      let isGateway: (HostProvider) -> Bool = { host in
        host.provider.flatMap { catalogue[$0] }?.isGateway == true
      }
      gateways = verdict.inbound.filter(isGateway)
      others = Array(verdict.inbound.filter { !isGateway($0) }.prefix(RoutePicture.shown))
      let mailbox = flow.shownMailbox.map(HostProvider.provider)
      self.mailbox = mailbox
      behind = mailbox.flatMap { verdict.inbound.contains($0) ? nil : $0 }
    }

    /// Whether the mailboxes are somewhere that does not show.
    var isMailboxUnseen: Bool { mailbox == nil && others.isEmpty && !gateways.isEmpty }
    /// Whether there is no MX, and mail goes to the address of the domain itself.
    var isImplicit: Bool { gateways.isEmpty && others.isEmpty }

    /// The rows that they take.
    var rows: Int {
      [!gateways.isEmpty, behind != nil, isMailboxUnseen, isImplicit].count(where: \.self) + others.count
    }
  }

  private func addInbound(
    _ systems: Systems, _ verdict: RouteVerdict, from internet: FlowPicture.Place,
    to users: FlowPicture.Place, _ lane: FlowPicture.Lane, _ picture: inout FlowPicture
  ) {
    var row = 1
    var gateway: FlowPicture.Place?
    if !systems.gateways.isEmpty {
      let node = picture.add(
        .gateway, listed(systems.gateways), details: details(of: systems.gateways, verdict), lane: lane,
        row: row)
      picture.connect(internet, node)
      gateway = node
      row += 1
    }
    let mailbox = systems.behind.map { behind in
      // Right behind the gateway; behind hosts of other kinds, below them.
      let place = gateway == nil ? row + max(1, systems.others.count) : row
      return picture.add(
        .mailbox, name(behind), details: details(of: [behind], verdict), lane: lane, row: place)
    }
    if let gateway, let mailbox {
      picture.connect(gateway, mailbox)
      if let way = endpoint { picture.connect(internet, mailbox, way.kind, way.label) }
      row += 1
    }
    let isOne = systems.others.count == 1
    for (index, host) in systems.others.enumerated() {
      let node = picture.add(
        .mailbox, name(host), details: details(of: [host], verdict), lane: lane, row: row + index,
        isDoubtful: host == .unknown)
      if let gateway {
        if host == systems.mailbox || systems.mailbox == nil && index == 0 { picture.connect(gateway, node) }
        picture.connect(internet, node, .bypass, .byMX)
      } else {
        picture.connect(internet, node, .mail, isOne ? nil : .byMX)
      }
      picture.connect(node, gateway == nil ? mailbox ?? users : users)
    }
    if let mailbox { picture.connect(mailbox, users) }
    if let gateway, mailbox == nil, systems.others.isEmpty, !systems.isMailboxUnseen {
      // It has the mailboxes, too.
      picture.connect(gateway, users)
    }
    if systems.isMailboxUnseen, let gateway {
      let node = picture.add(.mailbox, .mailboxesUnseen, lane: lane, row: row, isDoubtful: true)
      picture.connect(gateway, node)
      picture.connect(node, users)
    }
    if systems.isImplicit {
      let node = picture.add(.mailbox, .domainItself, lane: lane, row: 1)
      picture.connect(internet, node)
      picture.connect(node, mailbox ?? users)
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

  /// The tenant, and the MX hosts of those providers: `100 mx.securemx.jp`.
  private func details(of providers: [HostProvider], _ verdict: RouteVerdict) -> [Wording] {
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
  fileprivate static let aroundUnlessClosed = Wording("possible way around", "迂回可能?")
  fileprivate static let outboundMail = Wording("outbound", "送信")
  fileprivate static let maySend = Wording("may send (SPF, DKIM)", "送信元(SPF、DKIM)")
  fileprivate static let otherSenders = Wording("others who may send", "ほかに送信できる事業者")

  fileprivate static func routePicture(_ domain: String) -> Wording {
    Wording("The ways of mail of \(domain)", "\(domain) のメールの経路")
  }
}
