import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Faults of name servers (docs/faults.md)")
struct FaultMatrixTests {
  @Test("without a fault the domain of the matrix is in order, twice alike")
  func healthy() async throws {
    let first = try await FaultMatrix.healthy()
    #expect(first.isHealthy)
    #expect(try await FaultMatrix.healthy().verdict(comparedWith: first) == .same)
  }

  @Test("each makes of the report what is stated, at every kind of question", .timeLimit(.minutes(5)))
  func cells() async throws {
    let outcomes = try await FaultMatrix.outcomes.value
    if let path = ProcessInfo.processInfo.environment["FAULT_MATRIX"] {
      let table = FaultMatrix.table { outcomes[$0]?.text ?? "not run" }
      try Data(table.utf8).write(to: URL(fileURLWithPath: path))
    }
    #expect(outcomes.count == Fault.allCases.count * QueryKind.allCases.count)
    for cell in FaultCell.all {
      guard let outcome = outcomes[cell], !outcome.isAsStated else { continue }
      Issue.record("\(cell.fault.rawValue), \(cell.kind.rawValue): \(outcome.text)")
    }
  }

  @Test("the page of the documentation is what is stated")
  func page() {
    let page = ExampleFiles.root.appendingPathComponent("docs/faults.md")
    let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
    if let complaint = compareGolden(FaultMatrix.page, with: page, isUpdate: isUpdate) {
      Issue.record("\(complaint)")
    }
  }
}
