import Foundation
import Glibc
import Testing

@testable import MailDNSCheck

@Suite("Large zone files")
struct LargeFileTests {
  private let directory: TemporaryDirectory
  private let path: String

  init() throws {
    directory = try TemporaryDirectory()
    let lines = (0..<120_000).map { "d\($0) MX 10 mx.securemx.jp. ; padding\n" }.joined()
    path = try directory.write(zoneHead + lines, to: "big.zone")
  }

  private func file() throws -> ZoneFile {
    let content = try FileContent(of: path, atMost: ZoneFile.maximumSize)
    #expect(content.octets.count >= FileContent.leastMapped)
    return try ZoneFile(name: path, content: content)
  }

  @Test("every name is found, and its records are read from where they stand")
  func found() throws {
    let zone = try #require(try file().zones[fqdn("example.com")])
    for number in [0, 1, 65_535, 119_999] {
      #expect(zone.records(at: fqdn("d\(number).example.com")).map(\.line) == [number + 3])
    }
    #expect(zone.lookUp(asking("d120000.example.com", .mx)) == .noSuchName(zone.denial))
  }

  @Test("a file that is cut while it is answered from is an error, not a trap")
  func cut() async throws {
    var zones = ZoneSet()
    try zones.add(try file())
    #expect(truncate(path, 4096) == 0)
    let answer = await ZoneResolver(zones: zones, otherwise: OfflineResolver()).answer(
      to: asking("d119999.example.com", .mx))
    #expect(answer.failure?.kind == .zoneFileChanged)
  }

  @Test("what is asked at once fails as a whole where the file was cut, and what lies elsewhere does not")
  func cutForMany() async throws {
    var zones = ZoneSet()
    try zones.add(try file())
    let small = try ZoneFile(
      name: "small.zone", octets: Array("$ORIGIN example.net.\n@ 60 SOA a b 1 2 3 4 5\n@ MX 10 mx\n".utf8))
    try zones.add(small)
    let resolver = ZoneResolver(zones: zones, otherwise: OfflineResolver())
    let questions =
      (0..<20).map { asking("d\($0 * 6_000).example.com", .mx) } + [asking("example.net", .mx)]
    let whole = await resolver.answers(to: questions)
    #expect(whole.count == 21 && whole.allSatisfy { $0.records.count == 1 })
    #expect(truncate(path, 4096) == 0)
    let answers = await resolver.answers(to: questions)
    #expect(answers.dropLast().allSatisfy { $0.failure?.kind == .zoneFileChanged })
    #expect(answers.last?.records.count == 1)
  }

  @Test("a file that is cut before it is read through can't be used")
  func cutBefore() throws {
    let content = try FileContent(of: path, atMost: ZoneFile.maximumSize)
    #expect(truncate(path, 0) == 0)
    let error = #expect(throws: UnusableZoneFile.self) { try ZoneFile(name: path, content: content) }
    #expect(error?.errors.contains { $0.reason == .changedWhileRead } == true)
  }

  @Test("a file that is written to is known to be another")
  func changed() throws {
    let content = try FileContent(of: path, atMost: ZoneFile.maximumSize)
    #expect(content.isIntact)
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.write(contentsOf: Data("x".utf8))
    try handle.close()
    #expect(!content.isIntact)
  }
}
