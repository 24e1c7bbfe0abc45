@testable import MailDNSCheck

/// What has come of the names that the program was fed with.
struct SoakRecord: Sendable {
  /// Fed, and their lines have not come.
  private(set) var outstanding: Set<SoakDomain> = []
  private(set) var finished = 0
  /// Of them those without an unanswered question, and those to whom no fault was to happen that is in the way of an answer.
  private(set) var known = 0
  private(set) var knowable = 0
  /// How many could have been known and are not, by the fault that was in turn, and what is said of the last one.
  private var lost: [Fault: (count: Int, example: String)] = [:]
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
        if let unknown = line.unknown {
          let before = lost[line.domain.fault]?.count ?? 0
          lost[line.domain.fault] = (before + 1, unknown)
        } else {
          known += 1
        }
      }
    } catch {
      complain("not to be understood: \(text.prefix(300))")
    }
  }

  /// During which faults most was lost that could have been known, and one example each.
  var losses: [String] {
    lost.sorted { $0.value.count > $1.value.count }.prefix(5).map { fault, loss in
      "  \(loss.count) while \(fault.rawValue): \(loss.example)"
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
