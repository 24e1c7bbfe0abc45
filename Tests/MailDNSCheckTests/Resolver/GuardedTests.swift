import Glibc
import Testing

@testable import MailDNSCheck

@Suite("What runs below the executors")
struct GuardedTests {
  @Test("a guarded value is touched by one thread at a time")
  func counting() async throws {
    let counter = Guarded(0)
    let ended = Guarded(0)
    for _ in 0..<8 {
      try detachThread {
        for _ in 0..<10_000 { counter.withLock { $0 += 1 } }
        ended.withLock { $0 += 1 }
      }
    }
    #expect(await becomesTrue { ended.withLock { $0 } == 8 })
    #expect(counter.withLock { $0 } == 80_000)
  }

  @Test("a value taken out from under the lock is a copy that lives on")
  func copies() {
    let texts = Guarded<Set<String>>(["a label that is too long to lie inside the value itself"])
    for number in 0..<100 {
      let copy = texts.withLock { $0 }
      texts.withLock { $0 = ["another label that is as long as that one, number \(number)"] }
      #expect(copy.count == 1)
      #expect(copy.allSatisfy { $0.hasSuffix(number == 0 ? "itself" : "number \(number - 1)") })
    }
  }

  @Test("an error thrown under the lock releases it")
  func throwing() {
    let value = Guarded(1)
    #expect(throws: Errno(code: EIO)) { try value.withLock { _ throws(Errno) in throw Errno(code: EIO) } }
    #expect(value.withLock { $0 } == 1)
  }

  @Test("error numbers have the system's words")
  func errorNumbers() {
    #expect(Errno(code: ECONNREFUSED).description == "Connection refused")
    #expect(Errno(code: 99_999).description == "error 99999")
    errno = ENOENT
    #expect(Errno.last == Errno(code: ENOENT))
  }
}
