import Glibc
import Testing

@testable import MailDNSCheck

@Suite("What waits for an output")
struct OutputQueueTests {
  @Test("is written whole and in order, however many threads add to it")
  func order() async throws {
    let directory = try TemporaryDirectory()
    let output = try Output.open(directory.path + "/report")
    let queue = OutputQueue(output)
    let last = Guarded(0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<8 {
        group.addTask {
          for _ in 0..<500 {
            last.withLock { number in
              number += 1
              queue.append(Array("\(number)\n".utf8))
            }
            try queue.drain()
          }
        }
      }
      try await group.waitForAll()
    }
    try queue.drain(wholly: true)
    try output.finish()
    #expect(directory.read("report") == Array((1...4000).map { "\($0)\n" }.joined().utf8))
  }

  @Test("goes all out at the end, also behind a thread that writes to a slow reader")
  func slowReader() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/pipe"
    try #require(mkfifo(path, 0o600) == 0)
    let total = Guarded(0)
    // A thread of its own: those of the tasks are stuck with what a pipe does not hold.
    try detachThread {
      let reader = open(path, O_RDONLY | O_CLOEXEC)
      var buffer = [UInt8](repeating: 0, count: 65_536)
      while true {
        let count = read(reader, &buffer, buffer.count)
        guard count > 0 else { break }
        total.withLock { $0 += count }
        usleep(500)
      }
      close(reader)
    }
    let queue = OutputQueue(try Output.open(path))
    let counts = [200_000, 2_000_000, 10]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for count in counts {
        queue.append([UInt8](repeating: UInt8(ascii: "x"), count: count))
        group.addTask { try queue.drain() }
      }
      try await group.waitForAll()
    }
    try queue.drain(wholly: true)
    while total.withLock({ $0 }) < counts.reduce(0, +) { try await Task.sleep(for: .milliseconds(1)) }
    #expect(total.withLock { $0 } == counts.reduce(0, +))
  }

  @Test("is lost where nothing can be written, which everybody hears from then on")
  func failure() throws {
    let queue = OutputQueue(try Output.open("/dev/full"))
    queue.append([1])
    for _ in 0..<2 { #expect(throws: Errno(code: ENOSPC)) { try queue.drain() } }
    #expect(throws: Errno(code: ENOSPC)) { try queue.drain(wholly: true) }
  }
}
