extension ZoneSet {
  /// Where the record that `finding`, about `domain`, concerns stands. For one that is missing, or that lies outside the
  /// zones, the domain's own record that leads there, or else the zone's SOA; nil where the zones do not have the domain.
  func place(of finding: Finding, in domain: DomainName) -> ZoneFilePlace? {
    if let place = finding.filePlace { return place }
    // What is about the policy itself, or the tenant, is about no record.
    if finding.area == .policy, finding.isOfNoRecord { return nil }
    let named = DomainName(finding.subject) ?? domain
    let area = finding.recordArea
    // What a policy expects of a domain is said of the domain, and is about a record of another name.
    let subject = finding.area != area && named == domain ? area.owner(in: domain) ?? named : named
    return place(of: subject) { area.concerns($0) }
      // An MX host, an alias: the record that names it.
      ?? place(of: domain) { area.concerns($0) && $0.data.names(subject) }
      ?? place(of: subject) { _ in subject != domain }
      ?? area.owner(in: domain).flatMap { owner in place(of: owner) { area.concerns($0) } }
      ?? placeOfZone(holding: domain)
  }
}

extension Finding {
  /// The area of the record that it is about, which for what a policy expects is another one.
  fileprivate var recordArea: Area {
    guard area == .policy else { return area }
    for (declaration, area) in Self.policyAreas where isOf(declaration) { return area }
    return area
  }

  fileprivate var isOfNoRecord: Bool {
    isOf(Finding.policy.uncovered) || isOf(Finding.policy.ignoreExpired) || isOf(Finding.policy.tenantOpen)
      || isOf(Finding.policy.tenantUndecided)
  }

  private static let policyAreas: [(any DeclaredFinding, Area)] = [
    (Finding.policy.dmarcWeak, .dmarc), (Finding.policy.dmarcUndecided, .dmarc),
    (Finding.policy.spfUnauthorized, .spf), (Finding.policy.spfUndecided, .spf),
    (Finding.policy.dkimSelector, .dkim), (Finding.policy.dkimUndecided, .dkim),
  ]
}

extension Finding.Area {
  /// Whether findings of the area may be about `record`.
  fileprivate func concerns(_ record: ResourceRecord) -> Bool {
    switch (self, record.data) {
    case (_, .cname): self != .mx
    case (.mx, .mx), (.route, .mx), (.policy, .mx), (.domain, .mx): true
    case (.spf, .txt(let text)): text.joined.startsIgnoringCase(with: "v=spf1")
    case (.dkim, .txt), (.dmarc, .txt), (.tls, .txt), (.bimi, .txt): true
    default: false
    }
  }

  /// The name of the domain's record; nil where there is no single one.
  fileprivate func owner(in domain: DomainName) -> DomainName? {
    switch self {
    case .mx, .spf, .route, .policy, .domain: domain
    case .exchange: nil
    case .dmarc: try? domain.prepending(label: Array("_dmarc".utf8))
    case .dkim, .tls, .hosts, .bimi, .ns, .message: nil
    }
  }
}

extension RecordData {
  /// Whether the record is an MX record that names `host`.
  fileprivate func names(_ host: DomainName) -> Bool {
    if case .mx(_, let exchange) = self { exchange == host } else { false }
  }
}
