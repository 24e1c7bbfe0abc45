/// How a directive matches a sender (RFC 7208 §5).
enum SPFMechanism: Hashable, Sendable {
  /// Always matches (§5.1).
  case all
  /// Matches where the SPF record of another domain passes the sender (§5.2).
  case include(SPFDomainSpec)
  /// Matches addresses of the domain; without a domain, of the one that is evaluated (§5.3).
  case a(SPFDomainSpec?, SPFPrefixLengths)
  /// Matches addresses of the domain's MX hosts; without a domain, of the one that is evaluated (§5.4).
  case mx(SPFDomainSpec?, SPFPrefixLengths)
  /// Matches where the validated reverse name lies at or below the domain; "do not use" (§5.5).
  case ptr(SPFDomainSpec?)
  /// `ip4` or `ip6`, by the family of the network: matches the addresses in it (§5.6).
  case network(IPNetwork)
  /// Matches where the expanded name has an A record (§5.7).
  case exists(SPFDomainSpec)

  /// The names of the mechanisms; the raw value is the name in lower case.
  enum Kind: String, CaseIterable, Hashable, Sendable {
    case all, include, a, mx, ptr, ip4, ip6, exists

    /// The mechanism that `octets` name, in either case (§4.6.1); nil for any other text.
    init?(_ octets: some Collection<UInt8>) {
      guard
        let kind = Self.allCases.first(where: {
          $0.rawValue.utf8.elementsEqual(octets.lazy.map(\.asciiLowercased))
        })
      else { return nil }
      self = kind
    }

    /// Whether the mechanism counts towards the limit of ten terms that look something up (§4.6.4).
    var costsLookup: Bool {
      switch self {
      case .include, .a, .mx, .ptr, .exists: true
      case .all, .ip4, .ip6: false
      }
    }
  }

  var kind: Kind {
    switch self {
    case .all: .all
    case .include: .include
    case .a: .a
    case .mx: .mx
    case .ptr: .ptr
    case .exists: .exists
    case .network(let network):
      switch network.address {
      case .v4: .ip4
      case .v6: .ip6
      }
    }
  }

  /// The domain that the mechanism names; nil for one that names none.
  var domainSpec: SPFDomainSpec? {
    switch self {
    case .include(let domain), .exists(let domain): domain
    case .a(let domain, _), .mx(let domain, _), .ptr(let domain): domain
    case .all, .network: nil
    }
  }
}

/// The prefix lengths of an `a` or `mx` mechanism, in bits (RFC 7208 §5.3 and §5.6, `dual-cidr-length`).
struct SPFPrefixLengths: Hashable, Sendable {
  /// 0 to 32; 32 where the record gives none.
  let ipv4: Int
  /// 0 to 128; 128 where the record gives none.
  let ipv6: Int

  static let maximumIPv4 = 32
  static let maximumIPv6 = 128
  /// Whole addresses of both families.
  static let full = SPFPrefixLengths(validIPv4: maximumIPv4, validIPv6: maximumIPv6)

  private init(validIPv4: Int, validIPv6: Int) {
    ipv4 = validIPv4
    ipv6 = validIPv6
  }

  /// Nil where a length does not fit its family.
  init?(ipv4: Int = maximumIPv4, ipv6: Int = maximumIPv6) {
    guard (0...Self.maximumIPv4).contains(ipv4), (0...Self.maximumIPv6).contains(ipv6) else { return nil }
    self.init(validIPv4: ipv4, validIPv6: ipv6)
  }

  /// The block around the address of an A or AAAA record; nil for every other record.
  func network(around data: RecordData) -> IPNetwork? {
    data.address.flatMap { IPNetwork($0, length: $0.family == .ipv4 ? ipv4 : ipv6) }
  }
}

/// A qualifier and a mechanism (RFC 7208 §4.6.1).
struct SPFDirective: Hashable, Sendable {
  let qualifier: SPFQualifier
  let mechanism: SPFMechanism
}
