/// How far a walk from the root towards a name has come: the zone that holds the name, and who says so.
struct Delegation: Sendable {
  let zone: DomainName
  /// The zone above, with its servers; nil for the root.
  let parent: ZoneCut?
  /// The zone's servers as they were referred to; nil where those of the zone above hold it, too, and refer to nobody.
  let cut: ZoneCut?
  /// The zones on the way, from the root to `zone`.
  let path: [DomainName]
  /// What a server that holds the zone says of the name; nil where none was found.
  let reply: ServerReply?
  /// Why none was; nil where they were asked, and `refusals` tells.
  var obstacle: WalkObstacle?
  /// What the zone's servers said, where none has authority.
  var refusals: [ServerReply] = []

  /// Why the name could not be asked about, where it could not.
  var failure: Failure? {
    reply == nil
      ? refusals.lazy.compactMap { $0.failure ?? $0.refusal }.first ?? Failure(kind: .noServer) : nil
  }
}

/// Why the servers of a zone were not found.
enum WalkObstacle: Error, Hashable, Sendable {
  /// Zones each of which has servers that only the next one can tell the addresses of, and the last one the first.
  case cyclic([DomainName])
  /// The names of servers lead from zone to zone further than is followed.
  case tooLong
  /// None of the names of servers has an address, as far as could be learnt.
  case withoutAddresses
  /// The addresses are such that nobody can be asked at from here.
  case unreachableAddresses
}

/// What is known of the addresses of a server's name.
enum HostLookUp: Hashable, Sendable {
  /// As the zone that holds the name has them; empty where it has none.
  case found([IPAddress])
  /// The name is an alias, which a server's must not be (RFC 2181 §10.3).
  case alias(DomainName)
  case failed(Failure)
  case obstructed(WalkObstacle)
}
