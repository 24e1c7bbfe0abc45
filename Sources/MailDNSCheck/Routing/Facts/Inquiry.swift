/// Several readings of DNS answers, each of which begins anew whenever what it missed has come.
protocol Readings: Sendable {
  associatedtype Part: Sendable

  /// At most 64.
  var parts: [Part] { get }

  /// Keeps what it makes of the answers. Throws where some are missing.
  mutating func read(_ part: Part, from known: KnownAnswers) throws(MissingAnswers)
}

/// Asks what several readings need, each question once and as soon as it is known that one of them needs it, and lets each go
/// on as soon as all that it waits for has come.
///
/// A class: what readings hold takes kilobytes, and would take them several times in the frame of whoever waits.
final class Inquiry<R: Readings>: Sendable {
  private let progress: Guarded<InquiryProgress<R>>

  /// `note` gets each part that has been read, with the readings as they are then, while others still wait for answers; it
  /// must not wait.
  init(
    _ readings: R, within budget: AnswerBudget = AnswerBudget(),
    note: (@Sendable (R.Part, R) -> Void)? = nil
  ) {
    progress = Guarded(InquiryProgress(readings, budget, note))
  }

  /// Returns when all has been read.
  func ask(_ resolver: any Resolver) async {
    let first = progress.withLock { $0.begin() }
    await resolver.ask(first) { [progress] answer in progress.withLock { $0.take(answer) } }
  }

  /// What `body` makes of the readings.
  func read<Value>(_ body: (R) -> Value) -> Value { progress.withLock { body($0.readings) } }

  /// In the order in which their questions were put.
  var answers: [Answer] { progress.withLock { $0.answersInOrder } }
}

/// How far an inquiry has got.
private struct InquiryProgress<R: Readings> {
  private enum Entry {
    /// Asked for, by the parts whose bits are set.
    case asked(UInt64)
    case answered(Answer)

    var answer: Answer? { if case .answered(let answer) = self { answer } else { nil } }

    /// Notes that the part waits for the answer, too; false where it need not, or is noted already.
    mutating func add(_ part: UInt64) -> Bool {
      guard case .asked(let waiting) = self, waiting & part == 0 else { return false }
      self = .asked(waiting | part)
      return true
    }
  }

  private(set) var readings: R
  private let parts: [R.Part]
  private var entries: [Question: Entry] = [:]
  /// Questions that each part waits for.
  private var missing: [Int]
  private var answers: [Answer] = []
  private var budget: AnswerBudget
  /// Hears of each part that has been read.
  private let note: (@Sendable (R.Part, R) -> Void)?

  /// Those that were not given up, in the order in which their questions were put.
  var answersInOrder: [Answer] {
    let asked = answers.contains(where: \.isCancelled) ? answers.filter { !$0.isCancelled } : answers
    guard let first = asked.first?.origin.started else { return asked }
    // Times, in nanoseconds, and places alone are sorted: of each answer that changes its place, references would be counted,
    // and instants are compared by a call.
    var order = asked.indices.map { place in
      (started: first.duration(to: asked[place].origin.started).nanoseconds, place: place)
    }
    // So it is with those of a zone file, which come one behind the other.
    if zip(order, order.dropFirst()).allSatisfy({ $0.started <= $1.started }) { return asked }
    order.sort { $0.started < $1.started }
    return order.map { asked[$0.place] }
  }

  /// Questions about most domains.
  private static var usualCount: Int { 48 }

  init(_ readings: R, _ budget: AnswerBudget, _ note: (@Sendable (R.Part, R) -> Void)?) {
    self.note = note
    self.budget = budget
    parts = readings.parts
    self.readings = readings
    precondition(parts.count <= UInt64.bitWidth)
    missing = Array(repeating: 0, count: parts.count)
    entries.reserveCapacity(Self.usualCount)
    answers.reserveCapacity(Self.usualCount)
  }

  mutating func begin() -> [Question] {
    var questions: [Question] = []
    questions.reserveCapacity(Self.usualCount)
    for part in parts.indices { read(part, &questions) }
    return questions
  }

  /// Returns what has to be asked now.
  mutating func take(_ answer: Answer) -> [Question] {
    let answer = budget.admit(answer.inOrder)
    guard case .asked(var waiting)? = entries.updateValue(.answered(answer), forKey: answer.question) else {
      return []
    }
    answers.append(answer)
    var questions: [Question] = []
    while waiting != 0 {
      let part = waiting.trailingZeroBitCount
      waiting &= waiting - 1
      missing[part] -= 1
      if missing[part] == 0 { read(part, &questions) }
    }
    return questions
  }

  private mutating func read(_ part: Int, _ questions: inout [Question]) {
    do throws(MissingAnswers) {
      try readings.read(parts[part], from: known)
      note?(parts[part], readings)
    } catch {
      questions.reserveCapacity(questions.count + error.questions.count)
      for question in error.questions { ask(question, for: part, &questions) }
    }
  }

  /// For one reading: what is kept of it beyond that would be a copy of all entries.
  private var known: KnownAnswers { KnownAnswers { [entries] in entries[$0]?.answer } }

  private mutating func ask(_ question: Question, for part: Int, _ questions: inout [Question]) {
    let bit: UInt64 = 1 << part
    let count = entries.count
    guard entries[question, default: .asked(0)].add(bit) else { return }
    if entries.count > count { questions.append(question) }
    missing[part] += 1
  }
}
