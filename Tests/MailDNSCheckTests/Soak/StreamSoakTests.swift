import Foundation
import Testing

@testable import MailDNSCheck

@Suite(
  "One process over an endless list and all faults in turn",
  .enabled(if: SoakSetting.current != nil, "Scripts/soak"))
struct StreamSoakTests {
  /// Names that are fed ahead of the lines that have come.
  private static let ahead = 400

  /// Queries a second. The server is a part of this process, not made for speed, and has the same processors: one that is asked as
  /// much as it can bear is not in order, and its silence tells nothing about the program.
  private static let rate = 5_000

  /// How often every fault has its turn: as often in each third of the time.
  private static let rounds = 6

  @Test(
    "has a true line for every name, and needs no more memory, descriptors or threads",
    .timeLimit(.minutes(600)))
  func stream() async throws {
    let setting = try #require(SoakSetting.current)
    let server = try SoakServer()
    defer { server.stop() }
    let record = Guarded(SoakRecord())
    let program = try FedProgram(
      setting.program,
      [
        "--input", "-", "--format", "ndjson", "--unordered", "-q", "--server", "127.0.0.1:\(server.port)",
        "--timeout", "0.6", "--attempts", "2", "--rate", "\(Self.rate)",
      ]
    ) { line in record.withLock { $0.take(line) } }
    // What it has when it has worked, waited a while before it asked again, and rests.
    let warmUp = (0..<Self.ahead).map { number in
      SoakDomain(number: number, fault: number % 4 == 0 ? .serverFailure : .duplicates)
    }
    record.withLock { $0.feed(warmUp) }
    #expect(program.feed(warmUp.map(\.name)))
    #expect(try await Self.rest(record))
    let before = try #require(ProcessSample(of: program.process.pid))

    var watch = SoakWatch(setting, program.process.pid)
    let feeder = Task.detached {
      try await Self.feed(program, from: Self.ahead, for: setting.duration, record)
    }
    while try await watch.look(record.withLock { $0 }) {}
    try await feeder.value
    _ = try await Self.rest(record)
    let after = try #require(ProcessSample(of: program.process.pid))
    let (ending, stderr) = try #require(await program.finish(within: .seconds(30)))

    let sum = record.withLock { $0 }
    setting.say(watch.summary(of: sum, before: before, after: after))
    let missing = sum.outstanding.map(\.name)
    #expect(missing.count == 0, "\(missing.sorted().prefix(10))")
    for complaint in sum.complaints { Issue.record("\(complaint)") }
    #expect(ending == .status(sum.worst.rawValue))
    #expect(stderr == "")
    // A server in order is not called unknown; a packet may be lost all the same.
    #expect(Double(sum.known) >= Double(sum.knowable) * 0.95)
    #expect(after.descriptors <= before.descriptors)
    #expect(after.threads <= before.threads)
    #expect(watch.growth < watch.allowedGrowth)
  }

  /// Feeds names for as long as that, never far ahead of the lines.
  private static func feed(
    _ program: FedProgram, from start: Int, for duration: Duration, _ record: Guarded<SoakRecord>
  ) async throws {
    let started = Instant.now
    let turn = duration / (rounds * SoakDomain.faults.count)
    var number = start
    while true {
      let elapsed = started.duration(to: .now)
      guard elapsed < duration else { return }
      let room = ahead - record.withLock { $0.outstanding.count }
      guard room >= 32 else {
        try await Task.sleep(for: .milliseconds(2))
        continue
      }
      let fault = SoakDomain.faults[Int(elapsed / turn) % SoakDomain.faults.count]
      let domains = (number..<number + room).map { SoakDomain(number: $0, fault: fault) }
      number += room
      record.withLock { $0.feed(domains) }
      guard program.feed(domains.map(\.name)) else { return }
    }
  }

  /// Waits for the lines of all names, and until sockets that are kept for a while are closed. Returns whether they came.
  /// Names whose questions nobody answers are asked for a minute and more.
  private static func rest(_ record: Guarded<SoakRecord>) async throws -> Bool {
    let isDone = await becomesTrue(within: .seconds(180)) { record.withLock { $0.outstanding.isEmpty } }
    try await Task.sleep(for: .seconds(6))
    return isDone
  }
}
