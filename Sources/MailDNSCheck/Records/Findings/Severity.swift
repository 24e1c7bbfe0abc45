/// How much a finding matters. Ordered as monitoring plugins order their states: OK < UNKNOWN < WARNING < CRITICAL.
enum Severity: String, CaseIterable, Sendable {
  /// Worth knowing; never changes the status.
  case info
  /// DNS could not tell.
  case unknown
  case warning
  case critical
}

extension Severity: Comparable {
  static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  /// The higher, the worse.
  var rank: Int {
    switch self {
    case .info: 0
    case .unknown: 1
    case .warning: 2
    case .critical: 3
    }
  }
}

/// What a domain, or a whole run, comes to.
enum Status: String, CaseIterable, Sendable {
  case ok
  case unknown
  case warning
  case critical

  /// The worst of `findings`.
  init(_ findings: some Sequence<Finding>) {
    self.init(worst: findings.lazy.map(\.severity).max())
  }

  init(worst severity: Severity?) {
    switch severity {
    case nil, .info: self = .ok
    case .unknown: self = .unknown
    case .warning: self = .warning
    case .critical: self = .critical
    }
  }
}

extension Status: Comparable {
  /// OK < UNKNOWN < WARNING < CRITICAL.
  static func < (left: Status, right: Status) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}
