/// A zone: who refers to its servers, who they are, and what each of them says.
struct ServedZone: Sendable {
  let name: DomainName
  /// The zones from the root to this one.
  let path: [DomainName]
  /// Why its servers could not be found; nil where they were.
  let obstacle: WalkObstacle?
  /// What the servers of the zone above say.
  let referrals: [ZoneReferral]
  /// In canonical order.
  let hosts: [ServedHost]
  let servers: [ZoneServer]
  /// Mail records that not all servers lack.
  let records: [ServerRecords]
  /// DS at the zone above; nil where it was not asked for, since nobody could be.
  let signers: Answer?

  /// Servers that hold the zone.
  var authorities: [ZoneServer] { servers.filter { $0.serving != nil } }

  /// The servers' names as the zone above has them, of whichever of its servers; nil where none refers to the zone.
  var delegated: Set<DomainName>? {
    referrals.isEmpty ? nil : Set(referrals.flatMap(\.cut.hosts))
  }

  /// The same as the zone has them itself; nil where no server says.
  var own: Set<DomainName>? {
    let sets = authorities.compactMap { $0.serving?.hosts }
    return sets.isEmpty ? nil : Set(sets.joined())
  }
}

/// What one server of the zone above says of a zone.
struct ZoneReferral: Sendable {
  let server: ServerAddress
  let cut: ZoneCut
}

/// The name of a server of a zone, and how it is found.
struct ServedHost: Hashable, Sendable {
  let name: DomainName
  /// Addresses that the zone above sends along.
  let glue: [IPAddress]
  /// Whether nobody finds it without those: the name is in the zone itself.
  let needsGlue: Bool
  /// As the zone that holds the name has it; nil where it was not looked up, since there is glue or must be.
  let lookUp: HostLookUp?
  /// Of a name in the zone itself, as the zone's own servers have it.
  var own: HostLookUp?

  /// All addresses that are known, in the order in which they were learnt.
  var addresses: [IPAddress] { (glue + (lookUp?.addresses ?? []) + (own?.addresses ?? [])).uniqued }
}

extension HostLookUp {
  var addresses: [IPAddress] { if case .found(let addresses) = self { addresses } else { [] } }
}
