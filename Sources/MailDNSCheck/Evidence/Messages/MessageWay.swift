/// Which way a message took, by the stations that can be believed.
struct MessageWay: Sendable {
  let route: MessageRoute
  let direction: MessageDirection
  /// Index of the hop by which it came into Office365 from outside; nil where there is none.
  let entry: Int?
  /// From where it came into Office365.
  let entryAddress: IPAddress?
  /// Whose host handed it to Office365; nil for a stranger's.
  let source: Provider.ID?
  /// Whether Office365 is the receiving side: its marks count.
  let isReceivedByOffice365: Bool
  /// The providers whose hosts it passed, oldest first, each run once; nil for those of nobody known.
  let stations: [Provider.ID?]

  init(_ trail: MailTrail, _ marks: OrganizationMarks, _ report: AntispamReport?, _ hosts: MailHosts) {
    let chain = TrustChain(hosts: hosts)
    let believed = trail.hops.indices.reversed().filter { trail.hops[$0].isBelieved }
    stations = Self.runs(believed.reversed().map { trail.hops[$0] })
    isReceivedByOffice365 = trail.hops.last.map { $0.provider == .office365 } ?? (report != nil)
    guard let newest = trail.hops.last else {
      (route, direction, entry, entryAddress, source) = (.unknown, .unknown, nil, nil, nil)
      return
    }
    guard newest.provider == .office365 else {
      (entry, entryAddress, source) = (nil, nil, nil)
      (route, direction) = Self.outside(believed.map { trail.hops[$0] }, hosts)
      return
    }
    let entry = believed.first { index in
      let hop = trail.hops[index]
      return hop.provider == .office365 && !Self.isInside(hop, hosts)
    }
    self.entry = entry
    entryAddress = entry.flatMap { trail.hops[$0].received.address }
    // Where the field of the station that took it from outside is gone, the report still has the address.
    let connecting =
      entry == nil && marks.originalSender == nil ? report.flatMap { Self.connecting($0, hosts) } : nil
    source =
      entry.flatMap { chain.source(of: trail.hops[$0]) } ?? connecting.flatMap { hosts.provider(of: $0) }
    if marks.isFromOwnTenant || report?.isOnOwnMail == true {
      (route, direction) = (.internal, .internal)
    } else if entry == nil, connecting == nil {
      // Nothing but Microsoft's own servers, and no mark of whose message it is: one that is still to leave, or a copy.
      (route, direction) = (.unknown, marks.directionality == "incoming" ? .inbound : .unknown)
    } else if source == .securemx {
      (route, direction) = (.securemxOffice365, .inbound)
    } else if let source, hosts.isInboundGateway(source) {
      (route, direction) = (.gatewayOffice365, .inbound)
    } else {
      (route, direction) = (.office365, .inbound)
    }
  }

  /// Whether the step was between Microsoft's own servers.
  private static func isInside(_ hop: MailHop, _ hosts: MailHosts) -> Bool {
    if let address = hop.received.address { return hosts.isInside(address, of: .office365) }
    return hop.received.from.flatMap { hosts.provider(of: $0) } == .office365 || hop.isWithinHost
  }

  /// The address outside Microsoft's own that the report names.
  private static func connecting(_ report: AntispamReport, _ hosts: MailHosts) -> IPAddress? {
    report.address.flatMap { hosts.isInside($0, of: .office365) ? nil : $0 }
  }

  /// Of a message that another system than Office365 delivered; `hops` newest first.
  private static func outside(_ hops: [MailHop], _ hosts: MailHosts) -> (MessageRoute, MessageDirection) {
    let known = hops.filter { hop in
      hop.provider.map { $0 == .securemx || $0 == .office365 || hosts.isGateway($0) } ?? false
    }
    guard let newest = known.first, let provider = newest.provider else { return (.other, .unknown) }
    let isFromOffice365 = known.contains { $0.provider == .office365 }
    switch provider {
    case .office365: return (.office365Out, .outbound)
    case .securemx:
      return isFromOffice365 ? (.office365Securemx, .outbound) : (.securemx, securemxDirection(known))
    default: return isFromOffice365 ? (.office365Gateway, .outbound) : (.gateway, .unknown)
    }
  }

  /// Customers hand their mail to `relay.securemx.jp`; MX names `mx.securemx.jp` and its like.
  private static func securemxDirection(_ hops: [MailHop]) -> MessageDirection {
    let names = hops.filter { $0.provider == .securemx }.compactMap(\.received.by)
    if names.contains(where: { $0.hasPrefix("relay") }) { return .outbound }
    return names.contains { $0.hasPrefix("mx") } ? .inbound : .unknown
  }

  private static func runs(_ hops: [MailHop]) -> [Provider.ID?] {
    var runs: [Provider.ID?] = []
    for hop in hops where hop.host != nil {
      if let last = runs.last, last == hop.provider { continue }
      runs.append(hop.provider)
    }
    return runs
  }
}
