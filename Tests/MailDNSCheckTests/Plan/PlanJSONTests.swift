import Foundation
import Testing

@testable import MailDNSCheck

@Suite("A plan as JSON")
struct PlanJSONTests {
  @Test("is what docs/plan-schema.json says, from everywhere to everywhere")
  func schema() async throws {
    var documents: [Any] = []
    for start in StartingPoints.zones {
      for target in RouteTarget.allCases {
        let zone = try ZoneCopy(of: "example.jp", in: StartingPoints.world + start.lines)
        let plan = try MigrationPlan(try await zone.report(), to: target, in: .builtIn)
        let json = PlanJSON(plan, in: .builtIn, language: .english)
        let text = JSONText.make(json, pretty: false)
        documents.append(try JSONSerialization.jsonObject(with: Data(text.utf8)))
      }
    }
    let file = ExampleFiles.root.appendingPathComponent("docs/plan-schema.json")
    let text = try Data(contentsOf: file)
    let schema = try #require(try JSONSerialization.jsonObject(with: text) as? [String: Any])
    for document in documents { #expect(mismatches(of: document, schema) == []) }
  }

  /// Keys that the schema lacks, or that it wants and are not there.
  private func mismatches(of value: Any, _ schema: [String: Any], at place: String = "") -> [String] {
    if let items = schema["items"] as? [String: Any], let values = value as? [Any] {
      return values.flatMap { mismatches(of: $0, items, at: place + "[]") }
    }
    guard let properties = schema["properties"] as? [String: Any] else {
      let allowed = schema["enum"] as? [String]
      return allowed.map { $0.contains(value as? String ?? "") ? [] : ["\(place): \(value)"] } ?? []
    }
    guard let object = value as? [String: Any] else { return ["\(place): no object"] }
    let odd = Set(object.keys).symmetricDifference(properties.keys).map { "\(place).\($0)" }
    return odd
      + object.flatMap { key, value in
        mismatches(of: value, properties[key] as? [String: Any] ?? [:], at: "\(place).\(key)")
      }
  }
}
