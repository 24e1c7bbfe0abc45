/// What has to be done or looked at outside the zone, and when.
struct MigrationNote: Hashable, Sendable {
  let phase: ZoneChange.Phase
  let content: Content

  enum Content: Hashable, Sendable {
    /// The name is a CNAME, beside which no other record may be.
    case domainIsAlias
    /// A name below the domain is a CNAME, of its own or by a DNAME above, and leads there.
    case nameIsAlias(DomainName, DomainName)
    /// SecureMX must take mail for the domain.
    case orderGateway
    /// The tenant must take mail for the domain.
    case acceptDomain
    /// The partner connector must not refuse what comes past the gateways that leave.
    case openConnector([Provider.ID])
    /// The partner connector that knows only those gateways must take mail from SecureMX as well.
    case widenConnector([Provider.ID])
    /// Whatever is behind SecureMX must take mail from it.
    case admitGateway
    case restrictConnector
    /// Outbound connector and rule to SecureMX.
    case sendThroughGateway
    /// Outbound connectors and rules to those gateways must go.
    case sendDirectly([Provider.ID])
    case turnOnSigning(Provider.ID)
    /// The records are at selectors that others had until then.
    case turnOnSigningLater(Provider.ID)
    case keepOldSystem
    case stopOldSystem
    /// Computed from the domain's name, and not confirmed by DNS.
    case compareMX
    case spfLookups(Int)
    /// Terms of the record whose look-ups come back empty, more of them than are allowed.
    case spfVoids([String])
    /// Terms that their addresses stand in for now.
    case spfShortened([SPFRevision.Shortening], lookups: Int)
    /// A record that the domain's own includes still authorises these.
    case senderBehindInclude(Provider.ID)
    /// Hosts that `mx` names today and then no more, and that only take mail.
    case exchangesLeaveSPF([DomainName], Provider.ID)
    case autodiscoverElsewhere
    /// Slips of the pen in the SPF record.
    case termsRepaired([SPFRepair.Change])
    /// Published among the terms of the SPF record, and no terms.
    case termsDropped([String])
    /// SPF lets everybody pass.
    case passesAll
    /// Another key or CNAME is at the selector.
    case selectorTaken(String)
    /// An MTA-STS policy must name the new hosts, beside the old ones.
    case transportPolicyWidened([String])
    /// It must name the old ones no more.
    case transportPolicyNarrowed
    case transportPolicyUnknown(Failure)
    case policyMissing
    /// DMARC without `rua`.
    case policyWithoutReports
    /// Reports go to addresses of the domain itself, safe to show.
    case reportsMove([String])
    /// What receivers do with mail that fails DMARC.
    case policyStrict(DMARCPolicy)
    case readReports
  }
}
