/// Whether the tenant's own endpoint takes mail from the gateway only: what DNS can't show.
struct EndpointJudgement: Sendable {
  let closed: Answer
  /// The connector that closes it; nil where none does.
  let connector: InboundConnector?
  let filtering: Filtering
  /// Nil where the organisation's configuration does not say.
  let rejectsDirectSend: Bool?
  /// Every connector, in the order of the export; nil without one.
  let connectors: [ConnectorJudgement]?
  /// Partner connectors for all domains beside the one that closes, which are open: which of them Exchange Online takes is
  /// not documented.
  let rivals: [InboundConnector]

  enum Answer: String, Sendable { case yes, no, unknown }

  /// Enhanced Filtering for all mail from the gateway.
  enum Filtering: String, Sendable { case on, off, unknown }

  /// - Parameters:
  ///   - connectors: Nil where no export of them was given.
  ///   - isWhole: Whether every connector of the tenant is among them.
  init(
    _ connectors: [InboundConnector]?, isWhole: Bool, rejectsDirectSend: Bool?, acceptedDomains: [String]?,
    gateways: GatewayAddresses
  ) {
    self.rejectsDirectSend = rejectsDirectSend
    guard let connectors else {
      (closed, connector, filtering, self.connectors, rivals) = (.unknown, nil, .unknown, nil, [])
      return
    }
    let judged = connectors.map {
      ConnectorJudgement($0, gateways: gateways, acceptedDomains: acceptedDomains)
    }
    self.connectors = judged
    let together = Self.closingTogether(judged, acceptedDomains)
    let closing = judged.first { $0.closes == true } ?? together.first
    rivals =
      closing == nil
      ? []
      : judged.filter { $0.mayBeForTheWorld && $0.closes != true && !together.contains($0) }.map(\.connector)
    if let closing {
      closed = rivals.isEmpty ? .yes : .unknown
      connector = rivals.isEmpty ? closing.connector : nil
      filtering = closing.connector.enhancedFiltering
    } else {
      closed = isWhole && !judged.contains { $0.closes == nil } ? .no : .unknown
      connector = nil
      filtering = Self.filtering(of: judged, isWhole: isWhole)
    }
  }

  /// The connectors that are limited to some accepted domains each, and close all of them together.
  private static func closingTogether(
    _ judged: [ConnectorJudgement], _ acceptedDomains: [String]?
  ) -> [ConnectorJudgement] {
    let limited = judged.filter { $0.closedDomains != nil }
    let covered = Set(limited.flatMap { $0.closedDomains ?? [] })
    return acceptedDomains?.allSatisfy(covered.contains) == true ? limited : []
  }

  /// The connectors that the gateway's mail comes by: those that name it, else those for all domains.
  private static func carryingGateway(_ judged: [ConnectorJudgement]) -> [ConnectorJudgement] {
    let enabled = judged.filter { $0.connector.isEnabled != false }
    let named = enabled.filter(\.namesGateway)
    return named.isEmpty ? enabled.filter { $0.connector.isForAllDomains != false } : named
  }

  private static func filtering(of judged: [ConnectorJudgement], isWhole: Bool) -> Filtering {
    let answers = carryingGateway(judged).map(\.connector.enhancedFiltering)
    if answers.contains(.off) { return .off }
    if answers.contains(.unknown) || !isWhole { return .unknown }
    return answers.isEmpty ? .off : .on
  }

  /// Why Enhanced Filtering is off: of the connectors that the gateway's mail comes by, the one that comes nearest.
  var filteringGap: InboundConnector.FilteringGap {
    let gaps = Self.carryingGateway(connectors ?? []).filter { $0.connector.enhancedFiltering == .off }
      .map(\.connector.filteringGap)
    return gaps.first { $0 != .off } ?? .off
  }

  /// The first reason of each connector that is meant to close, worst first: what keeps the tenant open.
  var openings: [(connector: InboundConnector, gap: ConnectorGap)] {
    guard closed != .yes, let connectors else { return [] }
    return connectors.flatMap { judged in judged.gaps.map { (judged.connector, $0) } }
      .enumerated().sorted { left, right in
        let (a, b) = (left.element.1.rank, right.element.1.rank)
        return a == b ? left.offset < right.offset : a < b
      }.map(\.element)
  }
}

extension InboundConnector {
  /// Why Enhanced Filtering is not on for all.
  enum FilteringGap: Sendable { case off, test, users, testAndUsers }

  /// Of a connector whose filtering is off: the way in which it is.
  var filteringGap: FilteringGap {
    let skips = filtering.skipsLastAddress == true || filtering.skippedAddresses?.items?.isEmpty == false
    guard skips else { return .off }
    let isForSome = filtering.users?.items?.isEmpty == false
    return filtering.isTest == true ? (isForSome ? .testAndUsers : .test) : .users
  }

  /// Whether Enhanced Filtering is on for all recipients: test mode and a list of users count as off.
  var enhancedFiltering: EndpointJudgement.Filtering {
    if filtering.isTest == true { return .off }
    if let users = filtering.users?.items, !users.isEmpty { return .off }
    let skips = filtering.skippedAddresses?.items.map { !$0.isEmpty }
    if filtering.skipsLastAddress == true || skips == true {
      return filtering.isTest == nil || filtering.users?.items == nil ? .unknown : .on
    }
    return filtering.skipsLastAddress == false && skips == false ? .off : .unknown
  }
}

extension ConnectorGap {
  /// The order in which somebody who looks for a way in would try.
  fileprivate var rank: Int {
    switch self {
    case .wrongType: 0
    case .unrestricted: 1
    case .domainsLeftOut: 2
    case .noAddresses: 3
    case .foreignAddresses: 4
    case .noCertificate: 5
    case .foreignCertificate: 6
    case .tlsNotRequired: 7
    case .acceptedDomainsLeftOut: 8
    case .disabled: 9
    }
  }
}
