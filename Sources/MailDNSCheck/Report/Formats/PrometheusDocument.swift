/// Metrics for node_exporter's textfile collector. All samples of a metric stand together, so that everything is written
/// at the end; what is not known has no sample.
struct PrometheusDocument: ReportDocument {
  private var run = RunFigures()

  mutating func add(_ report: DomainReport) -> String {
    run.add(report)
    return ""
  }

  mutating func add(_ problem: InputProblem) -> String {
    run.add(problem)
    return ""
  }

  func end() -> String {
    PrometheusText.gauge(
      "maildnscheck_run_success",
      "Whether all could be checked: 1, or 0 where an input can't be used or the deadline came first.",
      [PrometheusText.Sample(labels: [:], value: run.isUnusable ? "0" : "1")])
      + PrometheusText.gauge(
        "maildnscheck_refused_lines", "Lines of the list that are no domain.",
        run.isUnusable ? [] : [PrometheusText.Sample(labels: [:], value: "\(run.refusedLines)")])
      + domainMetrics
  }

  private var domainMetrics: String {
    let severities: [Severity] = [.critical, .warning, .unknown, .info]
    let findings = run.domains.flatMap { figures in
      severities.map { severity in
        PrometheusText.Sample(
          labels: ["domain": figures.domain, "severity": severity.rawValue],
          value: "\(figures.findings[severity, default: 0])")
      }
    }
    return PrometheusText.gauge(
      "maildnscheck_status", "What the domain comes to: 0 ok, 1 warning, 2 critical, 3 unknown.",
      run.domains.map { figures in
        PrometheusText.Sample(
          labels: figures.route.map { ["domain": figures.domain, "route": $0.rawValue] }
            ?? ["domain": figures.domain],
          value: "\(ExitStatus(figures.status).rawValue)")
      })
      + PrometheusText.gauge("maildnscheck_findings", "Findings by severity.", findings)
      + changeMetrics
      + gauge("maildnscheck_spf_lookups", "DNS look-ups that SPF takes; 10 are allowed.") {
        $0.lookups.map { "\($0)" }
      }
      + gauge("maildnscheck_spf_void_lookups", "Look-ups of SPF that come back empty; 2 are allowed.") {
        $0.voidLookups.map { "\($0)" }
      }
      + gauge("maildnscheck_dkim_key_bits_min", "Size of the smallest RSA key of DKIM in bits.") {
        $0.leastBits.map { "\($0)" }
      }
      + gauge("maildnscheck_queries", "Questions put to DNS.") { "\($0.queries)" }
      + gauge("maildnscheck_check_seconds", "How long the check took.") { $0.duration.secondsText }
      + gauge("maildnscheck_checked_timestamp_seconds", "When the check was made, in Unix time.") {
        "\($0.checkedAt)"
      }
  }

  /// Of domains that an earlier run has.
  private var changeMetrics: String {
    let changes = run.domains.flatMap { figures in
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
      + gauge("maildnscheck_unseen", "What the earlier run saw and this one could not: no change.") {
        $0.unseen.map { "\($0)" }
      }
  }

  private func gauge(_ name: String, _ help: String, _ value: (DomainFigures) -> String?) -> String {
    PrometheusText.gauge(
      name, help,
      run.domains.compactMap { figures in
        value(figures).map { PrometheusText.Sample(labels: ["domain": figures.domain], value: $0) }
      })
  }
}
