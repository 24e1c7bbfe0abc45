/// The addresses that are judged as those that a domain's mail leaves from: receivers look at these, and never at the hosts
/// that only take mail.
struct SendingAddresses: Sendable {
  /// Nil where none is known.
  let source: Source?
  /// Each once.
  let addresses: [IPAddress]
  /// Why these may not be all; nil where they are, as far as SPF says.
  let gap: Gap?

  enum Source: String, Hashable, Sendable {
    /// The user named them.
    case given
    /// All that SPF lets send.
    case spf
    /// What the domain's own SPF record names; those of the records that it includes are too many.
    case ownRecord = "own-record"
    /// MX hosts with the domain's own name that SPF lets send, too.
    case ownHosts = "own-hosts"
  }

  enum Gap: Hashable, Sendable {
    /// SPF could not be asked, or not to its end.
    case unknown(Failure)
    /// SPF lets more send than are looked at.
    case tooMany
    /// SPF has terms that depend on the message, so that their senders can't be listed.
    case unlisted
    /// SPF lets everybody send.
    case everybody
    /// No SPF record that can be used says who sends.
    case unsaid
  }

  /// More are not few. Each costs a question at every list.
  static let maximum = 32

  init(given addresses: [IPAddress]) {
    self.init(.given, addresses.map(\.onTheWire).uniqued, nil)
  }

  init(_ tree: SPFTree, _ mx: MXFacts) {
    if let failure = tree.own?.answer.failure {
      self.init(nil, [], .unknown(failure))
      return
    }
    guard tree.own?.record != nil else {
      self.init(nil, [], .unsaid)
      return
    }
    let authorization = tree.authorization
    if authorization.isForEverybody {
      self.init(nil, [], .everybody)
      return
    }
    let gap = Self.gap(tree)
    if let all = authorization.senders {
      self.init(all.isEmpty ? nil : .spf, all, gap)
    } else if let own = tree.ownAuthorization.senders, !own.isEmpty {
      self.init(.ownRecord, own, gap ?? .tooMany)
    } else {
      let hosts = mx.ownAddresses.filter { !$0.isUnreachable && authorization.addresses.contains($0) }
      self.init(hosts.isEmpty ? nil : .ownHosts, Array(hosts.prefix(Self.maximum)), gap ?? .tooMany)
    }
  }

  private init(_ source: Source?, _ addresses: [IPAddress], _ gap: Gap?) {
    self.source = source
    self.addresses = addresses
    self.gap = gap
  }

  private static func gap(_ tree: SPFTree) -> Gap? {
    guard tree.authorization.isPartial || !tree.isComplete else { return nil }
    let failure = tree.failures.first?.failure ?? tree.facts.lookups.values.lazy.compactMap(\.failure).first
    return failure.map(Gap.unknown) ?? .unlisted
  }
}

extension SPFAuthorization {
  /// The addresses that mail can come from on the Internet; nil where they are more than few.
  fileprivate var senders: [IPAddress]? {
    AddressRanges(networks.filter { !$0.isUnreachable }).addresses(atMost: SendingAddresses.maximum)?
      .filter { !$0.isUnreachable }
  }
}

extension SPFTree {
  /// Whom the domain's own record lets pass by its own terms.
  fileprivate var ownAuthorization: SPFAuthorization {
    let own = SPFFacts(
      domain: facts.domain, publications: facts.publications.filter { $0.key == facts.domain },
      lookups: facts.lookups, isCutShort: facts.isCutShort)
    return SPFAuthorization(own, isComplete: true, costs: [:])
  }
}

extension MXFacts {
  /// The addresses of the hosts that have the domain's own name, each once.
  fileprivate var ownAddresses: [IPAddress] {
    mailHosts.filter { $0.host.isAtOrBelow(domain) }.flatMap(\.addresses.all).uniqued
  }
}

extension IPAddress {
  /// The address that receivers see: an IPv4-mapped one is IPv4 (RFC 4291 §2.5.5.2).
  fileprivate var onTheWire: IPAddress {
    if case .v6(let address) = self, let mapped = address.mappedIPv4 { .v4(mapped) } else { self }
  }
}
