/// Points in time at which something wants attention, earliest first.
///
/// Nearly all of them lie one of a few constant spans ahead, and so come in order: they stand in queues. Only what fits none
/// of these, and what is known to lie apart, goes into a heap. Entries are not taken out early; whoever is woken checks whether the time still matters.
struct TimerQueue<Key> {
  /// Entries in the order of their times.
  private struct Lane {
    /// Those before `start` have been taken out, and have no key: it would keep alive what it stands for, such as a socket.
    private var entries: [(time: Instant, key: Key?)] = []
    private var start = 0
    /// Beside the entries, so that no reference to them is counted for a look at a time.
    private(set) var first: Instant?
    private(set) var last: Instant?

    mutating func append(_ key: Key, at time: Instant) {
      entries.append((time, key))
      last = time
      if first == nil { first = time }
    }

    mutating func removeFirst() -> Key? {
      guard start < entries.count else { return nil }
      let key = entries[start].key.take()
      start += 1
      first = start < entries.count ? entries[start].time : nil
      if first == nil { last = nil }
      trim()
      return key
    }

    private mutating func trim() {
      if start == entries.count {
        entries.removeAll(keepingCapacity: start < 4_096)
      } else if start > 4_096, start * 2 > entries.count {
        entries.removeFirst(start)
      } else {
        return
      }
      start = 0
    }
  }

  private static var laneCount: Int { 4 }

  private var lanes = Array(repeating: Lane(), count: laneCount)
  private var heap = Heap()

  /// The earliest time that is waited for.
  var next: Instant? {
    var next = heap.first
    for lane in lanes {
      if let time = lane.first, next.map({ time < $0 }) ?? true { next = time }
    }
    return next
  }

  /// How many entries stand in no queue.
  var countApart: Int { heap.count }

  /// - Parameter isApart: Whether the time lies no constant span ahead. At the end of a queue it would bar all those that
  ///   do from it until it has come.
  mutating func add(_ key: Key, at time: Instant, isApart: Bool = false) {
    if isApart { return heap.push(key, at: time) }
    // The lane that is closest behind, so that one for short spans is not blocked by a long one.
    var best: Int?
    var bestTime: Instant?
    for index in lanes.indices {
      guard let last = lanes[index].last else {
        if best == nil { best = index }
        continue
      }
      if last <= time, bestTime.map({ last > $0 }) ?? true { (best, bestTime) = (index, last) }
    }
    if let best { lanes[best].append(key, at: time) } else { heap.push(key, at: time) }
  }

  /// Takes out the earliest entry if its time has come by `now`.
  mutating func popDue(at now: Instant) -> Key? {
    var earliest: (lane: Int?, time: Instant)? = heap.first.map { (nil, $0) }
    for index in lanes.indices {
      if let time = lanes[index].first, earliest.map({ time < $0.time }) ?? true {
        earliest = (index, time)
      }
    }
    guard let earliest, earliest.time <= now else { return nil }
    guard let lane = earliest.lane else { return heap.pop() }
    return lanes[lane].removeFirst()
  }

  /// Entries in no order. What is sifted are times and numbers alone: of keys, references would be counted at every step.
  private struct Heap {
    private var nodes: [(time: Instant, slot: Int)] = []
    private var keys: [Key?] = []
    /// Slots of `keys` that are free.
    private var free: [Int] = []

    var first: Instant? { nodes.first?.time }
    var count: Int { nodes.count }

    mutating func push(_ key: Key, at time: Instant) {
      let slot = free.popLast() ?? keys.count
      if slot == keys.count { keys.append(key) } else { keys[slot] = key }
      nodes.append((time, slot))
      var child = nodes.count - 1
      while child > 0, nodes[child].time < nodes[(child - 1) / 2].time {
        nodes.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    }

    mutating func pop() -> Key? {
      guard let slot = nodes.first?.slot else { return nil }
      nodes.swapAt(0, nodes.count - 1)
      nodes.removeLast()
      siftDown()
      free.append(slot)
      return keys[slot].take()
    }

    private mutating func siftDown() {
      var parent = 0
      while true {
        var least = parent
        let child = 2 * parent + 1
        if child < nodes.count, nodes[child].time < nodes[least].time { least = child }
        if child + 1 < nodes.count, nodes[child + 1].time < nodes[least].time { least = child + 1 }
        if least == parent { return }
        nodes.swapAt(parent, least)
        parent = least
      }
    }
  }
}
