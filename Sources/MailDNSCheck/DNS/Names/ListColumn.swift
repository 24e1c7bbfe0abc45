/// The column of a table in which the domains of a list stand.
enum ListColumn: Hashable, Sendable, CustomStringConvertible {
  /// From 1.
  case number(Int)
  /// As the first row has it, whatever its case.
  case name(String)

  /// Nil for nothing, and for a number that no column has.
  init?(_ text: String) {
    guard !text.isEmpty else { return nil }
    if text.utf8.allSatisfy(\.isDigit) {
      guard let number = Int(text), (1...Self.maximum).contains(number) else { return nil }
      self = .number(number)
    } else {
      self = .name(text)
    }
  }

  /// As many as a sheet of Excel has.
  static let maximum = 16_384

  var description: String {
    switch self {
    case .number(let number): String(number)
    case .name(let name): name
    }
  }
}
