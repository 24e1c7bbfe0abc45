import Foundation
import Glibc
import Testing

/// A program run from outside, as a shell would run it.
struct ChildProcess {
  /// What the program reads.
  enum Input {
    case nothing
    case text(String)
    case file(String)
    case closed
  }

  /// Where standard output goes.
  enum Output {
    case captured
    /// A file or device such as `/dev/full`.
    case file(String)
    /// A pipe whose reader is gone.
    case brokenPipe
    case closed
  }

  struct Result: Sendable {
    let ending: SpawnedProcess.Ending
    let standardOutput: [UInt8]
    let standardError: [UInt8]
    let duration: Duration

    /// Exit status; nil where a signal ended the program.
    var status: Int32? { if case .status(let status) = ending { status } else { nil } }
    var signal: Int32? { if case .signal(let signal) = ending { signal } else { nil } }
    var stdout: String { String(decoding: standardOutput, as: UTF8.self) }
    var stderr: String { String(decoding: standardError, as: UTF8.self) }
  }

  struct TookTooLong: Error, CustomStringConvertible {
    let command: String
    let limit: Duration
    let output: String
    var description: String { "\(command) was still running after \(limit); it had printed: \(output)" }
  }

  /// A program under way.
  struct Running {
    let process: SpawnedProcess
    fileprivate let title: String
    fileprivate let directory: TemporaryDirectory
    fileprivate let started: ContinuousClock.Instant

    /// What the program has printed so far.
    var stdout: String { String(decoding: directory.read("stdout"), as: UTF8.self) }
    var stderr: String { String(decoding: directory.read("stderr"), as: UTF8.self) }

    /// Waits for the end. Kills the program and throws where it takes longer than `limit`.
    func finish(within limit: Duration = .seconds(30)) async throws -> Result {
      let ending = await process.wait(atMost: limit)
      let duration = ContinuousClock.now - started
      guard let ending else {
        process.send(SIGKILL, toGroup: true)
        _ = await process.wait(atMost: .seconds(5))
        throw TookTooLong(command: title, limit: limit, output: stdout + stderr)
      }
      return Result(
        ending: ending, standardOutput: directory.read("stdout"), standardError: directory.read("stderr"),
        duration: duration)
    }
  }

  /// Starts `executable`. The environment is `environment` and nothing else but what coverage needs.
  static func start(
    _ executable: String, _ arguments: [String], named name: String? = nil,
    environment: [String: String] = [:], directory: String? = nil, input: Input = .nothing,
    output: Output = .captured
  ) throws -> Running {
    let files = try TemporaryDirectory()
    var descriptors: [Int32] = []
    defer { for descriptor in descriptors { close(descriptor) } }
    func opened(_ path: String, _ flags: Int32) throws -> Int32 {
      let descriptor = open(path, flags | O_CLOEXEC, 0o600)
      guard descriptor >= 0 else { throw SpawnedProcess.CannotStart(path: path, code: errno) }
      descriptors.append(descriptor)
      return descriptor
    }
    let standardInput: Int32?
    switch input {
    case .nothing: standardInput = try opened("/dev/null", O_RDONLY)
    case .text(let text): standardInput = try opened(try files.write(text, to: "stdin"), O_RDONLY)
    case .file(let path): standardInput = try opened(path, O_RDONLY)
    case .closed: standardInput = nil
    }
    let standardOutput: Int32?
    switch output {
    case .captured: standardOutput = try opened("\(files.path)/stdout", O_WRONLY | O_CREAT | O_APPEND)
    case .file(let path): standardOutput = try opened(path, O_WRONLY | O_CREAT)
    case .closed: standardOutput = nil
    case .brokenPipe:
      var ends: [Int32] = [0, 0]
      guard pipe(&ends) == 0 else { throw SpawnedProcess.CannotStart(path: "pipe", code: errno) }
      close(ends[0])
      descriptors.append(ends[1])
      standardOutput = ends[1]
    }
    let standardError = try opened("\(files.path)/stderr", O_WRONLY | O_CREAT | O_APPEND)
    var variables = environment
    variables["LLVM_PROFILE_FILE"] = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"] ?? "/dev/null"
    let started = ContinuousClock.now
    let process = try SpawnedProcess(
      executable, arguments, named: name, environment: variables, directory: directory, input: standardInput,
      output: standardOutput, errors: standardError)
    return Running(
      process: process, title: ([executable] + arguments).joined(separator: " "), directory: files,
      started: started)
  }

  /// Runs `executable` to its end.
  static func run(
    _ executable: String, _ arguments: [String] = [], named name: String? = nil,
    environment: [String: String] = [:], directory: String? = nil, input: Input = .nothing,
    output: Output = .captured, timeLimit: Duration = .seconds(30)
  ) async throws -> Result {
    try await start(
      executable, arguments, named: name, environment: environment, directory: directory, input: input,
      output: output
    ).finish(within: timeLimit)
  }
}

extension ChildProcess {
  /// The environment in which the program is tested, unless a test says otherwise: no language, no colour.
  static let plainEnvironment = [
    "LC_ALL": "C.UTF-8", "TERM": "dumb", "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin",
    "HOME": "/nonexistent",
  ]

  /// The program that was built with these tests: it lies beside them.
  static let productPath: String = {
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("maildnscheck").path
    if FileManager.default.isExecutableFile(atPath: beside) { return beside }
    let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
    return root.appendingPathComponent(".build/debug/maildnscheck").path
  }()

  /// Runs the program. `environment` is put over `plainEnvironment`; `name` is argv[0].
  static func maildnscheck(
    _ arguments: [String], named name: String? = nil, environment: [String: String] = [:],
    directory: String? = nil, input: Input = .nothing, output: Output = .captured,
    timeLimit: Duration = .seconds(30)
  ) async throws -> Result {
    try await run(
      productPath, arguments, named: name, environment: plainEnvironment.merging(environment) { $1 },
      directory: directory, input: input, output: output, timeLimit: timeLimit)
  }

  static func maildnscheck(_ arguments: String...) async throws -> Result {
    try await maildnscheck(arguments)
  }
}
