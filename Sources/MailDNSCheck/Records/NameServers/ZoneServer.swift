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
    /// Of the SOA record, the one that holds longest; nil where there is none.
    var signature: RecordSignature?
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
