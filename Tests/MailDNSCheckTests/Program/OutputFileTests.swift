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
    let result = try await ChildProcess.checkOffline([
      "--format", format, "--output", path, "dare.jp", "kara.jp",
    ])
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
    let result = try await ChildProcess.maildnscheck(
      after: "umask \(umask)", file.options + ["-q", "--output", path, "kara.jp"])
    #expect(result.status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test("a file that is there keeps its mode", arguments: [0o600, 0o640, 0o666])
  func keptMode(mode: Int) async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "report")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let result = try await ChildProcess.checkOffline(["-q", "--output", path, "kara.jp"])
    #expect(result.status == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect(attributes[.posixPermissions] as? Int == mode)
  }

  @Test("two outputs in one file are refused, however the paths are spelt, and nothing is written")
  func twice() async throws {
    let directory = try TemporaryDirectory()
    _ = try directory.write("old", to: "there.json")
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/link.json", withDestinationPath: "there.json")
    try FileManager.default.linkItem(
      atPath: directory.path + "/there.json", toPath: directory.path + "/hard.json")
    for (one, other) in [
      ("new.json", "./new.json"), ("there.json", "link.json"),
      ("there.json", "hard.json"),
      ("there.json", "../\(directory.path.split(separator: "/").last ?? "")/there.json"),
    ] {
      let result = try await ChildProcess.checkOffline([
        "--format", "json", "--output", "\(directory.path)/\(one)", "--format", "ndjson", "--output",
        "\(directory.path)/\(other)", "kara.jp",
      ])
      #expect(result.status == 4)
      #expect(result.stderr.contains("two formats can't go to one file"), "\(one) \(other)")
    }
    #expect(directory.read("there.json") == Array("old".utf8))
    #expect(try names(in: directory) == ["hard.json", "link.json", "there.json"])
  }

  @Test("the list of domains is not overwritten")
  func list() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("kara.jp\n", to: "list")
    let result = try await ChildProcess.checkOffline([
      "--input", path, "--output", "\(directory.path)/./list",
    ])
    #expect(result.status == 4)
    #expect(
      result.stderr
        == "maildnscheck: can't write \(directory.path)/./list: it is a file that this run reads\n"
    )
    #expect(directory.read("list") == Array("kara.jp\n".utf8))
  }

  @Test(
    "no file that is read is overwritten: not the list on standard input, no zone, policy or table of providers",
    arguments: [
      ["--input", "-", "--output", "FILE"], ["--zone-file", "FILE", "--output", "FILE", "kara.jp"],
      ["--policy", "FILE", "--output", "FILE", "kara.jp"],
      ["--providers", "FILE", "--output", "FILE", "kara.jp"],
      ["--input", "FILE", "--resume", "FILE"], ["--input", "-", "--resume", "FILE"],
      ["lookup", "--zone-file", "FILE", "--output", "FILE", "kara.jp"],
      ["spf", "--ip", "192.0.2.1", "--zone-file", "FILE", "--output", "FILE", "kara.jp"],
      ["init", "--providers", "FILE", "--output", "FILE", "kara.jp"],
      ["plan", "--target", "securemx", "--providers", "FILE", "--output", "FILE", "aozora.example"],
      ["providers", "--providers", "FILE", "--output", "FILE"],
    ])
  func inputs(arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let isJSON = arguments.contains { ["--policy", "--providers"].contains($0) }
    let content = isJSON ? "{}\n" : ""
    let path = try directory.write(content, to: "file")
    let words = arguments.map { $0 == "FILE" ? path : $0 }
    let result =
      arguments.first == "providers"
      ? try await ChildProcess.maildnscheck(words, input: .file(path))
      : try await ChildProcess.checkOffline(words, input: .file(path))
    #expect(result.status == 4)
    #expect(result.stderr == "maildnscheck: can't write \(path): it is a file that this run reads\n")
    #expect(directory.read("file") == Array(content.utf8))
  }

  @Test(
    "nor the user's own table of providers",
    arguments: [
      ["kara.jp"], ["init", "kara.jp"], ["plan", "--target", "securemx", "aozora.example"], ["providers"],
    ])
  func ownProviders(arguments: [String]) async throws {
    let directory = try TemporaryDirectory()
    let folder = directory.path + "/maildnscheck"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let path = try directory.write("{}\n", to: "maildnscheck/providers.json")
    let words = arguments + ["--output", path]
    let environment = ["XDG_CONFIG_HOME": directory.path]
    let result =
      arguments.first == "providers"
      ? try await ChildProcess.maildnscheck(words, environment: environment)
      : try await ChildProcess.checkOffline(words, environment: environment)
    #expect(result.status == 4)
    #expect(result.stderr == "maildnscheck: can't write \(path): it is a file that this run reads\n")
    #expect(directory.read("maildnscheck/providers.json") == Array("{}\n".utf8))
  }

  @Test("standard output and the file that it is are one")
  func standardOutput() async throws {
    let directory = try TemporaryDirectory()
    let path = try directory.write("", to: "report")
    for file in [path, "/dev/stdout"] {
      let result = try await ChildProcess.checkOffline(
        ["--format", "json", "--output", "-", "--format", "csv", "--output", file, "kara.jp"],
        output: .file(path))
      #expect(result.status == 4)
      #expect(result.stderr.contains("two formats can't go to one file"), "\(result.stderr)")
    }
    #expect(directory.read("report").isEmpty)
  }

  @Test("a device takes several formats, and nothing is lost")
  func device() async throws {
    let result = try await ChildProcess.checkOffline([
      "--format", "json", "--output", "/dev/null", "--format", "csv", "--output", "/dev/../dev/null",
      "kara.jp",
    ])
    #expect(result.status == 0)
    #expect(result.stderr == "")
  }

  @Test("a link that leads nowhere yet gets its target; the link stays")
  func danglingLink() async throws {
    let directory = try TemporaryDirectory()
    let link = directory.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    #expect(try await ChildProcess.checkOffline(["-q", "--output", link, "kara.jp"]).status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "target")
    #expect(try names(in: directory) == ["link", "target"])
  }

  @Test("--resume goes on behind a link, and makes its target")
  func resumedLink() async throws {
    let directory = try TemporaryDirectory()
    let list = try directory.write("kara.jp\n", to: "list")
    let link = directory.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target")
    for _ in 1...2 {
      #expect(try await ChildProcess.checkOffline(["-q", "--input", list, "--resume", link]).status == 0)
      #expect(try names(in: directory) == ["link", "list", "target"])
      #expect(directory.read("target").count { $0 == UInt8(ascii: "\n") } == 1)
    }
  }

  // Without the sticky bit the kernel has no such rule.
  @Test(
    "a link that somebody else has put where everybody may is not followed", .enabled(if: geteuid() == 0),
    arguments: [0o1777, 0o777])
  func foreignLink(mode: Int) async throws {
    let directory = try TemporaryDirectory()
    let shared = directory.path + "/shared"
    try FileManager.default.createDirectory(
      atPath: shared, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
    let victim = try directory.write("old", to: "victim")
    let list = try directory.write("kara.jp\n", to: "list")
    for (name, target) in [("report", victim), ("new", "../new"), ("device", "/dev/null")] {
      let link = "\(shared)/\(name)"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      try #require(lchown(link, 65_534, 65_534) == 0)
      for arguments in [
        ["--output", link, "kara.jp"], ["--input", list, "--resume", link],
        ["init", "--output", link, "kara.jp"],
      ] {
        let result = try await ChildProcess.checkOffline(arguments)
        #expect(result.status == 4)
        #expect(
          result.stderr
            == "maildnscheck: \(link) is not followed: another user's symbolic link in a directory where everybody may write\n"
        )
      }
    }
    // Nor one to a directory on the way.
    let way = "\(shared)/way"
    try FileManager.default.createSymbolicLink(atPath: way, withDestinationPath: directory.path)
    try #require(lchown(way, 65_534, 65_534) == 0)
    #expect(try await ChildProcess.checkOffline(["--output", way + "/report", "kara.jp"]).status == 4)
    // Also where the links that follow lie in a directory of somebody's own.
    let elsewhere = try TemporaryDirectory()
    try FileManager.default.createSymbolicLink(
      atPath: elsewhere.path + "/report", withDestinationPath: victim)
    let detour = "\(shared)/detour"
    try FileManager.default.createSymbolicLink(atPath: detour, withDestinationPath: elsewhere.path)
    try #require(lchown(detour, 65_534, 65_534) == 0)
    #expect(try await ChildProcess.checkOffline(["--output", detour + "/report", "kara.jp"]).status == 4)
    let japanese = try await ChildProcess.checkOffline([
      "--lang", "ja", "--output", "\(shared)/report", "kara.jp",
    ])
    #expect(japanese.stderr.contains("シンボリックリンク"), "\(japanese.stderr)")
    #expect(try names(in: directory) == ["list", "shared", "victim"])
    #expect(directory.read("victim") == Array("old".utf8))
  }

  @Test("it is untouched until the end, and after a signal", arguments: [SIGTERM, SIGINT])
  func untouched(signal: Int32) async throws {
    let server = try FaultServer { _ in [.drop] }
    let directory = try TemporaryDirectory()
    let path = try directory.write("old", to: "report")
    let running = try ChildProcess.startMaildnscheck([
      "--server", "127.0.0.1:\(server.port)", "--timeout", "60", "--output", path, "slow.example",
    ])
    while server.queries.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
    #expect(directory.read("report") == Array("old".utf8))
    running.process.send(signal)
    let result = try await running.finish(within: .seconds(60))
    #expect(result.signal == signal)
    #expect(directory.read("report") == Array("old".utf8))
    #expect(try names(in: directory) == ["report"])
  }

  @Test("a file that can't be made is one line, and 4; a check has not asked anything by then")
  func unwritable() async throws {
    let server = try FaultServer { [.reply(.nxdomain(to: $0, soa: "."))] }
    let directory = try TemporaryDirectory()
    for (path, reason) in [
      ("/nonexistent/report", "No such file or directory"), (directory.path, "Is a directory"),
      ("/proc/report", "No such file or directory"),
    ] {
      let result = try await ChildProcess.maildnscheck(
        "--server", "127.0.0.1:\(server.port)", "--output", path, "example.jp")
      #expect(result.status == 4)
      #expect(result.stdout == "")
      #expect(result.stderr == "maildnscheck: can't write \(path): \(reason)\n")
      let lookup = try await ChildProcess.checkOffline(["lookup", "--output", path, "kara.jp"])
      #expect(lookup.status == 4)
      #expect(lookup.stderr == result.stderr)
    }
    #expect(server.queries.isEmpty)
    #expect(try names(in: directory) == [])
  }

  @Test("standard output by its path, a pipe and a device are written to directly, and stay what they are")
  func devices() async throws {
    // A link like /dev/stdout, in a place where nothing is lost should the program replace it.
    let directory = try TemporaryDirectory()
    let link = directory.path + "/stdout"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/proc/self/fd/1")
    let result = try await ChildProcess.checkOffline(["-q", "--output", link, "kara.jp"])
    #expect(result.stdout == "kara.jp: none OK\n")
    #expect(result.status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/proc/self/fd/1")
    let file = try MailInternet.File()
    let options = file.options + ["-q", "--output", link, "kara.jp"]
    let piped = try await ChildProcess.run(
      "/bin/sh", ["-c", "\"$0\" \"$@\" | cat", ChildProcess.productPath] + options,
      environment: ChildProcess.plainEnvironment)
    #expect(piped.stdout == "kara.jp: none OK\n")
    #expect(try names(in: directory) == ["stdout"])
    #expect(
      try await ChildProcess.checkOffline(["-q", "--output", "-", "kara.jp"]).stdout == "kara.jp: none OK\n")
    #expect(try await ChildProcess.checkOffline(["-q", "--output", "/dev/null", "kara.jp"]).status == 0)
  }

  @Test("a full device is one line, and 4")
  func fullDevice() async throws {
    for output in [ChildProcess.Output.file("/dev/full"), .captured] {
      var arguments = ["-q", "kara.jp"]
      if case .captured = output { arguments += ["--output", "/dev/full"] }
      let result = try await ChildProcess.checkOffline(arguments, output: output)
      #expect(result.status == 4)
      #expect(result.complaints.count == 1)
      #expect(result.stderr.contains("No space left on device"))
    }
  }

  @Test("lookup and providers write there, too")
  func otherCommands() async throws {
    let directory = try TemporaryDirectory()
    let path = directory.path + "/report"
    let file = try MailInternet.File()
    let lookup = try await ChildProcess.maildnscheck(
      ["lookup"] + file.options + ["--output", path, "kara.jp", "MX"])
    #expect(lookup.status == 0)
    #expect(String(decoding: directory.read("report"), as: UTF8.self).contains("kara.jp"))
    let providers = try await ChildProcess.maildnscheck("providers", "--output", path)
    #expect(providers.status == 0)
    #expect(providers.stdout == "")
    #expect(String(decoding: directory.read("report"), as: UTF8.self).contains("securemx"))
    #expect(try names(in: directory) == ["report"])
  }
}
