/// What is read of the answers about one domain, area by area.
struct DomainReadings: Readings {
  private let name: DomainName
  private let areas: CaseSet<CheckArea>
  private let organization: DMARCLegacyOrganization
  /// Whether an MX host only proves whose the domain is.
  private let isVerification: @Sendable (DomainName) -> Bool
  /// The token of the domain's Microsoft 365 tenant as far as the name tells it. That of a domain with a hyphen only its
  /// DKIM CNAME tells; for the others nothing has to be waited for.
  private let token: String?

  private var spfReading: SPFReading
  private var dmarcReading: DMARCReading?
  /// Nil where the domain is too long to have a selector.
  private var dkimReading: DKIMReading?
  /// Nil where hosts are not asked about.
  private var hostsReading: HostsReading?

  private(set) var apex: ApexFacts?
  private(set) var mx: MXFacts?
  private(set) var spf: SPFTree?
  private(set) var dkim: DKIMFacts?
  private(set) var dmarc: DMARCFacts?
  private(set) var transport: TransportFacts?
  private(set) var hosts: HostsFacts?
  private(set) var bimi: BIMIFacts?
  private(set) var misplaced = MisplacedRecords()
  private var autodiscover: Answer?
  private var probe: (probe: Answer?, control: Answer?) = (nil, nil)
  private var newerProbe: (probe: Answer?, control: Answer?) = (nil, nil)

  enum Part: CaseIterable {
    case apex, mx, spf, dmarc, dkim, autodiscover, probe, transport, hosts, bimi
  }

  init(
    _ name: DomainName, _ areas: CaseSet<CheckArea>, _ selectors: DKIMFacts.Plan,
    _ organization: DMARCLegacyOrganization, isSPFInDepth: Bool = false, hosts: HostsPlan = HostsPlan(),
    proving isVerification: @escaping @Sendable (DomainName) -> Bool
  ) {
    self.name = name
    self.areas = areas
    spfReading = SPFReading(name, inDepth: isSPFInDepth)
    dmarcReading = areas.contains(.dmarc) ? DMARCReading(name, organization: organization) : nil
    dkimReading = areas.contains(.dkim) ? DKIMReading(name, selectors) : nil
    hostsReading = areas.contains(.hosts) ? HostsReading(name, hosts) : nil
    self.organization = organization
    self.isVerification = isVerification
    token = areas.contains(.route) ? MicrosoftTenant.token(of: name) : nil
  }

  var parts: [Part] {
    Part.allCases.filter { part in
      switch part {
      case .apex, .mx: true
      case .spf: areas.contains(.spf)
      case .dmarc: areas.contains(.dmarc)
      case .dkim: areas.contains(.dkim)
      case .autodiscover, .probe: areas.contains(.route)
      case .transport: areas.contains(.tls)
      case .hosts: areas.contains(.hosts)
      case .bimi: areas.contains(.bimi)
      }
    }
  }

  mutating func read(_ part: Part, from known: KnownAnswers) throws(MissingAnswers) {
    switch part {
    case .apex: apex = try ApexFacts.gather(name, from: known)
    case .mx: mx = try MXFacts.gather(name, proving: isVerification, from: known)
    case .spf: spf = SPFTree(try spfReading.read(from: known))
    case .dmarc:
      let policy = try dmarcReading?.read(from: known)
      if let policy { misplaced.policy = try MisplacedRecords.policy(missedBy: policy, from: known) }
      dmarc = policy
    case .dkim:
      let keys = try dkimReading?.read(from: known)
      if let keys { misplaced.key = try MisplacedRecords.key(missedBy: keys, from: known) }
      if areas.contains(.route), token == nil {
        probe = try TenantFacts.probe(token: keys?.microsoftTenants.first?.token, from: known)
      }
      if areas.contains(.route) {
        let mx = try known.answer(to: Question(name, .mx))
        newerProbe = try TenantFacts.newerProbe(keys?.microsoftTenants.first, mx: mx, from: known)
      }
      dkim = keys
    case .autodiscover: autodiscover = try TenantFacts.autodiscover(of: name, from: known)
    case .probe: if let token { probe = try TenantFacts.probe(token: token, from: known) }
    case .transport: transport = try TransportFacts.gather(name, proving: isVerification, from: known)
    case .hosts: hosts = try hostsReading?.read(proving: isVerification, from: known)
    case .bimi: bimi = try BIMIFacts.gather(name, organization: organization, from: known)
    }
  }

  /// Nil where the route was not asked for.
  var tenant: TenantFacts? {
    areas.contains(.route)
      ? TenantFacts(
        autodiscover: autodiscover, probe: probe.probe, control: probe.control,
        newerProbe: newerProbe.probe, newerControl: newerProbe.control) : nil
  }
}
