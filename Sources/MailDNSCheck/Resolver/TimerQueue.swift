/// Points in time at which something wants attention, earliest first: a binary heap.
///
/// Entries are not taken out early; whoever is woken checks whether the time still matters.
struct TimerQueue<Key> {
  private var heap: [(time: ContinuousClock.Instant, key: Key)] = []

  /// The earliest time that is waited for.
  var next: ContinuousClock.Instant? { heap.first?.time }

  mutating func add(_ key: Key, at time: ContinuousClock.Instant) {
    heap.append((time, key))
    var child = heap.count - 1
    while child > 0, heap[child].time < heap[(child - 1) / 2].time {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  /// Takes out the earliest entry if its time has come by `now`.
  mutating func popDue(at now: ContinuousClock.Instant) -> Key? {
    guard let first = heap.first, first.time <= now else { return nil }
    heap.swapAt(0, heap.count - 1)
    heap.removeLast()
    var parent = 0
    while true {
      var least = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[child].time < heap[least].time {
        least = child
      }
      if least == parent { return first.key }
      heap.swapAt(parent, least)
      parent = least
    }
  }
}
