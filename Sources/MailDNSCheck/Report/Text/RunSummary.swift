/// What a run over many domains comes to: how many are on which route and in which status, what is found most often, and
/// whose MX hosts nobody knows. Its size does not grow with the number of domains.
struct RunSummary: Sendable {
  private(set) var domains = 0
  private(set) var statuses = CaseCounts<Status>()
  private(set) var routes = CaseCounts<RouteID>()
  private var findings: [String: Int] = [:]
  /// By the end of the host's name that the hosts of one provider have in common.
  private var unknownHosts: [String: Int] = [:]
  /// Domains of which something is expected, and those of them that are as expected.
  private(set) var expected = 0
  private(set) var met = 0
  /// The names of those, while they are few.
  private(set) var metNames: [String] = []
  /// Questions put for the domains, and those that another domain had put before.
  private(set) var sent = 0
  private(set) var shared = 0

  /// Ends of unknown hosts that are counted; more are left out.
  private static let maximumHosts = 1000
  private static let maximumNames = 8

  /// What one domain adds.
  struct Share: Sendable {
    let status: Status
    fileprivate let name: DomainName
    fileprivate let sent: Int
    fileprivate let shared: Int
    fileprivate let route: RouteID?
    /// Each once.
    fileprivate let findings: [String]
    fileprivate let unknownHosts: [DomainName]
    fileprivate let meetsExpectation: Bool?

    init(_ report: DomainReport) {
      status = report.status
      name = report.domain.name
      sent = report.work.questionCount
      shared = report.work.answers.count - report.work.questionCount
      route = report.verdict?.id
      findings = report.findings.lazy.filter { $0.severity > .info }.map(\.id).uniqued
      unknownHosts = zip(report.facts.mx.exchanges, report.hosts)
        .filter { exchange, host in host == .unknown && !exchange.host.isRoot }.map(\.0.host)
      meetsExpectation = report.meetsExpectation
    }
  }

  mutating func add(_ report: DomainReport) { add(Share(report)) }

  mutating func add(_ share: Share) {
    domains += 1
    statuses.add(share.status)
    sent += share.sent
    shared += share.shared
    if let id = share.route { routes.add(id) }
    for id in share.findings { findings[id, default: 0] += 1 }
    for host in share.unknownHosts {
      let end = host.suffix(Self.labelsInCommon).description
      if unknownHosts.count < Self.maximumHosts || unknownHosts[end] != nil {
        unknownHosts[end, default: 0] += 1
      }
    }
    if let isMet = share.meetsExpectation {
      expected += 1
      if isMet {
        met += 1
        if metNames.count <= Self.maximumNames { metNames.append(share.name.description) }
      }
    }
  }

  /// What hosts of one provider mostly share: `provider.example`, with a country `provider.co.jp`.
  private static let labelsInCommon = 3

  /// The names of the domains that are as expected, where they are few enough to be read.
  var fewMet: [String] { metNames.count > Self.maximumNames ? [] : metNames }

  /// The most frequent first, at most `count` of them.
  func mostFrequentFindings(_ count: Int) -> [(id: String, domains: Int)] {
    Self.most(findings, count).map { (id: $0.0, domains: $0.1) }
  }

  func mostFrequentUnknownHosts(_ count: Int) -> [(end: String, hosts: Int)] {
    Self.most(unknownHosts, count).map { (end: $0.0, hosts: $0.1) }
  }

  private static func most(_ counts: [String: Int], _ count: Int) -> [(String, Int)] {
    Array(counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count).map { ($0.key, $0.value) })
  }
}
