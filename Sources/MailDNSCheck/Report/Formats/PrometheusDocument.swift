import FoundationEssentials

/// Metrics for node_exporter's textfile collector. All samples of a metric stand together, so that everything is written
/// at the end; what is not known has no sample.
struct PrometheusDocument: ReportDocument {
  private var domains: [Figures] = []
  private var refusedLines = 0
  private var isUnusable = false
  /// Where each domain is in `domains`: of one that was checked twice the last figures count, for a sample twice is an
  /// error.
  private var indices: [DomainName: Int] = [:]

  mutating func add(_ report: DomainReport) -> String {
    let figures = Figures(report)
    if let index = indices[report.domain.name] {
      domains[index] = figures
    } else {
      indices[report.domain.name] = domains.count
      domains.append(figures)
    }
    return ""
  }

  mutating func add(_ problem: InputProblem) -> String {
    if problem.isOfRun { isUnusable = true } else { refusedLines += 1 }
    return ""
  }

  func end() -> String {
    PrometheusText.gauge(
      "maildnscheck_run_success", "Whether anything could be checked: 1, or 0 where an input can't be used.",
      [PrometheusText.Sample(labels: [:], value: isUnusable ? "0" : "1")])
      + PrometheusText.gauge(
        "maildnscheck_refused_lines", "Lines of the list that are no domain.",
        isUnusable ? [] : [PrometheusText.Sample(labels: [:], value: "\(refusedLines)")])
      + domainMetrics
  }

  private var domainMetrics: String {
    let severities: [Severity] = [.critical, .warning, .unknown, .info]
    let findings = domains.flatMap { figures in
      severities.map { severity in
        PrometheusText.Sample(
          labels: ["domain": figures.domain, "severity": severity.rawValue],
          value: "\(figures.findings[severity, default: 0])")
      }
    }
    return PrometheusText.gauge(
      "maildnscheck_status", "What the domain comes to: 0 ok, 1 warning, 2 critical, 3 unknown.",
      domains.map { figures in
        PrometheusText.Sample(
          labels: figures.route.map { ["domain": figures.domain, "route": $0] } ?? ["domain": figures.domain],
          value: "\(ExitStatus(figures.status).rawValue)")
      })
      + PrometheusText.gauge("maildnscheck_findings", "Findings by severity.", findings)
      + changeMetrics
      + gauge("maildnscheck_spf_lookups", "DNS look-ups that SPF takes; 10 are allowed.", \.lookups)
      + gauge(
        "maildnscheck_spf_void_lookups", "Look-ups of SPF that come back empty; 2 are allowed.", \.voidLookups
      )
      + gauge("maildnscheck_dkim_key_bits_min", "Size of the smallest RSA key of DKIM in bits.", \.leastBits)
      + gauge("maildnscheck_queries", "Questions put to DNS.", \.queries)
      + gauge("maildnscheck_check_seconds", "How long the check took.", \.seconds)
      + gauge(
        "maildnscheck_checked_timestamp_seconds", "When the check was made, in Unix time.", \.checkedAt)
  }

  /// Of domains that an earlier run has.
  private var changeMetrics: String {
    let changes = domains.flatMap { figures in
      DomainChanges.Weight.allCases.compactMap { weight in
        figures.changes.map { changes in
          PrometheusText.Sample(
            labels: ["domain": figures.domain, "weight": weight.rawValue],
            value: "\(changes[weight, default: 0])")
        }
      }
    }
    return PrometheusText.gauge(
      "maildnscheck_changes", "What has changed since the earlier run, by weight.", changes)
      + gauge(
        "maildnscheck_unseen", "What the earlier run saw and this one could not: no change.", \.unseen)
  }

  private func gauge(_ name: String, _ help: String, _ value: (Figures) -> String?) -> String {
    PrometheusText.gauge(
      name, help,
      domains.compactMap { figures in
        value(figures).map { PrometheusText.Sample(labels: ["domain": figures.domain], value: $0) }
      })
  }

  /// What is kept of a domain.
  private struct Figures: Sendable {
    let domain: String
    let status: Status
    let route: String?
    let findings: [Severity: Int]
    /// Nil where there is no earlier run of the domain.
    let changes: [DomainChanges.Weight: Int]?
    let unseen: String?
    let lookups: String?
    let voidLookups: String?
    let leastBits: String?
    let queries: String?
    let seconds: String?
    let checkedAt: String?

    init(_ report: DomainReport) {
      domain = report.domain.name.description
      status = report.status
      route = report.verdict?.id.rawValue
      findings = Dictionary(grouping: report.findings, by: \.severity).mapValues(\.count)
      let known = report.changes.flatMap { $0.isNew ? nil : $0 }
      changes = known.map { Dictionary(grouping: $0.changes, by: \.weight).mapValues(\.count) }
      unseen = known.map { "\($0.unseen.count)" }
      let spf = report.facts.spf.flatMap { $0.own?.record != nil && $0.isComplete ? $0 : nil }
      lookups = spf.map { "\($0.lookups)" }
      voidLookups = spf?.voidLookups.worse.map { "\($0)" }
      leastBits = report.facts.dkim?.keys.compactMap(\.publicKey.rsaBits).min().map { "\($0)" }
      queries = "\(report.work.questionCount)"
      seconds = report.work.duration.secondsText
      checkedAt = "\(Int(report.work.checkedAt.timeIntervalSince1970))"
    }
  }
}

extension DKIMPublicKey {
  /// Nil for a key of another kind.
  fileprivate var rsaBits: Int? { if case .rsa(let bits, _) = self { bits } else { nil } }
}
