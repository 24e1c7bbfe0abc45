/// Colours of a terminal, or none of them (ECMA-48 §8.3.117).
struct Ink: Sendable {
  let isColored: Bool
  /// Whether there are no other signs than those of ASCII.
  var isASCII = false

  static let plain = Ink(isColored: false)

  /// What stands for a status, nil where nothing is missed, in columns of one width.
  func mark(_ status: Status?) -> String {
    guard isASCII else { return status?.mark ?? "-" }
    return switch status {
    case nil: "[-] "
    case .ok?: "[ok]"
    case .unknown?: "[?] "
    case .warning?: "[!] "
    case .critical?: "[x] "
    }
  }

  enum Tone: Int, Sendable {
    case bold = 1
    case faint = 2
    case red = 31
    case green = 32
    case yellow = 33
    case cyan = 36
  }

  func callAsFunction(_ text: String, _ tones: Tone...) -> String {
    guard isColored, !text.isEmpty else { return text }
    return "\u{1B}[" + tones.map { String($0.rawValue) }.joined(separator: ";") + "m" + text + "\u{1B}[0m"
  }
}

extension Severity {
  var tone: Ink.Tone {
    switch self {
    case .info: .cyan
    case .unknown: .cyan
    case .warning: .yellow
    case .critical: .red
    }
  }
}

extension Status {
  var tone: Ink.Tone {
    switch self {
    case .ok: .green
    case .unknown: .cyan
    case .warning: .yellow
    case .critical: .red
    }
  }

  /// One column that stands for the status without colour, too.
  var mark: String {
    switch self {
    case .ok: "✓"
    case .unknown: "?"
    case .warning: "!"
    case .critical: "✗"
    }
  }
}
