import Foundation

@testable import MailDNSCheck

/// One fault at one kind of question: a cell of the matrix.
struct FaultCell: Hashable, Sendable {
  let fault: Fault
  let kind: QueryKind

  static let all = Fault.allCases.flatMap { fault in
    QueryKind.allCases.map { FaultCell(fault: fault, kind: $0) }
  }

  var stated: FaultVerdict { .stated(fault, at: kind) }

  /// What came of a check of the domain.
  struct Outcome: Sendable {
    let cell: FaultCell
    let verdict: FaultVerdict
    /// What must hold for every report, and does not.
    let violations: [String]
    /// Whether the server had occasion to commit the fault.
    let isCommitted: Bool

    var isAsStated: Bool { verdict == cell.stated && violations.isEmpty && isCommitted }

    /// The words for the table.
    var text: String {
      let words = verdict.description(at: cell.kind)
      if isAsStated { return words }
      let faults = violations + (isCommitted ? [] : ["was never asked"])
      return (["**\(words)**, stated: \(cell.stated.description(at: cell.kind))"] + faults).joined(
        separator: "; ")
    }
  }

  static let shortTimeout = Duration.milliseconds(600)

  /// How long a check may take. A silent server takes 1.2 seconds for each of at most three questions that wait for one
  /// another; the rest is for a busy machine.
  private static let patience = Duration.seconds(30)

  /// Checks the domain with a server that commits the fault.
  func outcome(
    comparedWith healthy: ReportDigest, timeout: Duration = shortTimeout
  ) async throws -> Outcome {
    let asked = Guarded(0)
    let started = Instant.now
    let report = try await Self.report(
      transports: fault.transports, timeout: timeout, behaviour(counting: asked))
    let verdict = try ReportDigest(report).verdict(comparedWith: healthy)
    var violations = try Self.unsafeText(of: report)
    if Instant.now - started > Self.patience { violations.append("took too long") }
    if report.findings.contains(where: { $0.severity == .unknown }), verdict.exitStatus == 0 {
      violations.append("unknown, and exit status 0")
    }
    if case .unknown = fault.consequence, !Set(verdict.states.values).isDisjoint(with: ["absent", "invalid"])
    {
      violations.append("absent, and could not be asked")
    }
    return Outcome(
      cell: self, verdict: verdict, violations: violations, isCommitted: asked.withLock { $0 } > 0)
  }

  /// What a server does that commits the fault. The queries that it is committed at are counted in `asked`.
  func behaviour(
    counting asked: Guarded<Int> = Guarded(0)
  ) -> @Sendable (FaultServer.Query) -> [FaultServer.Action] {
    { query in
      let right = FaultZone.reply(to: query)
      guard kind.isOf(query) else { return [.reply(right)] }
      let earlier = asked.withLock { count in
        count += 1
        return count - 1
      }
      return fault.actions(for: query, right: right, earlier: earlier)
    }
  }

  /// The report on the domain as the program makes it, with time-outs as short as a busy machine can bear unless the test
  /// says otherwise.
  static func report(
    transports: Set<FaultServer.Transport> = [.udp, .tcp], timeout: Duration = shortTimeout,
    _ behaviour: @escaping @Sendable (FaultServer.Query) -> [FaultServer.Action]
  ) async throws -> DomainReport {
    let server = try FaultServer(transports: transports, behaviour)
    defer { server.stop() }
    // Twice: within one attempt a question goes out at 0 and 0.3 seconds.
    let client = try dnsClient(server.address, timeout: timeout, attempts: 2)
    let check = DomainCheck(
      areas: .whole, resolver: AnswerCache(client), catalogue: .builtIn, selectors: [],
      expectedRoute: nil)
    return await check.report(on: try MailDomain(pasted: FaultZone.domain))
  }

  /// What a terminal must not get, in the report in full and in JSON.
  private static func unsafeText(of report: DomainReport) throws -> [String] {
    var found: Set<String> = []
    for language in Language.allCases {
      let text = TextReport(
        report: report, catalogue: .builtIn, language: language, ink: .plain, width: 80, verbosity: 2
      ).text
      found.formUnion(Visibility.violations(in: text, except: ["\n"]))
      let json = JSONText.make(JSONReport(report, in: .builtIn, language: language), pretty: true)
      found.formUnion(Visibility.violations(in: json, except: ["\n"]))
      found.formUnion(try Visibility.violations(inJSON: Array(json.utf8)))
    }
    return found.sorted().map { "\($0) in the report" }
  }
}
