import Foundation

@testable import MailDNSCheck

/// Every fault at every kind of question.
enum FaultMatrix {
  /// Runs once, whoever asks for it.
  static let outcomes = Task { try await run() }

  /// Most cells only wait.
  private static let concurrency = 16

  private static func run() async throws -> [FaultCell: FaultCell.Outcome] {
    let healthy = try await self.healthy()
    var outcomes = try await withThrowingTaskGroup(of: FaultCell.Outcome.self) { group in
      var waiting = FaultCell.all.makeIterator()
      for _ in 0..<concurrency {
        if let cell = waiting.next() { group.addTask { try await cell.outcome(comparedWith: healthy) } }
      }
      var outcomes: [FaultCell: FaultCell.Outcome] = [:]
      while let outcome = try await group.next() {
        outcomes[outcome.cell] = outcome
        if let cell = waiting.next() { group.addTask { try await cell.outcome(comparedWith: healthy) } }
      }
      return outcomes
    }
    // A machine too busy to answer in time makes failures of its own; a cell that is alone and has time has no such excuse.
    // What must never be is no matter of time, and stands.
    for cell in FaultCell.all {
      guard let outcome = outcomes[cell], !outcome.isAsStated, outcome.violations.isEmpty else { continue }
      outcomes[cell] = try await cell.outcome(comparedWith: healthy, timeout: .seconds(3))
    }
    return outcomes
  }

  /// What the report says where the server does nothing wrong.
  static func healthy() async throws -> ReportDigest {
    try ReportDigest(await FaultCell.report { [.reply(FaultZone.reply(to: $0))] })
  }

  /// A table in Markdown, a row for each fault.
  static func table(_ text: (FaultCell) -> String) -> String {
    let head = ["fault"] + QueryKind.allCases.map(\.rawValue)
    let rows = Fault.allCases.map { fault in
      [fault.rawValue] + QueryKind.allCases.map { text(FaultCell(fault: fault, kind: $0)) }
    }
    let lines = [head, head.map { _ in "---" }] + rows
    return lines.map { "| \($0.joined(separator: " | ")) |\n" }.joined()
  }

  /// The page of the documentation.
  static var page: String { introduction + "\n" + table { $0.stated.description(at: $0.kind) } }

  private static let introduction = """
    # What faults of name servers do to a report

    A server answers rightly for a whole domain, SecureMX in front of Office365, but for one question, and at that one it
    does what the row says. The cell is what becomes of the report, against that of a server without faults. The tests
    hold the program to this table, over UDP and TCP; `Scripts/fault-matrix` runs them and prints what came.

    - *same*: the same report, exit status 0.
    - *unknown*: DNS could not tell, and why. A finding says so (`mx-unknown`, `spf-unknown`, `dmarc-unknown`,
      `dkim-unknown` for that selector, `mx-host-unknown`), the area and what hangs on it are unknown, the exit status is
      3, and all the rest of the report is the same. Without MX the route is unknown, and whether reports on DMARC that
      go to the domain itself arrive.
    - Anything else is spelled out: findings that come and go, the areas whose status is another one, the exit status.

    Nothing is ever reported as absent that could not be asked. An NXDOMAIN is an answer: there is no telling that it lies.

    In every cell the report comes in time, and no control character of the answer gets into it.

    """
}
