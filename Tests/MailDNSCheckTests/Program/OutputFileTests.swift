import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The file that --output names")
struct OutputFileTests {
  private func names(in directory: TemporaryDirectory) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  @Test(
    "the report goes there whole, and standard output stays empty", arguments: ["text", "json", "ndjson"])
  func written(format: String) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "report")
    let result = try await Command.checkOffline(["--format", format, "--output", path, "dare.jp", "kara.jp"])
    #expect(result.status == 2)
    #expect(result.stdout == "")
    #expect(result.stderr == "")
    let report = String(decoding: directory.read("report"), as: UTF8.self)
    #expect(report.contains("dare.jp") && report.contains("kara.jp") && !report.contains("old"))
    #expect(report.hasSuffix("\n"))
    #expect(try names(in: directory) == ["report"])
  }

  @Test(
    "its mode is what the umask leaves",
    arguments: [("022", 0o644), ("077", 0o600), ("002", 0o664), ("000", 0o666)])
  func mode(umask: String, mode: Int) async throws {
    let directory = try TemporaryDirectory()
    let file = try MailInternet.File()
    let path = directory.path + "/report"
    let result = try await Command.maildnscheck(
      after: "umask \(umask)", file.options + ["-q", "--output", path, "kara.jp"])
    #expect(result.status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test("it is untouched until the end, and after a signal", arguments: [SIGTERM, SIGINT])
  func untouched(signal: Int32) async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "report")
    let running = try Command.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--output", path, "slow.example",
    ])
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(directory.read("report") == Array("old".utf8))
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(15))
    #expect(result.signal == signal)
    #expect(directory.read("report") == Array("old".utf8))
    #expect(try names(in: directory) == ["report"])
  }

  @Test("a file that can't be made is one line, and 3, before anything is asked")
  func unwritable() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let directory = try TemporaryDirectory()
    for (path, reason) in [
      ("/nonexistent/report", "No such file or directory"), (directory.path, "Is a directory"),
      ("/proc/report", "No such file or directory"),
    ] {
      for command in ["check", "lookup"] {
        let result = try await Command.maildnscheck(
          command, "--server", "127.0.0.1:\(server.port)", "--output", path, "example.jp")
        #expect(result.status == 3)
        #expect(result.stdout == "")
        #expect(result.stderr == "maildnscheck: can't write \(path): \(reason)\n")
      }
    }
    #expect(server.queries.isEmpty)
    #expect(try names(in: directory) == [])
  }

  @Test("standard output by its path, a pipe and a device are written to directly")
  func devices() async throws {
    let result = try await Command.checkOffline(["-q", "--output", "/dev/stdout", "kara.jp"])
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.status == 0)
    #expect(
      try await Command.checkOffline(["-q", "--output", "-", "kara.jp"]).stdout == "kara.jp: none OK\n")
    #expect(try await Command.checkOffline(["-q", "--output", "/dev/null", "kara.jp"]).status == 0)
    let file = try MailInternet.File()
    let piped = try await Command.run(
      "/bin/sh",
      ["-c", "\"$0\" \"$@\" | cat", Command.productPath] + file.options + [
        "-q", "--output", "/dev/stdout", "kara.jp",
      ],
      environment: Command.plainEnvironment)
    #expect(piped.stdout == "kara.jp: none OK\n")
  }

  @Test("a full device is one line, and 3")
  func fullDevice() async throws {
    for output in [Command.Output.file("/dev/full"), .captured] {
      var arguments = ["-q", "kara.jp"]
      if case .captured = output { arguments += ["--output", "/dev/full"] }
      let result = try await Command.checkOffline(arguments, output: output)
      #expect(result.status == 3)
      #expect(result.complaints.count == 1)
      #expect(result.stderr.contains("No space left on device"))
    }
  }

  @Test("lookup and providers write there, too")
  func otherCommands() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/report"
    let file = try MailInternet.File()
    let lookup = try await Command.maildnscheck(
      ["lookup"] + file.options + ["--output", path, "kara.jp", "MX"])
    #expect(lookup.status == 0)
    #expect(String(decoding: directory.read("report"), as: UTF8.self).contains("kara.jp"))
    let providers = try await Command.maildnscheck("providers", "--output", path)
    #expect(providers.status == 0)
    #expect(providers.stdout == "")
    #expect(String(decoding: directory.read("report"), as: UTF8.self).contains("securemx"))
    #expect(try names(in: directory) == ["report"])
  }
}
