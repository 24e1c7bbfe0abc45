import Foundation
import Testing

@testable import MailDNSCheck

@Suite(
  "The plugin, run again and again over faults", .enabled(if: SoakSetting.current != nil, "Scripts/soak"))
struct PluginSoakTests {
  /// Faults and kinds of questions such that the first and the last hundred runs meet the same.
  private static let cells = (0..<100).map { number in
    FaultCell(
      fault: Fault.allCases[number % Fault.allCases.count],
      kind: QueryKind.allCases[(number + number / Fault.allCases.count) % QueryKind.allCases.count])
  }

  /// Most runs only wait.
  private static let concurrency = 8

  private struct Run: Sendable {
    let number: Int
    /// Kilobytes.
    let memory: Int
    let seconds: Double
  }

  @Test(
    "tells the truth every time, leaves nothing behind, and takes no more memory in the end",
    .timeLimit(.minutes(60)))
  func runs() async throws {
    let setting = try #require(SoakSetting.current)
    let folder = try TemporaryDirectory()
    try #require(symlink(setting.program, folder.path + "/check_maildns") == 0)
    let home = try TemporaryDirectory()
    let started = Instant.now
    var runs = try await withThrowingTaskGroup(of: Run?.self) { group in
      var runs: [Run?] = []
      for number in 0..<setting.runs {
        if number >= Self.concurrency, let run = try await group.next() { runs.append(run) }
        group.addTask { try await Self.run(number, setting, folder, home) }
      }
      for try await run in group { runs.append(run) }
      return runs.compactMap(\.self)
    }
    runs.sort { $0.number < $1.number }
    #expect(runs.count == setting.runs)
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.path) == [])
    let first = Self.median(runs.prefix(100).map(\.memory))
    let last = Self.median(runs.suffix(100).map(\.memory))
    setting.say(
      """
      \(runs.count) runs of the plugin in \(started.duration(to: .now).secondsText) s; resident at most, median of the \
      first 100: \(first) kB, of the last 100: \(last) kB, most: \(runs.map(\.memory).max() ?? 0) kB
      """)
    #expect(Double(last) < Double(first) * 1.05)
  }

  private static func median(_ values: [Int]) -> Int {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// One run; what is wrong with it is recorded. Nil where it has no figures.
  private static func run(
    _ number: Int, _ setting: SoakSetting, _ folder: TemporaryDirectory, _ home: TemporaryDirectory
  ) async throws -> Run? {
    let cell = cells[number % cells.count]
    let server = try FaultServer(transports: cell.fault.transports, cell.behaviour())
    defer { server.stop() }
    let figures = "\(folder.path)/figures-\(number)"
    let running = try ChildProcess.start(
      setting.measure,
      [
        figures, folder.path + "/check_maildns", "-H", FaultZone.domain, "--server",
        "127.0.0.1:\(server.port)", "--query-timeout", "0.6", "--attempts", "2", "-t", "20:unknown",
      ],
      environment: ChildProcess.plainEnvironment.merging(["HOME": home.path, "TMPDIR": home.path]) { $1 },
      directory: home.path)
    let result = try await running.finish(within: .seconds(40))
    let title = "run \(number), \(cell.fault.rawValue), \(cell.kind.rawValue)"
    // Of its process group nobody is left.
    #expect(kill(-running.process.pid, 0) == -1 && errno == ESRCH, "\(title) left processes")
    let numbers = String(decoding: folder.read("figures-\(number)"), as: UTF8.self).split(separator: " ")
    guard result.status == 0, numbers.count == 4, let seconds = Double(numbers[0]),
      let memory = Int(numbers[2]),
      let status = Int32(numbers[3].trimmingCharacters(in: .whitespacesAndNewlines))
    else {
      Issue.record("\(title): no figures: \(result.stdout) \(result.stderr)")
      return nil
    }
    let lines = result.stdout.split(separator: "\n")
    if status != cell.stated.exitStatus || lines.count != 1 || !result.stderr.isEmpty {
      Issue.record(
        "\(title): \(status), stated: \(cell.stated.exitStatus): \(result.stdout) \(result.stderr)")
    }
    if let word = MailDNSCheck.ExitStatus(rawValue: status)?.word {
      #expect(result.stdout.hasPrefix("MAILDNS \(word) - "), "\(title)")
    }
    return Run(number: number, memory: memory, seconds: seconds)
  }
}
