/// A tenant with its connectors as a picture: what takes mail from outside, whether its own entrance is closed, and which way mail
/// leaves. What no export says is doubtful, never closed.
struct ExchangePicture {
  let report: ExchangeReport

  private static let shown = 6

  private var evidence: ExchangeEvidence { report.evidence }

  /// Nil where no export says anything of connectors, rules or domains.
  func picture() -> FlowPicture? {
    let endpoint = evidence.endpoint
    guard evidence.inboundConnectors != nil || evidence.outboundConnectors != nil || evidence.domains != nil
    else { return nil }
    var picture = FlowPicture(title: .tenantPicture)
    let internet = picture.add(.internet, .internet, row: 0)
    let gateway = picture.add(.gateway, .theGateway, lane: .left, row: 1, isDoubtful: !isGatewayNamed)
    let connectors = picture.add(
      .sender, .inboundConnectors, details: inbound(endpoint), lane: .left, row: 2,
      isDoubtful: evidence.inboundConnectors == nil)
    let tenant = picture.add(.mailbox, .exchangeTitle, details: domains, row: 3)
    picture.connect(internet, gateway)
    picture.connect(gateway, connectors, .mail, throughGateway)
    picture.connect(connectors, tenant)
    let way = entrance(endpoint)
    picture.connect(internet, tenant, way.kind, way.label)
    addOutbound(from: tenant, to: internet, &picture)
    return picture
  }

  private var isGatewayNamed: Bool {
    evidence.endpoint.connectors?.contains(where: \.namesGateway) == true
      || evidence.outboundConnectors?.contains { $0.leadsToGateway(evidence.gateways) == true } == true
  }

  private func inbound(_ endpoint: EndpointJudgement) -> [Wording] {
    guard let connectors = endpoint.connectors else { return [.notKnown] }
    let lines = connectors.prefix(Self.shown).map { judged -> Wording in
      let state: Wording =
        switch judged.closes {
        case true?: EndpointJudgement.Answer.yes.wording
        case false?: EndpointJudgement.Answer.no.wording
        case nil: EndpointJudgement.Answer.unknown.wording
        }
      let name = VisibleText.shortened(judged.connector.name, atMost: 30)
      return Wording("\(name): \(state.english)", "\(name): \(state.japanese)")
    }
    if connectors.isEmpty { return [.none] }
    return lines + (connectors.count > Self.shown ? [.furtherEntries(connectors.count - Self.shown)] : [])
  }

  private var domains: [Wording] {
    evidence.domains.map { [.domainCount($0.count)] } ?? []
  }

  private var throughGateway: Wording? {
    guard let trace = evidence.trace, !trace.lacksAddresses else { return nil }
    return .messageCount(trace.throughGateway)
  }

  private func entrance(_ endpoint: EndpointJudgement) -> (kind: FlowPicture.Arrow.Kind, label: Wording) {
    let counted = evidence.trace.flatMap { trace in
      trace.lacksAddresses || trace.bypassed == 0 ? nil : Wording.messageCount(trace.bypassed)
    }
    let (kind, label): (FlowPicture.Arrow.Kind, Wording) =
      switch endpoint.closed {
      case .yes: (.closed, .directlyClosed)
      case .no: (.bypass, .aroundGateway)
      case .unknown: (counted == nil ? .doubt : .bypass, .directlyUnknown)
      }
    return (kind, counted.map { label + Wording(": ", ": ") + $0 } ?? label)
  }

  /// How many of the tenant's domains send by way of the gateway, and how many past it.
  private func addOutbound(
    from tenant: FlowPicture.Place, to internet: FlowPicture.Place, _ picture: inout FlowPicture
  ) {
    let routing = evidence.routing
    let answers = (evidence.domains ?? []).map { routing.isRouted($0.domain.name.description) }
    let (routed, past) = (answers.count { $0 == true }, answers.count { $0 == false })
    let open = answers.count - routed - past
    if past > 0 {
      let node = picture.add(.bypass, .sentPast, details: [.domainCount(past)], lane: .right, row: 1)
      picture.connect(node, internet, .bypass)
      picture.connect(tenant, node, .bypass)
    }
    guard routed > 0 || open > 0 || past == 0 else { return }
    let isKnown = routed > 0
    let details = isKnown ? [Wording.domainCount(routed)] : []
    let node = picture.add(
      isKnown ? .gateway : .sender, isKnown ? .sentThrough : .wayOutUnknown,
      details: details + connectorNames, lane: .right,
      row: 2,
      isDoubtful: !isKnown || open > 0)
    picture.connect(tenant, node, isKnown ? .outbound : .doubt)
    picture.connect(node, internet, isKnown ? .outbound : .doubt)
  }

  private var connectorNames: [Wording] {
    let connectors = evidence.outboundConnectors ?? []
    return connectors.prefix(3).map { Wording(verbatim: VisibleText.shortened($0.name, atMost: 30)) }
  }
}

extension Wording {
  fileprivate static let tenantPicture = Wording("The tenant and its connectors", "テナントとコネクタ")
  fileprivate static let theGateway = Wording("the gateway", "ゲートウェイ")
  fileprivate static let inboundConnectors = Wording("inbound connectors", "受信コネクタ")
  fileprivate static let none = Wording("none", "なし")
  fileprivate static let directlyClosed = Wording("directly: closed", "直接配送: 制限あり")
  fileprivate static let directlyUnknown = Wording("directly: unknown", "直接配送: 不明")
  fileprivate static let sentThrough = Wording("by the gateway", "ゲートウェイ経由で送信")
  fileprivate static let sentPast = Wording("past the gateway", "ゲートウェイを通さず送信")
  fileprivate static let wayOutUnknown = Wording("way out unknown", "送信経路は不明")

  fileprivate static func domainCount(_ count: Int) -> Wording {
    Wording(count.counting("domain", "domains"), "ドメイン\(count.grouped)件")
  }
  fileprivate static func messageCount(_ count: Int) -> Wording {
    Wording(count.counting("message", "messages"), "\(count.grouped)通")
  }
}
