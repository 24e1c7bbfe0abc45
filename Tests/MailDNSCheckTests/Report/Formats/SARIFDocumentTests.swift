import Foundation
import Testing

@testable import MailDNSCheck

@Suite("SARIF reports")
struct SARIFDocumentTests {
  private func run(_ text: String) throws -> [String: Any] {
    let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    return try #require((log["runs"] as? [[String: Any]])?.first)
  }

  private func rules(_ run: [String: Any]) throws -> [[String: Any]] {
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    return try #require(driver["rules"] as? [[String: Any]])
  }

  @Test("are valid by the schema, also without a finding", arguments: Language.allCases)
  func schema(language: Language) async throws {
    try await Consumers.expectSARIF(SARIFDocument(.speaking(language)).text(await ExampleReports.all()))
    try await Consumers.expectSARIF(SARIFDocument(.plain).text([]))
  }

  @Test("have their keys in order, but for the version, which the standard wants first (§3.13.2)")
  func order() async throws {
    let text = SARIFDocument(.plain).text(try await ExampleReports.all())
    let keys = ["$schema", "version", "runs", "columnKind", "results", "tool"].map { "\"\($0)\":" }
    var rest = text[...]
    for key in keys {
      let place = try #require(rest.firstRange(of: key), "\(key) is not where it belongs")
      rest = rest[place.upperBound...]
    }
    #expect(text.hasPrefix("{\"$schema\":"))
    #expect(text.contains("\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"))
    #expect(text.contains("\n],\"tool\":{"))
  }

  @Test("have a result a finding, each with its rule, and no rule twice or unused")
  func ruleIndices() async throws {
    let reports = try await ExampleReports.all() + [try await ExampleReports.unasked()]
    let run = try run(SARIFDocument(.plain).text(reports))
    let results = try #require(run["results"] as? [[String: Any]])
    let ids = try rules(run).compactMap { $0["id"] as? String }
    #expect(results.count == reports.reduce(0) { $0 + $1.findings.count })
    #expect(ids.count == Set(ids).count)
    #expect(Set(ids) == Set(reports.flatMap(\.findings).map(\.id)))
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(ids[index] == result["ruleId"] as? String)
    }
  }

  @Test("have the level of the severity")
  func levels() async throws {
    let reports = try await ExampleReports.all() + [try await ExampleReports.unasked()]
    let results = try #require(try run(SARIFDocument(.plain).text(reports))["results"] as? [[String: Any]])
    let levels = ["critical": "error", "warning": "warning", "unknown": "warning", "info": "note"]
    var seen: Set<String> = []
    for result in results {
      let severity = try #require((result["properties"] as? [String: Any])?["severity"] as? String)
      #expect(result["level"] as? String == levels[severity])
      seen.insert(severity)
    }
    #expect(seen == Set(levels.keys))
  }

  @Test("a message has neither links nor placeholders in it")
  func messages() {
    #expect(SARIFReport.Message("[a](http://e.test)").text == #"\[a\](http://e.test)"#)
    #expect(SARIFReport.Message(#"\[a](1) {0}"#).text == #"\\\[a\](1) {{0}}"#)
  }

  @Test(
    "a file is a reference by URI",
    arguments: [
      ("a.zone", "a.zone"), ("./zones/a.zone", "zones/a.zone"), ("/etc/a.zone", "file:///etc/a.zone"),
      ("../a b.zone", "../a%20b.zone"), ("C:x%.zone", "C%3Ax%25.zone"),
      ("ゾーン", "%E3%82%BE%E3%83%BC%E3%83%B3"),
    ])
  func files(path: String, uri: String) {
    #expect(FileReference.uri(of: path) == uri)
  }

  @Test("with a zone file, a result is at the line of its record")
  func lines() async throws {
    let directory = try TemporaryDirectory()
    let zone = """
      $ORIGIN example.jp.
      $TTL 300
      @ SOA ns hostmaster 1 3600 600 86400 300
      @ MX 10 mail
      mail A 192.0.2.1
      @ TXT "unrelated"
      @ TXT "v=spf1 +all"

      """
    try directory.write(zone, to: "example.zone")
    let result = try await ChildProcess.maildnscheck(
      ["--zone-file", "example.zone", "--offline", "--format", "sarif", "example.jp"],
      directory: directory.path)
    #expect(result.status == 2)
    try await Consumers.expectSARIF(result.stdout)
    var lines: [String: Int] = [:]
    for entry in try #require(try run(result.stdout)["results"] as? [[String: Any]]) {
      let location = try #require((entry["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      #expect((physical["artifactLocation"] as? [String: Any])?["uri"] as? String == "example.zone")
      let id = try #require(entry["ruleId"] as? String)
      lines[id] = (physical["region"] as? [String: Any])?["startLine"] as? Int
    }
    #expect(lines["spf-pass-all"] == 7)
    // What is missing is missing from the zone.
    #expect(lines["dkim-missing"] == 3)
  }

  /// `uri:line` of each result, by rule, and the fingerprints.
  private func places(_ text: String) throws -> (places: [String: String], fingerprints: [String]) {
    var places: [String: String] = [:]
    var fingerprints: [String] = []
    for entry in try #require(try run(text)["results"] as? [[String: Any]]) {
      let location = try #require((entry["locations"] as? [[String: Any]])?.first)
      let physical = try #require(location["physicalLocation"] as? [String: Any])
      let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
      let line = try #require((physical["region"] as? [String: Any])?["startLine"] as? Int)
      places[try #require(entry["ruleId"] as? String)] = "\(uri):\(line)"
      let fingerprint = (entry["partialFingerprints"] as? [String: String])?["primaryLocationLineHash"]
      if let fingerprint { fingerprints.append(fingerprint) }
    }
    return (places, fingerprints)
  }

  @Test(
    "without a record, a result is where the domain is named",
    arguments: [
      (["a.example"], "maildnscheck.json:1"),
      (["--sarif-file", "dns/mail records.tf", "a.example"], "dns/mail%20records.tf:1"),
      (["--input", "list.txt"], "list.txt:3"),
      (["--policy", "policy.json"], "policy.json:2"),
      (["--policy", "policy.json", "--input", "list.txt"], "list.txt:3"),
      (["--policy", "policy.json", "--sarif-file", "x", "b.example"], "x:1"),
    ] as [([String], String)])
  func named(arguments: [String], place: String) async throws {
    let directory = try TemporaryDirectory()
    try directory.write("# ours\n\na.example\n", to: "list.txt")
    try directory.write(#"{"domains": {"# + "\n" + #""a.example": {"dmarc": "none"}}}"#, to: "policy.json")
    // A zone that has nothing of the domain, so that nothing is asked.
    try directory.write("$ORIGIN other.example.\n@ 300 SOA ns hostmaster 1 3600 600 86400 300\n", to: "zone")
    let result = try await ChildProcess.maildnscheck(
      ["--zone-file", "zone", "--offline", "--format", "sarif"] + arguments, directory: directory.path)
    try await Consumers.expectSARIF(result.stdout)
    let found = try places(result.stdout)
    #expect(!found.places.isEmpty)
    #expect(Set(found.places.values) == [place])
    // What has a line in common is told apart.
    #expect(found.fingerprints.count == found.places.count)
    #expect(Set(found.fingerprints).count == found.fingerprints.count)
  }

  @Test("every rule is described in full")
  func descriptions() async throws {
    for rule in try rules(run(SARIFDocument(.plain).text(try await ExampleReports.all()))) {
      #expect((rule["fullDescription"] as? [String: Any])?["text"] as? String != "", "\(rule)")
      #expect(rule["fullDescription"] != nil, "\(rule)")
    }
  }

  @Test("a fingerprint is the same in every run")
  func fingerprint() {
    // FNV-1a's own examples.
    #expect(SARIFReport.Fingerprints(of: "").primaryLocationLineHash == "cbf29ce484222325:1")
    #expect(SARIFReport.Fingerprints(of: "a").primaryLocationLineHash == "af63dc4c8601ec8c:1")
  }

  @Test("every kind of finding has a title of its own, in both languages")
  func titles() {
    let titles = Dictionary(
      uniqueKeysWithValues: FindingCatalogue.declarations.map { ($0.kind.id, $0.kind.title) })
    for (id, title) in titles {
      #expect(title.english != id && !title.english.isEmpty && !title.japanese.isEmpty, "\(id)")
    }
    #expect(Set(titles.values.map(\.english)).count == titles.count)
    #expect(Set(titles.values.map(\.japanese)).count == titles.count)
  }
}
