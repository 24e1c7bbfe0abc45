import Testing

@testable import MailDNSCheck

@Suite("Following CNAME records through a response (RFC 1034 §3.6.2)")
struct AliasChainTests {
  private typealias Record = Reply.Record

  private func record(_ record: Record) -> [UInt8] {
    WireWriter.record(record.owner, type: record.type, ttl: record.ttl, data: record.data)
  }

  /// What a recursive server's response settles about `www.example.jp A`.
  private func follow(
    _ answers: [Record], authority: [Record] = [], code: UInt16 = 0, flags: UInt16 = 0x8180,
    type: RecordType = .a, extendedError: UInt8? = nil
  ) throws -> AliasChain.Step {
    AliasChain.follow(
      asking("www.example.jp", type),
      in: try parsedMessage(
        HandmadeMessage(
          flags: flags | code, answers: answers.map(record), authority: authority.map(record),
          additional: extendedError.map { [Self.extendedError($0)] } ?? []
        ).octets))
  }

  /// An OPT record with that extended DNS error (RFC 8914 §2).
  private static func extendedError(_ code: UInt8) -> [UInt8] {
    WireWriter.record("", type: 41, class: 1232, ttl: 0, data: [0, 15, 0, 2, 0, code])
  }

  private func settled(_ step: AliasChain.Step) throws -> (targets: [String], outcome: Answer.Outcome) {
    guard case .settled(let aliases, let outcome) = step else { throw Unsettled() }
    return (aliases.map(\.target.description), outcome)
  }

  private struct Unsettled: Error {}

  private func failure(_ step: AliasChain.Step) throws -> Failure.Kind? {
    guard case .failed(let failure) = try settled(step).outcome else { return nil }
    return failure.kind
  }

  private func noData(_ step: AliasChain.Step) throws -> Answer.Denial? {
    guard case .noData(let denial) = try settled(step).outcome else { return nil }
    return denial
  }

  private func noSuchName(_ step: AliasChain.Step) throws -> Answer.Denial? {
    guard case .noSuchName(let denial) = try settled(step).outcome else { return nil }
    return denial
  }

  @Test("records at the name itself are the answer, in any case of letters; others are passed over")
  func direct() throws {
    let (targets, outcome) = try settled(
      follow([
        .a("other.example.jp", "192.0.2.9"), .a("WWW.example.jp", "192.0.2.1"),
        .a("www.example.jp", "192.0.2.2"),
      ]))
    guard case .found(let records) = outcome else { throw Unsettled() }
    #expect(records.map(\.data) == [ipv4("192.0.2.1"), ipv4("192.0.2.2")])
    #expect(targets.isEmpty)
  }

  @Test("a chain is followed to its end, whatever the order of its records")
  func chain() throws {
    let (targets, outcome) = try settled(
      follow([
        .a("c.example.net", "192.0.2.1"), .cname("b.example.com", "c.example.net", ttl: 20),
        .cname("www.example.jp", "B.example.com", ttl: 10),
      ]))
    guard case .found(let records) = outcome else { throw Unsettled() }
    #expect(targets == ["b.example.com", "c.example.net"])
    #expect(records.map(\.owner) == [fqdn("c.example.net")])
  }

  @Test("a CNAME asked for is the answer and is not followed")
  func cnameAsked() throws {
    let answers: [Record] = [
      .cname("www.example.jp", "b.example.com"), .cname("b.example.com", "c.example.net"),
    ]
    for type: RecordType in [.cname, .any] {
      let (targets, outcome) = try settled(follow(answers, type: type))
      guard case .found(let records) = outcome else { throw Unsettled() }
      #expect(records.map(\.data) == [.cname(fqdn("b.example.com"))])
      #expect(targets.isEmpty)
    }
  }

  @Test("a chain that loops is a failure")
  func loop() throws {
    #expect(try failure(follow([.cname("www.example.jp", "www.example.jp")])) == .aliasChain)
    #expect(
      try failure(follow([.cname("www.example.jp", "b.jp"), .cname("b.jp", "www.example.jp")])) == .aliasChain
    )
  }

  @Test("a chain may have 16 steps and no more", arguments: [(15, true), (16, true), (17, false)])
  func length(_ steps: Int, _ isFound: Bool) throws {
    let names = ["www.example.jp"] + (1...steps).map { "n\($0).example.jp" }
    let aliases: [Record] = zip(names, names.dropFirst()).map { .cname($0, $1) }
    let step = try follow(aliases + [.a("n\(steps).example.jp", "192.0.2.1")])
    #expect(try failure(step) == (isFound ? nil : .aliasChain))
    #expect(try settled(step).targets.count == min(steps, 16))
  }

  @Test(
    "no records and the zone's SOA are no data, to be kept for the smaller of its TTL and its minimum (RFC 2308 §5)"
  )
  func noData() throws {
    #expect(
      try noData(follow([], authority: [.soa("example.jp", minimum: 60, ttl: 300)]))
        == Answer.Denial(zone: fqdn("example.jp"), timeToLive: 60))
    #expect(try noData(follow([], authority: [.soa("jp", minimum: 900, ttl: 300)]))?.timeToLive == 300)
    #expect(try noData(follow([])) == Answer.Denial())
  }

  @Test(
    "what is withheld is not absent: Blocked, Censored, Filtered, Prohibited (RFC 8914 §4.16 to §4.19)",
    arguments: [15, 16, 17, 18] as [UInt8], [0, 3] as [UInt16])
  func withheld(_ error: UInt8, _ code: UInt16) throws {
    let soa = [Record.soa("example.jp")]
    #expect(try failure(follow([], authority: soa, code: code, extendedError: error)) == .withheld)
    let alias = try follow([.cname("www.example.jp", "b.example.jp")], code: code, extendedError: error)
    #expect(try failure(alias) == .withheld)
    #expect(try settled(alias).targets == ["b.example.jp"])
  }

  @Test("with any other extended error an absence is one, and records count whatever is said of them")
  func notWithheld() throws {
    for error in [0, 3, 4, 14, 19, 29] as [UInt8] {
      #expect(try noData(follow([], authority: [.soa("example.jp")], extendedError: error)) != nil)
      #expect(try noSuchName(follow([], code: 3, extendedError: error)) != nil)
    }
    let found = try settled(follow([.a("www.example.jp", "192.0.2.1")], extendedError: 17)).outcome
    guard case .found = found else { throw Unsettled() }
  }

  @Test("NXDOMAIN is about the end of the chain")
  func noSuchName() throws {
    let denial = Answer.Denial(zone: fqdn("example.com"), timeToLive: 300)
    let step = try follow(
      [.cname("www.example.jp", "gone.example.com")], authority: [.soa("example.com")], code: 3)
    #expect(try noSuchName(step) == denial)
    #expect(try settled(step).targets == ["gone.example.com"])
    #expect(try noSuchName(follow([], code: 3)) == Answer.Denial())
  }

  @Test("the SOA of a zone that does not hold the name denies nothing")
  func foreignDenial() throws {
    #expect(try noData(follow([], authority: [.soa("example.com")])) == Answer.Denial())
    #expect(
      try noSuchName(follow([], authority: [.soa("ample.jp"), .soa("example.jp")], code: 3))?.zone
        == fqdn("example.jp"))
    // The zone of the alias says nothing about its target, which lies elsewhere.
    guard case .unfinished = try follow([.cname("www.example.jp", "b.com")], authority: [.soa("example.jp")])
    else {
      Issue.record("taken for a denial")
      return
    }
  }

  @Test("no data at the end of a chain needs the SOA of the target's zone")
  func noDataAfterAlias() throws {
    let step = try follow([.cname("www.example.jp", "b.example.com")], authority: [.soa("example.com")])
    #expect(try noData(step)?.zone == fqdn("example.com"))
    #expect(try settled(step).targets == ["b.example.com"])
  }

  @Test("a chain that leads to a name with nothing said about it is unfinished")
  func unfinished() throws {
    let step = try follow([.cname("www.example.jp", "b.example.com"), .cname("b.example.com", "c.net")])
    guard case .unfinished(let aliases) = step else { throw Unsettled() }
    #expect(aliases.map(\.target) == [fqdn("b.example.com"), fqdn("c.net")])
  }

  @Test("records that belong to another question are a failure, never an absence")
  func unrelated() throws {
    #expect(try failure(follow([.a("evil.example", "192.0.2.66")])) == .malformed(.unrelatedRecords))
    #expect(try failure(follow([.mx("www.example.jp", 10, "mx.jp")])) == .malformed(.unrelatedRecords))
  }

  @Test("NS records from a server that neither knows nor resolves are a referral; otherwise they are no data")
  func referral() throws {
    let servers: [Record] = [.ns("jp", "ns.jp")]
    #expect(try failure(follow([], authority: servers, flags: 0x8100)) == .referral)
    #expect(try noData(follow([], authority: servers, flags: 0x8180)) == Answer.Denial())
    #expect(try noData(follow([], authority: servers, flags: 0x8500)) == Answer.Denial())
  }
}
