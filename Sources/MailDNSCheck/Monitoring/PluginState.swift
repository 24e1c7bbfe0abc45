/// What a monitoring plugin reports; the raw value is its exit status.
enum PluginState: Int32, CaseIterable, Sendable {
  case ok = 0
  case warning = 1
  case critical = 2
  case unknown = 3

  /// A word in any case, or the exit status: `critical`, `2`.
  init?(parsing text: String) {
    let text = text.asciiLowercased
    let match = Self.allCases.first { text == $0.word.asciiLowercased || text == String($0.rawValue) }
    guard let match else { return nil }
    self = match
  }

  /// The word of the first line.
  var word: String {
    switch self {
    case .ok: "OK"
    case .warning: "WARNING"
    case .critical: "CRITICAL"
    case .unknown: "UNKNOWN"
    }
  }
}

extension PluginState: Comparable {
  /// OK < UNKNOWN < WARNING < CRITICAL.
  static func < (left: PluginState, right: PluginState) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .ok: 0
    case .unknown: 1
    case .warning: 2
    case .critical: 3
    }
  }
}

extension ExitStatus {
  init(_ state: PluginState) {
    switch state {
    case .ok: self = .ok
    case .warning: self = .warning
    case .critical: self = .critical
    case .unknown: self = .unknown
    }
  }
}
