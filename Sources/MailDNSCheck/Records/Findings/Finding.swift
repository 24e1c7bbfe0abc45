/// One thing that a report points out about a domain: data only, the words are in the catalogue.
struct Finding: Hashable, Sendable {
  let kind: FindingKind
  let severity: Severity
  /// The name in DNS, or the thing, that it is about; safe for a terminal.
  let subject: String
  /// Why it does not count; nil where it does.
  var exemption: Expectation.Exemption?

  /// A finding about the name `subject`; the severity is that of the kind unless the circumstances say otherwise.
  init(_ kind: FindingKind, _ subject: some CustomStringConvertible, severity: Severity? = nil) {
    self.kind = kind
    self.subject = subject.description
    self.severity = severity ?? kind.defaultSeverity
  }

  var id: String { kind.id }
  var area: Area { kind.area }
  var reference: String { kind.reference }

  /// The part of a report that a finding belongs to.
  enum Area: String, CaseIterable, Sendable {
    case domain
    case mx
    case spf
    case dkim
    case dmarc
    case route
    case policy
  }
}

extension Sequence<Finding> {
  /// Without those of one id beyond the first `maximum`; at the end stands how many more there are at `domain`.
  func atMost(_ maximum: Int, at domain: DomainName) -> [Finding] {
    var counts: [String: Int] = [:]
    let kept = filter { finding in
      counts[finding.id, default: 0] += 1
      return counts[finding.id, default: 0] <= maximum
    }
    return kept
      + counts.filter { $0.value > maximum }.sorted { $0.key < $1.key }.map { id, count in
        Finding(.findingsLeftOut(count - maximum, id: id), domain)
      }
  }

  /// Worst first; within a severity in the order of the areas.
  var worstFirst: [Finding] {
    let order = Dictionary(uniqueKeysWithValues: Finding.Area.allCases.enumerated().map { ($1, $0) })
    return enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.severity != b.severity { return a.severity > b.severity }
      if a.area != b.area { return order[a.area, default: 0] < order[b.area, default: 0] }
      return left.offset < right.offset
    }.map(\.element)
  }
}
