/// What a monitoring plugin reports is its exit status, and has a word.
extension ExitStatus {
  /// A word in any case, or the number: `critical`, `2`.
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
    case .unknown, .unusable: "UNKNOWN"
    }
  }
}
