/// What DNS shows of a tenant's domains that does not go with its exports.
struct TenantDomains {
  let query: QueryOptions
  let language: Language

  /// Domains under way at a time.
  private static let concurrency = 32
  /// More than Exchange Online lets a tenant have.
  private static let maximumDomains = 5_000
  /// Findings of one id.
  private static let maximumOfOneKind = 100

  /// On the domains that exports name, and what could not be told of them; none where DNS is not to be asked.
  func findings(
    _ evidence: ExchangeEvidence, _ catalogue: ProviderCatalogue
  ) async throws(ProgramError) -> [Finding] {
    let all = evidence.domainsToAsk
    let domains = Array(all.prefix(Self.maximumDomains))
    let canAsk = !query.offline || !query.zoneFiles.isEmpty
    guard canAsk, !domains.isEmpty else { return [] }
    if all.count > domains.count {
      Diagnostics.complain(.domainsNotAsked(all.count - domains.count, domains.count), language)
    }
    let setup = ResolverSetup(options: query, language: language)
    let check = DomainCheck(
      areas: [.mx, .spf, .route], resolver: try setup.resolver(), catalogue: catalogue, selectors: [],
      expectedRoute: nil, publicSuffixes: .system, evidence: evidence)
    let found = await withTaskGroup(of: (Int, [Finding]).self) { group in
      var found: [Int: [Finding]] = [:]
      for (index, domain) in domains.enumerated() {
        if index >= Self.concurrency, let (place, findings) = await group.next() { found[place] = findings }
        group.addTask {
          let report = await check.report(on: domain)
          return (index, report.findings.filter { $0.area == .exchange || $0.severity == .unknown })
        }
      }
      for await (place, findings) in group { found[place] = findings }
      return domains.indices.flatMap { found[$0] ?? [] }
    }
    var counts: [String: Int] = [:]
    return found.filter { finding in
      // What is said of the tenant as a whole need not be said of each domain.
      guard finding.area != .exchange || !finding.id.hasPrefix("exchange-endpoint") else { return false }
      counts[finding.id, default: 0] += 1
      return counts[finding.id, default: 0] <= Self.maximumOfOneKind
    }
  }
}

extension ExchangeEvidence {
  /// The accepted domains, and those whose mail the tenant's rules send out besides: if the MX of one of these is the gateway,
  /// it should be accepted. Domains of recipients may be those of others, who need not learn of it.
  fileprivate var domainsToAsk: [MailDomain] {
    guard let domains else { return [] }
    let routed = (rules ?? []).filter(\.routesOutbound).flatMap { $0.senderDomains?.items ?? [] }
    let others = routed.compactMap { try? MailDomain(pasted: $0) }
    var seen: Set<DomainName> = []
    return
      (domains.filter { !$0.isMicrosofts }.map(\.domain)
      + others.filter { !AcceptedDomain.isMicrosofts($0) }).filter { seen.insert($0.name).inserted }
  }
}

extension Wording {
  fileprivate static func domainsNotAsked(_ count: Int, _ asked: Int) -> Wording {
    Wording(
      "\(count.counting("domain was", "domains were")) not asked for: no more than \(asked.grouped) are; check them with --list domains",
      "\(count.grouped)件のドメインは調べていません(上限\(asked.grouped)件)。--list domains で一覧を出力して検査してください")
  }
}
