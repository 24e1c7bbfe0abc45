/// What a list is asked about.
enum BlocklistSubject: Hashable, Sendable {
  case address(IPAddress)
  case domain(DomainName)

  enum Kind: CaseIterable, Hashable, Sendable {
    case ipv4
    case ipv6
    case domain
  }

  var kind: Kind {
    switch self {
    case .address(let address): address.family == .ipv4 ? .ipv4 : .ipv6
    case .domain: .domain
    }
  }

  /// What is asked of the list at `zone`: the address with its octets or nibbles reversed (RFC 5782 §2.1, §2.4), or the
  /// domain as it is (§3). Nil where the name would be too long.
  func question(at zone: DomainName) -> Question? {
    switch self {
    case .address(let address):
      // Without in-addr.arpa or ip6.arpa.
      guard let reversed = address.reverseName.leadingLabels(before: 2) else { return nil }
      return (try? zone.prepending(reversed)).map { Question($0, .a) }
    case .domain(let domain): return (try? zone.prepending(domain)).map { Question($0, .a) }
    }
  }
}

extension BlocklistSubject.Kind {
  /// What every list has, so that it can be seen to work (RFC 5782 §5).
  var testEntry: BlocklistSubject? {
    switch self {
    case .ipv4: IPAddress("127.0.0.2").map(BlocklistSubject.address)
    case .ipv6: IPAddress("::ffff:127.0.0.2").map(BlocklistSubject.address)
    case .domain: DomainName("test").map(BlocklistSubject.domain)
    }
  }

  /// What no list has, so that one that lists everything can be told.
  var testAbsence: BlocklistSubject? {
    switch self {
    case .ipv4: IPAddress("127.0.0.1").map(BlocklistSubject.address)
    case .ipv6: IPAddress("::ffff:127.0.0.1").map(BlocklistSubject.address)
    case .domain: DomainName("invalid").map(BlocklistSubject.domain)
    }
  }
}

extension BlocklistSubject: CustomStringConvertible {
  var description: String {
    switch self {
    case .address(let address): address.description
    case .domain(let domain): domain.description
    }
  }
}
