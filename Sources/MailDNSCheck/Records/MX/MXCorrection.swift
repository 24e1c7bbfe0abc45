/// An MX record, and the host that it is to name in place of the one that it does.
struct MXCorrection: Hashable, Sendable {
  /// Of the record.
  let domain: DomainName
  let preference: UInt16
  let host: DomainName
  /// Nil where the record is to go.
  let target: DomainName?

  init(_ exchange: MailExchange, of domain: DomainName, naming target: DomainName?) {
    self.init(domain: domain, preference: exchange.preference, host: exchange.host, target: target)
  }

  init(domain: DomainName, preference: UInt16, host: DomainName, target: DomainName?) {
    self.domain = domain
    self.preference = preference
    self.host = host
    self.target = target
  }

  var edits: [RecordEdit] {
    [
      RecordEdit(
        owner: domain, removed: .record(.mx(preference: preference, exchange: host)),
        added: target.map { [.mx(preference: preference, exchange: $0)] } ?? [])
    ]
  }
}

extension RecordEdit {
  /// A null MX as the only MX record (RFC 7505 §3).
  static func nullMX(at domain: DomainName) -> RecordEdit {
    RecordEdit(owner: domain, removed: .every(.mx), added: [.mx(preference: 0, exchange: .root)])
  }
}
