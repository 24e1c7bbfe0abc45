/// What the servers of a zone have at one name: the same, or who has what.
struct ServerRecords: Sendable {
  let question: Question
  /// One a server that holds the zone, in their order.
  let holdings: [(server: ZoneServer, holding: Holding)]

  /// What one server has. Order, TTL, letter case of names and how a text is cut into strings are no difference.
  enum Holding: Hashable, Sendable {
    /// The data in a form of their own, sorted.
    case records([String])
    case absent
    /// The name is an alias.
    case alias(DomainName)
    /// The name lies in a zone that others hold.
    case delegated([DomainName])
    case failed(Failure)

    var isKnown: Bool { if case .failed = self { false } else { true } }
  }

  /// Groups of servers that have the same, the largest first; those that could not be asked are left out.
  var groups: [(holding: Holding, servers: [ZoneServer])] {
    var groups: [(holding: Holding, servers: [ZoneServer])] = []
    for (server, holding) in holdings where holding.isKnown {
      if let index = groups.firstIndex(where: { $0.holding == holding }) {
        groups[index].servers.append(server)
      } else {
        groups.append((holding, [server]))
      }
    }
    return groups.enumerated().sorted { left, right in
      (right.element.servers.count, left.offset) < (left.element.servers.count, right.offset)
    }.map(\.element)
  }

  /// Whether all that could be asked have the same; nil where fewer than two could.
  var isSame: Bool? {
    let known = holdings.count { $0.holding.isKnown }
    return known < 2 ? nil : groups.count == 1
  }

  /// Whether nobody has anything, as far as is known.
  var isEmpty: Bool { holdings.allSatisfy { $0.holding == .absent } }
}

extension ServerRecords.Holding {
  /// What `reply` of a server of `zone` comes to.
  init(_ reply: ServerReply, of zone: DomainName) {
    switch ServerStatement(reply, of: zone) {
    case .silent(let failure): self = .failed(failure)
    case .lame: self = .failed(reply.refusal ?? Failure(kind: .referral, server: reply.query.server))
    case .referral(let cut): self = .delegated(cut.hosts)
    case .authority:
      if !reply.records.isEmpty {
        self = .records(reply.records.map(\.data.comparable).uniqued.sorted())
      } else {
        self = reply.alias.map(Self.alias) ?? .absent
      }
    }
  }
}

extension RecordData {
  /// The data in a form that is the same where they mean the same; safe for a terminal.
  fileprivate var comparable: String {
    switch self {
    case .mx(let preference, let exchange): "\(preference) \(exchange)"
    case .txt(let text): text.joined.quotedPresentation
    case .ns(let name), .cname(let name), .ptr(let name): name.description
    default: presentation
    }
  }
}
