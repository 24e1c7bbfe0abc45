/// How a resolver shows that its answer is its own, and not the zone's. Such an answer says nothing about what caches keep.
enum Falsification: Hashable, Sendable {
  /// It says so: Forged Answer, Blocked, Censored, Filtered, Prohibited (RFC 8914 §4.5, §4.16 to §4.19).
  case declared([ExtendedError])
  /// An address at which nobody is, `0.0.0.0` and the like, where the zone has another one.
  case nullAddress(IPAddress)
  /// A denial without the SOA record that a zone denies with (RFC 2308 §2), where the zone has records.
  case unproven
  /// A CNAME to a search engine's filtered address.
  case safeSearch(DomainName)
  /// Addresses made of the host's IPv4 addresses (RFC 6147), where the zone has none of IPv6.
  case dns64

  /// Reads it from `answer`, given what the zone has, where that is known, and the host's IPv4 addresses as anybody has them.
  init?(_ answer: Answer, zone: RecordSet?, addresses: Set<IPv4Address>) {
    let errors = (answer.failure?.extendedErrors ?? []) + answer.origin.extendedErrors
    let declared = errors.filter { $0.withholds || $0.code == 4 }.uniqued
    guard let set = answer.recordSet else {
      if declared.isEmpty { return nil }
      self = .declared(declared)
      return
    }
    if let zone, set == zone { return nil }
    if !declared.isEmpty {
      self = .declared(declared)
    } else if case .alias(let target) = set, Self.safeSearchHosts.contains(target) {
      self = .safeSearch(target)
    } else if answer.question.type == .aaaa, zone ?? .absent == .absent,
      Self.isSynthesized(set.addresses, addresses, isZoneKnown: zone != nil)
    {
      self = .dns64
    } else if let address = set.addresses.first(where: \.isNull),
      zone.map({ !$0.addresses.contains(where: \.isNull) }) ?? true
    {
      self = .nullAddress(address)
    } else if set == .absent, answer.deniesWithoutZone, let zone, zone != .absent {
      self = .unproven
    } else {
      return nil
    }
  }

  private static let safeSearchHosts = Set(
    [
      "forcesafesearch.google.com", "strict.bing.com", "restrict.youtube.com",
      "restrictmoderate.youtube.com", "safe.duckduckgo.com",
    ].compactMap { DomainName($0) })

  /// Whether all addresses are IPv4 addresses behind a prefix: a well-known one (RFC 6052 §2.1, RFC 8215), or, where the zone is
  /// known to have no IPv6 address, any of 96 bits before an address that the host has.
  private static func isSynthesized(
    _ addresses: [IPAddress], _ known: Set<IPv4Address>, isZoneKnown: Bool
  ) -> Bool {
    !addresses.isEmpty
      && addresses.allSatisfy { address in
        guard case .v6(let address) = address else { return false }
        if address.value >> 32 == 0x0064_FF9B << 64 || address.value >> 80 == 0x0064_FF9B_0001 { return true }
        return isZoneKnown
          && known.contains(IPv4Address(value: UInt32(truncatingIfNeeded: address.value)))
      }
  }
}

extension IPAddress {
  /// Whether it stands for no host at all: `0.0.0.0/8`, `::`.
  fileprivate var isNull: Bool {
    switch self {
    case .v4(let address): address.value >> 24 == 0
    case .v6(let address): address.value == 0
    }
  }
}

extension Answer {
  /// Whether it is a denial that names no zone.
  fileprivate var deniesWithoutZone: Bool {
    switch outcome {
    case .noData(let denial), .noSuchName(let denial): denial.zone == nil
    case .found, .failed: false
    }
  }
}
