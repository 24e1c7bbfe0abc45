/// The programs that make something else of what is published than the RFC does, one line each.
struct ReadingLines {
  private let title: Wording
  private let lines: [String]

  init<Result: ReceiverResult>(_ readings: [ReceiverReading<Result>], reference: Result, language: Language) {
    let differing = readings.filter { $0.result != reference }
    title = .readDifferently(reference.rawValue)
    let width = differing.map { $0.receiver.label.displayWidth }.max() ?? 0
    lines = differing.map { $0.receiver.label.padded(to: width) + "  " + $0.result.rawValue }
    self.language = language
  }

  private let language: Language

  /// Adds nothing where all agree.
  func add(to page: inout Page, indent: Int, _ ink: Ink) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.add(title[language], indent: indent, ink: { ink($0, .bold) })
    for line in lines { page.add(line, indent: indent + 2) }
  }
}

extension Receiver {
  /// The name with the version.
  var label: String { "\(name) \(version)" }
}

extension Wording {
  fileprivate static func readDifferently(_ reference: String) -> Wording {
    Wording(
      "Programs that read it otherwise (by the RFC: \(reference))", "解釈の異なるプログラム(RFCに従う場合: \(reference))")
  }
}
