import Foundation

@testable import MailDNSCheck

/// What of a report must be the same whenever DNS says the same.
struct ReportDigest: Sendable {
  /// Id, severity and subject.
  private let findings: Set<[String]>
  private let states: [ReportArea: String]
  /// JSON of each area, without what depends on other areas.
  private let details: [ReportArea: String]
  private let reasons: Set<String>
  private let exitStatus: Int32

  init(_ report: DomainReport) throws {
    findings = Set(report.findings.map { [$0.id, $0.severity.rawValue, $0.subject] })
    reasons = Set(report.findings.compactMap { $0.failure?.kind.reason })
    exitStatus = FailureThreshold.warning.exitStatus(report.findings).rawValue
    let text = JSONText.make(
      JSONReport(report, in: .builtIn, language: .english), pretty: false)
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    var areas: [ReportArea: [String: Any]] = [:]
    for area in [ReportArea.mx, .spf, .dkim, .dmarc, .route] {
      areas[area] = json[area.rawValue] as? [String: Any] ?? [:]
    }
    var keys = areas[.dkim]?["keys"] as? [[String: Any]] ?? []
    let key = keys.first { $0["selector"] as? String == QueryKind.testedSelector }
    keys.removeAll { $0["selector"] as? String == QueryKind.testedSelector }
    keys.sort { ($0["selector"] as? String ?? "") < ($1["selector"] as? String ?? "") }
    var otherKeys = areas[.dkim] ?? [:]
    otherKeys["keys"] = keys
    // Selectors are asked for in the order in which they are likely, by MX and SPF.
    otherKeys["asked"] = (otherKeys["asked"] as? [String] ?? []).sorted()
    areas[.otherKeys] = otherKeys
    areas[.dkim] = key ?? ["status": "absent"]
    // Hangs on MX, SPF and DKIM.
    areas[.dmarc]?["alignment"] = nil
    // The other keys say by what the route was recognized.
    let route = areas[.route]
    areas[.route] = route?.filter { ["id", "inbound", "mailbox", "tenant"].contains($0.key) }
    states = areas.mapValues { $0["status"] as? String ?? $0["id"] as? String ?? "" }
    details = try areas.mapValues { area in
      String(
        decoding: try JSONSerialization.data(withJSONObject: area, options: [.sortedKeys]), as: UTF8.self)
    }
  }

  /// In what the report differs from `healthy`.
  func verdict(comparedWith healthy: ReportDigest) -> FaultVerdict {
    var verdict = FaultVerdict(
      added: Set(findings.subtracting(healthy.findings).map { $0[0] }),
      removed: Set(healthy.findings.subtracting(findings).map { $0[0] }),
      reasons: reasons.subtracting(healthy.reasons), exitStatus: exitStatus)
    for area in ReportArea.allCases where details[area] != healthy.details[area] {
      if states[area] != healthy.states[area] {
        verdict.states[area] = states[area]
      } else {
        verdict.otherDetails.insert(area)
      }
    }
    return verdict
  }

  /// Whether nothing is to be complained of, and everything is known: what the domain of the matrix shows without faults.
  var isHealthy: Bool {
    exitStatus == 0 && reasons.isEmpty
      && states == [
        .mx: "found", .spf: "found", .dkim: "found", .otherKeys: "", .dmarc: "found",
        .route: "securemx-office365",
      ]
  }
}

extension Failure.Kind {
  /// The reason as the matrix has it; how many packets were ignored depends on how fast they came.
  fileprivate var reason: String {
    switch self {
    case .timedOut: "no answer in time"
    case .responseCode(let code): code.description
    case .malformed(.unrelatedRecords): "records of another name"
    case .malformed: "unreadable"
    case .truncated(let kind): "cut short, TCP: \(kind.reason)"
    case .network(errno: ECONNREFUSED): "refused"
    case .closed: "closed"
    case .aliasChain: "CNAME chain"
    default: wording.english
    }
  }
}
