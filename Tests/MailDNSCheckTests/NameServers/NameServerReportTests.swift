import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Name servers in a report")
struct NameServerReportTests {
  private typealias World = SyntheticInternet

  private func lines(_ world: World, _ language: Language = .english) async -> [String] {
    NameServerLines(facts: await world.facts(), language: language).lines
  }

  @Test("the way, each server, and whether all have the same")
  func text() async {
    var world = World.healthy(second: World.usual.replacing("MX 10 mx", with: "MX 10 old"), serial: 7)
    #expect(
      await lines(world) == [
        ". → jp → example.co.jp",
        "ns1.example.co.jp  198.51.100.1  holds the zone, serial 1",
        "ns2.example.co.jp  203.0.113.1  holds the zone, serial 7",
        "not the same everywhere: example.co.jp MX",
        "the same everywhere: example.co.jp TXT, _dmarc.example.co.jp TXT, key1.smx._domainkey.example.co.jp TXT, mx.example.co.jp A",
      ])
    world.make("203.0.113.1", .responseCode(5))
    #expect(
      await lines(world, .japanese) == [
        ". → jp → example.co.jp",
        "ns1.example.co.jp  198.51.100.1  ゾーンあり、シリアル番号1",
        "ns2.example.co.jp  203.0.113.1  ゾーンなし(REFUSED)",
      ])
    world.make("203.0.113.1", .silent)
    world.make("198.51.100.1", .silent)
    #expect(await lines(world).dropFirst().allSatisfy { $0.hasSuffix("no answer") || $0.contains("REFUSED") })
  }

  @Test("in one line, where all is well")
  func brief() async {
    let facts = await World.healthy().facts()
    #expect(
      NameServerLines(facts: facts, language: .english).brief.hasPrefix(
        "2 of 2 servers hold the zone, the same everywhere: example.co.jp MX"))
  }

  @Test("what was not learnt is not called absent")
  func unknown() async {
    var intercepted = World()
    intercepted.make("198.18.0.1", .resolver)
    #expect(await lines(intercepted) == ["something in between answers"])
    #expect(await lines(World()) == ["could not be asked"])
  }

  private func json(_ world: World) async throws -> [String: Any] {
    let entry = JSONReport.NameServersEntry(await world.facts())
    let text = JSONText.make(entry, pretty: false)
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("JSON says who has what, and null where nobody could be asked")
  func json() async throws {
    var world = World.healthy(second: World.usual.replacing("MX 10 mx", with: "MX 10 old"))
    world.make("203.0.113.1", .silentAbout(Question(fqdn("example.co.jp"), .txt)))
    let object = try await json(world)
    #expect(object["state"] as? String == "found" && object["zone"] as? String == "example.co.jp")
    #expect(object["path"] as? [String] == [".", "jp", "example.co.jp"])
    #expect(object["signed"] as? Bool == false)
    let servers = try #require(object["servers"] as? [[String: Any]])
    #expect(servers.map { $0["state"] as? String } == ["serving", "serving"])
    #expect(servers.allSatisfy { $0["tcp"] as? Bool == true && $0["keys"] is NSNull })
    let records = try #require(object["records"] as? [[String: Any]])
    func record(_ type: String) throws -> (same: Any?, values: [[String: Any]]) {
      let entry = try #require(records.first { $0["type"] as? String == type })
      return (entry["same"], try #require(entry["values"] as? [[String: Any]]))
    }
    let mx = try record("MX")
    #expect(mx.same as? Bool == false)
    #expect(
      mx.values.map { $0["records"] as? [String] } == [["10 mx.example.co.jp"], ["10 old.example.co.jp"]])
    #expect(mx.values.map { $0["servers"] as? [String] } == [["198.51.100.1"], ["203.0.113.1"]])
    let text = try record("TXT")
    #expect(text.same is NSNull)
    #expect(
      text.values.last?["records"] is NSNull && text.values.last?["servers"] as? [String] == ["203.0.113.1"])
    let nothing = try await json(World())
    #expect(nothing["state"] as? String == "unknown" && nothing["delegated"] is NSNull)
  }
}
