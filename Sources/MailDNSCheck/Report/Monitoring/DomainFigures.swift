import FoundationEssentials

/// What systems that draw figures are told of a domain. Nil is what is not known, which is no zero.
struct DomainFigures: Sendable {
  /// The A-label.
  let domain: String
  let status: Status
  /// Nil where it was not asked for.
  let route: RouteID?
  /// The route that it is to have; nil where nobody said.
  let expected: RouteID?
  let expectation: ExpectationFigure
  let findings: [Severity: Int]
  /// How much has changed since the earlier run, and what that saw and this one could not; nil where it has no report on
  /// the domain.
  let changes: [DomainChanges.Weight: Int]?
  let unseen: Int?
  /// DNS look-ups of the whole SPF tree, and those of them that come back empty.
  let lookups: Int?
  let voidLookups: Int?
  /// Bits of the smallest RSA key of DKIM.
  let leastBits: Int?
  let queries: Int
  let duration: Duration
  /// Seconds of Unix time.
  let checkedAt: Int
  /// Kinds of the findings that are more than info, each once, the worst first.
  let troubles: [FindingKind]

  init(_ report: DomainReport) {
    domain = report.domain.name.description
    status = report.status
    route = report.verdict?.id
    expected = report.expected
    expectation = ExpectationFigure(report)
    findings = Dictionary(grouping: report.findings, by: \.severity).mapValues(\.count)
    let known = report.changes.flatMap { $0.isNew ? nil : $0 }
    changes = known.map { Dictionary(grouping: $0.changes, by: \.weight).mapValues(\.count) }
    unseen = known?.unseen.count
    lookups = report.countedSPF?.lookups
    voidLookups = report.countedSPF?.voidLookups.worse
    leastBits = report.rsaBits.min()
    queries = report.work.questionCount
    duration = report.work.duration
    checkedAt = Int(report.work.checkedAt.timeIntervalSince1970)
    var seen: Set<String> = []
    troubles = report.findings.filter { $0.severity > .info }.map(\.kind).filter {
      seen.insert($0.id).inserted
    }
  }
}

/// What became of what a policy or `--expect` asks of a domain. The raw value is the figure.
enum ExpectationFigure: Int, CaseIterable, Sendable {
  case met
  case notMet
  /// DNS could not tell.
  case undecided
  case nothingAsked

  init(_ report: DomainReport) {
    guard let isMet = report.meetsExpectation else {
      self = .nothingAsked
      return
    }
    let severities = report.findings.filter { $0.area == .policy }.map(\.severity)
    if severities.contains(where: { $0 == .critical || $0 == .warning }) {
      self = .notMet
    } else {
      self = isMet ? .met : .undecided
    }
  }
}

extension DomainReport {
  /// The tree where its look-ups could be counted, as in JSON.
  var countedSPF: SPFTree? {
    facts.spf.flatMap { $0.own?.record != nil && $0.isComplete ? $0 : nil }
  }

  /// The sizes of the RSA keys of DKIM.
  var rsaBits: [Int] {
    facts.dkim?.keys.compactMap { if case .rsa(let bits, _) = $0.publicKey { bits } else { nil } } ?? []
  }
}
