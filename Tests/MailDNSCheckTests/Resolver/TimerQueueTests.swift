import Testing

@testable import MailDNSCheck

@Suite("Timer queue")
struct TimerQueueTests {
  private let start = Instant.now

  @Test("entries come out in the order of their times, whatever order they went in")
  func order() {
    var generator = SeededGenerator(seed: 1)
    for count in [1, 2, 3, 10, 1_000] {
      var queue = TimerQueue<Int>()
      let times = (0..<count).map { _ in Int.random(in: 0..<count, using: &generator) }
      for time in times { queue.add(time, at: start + .milliseconds(time)) }
      var popped: [Int] = []
      while let key = queue.popDue(at: start + .seconds(10)) { popped.append(key) }
      #expect(popped == times.sorted())
      #expect(queue.next == nil)
    }
  }

  @Test("only what is due comes out, to the very instant")
  func due() {
    var queue = TimerQueue<String>()
    #expect(queue.popDue(at: start) == nil)
    queue.add("late", at: start + .seconds(2))
    queue.add("soon", at: start + .seconds(1))
    #expect(queue.next == start + .seconds(1))
    #expect(queue.popDue(at: start + .milliseconds(999)) == nil)
    #expect(queue.popDue(at: start + .seconds(1)) == "soon")
    #expect(queue.popDue(at: start + .seconds(1)) == nil)
    #expect(queue.next == start + .seconds(2))
  }

  @Test("what has come out is not kept alive, also while the queue never gets empty")
  func released() {
    final class Key {}
    var queue = TimerQueue<Key>()
    weak var first: Key?
    do {
      let key = Key()
      first = key
      queue.add(key, at: start)
    }
    queue.add(Key(), at: start + .seconds(1))
    #expect(first != nil)
    _ = queue.popDue(at: start)
    #expect(first == nil)
  }

  @Test("adding and taking out may alternate")
  func alternating() {
    var generator = SeededGenerator(seed: 2)
    var queue = TimerQueue<Int>()
    var model: [Int] = []
    for _ in 0..<5_000 {
      if Bool.random(using: &generator) || model.isEmpty {
        let time = Int.random(in: 0..<500, using: &generator)
        queue.add(time, at: start + .milliseconds(time))
        model.append(time)
      } else {
        let now = Int.random(in: 0..<500, using: &generator)
        let expected = model.min().flatMap { $0 <= now ? $0 : nil }
        #expect(queue.popDue(at: start + .milliseconds(now)) == expected)
        if let expected, let index = model.firstIndex(of: expected) { model.remove(at: index) }
      }
    }
  }

  @Test("a time that lies apart bars no queue to those that come in order")
  func apart() {
    var queue = TimerQueue<Int>()
    for number in 0..<100 {
      let now = start + .milliseconds(number)
      for span in [300, 1_000, 5_000] { queue.add(number, at: now + .milliseconds(span)) }
      queue.add(number, at: now + .milliseconds(300 + number * 37 % 400), isApart: true)
    }
    #expect(queue.countApart == 100)
  }
}
