/// What the route has to say to whoever mends an SPF record. It is worked out where it is asked for: most records need no
/// mending.
struct SPFAdvice: Sendable {
  private let makeRecord: @Sendable () -> String
  private let findEssential: @Sendable () -> Set<DomainName>

  /// Advice; without anything else that where nothing is known of the route.
  init(
    record: @autoclosure @escaping @Sendable () -> String = "v=spf1 mx -all",
    essential: @autoclosure @escaping @Sendable () -> Set<DomainName> = []
  ) {
    makeRecord = record
    findEssential = essential
  }

  /// A record for a domain without one to begin with, made of what its MX shows: who takes mail for a domain usually sends
  /// for it too.
  var record: String { makeRecord() }

  /// Names that the record must go on including: those of the systems that mail leaves by.
  var essential: Set<DomainName> { findEssential() }
}
