import Foundation

/// How Scripts/soak calls these tests.
struct SoakSetting: Sendable {
  /// How long the program is fed.
  let duration: Duration
  /// How often the plugin is run.
  let runs: Int
  /// The program as it is released.
  let program: String
  /// Scripts/benchmarking/measure.c, compiled.
  let measure: String
  private let report: String

  /// Nil where it is not Scripts/soak that runs the tests.
  static let current: SoakSetting? = {
    let environment = ProcessInfo.processInfo.environment
    guard let seconds = environment["SOAK_SECONDS"].flatMap({ Int($0) }), seconds > 0,
      let runs = environment["SOAK_RUNS"].flatMap({ Int($0) }), runs > 0,
      let program = environment["SOAK_PROGRAM"], let measure = environment["SOAK_MEASURE"],
      let report = environment["SOAK_REPORT"]
    else { return nil }
    return SoakSetting(
      duration: .seconds(seconds), runs: runs, program: program, measure: measure, report: report)
  }()

  /// Adds a line to what the script prints.
  func say(_ line: String) {
    guard let file = FileHandle(forWritingAtPath: report) else { return }
    file.seekToEndOfFile()
    file.write(Data((line + "\n").utf8))
    file.closeFile()
  }
}

extension Double {
  /// With one decimal place.
  var brief: String { String(format: "%.1f", self) }
}
