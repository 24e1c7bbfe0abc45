/// One address at which a zone is said to be held, and what was heard from there.
struct ZoneServer: Sendable {
  /// The names that have the address, in canonical order.
  let hosts: [DomainName]
  let address: IPAddress
  let state: State

  enum State: Sendable {
    case serving(Serving)
    /// It answers, and does not hold the zone.
    case lame(Lameness)
    /// It does not hold this zone, but one above or beside it.
    case otherZone(DomainName)
    /// It did not answer, or nothing that could be read.
    case silent(Failure)
    /// An address that nobody on the Internet has.
    case unusable
    /// Such addresses can't be reached from here.
    case notAsked
  }

  /// What a server says that holds the zone.
  struct Serving: Sendable {
    /// Nil where it has none to show, as behind an alias.
    var start: StartOfAuthority?
    /// Where a CNAME record at the zone's own name leads, which can't be there (RFC 1034 §3.6.2).
    var alias: DomainName?
    /// When the signature of the SOA record ends, seconds since 1970; nil where there is none.
    var signatureEnd: UInt32?
    /// The NS records at the zone's own name; nil where the server did not say.
    var hosts: [DomainName]?
    /// Whether it answers over TCP; nil where that is not known, since even the root's servers could not be asked so.
    var overTCP: Bool?
    /// Why it does not; nil where it does, or that is not known.
    var tcpFailure: Failure?
    /// Whether only queries without EDNS(0) are answered as they should be.
    var stumblesOverEDNS = false
    /// Whether it resolves for us what it does not hold.
    var isOpenResolver = false
    var keys: KeyMatch?
  }

  /// How DS records of the zone above and the server's keys go together (RFC 4035 §5).
  enum KeyMatch: Hashable, Sendable {
    case matched
    /// It has keys, and none that a DS record names.
    case unmatched
    case noKeys
    case unknown(Failure)
  }

  var serving: Serving? { if case .serving(let serving) = state { serving } else { nil } }

  /// As people read it: `ns1.example.jp (192.0.2.1)`.
  var label: String { hosts.isEmpty ? "\(address)" : "\(hosts[0]) (\(address))" }
}

/// A DNSKEY record as DS records name it (RFC 4034 §5.1).
struct KeyTag: Hashable, Sendable {
  let tag: UInt16
  let algorithm: UInt8

  /// Of `data` where they are those of a DNSKEY or a DS record.
  init?(_ data: RecordData) {
    switch data {
    case .other(.dnskey, let octets): self.init(key: octets)
    case .other(.ds, let octets): self.init(signer: octets)
    default: return nil
    }
  }

  /// Of the data of a DNSKEY record; nil where they are too short (RFC 4034 §2.1, appendix B).
  private init?(key octets: [UInt8]) {
    guard octets.count > 4 else { return nil }
    var sum: UInt32 = 0
    for (index, octet) in octets.enumerated() {
      sum &+= index % 2 == 0 ? UInt32(octet) << 8 : UInt32(octet)
    }
    sum &+= sum >> 16 & 0xFFFF
    tag = UInt16(truncatingIfNeeded: sum)
    algorithm = octets[3]
  }

  /// Of the data of a DS record; nil where they are too short.
  private init?(signer octets: [UInt8]) {
    guard octets.count > 4 else { return nil }
    tag = UInt16(octets[0]) << 8 | UInt16(octets[1])
    algorithm = octets[2]
  }
}
