import Testing

@testable import MailDNSCheck

@Suite("The tree walk at every length and with psd at every height (RFC 9989 §4.10)")
struct DMARCWalkPropertyTests {
  private static let labels = ["l", "k", "j", "i", "h", "g", "f", "e", "d", "c", "b", "jp"]

  private static func domain(_ count: Int) -> String { labels.suffix(count).joined(separator: ".") }

  /// Records as `[labels: psd]`, a plain record being "u".
  private func facts(_ count: Int, _ records: [Int: String]) async throws -> (DMARCFacts, [Question]) {
    let lines = records.map { "_dmarc.\(Self.domain($0.key)) TXT \"v=DMARC1; p=reject; psd=\($0.value)\"" }
    let dns = try RecordedResolver(lines.joined(separator: "\n"))
    let facts = await DMARCFacts.gather(DomainName(Self.domain(count))!, from: dns)
    return (facts, await dns.asked)
  }

  /// The walk as the RFC tells it, one query after another: the labels of names that have a record, and how many names
  /// were asked.
  private func walk(_ count: Int, _ records: [Int: String]) -> (
    found: [(labels: Int, psd: String)], queries: Int
  ) {
    var found: [(Int, String)] = []
    var queries = 0
    var labels = count
    while labels > 0 {
      queries += 1
      if let psd = records[labels] {
        found.append((labels, psd))
        if psd != "u" { break }
      }
      labels = labels >= 8 ? 7 : labels - 1
    }
    return (found, queries)
  }

  private func organization(_ count: Int, _ found: [(labels: Int, psd: String)]) -> Int {
    if let end = found.first(where: { $0.psd == "n" }) { return end.labels }
    if let end = found.first(where: { $0.psd == "y" && $0.labels != count }) { return end.labels + 1 }
    return found.map(\.labels).min() ?? count
  }

  @Test("a name of any length takes at most eight queries", arguments: 1...12)
  func queries(_ count: Int) async throws {
    let (facts, asked) = try await facts(count, [:])
    let names = asked.map(\.name.description).filter { $0.hasPrefix("_dmarc.") }
    #expect(names.count == walk(count, [:]).queries)
    #expect(names.count == min(count, 8))
    #expect(Set(names).count == names.count)
    #expect(facts.discovery.end == .known(.exhausted))
  }

  @Test("psd at every height, alone and below and above a plain record", arguments: 1...12, ["y", "n", "u"])
  func heights(_ count: Int, _ psd: String) async throws {
    for height in 1...12 where height <= count {
      for other in 0...12 where other <= count && other != height {
        var records = [height: psd]
        if other > 0 { records[other] = "u" }
        let (facts, _) = try await facts(count, records)
        let walk = walk(count, records)
        let expected = DomainName(Self.domain(organization(count, walk.found)))!
        #expect(facts.discovery.organizationalDomain == .known(expected), "\(count) labels, \(records)")
        #expect(facts.discovery.steps.count == walk.queries, "\(count) labels, \(records)")
      }
    }
  }
}
