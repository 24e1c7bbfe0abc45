/// Values that were of use lately, in bounded memory: what is full gives way to a new generation, and what is not asked for in
/// the time of one is forgotten.
struct RecentValues<Key: Hashable, Value> {
  private var recent: [Key: Value] = [:]
  private var older: [Key: Value] = [:]
  /// Of a generation.
  private let limit: Int

  init(limit: Int) { self.limit = limit }

  /// Nil where there is none, or none any more.
  subscript(key: Key) -> Value? {
    mutating get {
      if let value = recent[key] { return value }
      guard let value = older[key] else { return nil }
      insert(value, for: key)
      return value
    }
  }

  mutating func insert(_ value: Value, for key: Key) {
    if recent.count >= limit { (older, recent) = (recent, [:]) }
    recent[key] = value
  }
}

extension RecentValues: Sendable where Key: Sendable, Value: Sendable {}
