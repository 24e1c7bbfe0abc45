import Foundation
import Testing

@testable import MailDNSCheck

@Suite("The tree of an SPF record, drawn with lines")
struct SPFTreeTextTests {
  @Test("with everything that can stand in it", arguments: Language.allCases)
  func golden(_ language: Language) async throws {
    let tree = try await spfTree(
      "v=spf1 a include:a.test include:b.test include:gone.test exists:%{i}.e.test redirect=r.test",
      """
      a.test TXT "v=spf1 include:c.test include:b.test -all"
      b.test TXT "v=spf1 mx include:example.jp include:unknown.test -all"
      c.test TXT "v=spf1 a:h.test -all"
      r.test TXT "v=spf1 include:c.test ?all"
      """, failing: ["unknown.test"])
    let text = SPFTreeText(tree: tree, language: language).lines.joined(separator: "\n") + "\n"
    expectGolden(text, "spf-tree.\(language.rawValue).txt")
  }

  @Test("one look-up is one", arguments: [("v=spf1 -all", "0 look-ups"), ("v=spf1 a -all", "1 look-up")])
  func singular(_ record: String, _ count: String) async throws {
    let lines = SPFTreeText(tree: try await spfTree(record), language: .english).lines
    #expect(lines.first == "example.jp  \(count)")
  }

  @Test(
    "the report of maildnscheck spf", arguments: ["kujira.example", "suzume.example"], Language.allCases)
  func report(_ domain: String, _ language: Language) async throws {
    let result = try await ChildProcess.maildnscheck(
      "spf", "--lang", language.rawValue, "--zone-file", ExampleFiles.internet, "--offline", domain)
    #expect(result.status == 2)
    expectGolden(result.stdout.withoutTimes, "spf-\(domain).\(language.rawValue).txt")
  }

  @Test("the caret stands under the term that is wrong")
  func caret() async throws {
    let result = try await ChildProcess.maildnscheck(
      "spf", "--zone-file", ExampleFiles.internet, "--offline", "suzume.example")
    let lines = result.stdout.lines.map(String.init)
    let marks = try #require(lines.firstIndex { $0.contains("^") })
    let start = try #require(lines[marks].firstIndex(of: "^"))
    let column = lines[marks].distance(from: lines[marks].startIndex, to: start)
    #expect(lines[marks - 1].dropFirst(column).hasPrefix("ipv4:192.0.2.0/28 "))
    #expect(lines[marks].filter { $0 == "^" }.count == "ipv4:192.0.2.0/28".count)
  }

  @Test("in JSON the tree has the same nodes, and every key")
  func json() async throws {
    let result = try await ChildProcess.maildnscheck(
      "spf", "--format", "json", "--zone-file", ExampleFiles.internet, "--offline", "kujira.example")
    let spf = try #require(try result.object()["spf"] as? [String: Any])
    let tree = try #require(spf["tree"] as? [String: Any])
    #expect(Set(tree.keys) == ["term", "name", "state", "lookups", "voidFor", "children"])
    #expect(tree["term"] is NSNull)
    #expect(tree["name"] as? String == "kujira.example")
    #expect(tree["lookups"] as? Int == 12)
    let children = try #require(tree["children"] as? [[String: Any]])
    #expect(
      children.map { "\($0["term"] ?? "") \($0["state"] ?? "") \($0["lookups"] ?? "")" } == [
        "a leaf 1", "mx leaf 1", "include:spf.securemx.jp record 1",
        "include:spf.protection.outlook.com record 2", "include:_spf.google.com record 4",
        "include:sendgrid.net record 1", "include:_spf.salesforce.com record 1",
        "include:spf.haihaimail.jp record 1",
      ])
    let authorizes = try #require(spf["authorizes"] as? [String: Any])
    #expect(Set(authorizes.keys) == ["all", "ipv4Addresses", "ranges", "complete"])
    #expect(authorizes["all"] as? Bool == false)
    #expect(authorizes["complete"] as? Bool == true)
    #expect(authorizes["ipv4Addresses"] as? Int == 692_869)
    #expect((authorizes["ranges"] as? [String])?.count == 22)
  }

  @Test("of a record that can't be used there is no tree in JSON, and nobody is authorised")
  func brokenJSON() async throws {
    let result = try await ChildProcess.maildnscheck(
      "spf", "--format", "json", "--zone-file", ExampleFiles.internet, "--offline", "suzume.example")
    let spf = try #require(try result.object()["spf"] as? [String: Any])
    #expect(spf["status"] as? String == "invalid")
    #expect(spf["tree"] is NSNull)
    #expect(spf["authorizes"] is NSNull)
  }
}
