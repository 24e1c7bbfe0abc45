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

  mutating func add(_ report: DomainReport) {
    domains += 1
    statuses.add(report.status)
    sent += report.work.questionCount
    shared += report.work.answers.count - report.work.questionCount
    if let id = report.verdict?.id { routes.add(id) }
    for id in Set(report.findings.lazy.filter { $0.severity > .info }.map(\.id)) {
      findings[id, default: 0] += 1
    }
    for (exchange, host) in zip(report.facts.mx.exchanges, report.hosts)
    where host == .unknown && !exchange.host.isRoot {
      let end = exchange.host.suffix(Self.labelsInCommon).description
      if unknownHosts.count < Self.maximumHosts || unknownHosts[end] != nil {
        unknownHosts[end, default: 0] += 1
      }
    }
    if let isMet = report.meetsExpectation {
      expected += 1
      if isMet {
        met += 1
        if metNames.count <= Self.maximumNames { metNames.append(report.domain.name.description) }
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
