/// Which way a message took, by the stations that can be believed.
struct MessageWay: Sendable {
  let route: MessageRoute
  let direction: MessageDirection
  /// Index of the hop by which it came into Office365 from outside; nil where there is none.
  let entry: Int?
  /// From where it came into Office365: by the field of that station, else by Office365's own report.
  let entryAddress: IPAddress?
  /// Why it is not told from where it came into Office365; nil where it is, or is not asked.
  let doubt: EntryDoubt?
  /// Whose host handed it to Office365; nil for a stranger's.
  let source: Provider.ID?
  /// Whether Office365 is the receiving side: its marks count.
  let isReceivedByOffice365: Bool
  /// The providers whose hosts it passed, oldest first, each run once; nil for those of nobody known.
  let stations: [Provider.ID?]

  /// `results` are those of the station at `entry`.
  init(
    _ trail: MailTrail, _ marks: OrganizationMarks, _ report: AntispamReport?,
    _ results: AuthenticationResults?, _ hosts: MailHosts
  ) {
    let chain = TrustChain(hosts: hosts)
    let believed = trail.hops.indices.reversed().filter { trail.hops[$0].isBelieved }
    stations = Self.runs(believed.reversed().map { trail.hops[$0] })
    isReceivedByOffice365 = trail.hops.last.map { $0.provider == .office365 } ?? (report != nil)
    guard let newest = trail.hops.last else {
      (route, direction, entry, entryAddress, source, doubt) = (.unknown, .unknown, nil, nil, nil, nil)
      return
    }
    guard newest.provider == .office365 else {
      (entry, entryAddress, source, doubt) = (nil, nil, nil, nil)
      (route, direction) = Self.outside(believed.map { trail.hops[$0] }, hosts)
      return
    }
    let entry = Self.entry(of: trail, hosts)
    self.entry = entry
    let stated = entry.flatMap { trail.hops[$0].received.address }
    let seen = Self.seen(report, entry == nil ? nil : results, marks, hosts)
    // Where the field of the station that took it from outside is gone, the report still has the address.
    let connecting = entry == nil && marks.originalSender != nil ? nil : seen.first
    entryAddress = stated ?? connecting
    let source =
      entry != nil && stated != nil
      ? entry.flatMap { chain.source(of: trail.hops[$0]) } : connecting.flatMap { hosts.provider(of: $0) }
    let isOwn = marks.isFromOwnTenant || report?.isOnOwnMail == true
    let doubt = entry == nil || isOwn ? nil : EntryDoubt(stated, seen, takenFor: source, hosts)
    self.source = doubt == nil ? source : nil
    self.doubt = doubt
    if isOwn {
      (route, direction) = (.internal, .internal)
    } else if doubt != nil {
      (route, direction) = (.unknown, .inbound)
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

  /// Index of the hop by which a message came into Office365 from outside, as far as it can be believed.
  static func entry(of trail: MailTrail, _ hosts: MailHosts) -> Int? {
    guard trail.hops.last?.provider == .office365 else { return nil }
    return trail.hops.indices.last { index in
      let hop = trail.hops[index]
      return hop.isBelieved && hop.provider == .office365 && !isInside(hop, hosts)
    }
  }

  /// The addresses outside Microsoft's own that Office365 says it took the message from. With Enhanced Filtering they are
  /// those of the sender behind the gateway, and say nothing of who handed it over.
  private static func seen(
    _ report: AntispamReport?, _ results: AuthenticationResults?, _ marks: OrganizationMarks,
    _ hosts: MailHosts
  ) -> [IPAddress] {
    [report?.address, results?.senderAddress].compactMap(\.self).filter { address in
      !hosts.isInside(address, of: .office365) && address != marks.skipListed?.address
        && address != marks.originalSender?.address
    }
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
