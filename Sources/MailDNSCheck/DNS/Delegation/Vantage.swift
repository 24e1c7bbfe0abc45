/// Whether name servers can be asked from where the program runs, and by what means.
struct Vantage: Sendable {
  let state: State
  /// Whether servers are reached by IPv4, by IPv6, and by TCP: what fails at the root's own servers is no fault of others.
  let usesIPv4: Bool
  let usesIPv6: Bool
  let usesTCP: Bool
  private let isPrivate: Bool

  enum State: Sendable {
    /// The root's servers answer themselves; where a walk begins.
    case clear(RootServers, ZoneCut)
    /// Something else answers in their place.
    case intercepted(Interception)
    /// None of them can be asked.
    case unreachable(Failure)
  }

  /// Whether it is any use to ask at `address`. What means something in somebody's own network only is not asked on behalf of
  /// a zone of the Internet.
  func reaches(_ address: IPAddress) -> Bool {
    (address.isIPv4 ? usesIPv4 : usesIPv6) && (isPrivate || !address.isUnreachable)
  }

  /// How many of the root's servers are asked at a time; how often others are tried.
  private static let width = 2
  private static let rounds = 2

  static func gather(_ roots: RootServers, from known: KnownReplies) throws(MissingReplies) -> Vantage {
    let question = Question(.root, .ns)
    func query(_ server: ServerAddress) -> ServerQuery { ServerQuery(server: server, question: question) }
    let v4 = roots.addresses.filter(\.address.isIPv4)
    let v6 = roots.addresses.filter { !$0.address.isIPv4 }
    let pool = v4.isEmpty ? v6 : v4
    let nobody =
      roots.isPrivate
      ? [] : [ServerQuery(server: RootServers.nobody, question: question, isLongShot: true)]
    let overTCP = ServerQuery(server: pool[0], question: question, transport: .tcp)
    // All that will be looked at in any case, at once.
    var others = nobody + [overTCP]
    if let first = v6.first, !v4.isEmpty { others.append(query(first)) }
    var replies = try known.replies(to: pool.prefix(width).map(query) + others)
    let usesTCP = replies.contains { $0.query == overTCP && $0.failure == nil }
    replies.removeAll { $0.query == overTCP }
    if let reply = replies.first(where: { $0.query.server == RootServers.nobody }), reply.message != nil {
      return intercepted(reply, .answersForNobody, roots)
    }
    replies.removeAll { $0.query.server == RootServers.nobody }
    var next = pool.dropFirst(width)
    for _ in 1..<rounds where !next.isEmpty && replies.allSatisfy({ $0.message == nil }) {
      replies += try known.replies(to: next.prefix(width).map(query))
      next = next.dropFirst(width)
    }
    for reply in replies {
      if let sign = Interception.Sign(reply, isPrivate: roots.isPrivate) {
        return intercepted(reply, sign, roots)
      }
    }
    let heard = replies.filter { ServerStatement($0, of: .root).isAuthority }
    guard let first = heard.first else {
      let failure = replies.lazy.compactMap { $0.failure ?? $0.refusal }.first ?? Failure(kind: .noServer)
      return Vantage(
        state: .unreachable(failure), usesIPv4: false, usesIPv6: false, usesTCP: false,
        isPrivate: roots.isPrivate)
    }
    return Vantage(
      state: .clear(roots, roots.isPrivate ? ZoneCut(root: roots.addresses) : primed(first, roots)),
      usesIPv4: roots.isPrivate || heard.contains { $0.query.server.address.isIPv4 },
      usesIPv6: roots.isPrivate || heard.contains { !$0.query.server.address.isIPv4 },
      usesTCP: usesTCP, isPrivate: roots.isPrivate)
  }

  private static func intercepted(
    _ reply: ServerReply, _ sign: Interception.Sign, _ roots: RootServers
  ) -> Vantage {
    Vantage(
      state: .intercepted(
        Interception(server: reply.query.server, sign: sign, isPrivate: roots.isPrivate)),
      usesIPv4: false, usesIPv6: false, usesTCP: false, isPrivate: roots.isPrivate)
  }

  /// The root's servers as they say themselves (RFC 9609 §3); those known beforehand where the reply has no addresses.
  private static func primed(_ reply: ServerReply, _ roots: RootServers) -> ZoneCut {
    let hosts = Set(reply.records.compactMap(\.data.nameServer))
    let addresses = (reply.message?.additional ?? []).filter { hosts.contains($0.owner) }
      .compactMap(\.data.address).filter { !$0.isUnreachable }
    return ZoneCut(root: addresses.isEmpty ? roots.addresses : addresses.map(roots.server))
  }
}

/// That something answers in place of name servers: a firewall that leads all questions to a resolver, a network that answers
/// for everybody.
struct Interception: Hashable, Sendable {
  /// Who was asked.
  let server: ServerAddress
  let sign: Sign
  /// Whether the server was given as one of a private root: then it may just be none.
  let isPrivate: Bool

  enum Sign: Hashable, Sendable {
    /// An answer for the root zone without authority.
    case withoutAuthority
    /// A server of the root offers to ask others.
    case offersRecursion
    case responseCode(ResponseCode)
    /// An answer from an address that nobody has.
    case answersForNobody
  }
}

extension Interception.Sign {
  /// What is wrong with `reply`, which a server of the root is said to have given; nil where nothing is, or nothing came.
  fileprivate init?(_ reply: ServerReply, isPrivate: Bool) {
    guard let message = reply.message else { return nil }
    if message.responseCode != .noError {
      // A server that is no root refuses, too.
      if isPrivate { return nil }
      self = .responseCode(message.responseCode)
    } else if !message.head.isAuthoritative {
      self = .withoutAuthority
    } else if message.head.offersRecursion, !isPrivate {
      self = .offersRecursion
    } else {
      return nil
    }
  }
}

extension ServerStatement {
  var isAuthority: Bool { if case .authority = self { true } else { false } }
}

extension ServerReply {
  /// The failure that the server reports; nil where it reports none.
  var refusal: Failure? {
    guard let code = message?.responseCode, ![.noError, .noSuchName].contains(code) else { return nil }
    return Failure(kind: .responseCode(code), server: query.server)
  }
}
