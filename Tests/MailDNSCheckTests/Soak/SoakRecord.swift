@testable import MailDNSCheck

/// What has come of the names that the program was fed with.
struct SoakRecord: Sendable {
  /// Fed, and their lines have not come.
  private(set) var outstanding: Set<SoakDomain> = []
  private(set) var finished = 0
  /// Of them those without an unanswered question, and those to whom no fault was to happen that is in the way of an answer.
  private(set) var known = 0
  private(set) var knowable = 0
  private(set) var worst = ExitStatus.ok
  /// What was wrong; the first hundred.
  private(set) var complaints: [String] = []

  mutating func feed(_ domains: [SoakDomain]) { outstanding.formUnion(domains) }

  mutating func take(_ text: String) {
    do {
      let line = try SoakLine(text)
      let title = "\(line.domain.name) (\(line.domain.fault.rawValue), \(line.domain.target))"
      if outstanding.remove(line.domain) == nil { complain("\(title) was not asked for, or came twice") }
      for lie in line.lies { complain("\(title) \(lie)") }
      finished += 1
      worst = max(worst, line.status)
      if line.domain.isKnowable {
        knowable += 1
        if line.isKnown { known += 1 }
      }
    } catch {
      complain("not to be understood: \(text.prefix(300))")
    }
  }

  private mutating func complain(_ text: String) {
    if complaints.count < 100 { complaints.append(text) }
  }
}

extension SoakDomain {
  /// Whether nothing is in the way of an answer to every question.
  fileprivate var isKnowable: Bool { target == .nothing || fault.consequence == .survived }
}
