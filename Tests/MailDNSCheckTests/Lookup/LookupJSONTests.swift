import Foundation
import Testing

@testable import MailDNSCheck

@Suite("Look-up as JSON")
struct LookupJSONTests {
  private func json(_ answers: [Answer], _ language: Language = .english) -> String {
    JSONText.make(LookupReport(answers: answers).json(language: language), pretty: true)
  }

  @Test("every outcome has its form, with null for what there is not")
  func outcomes() throws { expectGolden(json(LookupFixtures.all.answers) + "\n", "lookup.json") }

  @Test("one question makes an array, too")
  func single() throws {
    let array = try #require(
      try JSONSerialization.jsonObject(with: Data(json([LookupFixtures.noData]).utf8)) as? [[String: Any]])
    #expect(array.count == 1)
    #expect(array.first?["status"] as? String == "nodata")
  }

  @Test("the message of a failure is in the reader's language, and nothing else is")
  func language() throws {
    func line(_ message: String) -> String { "      \"message\" : \"\(message)\"," }
    let english = json(LookupFixtures.all.answers)
    let japanese = json(LookupFixtures.all.answers, .japanese)
    #expect(
      lineDifference(from: english, to: japanese) == """
        -141: \(line("SERVFAIL, from 192.0.2.53:53: DNSSEC Bogus (signature expired)").debugDescription)
        +141: \(line("SERVFAIL(192.0.2.53:53): DNSSEC Bogus (signature expired)").debugDescription)
        """)
  }

  @Test(
    "each kind of failure has a word of its own",
    arguments: [
      (.responseCode(.refused), "response-code"), (.timedOut(ignored: 1), "timed-out"),
      (.malformed(.sections), "malformed"), (.truncated(.timedOut(ignored: 0)), "truncated"),
      (.network(errno: 111), "network"), (.closed, "closed"), (.referral, "referral"),
      (.aliasChain, "alias-chain"),
      (.unusableName, "unusable-name"), (.deadline, "deadline"), (.cancelled, "cancelled"),
      (.offline, "offline"), (.noServer, "no-server"), (.tooMuch, "too-much"),
      (.questionLimit, "question-limit"),
      (.unreadableLine, "unreadable-line"), (.unreadZonePart, "unread-zone-part"),
      (.serviceRecord, "service-record"),
      (.zoneFileChanged, "zone-file-changed"),
      (.withheld, "withheld"),
    ] as [(Failure.Kind, String)])
  func kinds(_ kind: Failure.Kind, _ word: String) throws {
    let answer = LookupFixtures.answer("a.jp", .a, .failed(Failure(kind: kind)), source: .nowhere)
    #expect(LookupReport(answers: [answer]).json(language: .english).entries.map(\.failure?.kind) == [word])
    let words = try schemaNode("failure", "kind")["enum"] as? [String]
    #expect(words?.contains(word) == true)
  }

  @Test(
    "the schema names the keys that are written, requires all of them and allows no others",
    arguments: [
      [], ["question"], ["aliases"], ["records"], ["failure"], ["extendedErrors"],
    ] as [[String]])
  func schema(_ path: [String]) throws {
    let node = try path.isEmpty ? schemaNode() : schemaNode(path[0])
    let properties = try #require(node["properties"] as? [String: Any])
    #expect(node["additionalProperties"] as? Bool == false)
    #expect(Set(try #require(node["required"] as? [String])) == Set(properties.keys))
    let entries = try #require(
      try JSONSerialization.jsonObject(with: Data(json(LookupFixtures.all.answers).utf8)) as? [[String: Any]])
    let objects = entries.flatMap { entry -> [[String: Any]] in
      guard let key = path.first else { return [entry] }
      return (entry[key] as? [String: Any]).map { [$0] } ?? entry[key] as? [[String: Any]] ?? []
    }
    #expect(!objects.isEmpty)
    for object in objects { #expect(Set(object.keys) == Set(properties.keys)) }
  }

  /// The schema of an entry, or of what lies at `path` in it.
  private func schemaNode(_ path: String...) throws -> [String: Any] {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..")
    let data = try Data(contentsOf: root.appendingPathComponent("docs/lookup-schema.json"))
    let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    var node = try #require(schema["items"] as? [String: Any])
    for key in path {
      let properties = try #require(node["properties"] as? [String: Any])
      node = try #require(properties[key] as? [String: Any])
      if let items = node["items"] as? [String: Any] { node = items }
    }
    return node
  }
}
