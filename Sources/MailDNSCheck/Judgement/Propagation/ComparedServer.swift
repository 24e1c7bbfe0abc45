/// A server whose answers are held against those of others.
struct ComparedServer: Hashable, Sendable {
  let address: ServerAddress
  /// The name by which it was given, or which the zone has for it; nil where there is none.
  var name: DomainName?
  /// Whether it is one of the system's own resolvers.
  var isSystem = false

  /// What anybody knows of it; nil for most.
  var known: PublicResolver? { PublicResolver.at(address.address) }

  /// Whether one address stands for many caches, so that the next answer may come from another one.
  var isManyCaches: Bool { known != nil }
}
