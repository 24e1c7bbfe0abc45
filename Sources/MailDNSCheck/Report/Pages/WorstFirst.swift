/// Values by status, the worst first and within a status as they came; of too many the best go.
struct WorstFirst<Value: Sendable>: Sendable {
  let limit: Int
  private var values: [Status: [Value]] = [:]
  private var count = 0

  init(limit: Int) { self.limit = limit }

  mutating func add(_ value: Value, _ status: Status) {
    values[status, default: []].append(value)
    count += 1
    guard count > limit, let best = Status.allCases.first(where: { values[$0]?.isEmpty == false }) else {
      return
    }
    values[best]?.removeLast()
    count -= 1
  }

  /// How many there are of that status or a worse one.
  func count(atLeast status: Status) -> Int {
    Status.allCases.filter { $0 >= status }.reduce(0) { $0 + (values[$1]?.count ?? 0) }
  }

  var sorted: [Value] { Status.allCases.reversed().flatMap { values[$0] ?? [] } }
}
