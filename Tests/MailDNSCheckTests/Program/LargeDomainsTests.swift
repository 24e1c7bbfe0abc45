import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Domains of a list whose answers take much memory")
struct LargeDomainsTests {
  private static func domain(_ text: String) throws -> LargeDomains.Domain {
    (try MailDomain(pasted: text), nil, 0)
  }

  @Test("in the order of the list each waits for its turn")
  func ordered() throws {
    var large = LargeDomains(isOrdered: true)
    large.put(try Self.domain("five.example"), at: 5)
    large.put(try Self.domain("two.example"), at: 2)
    #expect(large.next(turn: 0) == nil)
    #expect(large.next(turn: 2)?.index == 2)
    #expect(large.next(turn: 5) == nil)
    large.end(2)
    #expect(large.next(turn: 5)?.domain.name.name.description == "five.example")
  }

  @Test("without an order the first has its turn once the one before has ended")
  func unordered() throws {
    var large = LargeDomains(isOrdered: false)
    large.put(try Self.domain("five.example"), at: 5)
    large.put(try Self.domain("two.example"), at: 2)
    #expect(large.next(turn: 0)?.index == 2)
    #expect(large.next(turn: 0) == nil)
    // The end of one that was never large is nothing to it.
    large.end(7)
    #expect(large.next(turn: 0) == nil)
    large.end(2)
    #expect(large.next(turn: 0)?.index == 5)
    large.end(5)
    #expect(large.next(turn: 0) == nil)
  }

  /// A zone whose domains with an even number have 50 KB of texts at each of a few names.
  private static func zone(_ count: Int) -> String {
    var lines = ["$ORIGIN example.", "$TTL 3600", "@ SOA ns host 1 1 1 1 1", "@ NS ns", "ns A 192.0.2.1"]
    let texts = (0..<200).map { "\"\($0) \(String(repeating: "x", count: 240))\"" }
    for number in 0..<count {
      lines += [
        "d\(number) MX 10 mx.d\(number)", "mx.d\(number) A 192.0.2.2", "d\(number) TXT \"v=spf1 mx -all\"",
      ]
      guard number % 2 == 0 else { continue }
      for name in ["", "_dmarc.", "default._domainkey.", "google._domainkey.", "selector1._domainkey."] {
        lines += texts.map { "\(name)d\(number) TXT \($0)" }
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What the line says, but for when that was.
  private func content(_ line: String) throws -> NSDictionary {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    var content = try #require(object)
    content["checkedAt"] = nil
    content["seconds"] = nil
    return content as NSDictionary
  }

  @Test("their reports are those that they have alone, and in their place", arguments: [false, true])
  func whole(isUnordered: Bool) async throws {
    let count = 7
    let directory = try TemporaryDirectory()
    let zone = try directory.write(Self.zone(count), to: "example.zone")
    let names = (0..<count).map { "d\($0).example" }
    let list = try directory.write(names.map { $0 + "\n" }.joined(), to: "list")
    let options = ["--zone-file", zone, "--offline", "--format", "ndjson", "--lang", "en", "-q"]
    let result = try await ChildProcess.maildnscheck(
      options + ["--input", list] + (isUnordered ? ["--unordered"] : []))
    let reports = try result.lines.map(content)
    let found = reports.compactMap { $0["domain"] as? String }
    #expect(isUnordered ? found.sorted() == names : found == names)
    for name in names {
      let alone = try await ChildProcess.maildnscheck(options + [name])
      let report = try #require(reports.first { $0["domain"] as? String == name })
      #expect(try content(alone.lines[0]) == report, "\(name)")
    }
  }
}
