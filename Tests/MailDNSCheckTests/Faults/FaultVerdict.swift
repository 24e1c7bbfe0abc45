/// How the report on a domain differs from that of a server without faults: what a cell of the matrix says.
struct FaultVerdict: Hashable, Sendable {
  /// Findings, by id, that come to the report, and those that are missing from it.
  var added: Set<String> = []
  var removed: Set<String> = []
  /// The areas that have another status, and which.
  var states: [ReportArea: String] = [:]
  /// The areas that have the same status, and differ in something else.
  var otherDetails: Set<ReportArea> = []
  /// Why DNS could not tell.
  var reasons: Set<String> = []
  var exitStatus: Int32 = 0

  static let same = FaultVerdict()
}

/// The parts of a report that are compared.
enum ReportArea: String, CaseIterable, Sendable {
  case mx
  case spf
  /// The selector that the faults are committed at.
  case dkim
  /// The other selectors, and what is known of the domain's keys as a whole.
  case otherKeys
  case dmarc
  case route
}

extension FaultVerdict {
  /// The words in the cell. What is usual for the kind of question is said in brief.
  func description(at kind: QueryKind) -> String {
    if self == .same { return "same" }
    if let reason = reasons.first, self == .unknown(reason, at: kind) { return "unknown (\(reason))" }
    var parts: [String] = []
    if !added.isEmpty { parts.append(Self.list(added)) }
    if !removed.isEmpty { parts.append("without \(Self.list(removed))") }
    for area in ReportArea.allCases {
      if let state = states[area] { parts.append("\(area.rawValue) \(state)") }
      if otherDetails.contains(area) { parts.append("\(area.rawValue) with other details") }
    }
    if !reasons.isEmpty { parts.append("unknown (\(reasons.sorted().joined(separator: "; ")))") }
    return (parts + ["exit status \(exitStatus)"]).joined(separator: ", ")
  }

  private static func list(_ ids: Set<String>) -> String {
    ids.sorted().map { "`\($0)`" }.joined(separator: ", ")
  }
}
