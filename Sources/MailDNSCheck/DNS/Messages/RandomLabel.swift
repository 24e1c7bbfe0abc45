/// A label that nobody publishes, to ask for what only a wildcard would answer. The same one throughout a run, so that
/// a question about it goes out once for each domain.
enum RandomLabel {
  static let ofRun = make()

  private static func make() -> String {
    let octets = (0..<8).map { _ in UInt8.random(in: .min ... .max).hexadecimal }
    return "x" + octets.joined()
  }
}
