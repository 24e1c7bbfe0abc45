import Foundation
import Glibc

/// A child process made by posix_spawn() in a process group of its own. It inherits no descriptor but the three given.
final class SpawnedProcess: @unchecked Sendable {
  let pid: pid_t
  private let lock = NSLock()
  private var ended: Ending?

  /// How a process ended: its exit status, or the signal that ended it.
  enum Ending: Equatable, Sendable {
    case status(Int32)
    case signal(Int32)
  }

  struct CannotStart: Error, CustomStringConvertible {
    let path: String
    let code: Int32
    var description: String { "cannot start \(path): \(String(cString: strerror(code)))" }
  }

  /// Starts `path`. A descriptor that is nil is closed in the child.
  init(
    _ path: String, _ arguments: [String], named name: String? = nil, environment: [String: String],
    directory: String? = nil, input: Int32?, output: Int32?, errors: Int32?
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, source) in [(Int32(0), input), (1, output), (2, errors)] {
      if let source {
        posix_spawn_file_actions_adddup2(&actions, source, target)
      } else {
        posix_spawn_file_actions_addclose(&actions, target)
      }
    }
    _ = Self.closeFrom(&actions, 3)
    if let directory { _ = Self.changeDirectory(&actions, directory) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // The test runner may ignore or block signals; the child starts as a shell would start it.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP) | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
    let argv = ([name ?? path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var pid: pid_t = 0
    let code = posix_spawn(&pid, path, &actions, &attributes, argv, envp)
    guard code == 0 else { throw CannotStart(path: path, code: code) }
    self.pid = pid
  }

  // Functions of glibc that its Swift module lacks, because they are no POSIX (2.34 and 2.29).
  private static let closeFrom = unsafeBitCast(
    dlsym(nil, "posix_spawn_file_actions_addclosefrom_np"),
    to: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32) -> Int32).self)
  private static let changeDirectory = unsafeBitCast(
    dlsym(nil, "posix_spawn_file_actions_addchdir_np"),
    to: (@convention(c) (UnsafeMutablePointer<posix_spawn_file_actions_t>, UnsafePointer<CChar>) -> Int32)
      .self)

  /// Nobody can ask for it any more. As a zombie it would be what exit tests, which wait for any child, find time and again.
  deinit {
    guard poll() == nil else { return }
    send(SIGKILL, toGroup: true)
    send(SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  }

  /// How the process ended; nil while it runs.
  func poll() -> Ending? {
    lock.withLock {
      if ended != nil { return ended }
      var status: Int32 = 0
      guard waitpid(pid, &status, WNOHANG) == pid else { return nil }
      ended = status & 0x7F == 0 ? .status(status >> 8 & 0xFF) : .signal(status & 0x7F)
      return ended
    }
  }

  /// Waits for the end; nil where the process still runs when `limit` is over.
  func wait(atMost limit: Duration) async -> Ending? {
    let end = ContinuousClock.now + limit
    var pause = Duration.milliseconds(1)
    while true {
      if let ending = poll() { return ending }
      guard ContinuousClock.now < end else { return nil }
      try? await Task.sleep(for: pause)
      if Task.isCancelled { usleep(1000) }
      pause = min(pause * 2, .milliseconds(20))
    }
  }

  /// Sends a signal to the process alone, or to its whole group.
  func send(_ signal: Int32, toGroup: Bool = false) {
    lock.withLock { if ended == nil { _ = kill(toGroup ? -pid : pid, signal) } }
  }
}

/// A temporary directory, removed with the value that holds it.
final class TemporaryDirectory: Sendable {
  let path: String

  init() throws {
    var template = Array("/tmp/maildnscheck-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes `text` to the file `name` and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    return "\(path)/\(name)"
  }

  /// The file's content; empty where there is none.
  func read(_ name: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map(Array.init) ?? []
  }
}
