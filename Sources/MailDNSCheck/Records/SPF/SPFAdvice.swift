/// What the route has to say to whoever mends an SPF record.
struct SPFAdvice: Sendable {
  /// A record for a domain without one to begin with, made of what its MX shows: who takes mail for a domain usually sends
  /// for it too.
  let record: String
  /// Names that the record must go on including: those of the systems that mail leaves by.
  let essential: Set<DomainName>

  /// Advice where nothing is known of the route.
  init(record: String = "v=spf1 mx -all", essential: Set<DomainName> = []) {
    self.record = record
    self.essential = essential
  }
}
