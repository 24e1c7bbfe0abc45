import Testing

@testable import MailDNSCheck

@Suite("Changes: what is one, and what is none")
struct DomainChangesTests {
  private static func swapping(_ pairs: (String, String)...) -> String {
    pairs.reduce(ChangeFixtures.zone) { $0.replacing($1.0, with: $1.1) }
  }

  @Test(
    "another way to write the same is no change",
    arguments: [
      ("the same", ChangeFixtures.zone),
      (
        "the order of MX",
        swapping(
          ("example.jp MX 10 mx1.example.jp\n", ""),
          (
            "example.jp MX 20 mx2.example.jp\n",
            "example.jp MX 20 mx2.example.jp\nexample.jp MX 10 mx1.example.jp\n"
          ))
      ),
      ("letter case of a host", swapping(("MX 10 mx1.example.jp", "MX 10 MX1.Example.JP"))),
      ("the addresses of a host", swapping(("mx1.example.jp A 192.0.2.1", "mx1.example.jp A 192.0.2.6"))),
      (
        "SPF that is flattened another way",
        swapping(("ip4:192.0.2.0/29", "ip4:192.0.2.4/30 ip4:192.0.2.0/30"))
      ),
      (
        "SPF in several strings",
        swapping(("v=spf1 ip4:192.0.2.0/29 -all", "v=spf1 ip4:192.0.\" \"2.0/29 -all"))
      ),
      ("letter case of SPF", swapping(("v=spf1 ip4:192.0.2.0/29 -all", "v=spf1 IP4:192.0.2.0/29 -ALL"))),
      ("spaces of DMARC", swapping(("v=DMARC1; p=reject; rua", "v=DMARC1;p=reject ;rua"))),
      ("another address for reports", swapping(("d@example.jp", "e@example.jp"))),
      ("a TTL", swapping(("own._domainkey.example.jp TXT", "own._domainkey.example.jp 1800 TXT"))),
      (
        "a key in several strings",
        swapping(("v=DKIM1; k=rsa; p=", "v=DKIM1; k=rsa; \" \"p="))
      ),
    ] as [(String, String)])
  func noChange(_ title: String, _ lines: String) async throws {
    let changes = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(lines))
    #expect(changes.countedWords == [], "\(title)")
    #expect(changes.unseen == [] && changes.seenAgain == [], "\(title)")
  }

  @Test(
    "what has changed is said, and what follows from it only once",
    arguments: [
      (
        [("MX 20 mx2.example.jp", "MX 30 mx2.example.jp")],
        ["mx: 20 mx2.example.jp -> 30 mx2.example.jp change"]
      ),
      ([("ip4:192.0.2.0/29", "ip4:192.0.2.0/30")], ["spf: 192.0.2.0/29 -> 192.0.2.0/30 change"]),
      ([("-all", "~all")], ["spf-all: - -> ~ change"]),
      ([("p=reject; rua", "p=quarantine; rua")], ["dmarc domain: reject -> quarantine change"]),
      (
        [("key1.provider.example\n", "key2.provider.example\n")],
        [
          "dkim s1: rsa 2048 …",
          "dkim-cname s1: key1.provider.example -> key2.provider.example change",
        ]
      ),
    ] as [([(String, String)], [String])])
  func changed(_ pairs: [(String, String)], _ expected: [String]) async throws {
    let lines = pairs.reduce(ChangeFixtures.zone) { $0.replacing($1.0, with: $1.1) }
    let changes = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(lines))
    let words = changes.countedWords
    #expect(words.count == expected.count, "\(words)")
    for (word, start) in zip(words, expected) { #expect(word.hasPrefix(start), "\(words)") }
  }

  @Test("a record that is gone is a change, and a finding")
  func gone() async throws {
    let lines =
      ChangeFixtures.zone.split(separator: "\n").filter { !$0.contains("_dmarc") }
      .joined(separator: "\n") + "\n"
    let changes = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(lines))
    #expect(changes.countedWords.first == "dmarc domain: reject ->  change")
    #expect(changes.changes.contains { $0.finding?.severity == .warning && $0.removed.isEmpty })
    #expect(changes.weight == .change)
    let back = try ChangeFixtures.changes(
      try await ChangeFixtures.line(lines), try await ChangeFixtures.line())
    #expect(back.countedWords.first == "dmarc domain:  -> reject change")
    #expect(back.changes.contains { $0.finding != nil && $0.added.isEmpty })
  }

  @Test("what is critical now is critical")
  func critical() async throws {
    let changes = try ChangeFixtures.changes(
      try await ChangeFixtures.line(),
      try await ChangeFixtures.line(Self.swapping(("-all", "+all"))))
    #expect(changes.weight == .critical)
    #expect(changes.changes.contains { $0.subject.kind == .spfAll && $0.weight == .critical })
  }

  @Test("the key behind a CNAME is the provider's; the domain's own is the domain's")
  func keys() async throws {
    let rotated = Self.swapping(
      (
        "key1.provider.example TXT \(ChangeFixtures.record(ChangeFixtures.key))",
        "key1.provider.example TXT \(ChangeFixtures.record(ChangeFixtures.otherKey))"
      ))
    let provider = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(rotated))
    #expect(provider.countedWords == [])
    #expect(provider.changes.contains { $0.note == .rotation && $0.subject.name == "s1" })
    let replaced = Self.swapping(
      (
        "own._domainkey.example.jp TXT \(ChangeFixtures.record(ChangeFixtures.key))",
        "own._domainkey.example.jp TXT \(ChangeFixtures.record(ChangeFixtures.otherKey))"
      ))
    let own = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(replaced))
    #expect(own.countedWords.count == 1 && own.countedWords.first?.hasPrefix("dkim own: rsa 2048 …") == true)
  }

  @Test("a key that goes from one selector of a pair to the other is the provider's rotation")
  func pair() async throws {
    let moved = Self.swapping(
      (
        "s1._domainkey.example.jp CNAME key1.provider.example",
        "s2._domainkey.example.jp CNAME key2.provider.example"
      ))
    let changes = try ChangeFixtures.changes(
      try await ChangeFixtures.line(), try await ChangeFixtures.line(moved))
    #expect(changes.countedWords.filter { $0.hasPrefix("dkim") } == [])
    #expect(changes.changes.filter { $0.note == .rotation }.map(\.subject.name).contains("s2"))
  }

  @Test(
    "what could not be seen is no change, and the last known value stands",
    arguments: [
      ("example.jp MX", ChangeKind.mx), ("example.jp TXT", .spf), ("_dmarc.example.jp", .dmarc),
      ("own._domainkey.example.jp", .dkim),
    ])
  func unknown(_ question: String, _ kind: ChangeKind) async throws {
    let (seen, unseen) = (
      try await ChangeFixtures.line(), try await ChangeFixtures.line(failing: [question])
    )
    let changes = try ChangeFixtures.changes(seen, unseen)
    #expect(changes.countedWords == [])
    let item = try #require(changes.unseen.first { $0.subject.kind == kind })
    #expect(!item.last.isEmpty)
    #expect(changes.unseenWording?.english.hasPrefix("Not seen since 20") == true)
    let back = try ChangeFixtures.changes(unseen, seen)
    #expect(back.countedWords == [])
    #expect(back.seenAgain.contains { $0.kind == kind })
    #expect(try ChangeFixtures.changes(unseen, unseen).isEmpty)
  }

  @Test("what only one of the reports speaks of is not compared")
  func parts() async throws {
    let (whole, part) = (try await ChangeFixtures.line(), try await ChangeFixtures.line([.mx]))
    #expect(try ChangeFixtures.changes(whole, part).countedWords == [])
    #expect(try ChangeFixtures.changes(part, whole).countedWords == [])
  }
}

extension ChangeFixtures {
  /// Of some areas only.
  static func line(_ areas: CaseSet<CheckArea>) async throws -> String {
    try await line(zone, domain: "example.jp", failing: [], areas)
  }
}
