import Foundation
import Glibc

/// The program, reading names from a pipe and writing a line for each into another.
final class FedProgram: Sendable {
  let process: SpawnedProcess
  private let input: Int32
  private let reading = DispatchGroup()
  private let errors: TemporaryDirectory

  /// Hands each line to `take`, on a thread of its own.
  init(
    _ program: String, _ arguments: [String], _ take: @escaping @Sendable (String) -> Void
  ) throws {
    // A program that is gone is an error of write(), and no end of the tests.
    signal(SIGPIPE, SIG_IGN)
    errors = try TemporaryDirectory()
    let (source, input) = try Self.pipe()
    let (output, sink) = try Self.pipe()
    let log = open(errors.path + "/stderr", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    defer { for descriptor in [source, sink, log] { close(descriptor) } }
    process = try SpawnedProcess(
      program, arguments, environment: ChildProcess.plainEnvironment, input: source, output: sink,
      errors: log)
    self.input = input
    reading.enter()
    Thread.detachNewThread { [reading] in
      Self.readLines(of: output, take)
      close(output)
      reading.leave()
    }
  }

  /// F_SETPIPE_SZ, which Linux alone has.
  private static let setPipeSize: Int32 = 1031

  private static func pipe() throws -> (read: Int32, write: Int32) {
    var ends: [Int32] = [0, 0]
    guard Glibc.pipe(&ends) == 0 else { throw LoopbackSocket.failure() }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // Few names are to wait in it: each is to meet its fault soon.
    _ = fcntl(ends[1], setPipeSize, 4_096)
    return (ends[0], ends[1])
  }

  private static func readLines(of descriptor: Int32, _ take: (String) -> Void) {
    var rest: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      rest += buffer[..<count]
      while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        take(String(decoding: rest[..<end], as: UTF8.self))
        rest.removeSubrange(...end)
      }
    }
    if !rest.isEmpty { take(String(decoding: rest, as: UTF8.self)) }
  }

  /// False where the program reads no more.
  func feed(_ names: [String]) -> Bool {
    var octets = Array(names.map { $0 + "\n" }.joined().utf8)[...]
    while !octets.isEmpty {
      let count = octets.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      guard count > 0 else { return false }
      octets = octets.dropFirst(count)
    }
    return true
  }

  /// Ends the input and waits for the end of the program; nil where that does not come.
  func finish(within limit: Duration) async -> (ending: SpawnedProcess.Ending, stderr: String)? {
    close(input)
    guard let ending = await process.wait(atMost: limit) else {
      process.send(SIGKILL)
      return nil
    }
    reading.wait()
    return (ending, String(decoding: errors.read("stderr"), as: UTF8.self))
  }
}
