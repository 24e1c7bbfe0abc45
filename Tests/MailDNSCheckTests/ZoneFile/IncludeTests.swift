import Foundation
import Testing

@testable import MailDNSCheck

@Suite("$INCLUDE")
struct IncludeTests {
  private let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func file(_ text: String, named: [String] = []) throws -> ZoneFile {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones/sub", withIntermediateDirectories: true)
    let path = try directory.write(text, to: "zones/main.zone")
    return try ZoneFile(
      name: path, content: try FileContent(of: path, atMost: 1 << 20),
      includes: IncludeFolders(file: path, named: named))
  }

  private func faults(_ text: String, named: [String] = []) throws -> [ZoneFileError] {
    try file(zoneHead + text, named: named).faults.kept
  }

  @Test("a file is read where it is named, with an origin of its own, and everything is as before behind it")
  func included() throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones", withIntermediateDirectories: true)
    try directory.write("$ORIGIN other.example.com.\na A 192.0.2.1\n", to: "zones/one")
    try directory.write("b A 192.0.2.2\n@ MX 10 b\n", to: "zones/two")
    let file = try file(
      zoneHead + "first TXT x\n$INCLUDE one\n A 192.0.2.3\n$INCLUDE \"two\" sub ; comment\nlast A 192.0.2.4\n"
    )
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(file.faults.kept == [])
    #expect(zone.records(at: fqdn("first.example.com")).map(\.record.type) == [.txt, .a])
    #expect(zone.records(at: fqdn("a.other.example.com")).map(\.file) == [directory.path + "/zones/one"])
    #expect(zone.records(at: fqdn("sub.example.com")).map(\.line) == [2])
    #expect(zone.records(at: fqdn("last.example.com")).map(\.line) == [7])
  }

  @Test("what lies outside the folder is not read, however it is spelt, unless its folder is named")
  func outside() throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones", withIntermediateDirectories: true)
    let secret = try directory.write("secret A 192.0.2.1\n", to: "secret")
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/zones/link", withDestinationPath: secret)
    // Whether something is there makes no difference outside.
    let missing = ["../missing", directory.path + "/missing/file", "/nonexistent/file"]
    for name in ["../secret", secret, "sub/../../secret", "link"] + missing {
      let found = try faults("$INCLUDE \(name)\n")
      #expect(found.count == 1)
      #expect(found.map(\.reason.effect) == [.unfollowed])
      guard case .includeOutside = try #require(found.first).reason else {
        Issue.record("\(name): \(found)")
        continue
      }
    }
    #expect(try faults("$INCLUDE secret\n", named: [directory.path]) == [])
    #expect(try faults("$INCLUDE \(secret)\n", named: [directory.path]) == [])
  }

  @Test("what a file that is not read may hold is unknown, and nothing is said of name servers")
  func unread() throws {
    let file = try file(zoneHead + "$INCLUDE ../mail\n@ MX 10 mail\n* A 192.0.2.1\n")
    let zone = try #require(file.zones[fqdn("example.com")])
    #expect(zone.lookUp(asking("_dmarc.example.com", .txt)) == .unread)
    #expect(zone.lookUp(asking("example.com", .txt)) == .unread)
    #expect(zone.lookUp(asking("www.example.com", .a)) == .unread)
    guard case .records? = zone.lookUp(asking("example.com", .mx)) else {
      Issue.record("what is in the file itself is known")
      return
    }
    var zones = ZoneSet()
    try zones.add(file)
    let findings = zones.findings(on: fqdn("example.com"))
    #expect(findings.map { "\($0.id) \($0.severity.rawValue)" } == ["zone-part-unknown unknown"])
    #expect(findings.first?.fix?.english.contains("--include-path") == true)
  }

  @Test("a file that is not there is refused by name servers, and its names are unknown")
  func missing() throws {
    let file = try file(zoneHead + "$INCLUDE missing\n")
    #expect(file.faults.refused == 1)
    #expect(file.zones[fqdn("example.com")]?.lookUp(asking("x.example.com", .mx)) == .unreadable)
  }

  @Test("a file that is no zone is shown to nobody")
  func secrets() throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones", withIntermediateDirectories: true)
    try directory.write("root:$6$hash:19000:0:99999:7:::\nmore secrets\n", to: "zones/shadow")
    let found = try faults("$INCLUDE shadow\n")
    #expect(found.map(\.reason) == [.includeIsNoZone])
    #expect(
      found.allSatisfy {
        !$0.wholeWording.english.contains("hash") && !$0.wholeWording.english.contains("secrets")
      })
  }

  @Test("files that include themselves, are not there, or are no files")
  func bounds() throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/zones", withIntermediateDirectories: true)
    try directory.write("x A 192.0.2.1\n$INCLUDE loop\n", to: "zones/loop")
    #expect(
      try faults("$INCLUDE loop\n").map(\.reason) == [
        .includesTooMuch(maximum: ZoneIndexBuilder.maximumDepth)
      ])
    for name in ["missing", "sub"] {
      let found = try faults("$INCLUDE \(name)\n")
      guard case .includeUnreadable? = found.first?.reason else {
        Issue.record("\(name): \(found)")
        continue
      }
    }
    mkfifo(directory.path + "/zones/pipe", 0o600)
    #expect(try faults("$INCLUDE pipe\n").count == 1)
  }

  @Test("standard input has no folder")
  func standardInput() throws {
    let includes = IncludeFolders(file: nil, named: [])
    #expect(throws: IncludeFailure.self) { try includes.file("/etc/hostname", from: "-") }
    #expect(throws: IncludeFailure.self) { try includes.file("hostname", from: "-") }
  }
}
