import Foundation
import Testing

@testable import MailDNSCheck

/// In a process of its own, so that nobody else's sockets, threads and memory are counted.
@Suite("What many runs of the plugin leave behind")
struct PluginLeakTests {
  @Test(
    "hundreds in one process, half of them over faults, leave no descriptor, thread or memory behind",
    .timeLimit(.minutes(5)))
  func runs() async {
    await #expect(processExitsWith: .success) {
      // What is made once and kept is there after these.
      try await PluginRun.many(150)
      let before = try #require(await PluginRun.settledSample())
      let heap = Heap.inUse ?? 0
      try await PluginRun.many(350)
      let after = try #require(await PluginRun.settledSample())
      #expect(after.descriptors == before.descriptors)
      // The runtime's own may come and go.
      #expect(after.threads <= before.threads + 3)
      // A sanitizer has memory of its own, and its own malloc().
      guard !Heap.isSanitized else { return }
      // A kilobyte a run would be more. What remains is the allocator's own: after 3,000 runs it was 425,000.
      let heapGrowth = try #require(Heap.inUse) - heap
      #expect(heapGrowth < 300_000, "of \(heap) octets")
      // That, and what is free and not given back.
      #expect((after.resident - before.resident).megabytes < 6, "of \(before.resident.megabytes) MB")
    }
  }
}

/// A run of the plugin without its process: a resolver of its own, a check, a report.
private enum PluginRun {
  /// Most runs only wait.
  private static let concurrency = 16

  /// Runs number `0..<count`: of four one over a server in order, one that is cancelled, two over faults.
  static func many(_ count: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        if number >= concurrency { try await group.next() }
        group.addTask { try await run(number) }
      }
      try await group.waitForAll()
    }
  }

  private static func run(_ number: Int) async throws {
    switch number % 4 {
    case 0:
      let state = try await state {
        try await FaultCell.report(timeout: .seconds(20)) { [.reply(FaultZone.reply(to: $0))] }
      }
      #expect(state == .ok)
    case 1:
      let task = Task {
        try await state { try await FaultCell.report(timeout: .seconds(60)) { _ in [.drop] } }
      }
      try await Task.sleep(for: .milliseconds(number % 7 * 5))
      task.cancel()
      #expect(try await task.value == .unknown)
    default:
      // 37 has no factor in common with their number: the first cells are of all faults.
      let cell = FaultCell.all[number * 37 % FaultCell.all.count]
      let state = try await state {
        try await FaultCell.report(
          transports: cell.fault.transports, timeout: .milliseconds(100), cell.behaviour())
      }
      if case .unknown = cell.fault.consequence { #expect(state != .ok) }
    }
  }

  private static func state(of check: () async throws -> DomainReport) async throws
    -> MailDNSCheck.ExitStatus
  {
    let policy = PluginPolicy(timeLimit: TimeLimit(duration: .seconds(10), state: .unknown))
    let report = PluginReport([try await check()], duration: .zero, policy: policy)
    #expect(report.text(verbosity: 3).hasPrefix("MAILDNS \(report.state.word) - "))
    return report.state
  }

  /// What this process holds once what is on its way out is gone: when nothing has changed for a while.
  static func settledSample() async -> ProcessSample? {
    var sample = ProcessSample()
    var repeats = 0
    for _ in 0..<100 where repeats < 8 {
      try? await Task.sleep(for: .milliseconds(100))
      let next = ProcessSample()
      repeats = next == sample ? repeats + 1 : 0
      sample = next
    }
    return sample
  }
}
