/// Colours of a terminal, or none of them (ECMA-48 §8.3.117).
struct Ink: Sendable {
  let isColored: Bool

  static let plain = Ink(isColored: false)

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
