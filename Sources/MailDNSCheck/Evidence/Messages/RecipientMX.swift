/// Which way mail to a recipient's domain should come, by its MX records today.
struct RecipientMX: Sendable {
  let domain: DomainName
  let kind: Kind

  enum Kind: Sendable {
    /// All MX hosts are a gateway's, or SecureMX's.
    case gateway(Provider.ID)
    /// Anything else that DNS could tell.
    case other
    case unknown(Failure)
  }

  /// From the answer to the MX question.
  init(_ domain: DomainName, _ answer: Answer, in catalogue: ProviderCatalogue) {
    self.domain = domain
    if let failure = answer.failure {
      kind = .unknown(failure)
      return
    }
    let hosts = answer.records.compactMap { record -> DomainName? in
      if case .mx(_, let host) = record.data { host } else { nil }
    }
    let owners = hosts.map { catalogue.provider(ofMX: $0) }.map { provider in
      provider.flatMap { $0.kinds.contains(.inboundGateway) ? $0.id : nil }
    }
    let ids = Set(owners)
    if ids.count == 1, let id = ids.first.flatMap(\.self) { kind = .gateway(id) } else { kind = .other }
  }

  var gateway: Provider.ID? { if case .gateway(let id) = kind { id } else { nil } }
}
