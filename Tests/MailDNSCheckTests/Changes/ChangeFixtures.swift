import Foundation

@testable import MailDNSCheck

/// Reports as the program writes them, and what has changed from one to the other in a few words.
enum ChangeFixtures {
  /// A key, and another one.
  static let key = KeyFixtures.spki2048
  static let otherKey = KeyFixtures.spki2048.replacing("BPrWBEmi43BY", with: "BPrWBEmi43BZ")

  /// The record of a key, in strings that are not too long.
  static func record(_ key: String) -> String {
    "\"v=DKIM1; k=rsa; p=\(key.prefix(200))\" \"\(key.dropFirst(200))\""
  }

  /// A domain of its own with all that mail needs.
  static let zone = """
    example.jp MX 10 mx1.example.jp
    example.jp MX 20 mx2.example.jp
    mx1.example.jp A 192.0.2.1
    mx2.example.jp A 192.0.2.2
    example.jp TXT "v=spf1 ip4:192.0.2.0/29 -all"
    _dmarc.example.jp TXT "v=DMARC1; p=reject; rua=mailto:d@example.jp"
    own._domainkey.example.jp TXT \(record(key))
    s1._domainkey.example.jp CNAME key1.provider.example
    key1.provider.example TXT \(record(key))
    key2.provider.example TXT \(record(otherKey))

    """

  /// A line of NDJSON on `domain` in a DNS of these lines, some questions failing.
  static func line(
    _ lines: String = zone, domain: String = "example.jp", failing: [String] = [],
    _ areas: CaseSet<CheckArea> = .whole
  ) async throws -> String {
    let resolver = try RecordedResolver(lines, failing: failing)
    let report = try await resolver.report(on: domain, areas, selectors: ["own", "s1", "s2"])
    return JSONText.make(JSONReport(report, in: .builtIn, language: .english), pretty: false)
  }

  static func snapshot(_ json: String) throws -> DomainSnapshot? {
    try Array(json.utf8).withUnsafeBytes { try SnapshotReader.snapshot(of: $0) }
  }

  static func changes(_ old: String, _ new: String) throws -> DomainChanges {
    guard let old = try snapshot(old), let new = try snapshot(new) else { throw NoSnapshot() }
    return DomainChanges(from: old, to: new)
  }

  struct NoSnapshot: Error {}

  /// A report with nothing but what a test needs.
  static func small(_ domain: String, mx: String = "mx.example", status: String = "found") -> String {
    """
    {"checkedAt":"2026-11-28T00:00:00Z","domain":"\(domain)","findings":[],"mx":{"hosts":[{"addresses":null,"host":"\(mx)",\
    "preference":10,"provider":"unknown"}],"nullMX":false,"status":"\(status)"},"queries":3,"schema":1,"seconds":0.1,"status":"ok"}
    """
  }

  static func file(_ text: String) -> RunFile { RunFile(octets: Array(text.utf8)) }

  static func comparison(_ old: String, _ new: String) async -> RunComparison {
    await RunComparison.compare(await RunIndex(file(old)), with: file(new)) { _, _ in }
  }
}

extension DomainChanges {
  /// `mx: 10 a -> 10 b change`; of a finding its id.
  var words: [String] {
    changes.map { change in
      let name = change.subject.name.isEmpty ? "" : " " + change.subject.name
      if change.finding != nil {
        return "finding\(name): \(change.added.isEmpty ? "gone" : "new") \(change.weight.rawValue)"
      }
      let (old, new) = (change.removed.joined(separator: ", "), change.added.joined(separator: ", "))
      let note = change.note.map { " \($0.rawValue)" } ?? ""
      return "\(change.subject.kind.rawValue)\(name): \(old) -> \(new) \(change.weight.rawValue)\(note)"
    }
  }

  /// Those that make the exit status.
  var countedWords: [String] { zip(changes, words).filter { $0.0.weight != .info }.map(\.1) }
}
