import Testing

@testable import MailDNSCheck

@Suite("Values that were of use lately")
struct RecentValuesTests {
  @Test("what is asked for stays, what is not is forgotten with the second generation after it")
  func generations() {
    var values = RecentValues<Int, String>(limit: 2)
    values.insert("one", for: 1)
    values.insert("two", for: 2)
    values.insert("three", for: 3)
    #expect(values[1] == "one")
    values.insert("four", for: 4)
    #expect(values[1] == "one")
    #expect(values[3] == "three")
    #expect(values[2] == nil)
  }

  @Test("however many there are, two generations are kept")
  func bound() {
    var values = RecentValues<Int, Int>(limit: 8)
    for number in 0..<1000 { values.insert(number, for: number) }
    #expect((0..<1000).count { values[$0] != nil } <= 16)
  }
}

@Suite("A reference that is set once")
struct OnceReferenceTests {
  private final class Thing: Sendable {
    let number: Int
    private let gone: Guarded<Int>

    init(_ number: Int, _ gone: Guarded<Int>) {
      self.number = number
      self.gone = gone
    }

    deinit { gone.withLock { $0 += 1 } }
  }

  private final class Holder: Sendable {
    let reference = OnceReference<Thing>()
  }

  @Test("the first one stays, and goes with the reference; another one goes at once")
  func first() {
    let gone = Guarded(0)
    do {
      let holder = Holder()
      #expect(holder.reference.load() == nil)
      #expect(holder.reference.storeIfNil(Thing(1, gone)).number == 1)
      #expect(holder.reference.storeIfNil(Thing(2, gone)).number == 1)
      #expect(gone.withLock { $0 } == 1)
      #expect(holder.reference.load()?.number == 1)
    }
    #expect(gone.withLock { $0 } == 2)
  }

  @Test("of several threads all get the same")
  func threads() async {
    let gone = Guarded(0)
    for _ in 0..<200 {
      let holder = Holder()
      let numbers = await withTaskGroup(of: Int.self, returning: Set<Int>.self) { group in
        for number in 0..<8 {
          group.addTask { holder.reference.storeIfNil(Thing(number, gone)).number }
        }
        return await group.reduce(into: []) { $0.insert($1) }
      }
      #expect(numbers.count == 1)
    }
    #expect(gone.withLock { $0 } == 1600)
  }
}
