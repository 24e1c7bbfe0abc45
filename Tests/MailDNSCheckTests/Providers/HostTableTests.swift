import Testing

@testable import MailDNSCheck

@Suite("A table of host patterns")
struct HostTableTests {
  /// What the table must find, by looking at every pattern.
  private struct Slow {
    var rows: [(pattern: HostPattern, value: Int)] = []

    subscript(name: DomainName) -> Int? {
      var best: (value: Int, labels: Int, fixed: Int)?
      for (pattern, value) in rows where pattern.matches(name) {
        let rank = (pattern.labelCount, pattern.fixedLabelCount)
        if let best, (best.labels, best.fixed) >= rank { continue }
        best = (value, rank.0, rank.1)
      }
      return best.flatMap { $0.value == HostTable.nobody ? nil : $0.value }
    }
  }

  @Test("finds what looking at every pattern finds", arguments: 0..<40 as Range<UInt64>)
  func agrees(seed: UInt64) throws {
    var random = SplitMix(state: seed)
    let labels = ["a", "b", "mx1", "mx<n>", "*", "x*", "example", "jp", "co"]
    let names = ["a", "b", "mx1", "mx23", "xy", "example", "jp", "co"]
    func name(_ words: [String], _ random: inout SplitMix) -> String {
      (0..<Int.random(in: 1...4, using: &random)).map { _ in words.randomElement(using: &random) ?? "a" }
        .joined(separator: ".")
    }
    var (table, slow) = (HostTable(capacity: Int.random(in: 0...40, using: &random)), Slow())
    for value in 0..<60 {
      let text = name(labels, &random)
      guard let pattern = try? HostPattern(parsing: text) else { continue }
      let number = value % 7 == 0 ? HostTable.nobody : value
      let before = slow.rows.first { $0.pattern == pattern }?.value
      var octets = Array(text.utf8)
      let present = octets.withUnsafeMutableBufferPointer { buffer in
        pattern.isPlain
          ? table.insert(number, forPlain: UnsafeBufferPointer(buffer)[...])
          : table.insert(number, for: pattern)
      }
      #expect(present == before)
      if before == nil { slow.rows.append((pattern, number)) }
      #expect(table.value(for: pattern) == before ?? number)
    }
    for _ in 0..<200 {
      let host = try #require(DomainName(name(names, &random)))
      #expect(table[host] == slow[host], "\(host)")
      #expect(table.match(host)?.value == slow[host])
    }
  }

  @Test("an empty table finds nothing, for the root neither")
  func empty() {
    #expect(HostTable()[DomainName("mx.example.jp")!] == nil)
    #expect(HostTable()[.root] == nil)
  }

  @Test("what is nobody's hides a shorter end of names, not a longer one")
  func nobody() throws {
    var table = HostTable()
    table.insert(1, for: try HostPattern(parsing: "example.jp"))
    table.insert(HostTable.nobody, for: try HostPattern(parsing: "vs.example.jp"))
    table.insert(2, for: try HostPattern(parsing: "mx.vs.example.jp"))
    let found = ["a.example.jp", "a.vs.example.jp", "vs.example.jp", "a.mx.vs.example.jp"].map {
      table[DomainName($0)!]
    }
    #expect(found == [1, nil, nil, 2])
  }

  private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
