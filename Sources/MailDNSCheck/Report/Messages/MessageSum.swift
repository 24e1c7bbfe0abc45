/// What a mailbox comes to. Its size does not grow with the number of messages.
struct MessageSum: Sendable {
  private(set) var messages = 0
  private(set) var routes = CaseCounts<MessageRoute>()
  private(set) var inJunk = 0
  private(set) var causes = CaseCounts<MessageVerdict.Cause>()
  private(set) var bypasses = 0
  private(set) var statuses = CaseCounts<Status>()

  mutating func add(_ report: MessageReport) {
    let message = report.examination
    messages += 1
    routes.add(message.way.route)
    statuses.add(report.status)
    if message.verdict.folder == .junk { inJunk += 1 }
    if let cause = message.verdict.cause { causes.add(cause) }
    if report.findings.contains(where: { $0.isOf(Finding.message.bypass) }) { bypasses += 1 }
  }

  /// A few lines: how many went through SecureMX, past the gateway, into junk, and by what cause.
  func lines(_ language: Language) -> [String] {
    func list(_ counts: [(String, Int)]) -> String {
      counts.map { "\($0) \($1.grouped)" }.joined(separator: Wording.listSeparator[language])
    }
    let ways = MessageRoute.allCases.compactMap { route in routes[route].map { (route.rawValue, $0) } }
    let reasons = MessageVerdict.Cause.allCases.compactMap { cause in
      causes[cause].map { (cause.rawValue, $0) }
    }
    let through =
      (routes[.securemxOffice365] ?? 0) + (routes[.securemx] ?? 0) + (routes[.office365Securemx] ?? 0)
    var lines = [
      Wording.messageSum(messages, throughSecureMX: through, pastGateway: bypasses, inJunk: inJunk)[language]
    ]
    if !ways.isEmpty { lines.append(Wording.messageSumRoutes(list(ways))[language]) }
    if !reasons.isEmpty { lines.append(Wording.messageSumCauses(list(reasons))[language]) }
    return lines
  }
}
