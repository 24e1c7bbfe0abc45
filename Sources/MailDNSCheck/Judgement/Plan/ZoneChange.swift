/// One change to a zone: the records of a name and a type, before and after.
struct ZoneChange: Hashable, Sendable {
  let phase: Phase
  let owner: DomainName
  /// Seconds that the new records are to be kept by caches.
  let timeToLive: UInt32
  let type: RecordType
  /// What is there now, or what an earlier change of the plan has put there.
  let removed: [Entry]
  /// Nothing where the records only go.
  let added: [Entry]
  let reason: Reason

  /// When to make a change, so that no mail is lost on the way.
  enum Phase: String, CaseIterable, Hashable, Sendable {
    /// Does no harm while mail still takes the old way.
    case before
    /// What relies on the records published before, once everybody sees them. Nothing in the zone changes.
    case ready
    /// Turns mail to the new way: all changes of this phase at once.
    case switchover
    /// What only the old way needed, when caches have forgotten it and mail under way has arrived.
    case after
  }

  enum Entry: Hashable, Sendable {
    case record(RecordData)
    /// Data as in a master file, with `<…>` for what DNS does not show.
    case template(String, Placeholder)

    /// Data as in a master file.
    var presentation: String {
      switch self {
      case .record(let data): data.presentation
      case .template(let text, _): text
      }
    }
  }

  /// What only the administrator can find out.
  enum Placeholder: String, Hashable, Sendable {
    /// The SPF host that IIJ names for the customer.
    case gatewaySPFHost
    /// The customer's key, or where its CNAME leads.
    case gatewayKey
    /// The CNAME targets of the tenant's DKIM keys.
    case tenantKey
    /// The MX host that Microsoft shows for the domain.
    case tenantMX
  }

  enum Reason: Hashable, Sendable {
    /// With the hosts that SPF names by their addresses from then on, since `mx` will mean others.
    case sendersAuthorized([Provider.ID], [DomainName])
    case sendersRemoved([SenderLeaving])
    case signing(Provider.ID)
    case signingEnded(Provider.ID)
    case autodiscover
    case inbound(Provider.ID)
    /// The set of hosts lacked some of the provider's.
    case inboundCompleted(Provider.ID)
    /// The same records, shorter-lived until the switch is over; from which TTL.
    case timeToLiveLowered(RecordLifetime)
    case timeToLiveRestored
    /// TLSA of a host that takes no mail any more.
    case transportKeyEnded
  }

  /// Whether every record of it is known.
  var isComplete: Bool {
    added.allSatisfy { if case .record = $0 { true } else { false } }
  }
}

/// A sender that a plan takes out of SPF in the end, and who that is.
enum SenderLeaving: Hashable, Sendable {
  /// With its terms, safe to show.
  case provider(Provider.ID, terms: [String])
  /// A host that MX names today, with the terms that its addresses stand in.
  case host(DomainName, HostProvider, terms: [String])
}
