/// One change to a zone: the records of a name and a type, before and after.
struct ZoneChange: Hashable, Sendable {
  let phase: Phase
  let owner: DomainName
  /// Seconds that the new records are to be kept by caches.
  let timeToLive: UInt32
  let type: RecordType
  let removed: [RecordData]
  /// Nothing where the records only go.
  let added: [Added]
  let reason: Reason

  /// When to make a change, so that no mail is lost on the way.
  enum Phase: String, CaseIterable, Hashable, Sendable {
    /// Does no harm while mail still takes the old way.
    case before
    /// Turns mail to the new way: all changes of this phase at once.
    case switchover
    /// What only the old way needed, when caches have forgotten it and mail under way has arrived.
    case after
  }

  enum Added: Hashable, Sendable {
    case record(RecordData)
    /// Data as in a master file, with `<…>` for what DNS does not show.
    case template(String, Placeholder)
  }

  /// What only the administrator can find out.
  enum Placeholder: String, Hashable, Sendable {
    /// The SPF host of SecureMX, which is known; that it is the customer's only IIJ's papers say.
    case gatewaySPFHost
    /// The customer's key, or where its CNAME leads.
    case gatewayKey
    /// The CNAME targets of the tenant's DKIM keys.
    case tenantKey
    /// The MX host that Microsoft shows for the domain.
    case tenantMX
  }

  enum Reason: Hashable, Sendable {
    case sendersAuthorized([Provider.ID])
    case sendersRemoved([Provider.ID])
    case signing(Provider.ID)
    case signingEnded(Provider.ID)
    case autodiscover
    case inbound(Provider.ID)
  }

  /// Whether every record of it is known.
  var isComplete: Bool {
    added.allSatisfy { if case .record = $0 { true } else { false } }
  }
}
