extension RunSummary {
  /// Runs of fewer domains are seen as a whole: counts of routes and findings would only repeat them.
  private static let leastForDetails = 10
  private static let longestList = 8

  /// The lines at the end of a run.
  func lines(_ language: Language) -> [String] {
    var lines = [counts[language]]
    if expected > 0 {
      lines.append(Wording.expectationSummary(met: met, of: expected, names: fewMet)[language])
    }
    guard domains >= Self.leastForDetails else { return lines }
    let routes = RouteID.allCases.compactMap { id in self.routes[id].map { "\(id.rawValue) \($0.grouped)" } }
    let findings = mostFrequentFindings(Self.longestList).map { "\($0.id) \($0.domains.grouped)" }
    let hosts = mostFrequentUnknownHosts(Self.longestList).map { "\($0.end) \($0.hosts.grouped)" }
    for (title, items) in [
      (Wording("Routes", "経路"), routes), (Wording("Most frequent findings", "多い検出事項"), findings),
      (Wording("Unknown MX hosts below", "カタログにないMXホスト"), hosts),
    ] where !items.isEmpty {
      lines.append("\(title[language]): \(items.joined(separator: Wording.listSeparator[language]))")
    }
    lines.append(Wording.questionSummary(sent: sent, shared: shared, domains: domains)[language])
    return lines
  }

  private var counts: Wording {
    let counts = Status.allCases.compactMap { status in statuses[status].map { (status, $0) } }
    return Wording.summary(domains: domains, counts)
  }
}

extension Wording {
  /// What a run asked: `shared` had been put for another domain before.
  static func questionSummary(sent: Int, shared: Int, domains: Int) -> Wording {
    let tenths = sent * 10 / max(1, domains)
    let each = "\((tenths / 10).grouped).\(tenths % 10)"
    return Wording(
      "Questions: \(sent.grouped) put (\(each) a domain), \(shared.grouped) more known from other domains",
      "問い合わせ: \(sent.grouped)件(1ドメインあたり\(each)件)、ほかのドメインで回答済み: \(shared.grouped)件")
  }
}
