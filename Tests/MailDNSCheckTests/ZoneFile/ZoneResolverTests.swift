import Testing

@testable import MailDNSCheck

/// Answers from a table, with NXDOMAIN for all else.
private struct TableResolver: Resolver {
  var table: [Question: (aliases: [Answer.Alias], outcome: Answer.Outcome)] = [:]
  static let source = Answer.Source.server(ServerAddress("192.0.2.53")!, .udp)

  func answer(to question: Question) async -> Answer {
    let entry = table[question] ?? ([], .noSuchName(Answer.Denial()))
    return Answer(
      question: question, aliases: entry.aliases, outcome: entry.outcome,
      origin: Answer.Origin(source: Self.source, offersRecursion: true, started: .now, duration: .zero))
  }
}

@Suite("Answers from zone files")
struct ZoneResolverTests {
  private let other = """
    $ORIGIN example.net.
    @ 3600 SOA ns hostmaster 1 2h 30m 2w 300
    host A 192.0.2.9
    back CNAME www.example.com.
    """

  private func resolver(_ text: String, otherwise: any Resolver = OfflineResolver()) throws -> ZoneResolver {
    ZoneResolver(
      zones: try zoneSet(("com.zone", zoneHead + text), ("net.zone", other)), otherwise: otherwise)
  }

  private func alias(_ owner: String, _ target: String, timeToLive: UInt32 = 3600) -> Answer.Alias {
    Answer.Alias(owner: fqdn(owner), target: fqdn(target), timeToLive: timeToLive)
  }

  @Test("a name in a zone is answered from its file")
  func fromFile() async throws {
    let question = asking("www.example.com", .a)
    let before = Instant.now
    let answer = try await resolver("www A 192.0.2.1").answer(to: question)
    #expect(answer.question == question)
    #expect(answer.records == [rr("www.example.com", ipv4("192.0.2.1"))])
    #expect(answer.aliases.isEmpty)
    #expect(answer.origin.source == .zoneFile("com.zone"))
    #expect(answer.origin.isAuthoritative)
    #expect(answer.origin.started >= before)
    #expect(answer.origin.started + answer.origin.duration <= .now)
  }

  @Test("denials carry the zone and how long they hold")
  func denials() async throws {
    let resolver = try resolver("a.b A 192.0.2.1")
    let denial = Answer.Denial(zone: fqdn("example.com"), timeToLive: 300)
    guard case .noSuchName(denial) = await resolver.answer(to: asking("x.example.com", .a)).outcome,
      case .noData(denial) = await resolver.answer(to: asking("b.example.com", .a)).outcome
    else { return #expect(Bool(false)) }
  }

  @Test("a chain of aliases is followed within a zone and into another file's")
  func acrossZones() async throws {
    let answer = try await resolver("a CNAME b\nb 60 CNAME host.example.net.\n").answer(
      to: asking("a.example.com", .a))
    #expect(
      answer.aliases == [
        alias("a.example.com", "b.example.com"), alias("b.example.com", "host.example.net", timeToLive: 60),
      ])
    #expect(answer.question == asking("a.example.com", .a))
    #expect(answer.canonicalName == fqdn("host.example.net"))
    #expect(answer.records == [rr("host.example.net", ipv4("192.0.2.9"))])
    #expect(answer.origin.source == .zoneFile("net.zone"))
  }

  @Test("a chain that ends at a name that is not there keeps its aliases")
  func dangling() async throws {
    let answer = try await resolver("a CNAME gone\n").answer(to: asking("a.example.com", .a))
    #expect(answer.aliases == [alias("a.example.com", "gone.example.com")])
    #expect(answer.isAbsence)
    #expect(!answer.deniesName)
  }

  @Test("a chain out of the zones is handed on, and its aliases are joined")
  func outOfZones() async throws {
    let end = rr("c.example.org", ipv4("192.0.2.7"))
    let table = TableResolver(table: [
      asking("b.example.org", .a): ([alias("b.example.org", "c.example.org")], .found([end]))
    ])
    let answer = try await resolver("a CNAME b.example.org.\n", otherwise: table).answer(
      to: asking("a.example.com", .a))
    #expect(
      answer.aliases == [alias("a.example.com", "b.example.org"), alias("b.example.org", "c.example.org")])
    #expect(answer.records == [end])
    #expect(answer.question == asking("a.example.com", .a))
    #expect(answer.origin.source == TableResolver.source)
    #expect(answer.origin.offersRecursion)
  }

  @Test("a chain that leads back into a zone is answered from the file, not from elsewhere")
  func backIntoZones() async throws {
    let elsewhere = rr("www.example.com", ipv4("203.0.113.1"))
    let table = TableResolver(table: [
      asking("cdn.example.org", .a): ([alias("cdn.example.org", "www.example.com")], .found([elsewhere]))
    ])
    let answer = try await resolver("a CNAME cdn.example.org.\nwww A 192.0.2.1\n", otherwise: table).answer(
      to: asking("a.example.com", .a))
    #expect(
      answer.aliases == [
        alias("a.example.com", "cdn.example.org"), alias("cdn.example.org", "www.example.com"),
      ])
    #expect(answer.records == [rr("www.example.com", ipv4("192.0.2.1"))])
    #expect(answer.origin.source == .zoneFile("com.zone"))
  }

  @Test("what follows an alias may fail: the aliases stay")
  func failureBehindAlias() async throws {
    let answer = try await resolver("a CNAME b.example.org.\n").answer(to: asking("a.example.com", .a))
    #expect(answer.aliases == [alias("a.example.com", "b.example.org")])
    #expect(answer.failure?.kind == .offline)
    #expect(answer.origin.source == .nowhere)
  }

  @Test(
    "a loop of aliases is a failure",
    arguments: ["a CNAME a\n", "a CNAME b\nb CNAME a\n", "a CNAME back.example.net.\nwww CNAME a\n"])
  func loops(text: String) async throws {
    let answer = try await resolver(text).answer(to: asking("a.example.com", .a))
    #expect(answer.failure?.kind == .aliasChain)
    #expect(answer.aliases.count == AliasChain.maximumLength)
  }

  @Test("a loop that runs through other servers is a failure, too")
  func loopOutside() async throws {
    let table = TableResolver(table: [
      asking("x.example.org", .a): ([alias("x.example.org", "a.example.com")], .found([]))
    ])
    let answer = try await resolver("a CNAME x.example.org.\n", otherwise: table).answer(
      to: asking("a.example.com", .a))
    #expect(answer.failure?.kind == .aliasChain)
    #expect(answer.aliases.count == AliasChain.maximumLength)
  }

  @Test("the longest chain that is followed", arguments: [(16, true), (17, false)])
  func longestChain(links: Int, isFollowed: Bool) async throws {
    let lines = (0..<links).map { "a\($0) CNAME a\($0 + 1)\n" }.joined() + "a\(links) A 192.0.2.1\n"
    let answer = try await resolver(lines).answer(to: asking("a0.example.com", .a))
    #expect(answer.records.isEmpty != isFollowed)
    #expect((answer.failure?.kind == .aliasChain) != isFollowed)
  }

  @Test("the links of other servers count", arguments: [(15, true), (16, false)])
  func longestMixedChain(links: Int, isFollowed: Bool) async throws {
    let aliases = (0..<links).map { alias("b\($0).example.org", "b\($0 + 1).example.org") }
    let end = rr("b\(links).example.org", ipv4("192.0.2.1"))
    let table = TableResolver(table: [asking("b0.example.org", .a): (aliases, .found([end]))])
    let answer = try await resolver("a CNAME b0.example.org.\n", otherwise: table).answer(
      to: asking("a.example.com", .a))
    #expect(answer.records == (isFollowed ? [end] : []))
    #expect((answer.failure?.kind == .aliasChain) != isFollowed)
  }

  @Test(
    "questions outside all zones or below a delegation go on",
    arguments: ["example.org", "com", "sub.example.com", "x.sub.example.com"])
  func elsewhere(text: String) async throws {
    let end = rr(text, ipv4("192.0.2.7"))
    let table = TableResolver(table: [asking(text, .a): ([], .found([end]))])
    let answer = try await resolver("sub NS ns.sub\nns.sub A 192.0.2.1\n", otherwise: table).answer(
      to: asking(text, .a))
    #expect(answer.records == [end])
    #expect(answer.origin.source == TableResolver.source)
  }

  @Test("a name is answered by the deepest zone, whichever file it is in")
  func deepestZone() async throws {
    let child = "$ORIGIN sub.example.com.\n@ 60 SOA ns h 1 2 3 4 5\nwww A 192.0.2.2\n"
    let zones = try zoneSet(("com.zone", zoneHead + "sub NS ns.sub\nsub DS 1 8 2 aa\n"), ("sub.zone", child))
    let resolver = ZoneResolver(zones: zones, otherwise: OfflineResolver())
    let address = await resolver.answer(to: asking("www.sub.example.com", .a))
    #expect(address.origin.source == .zoneFile("sub.zone"))
    #expect(address.records.count == 1)
    let signer = await resolver.answer(to: asking("sub.example.com", .ds))
    #expect(signer.origin.source == .zoneFile("com.zone"))
    #expect(signer.records.count == 1)
  }

  @Test("DS at an origin is a matter of the zone above, which is asked elsewhere where no file has it")
  func delegationSigner() async throws {
    let answer = try await resolver("").answer(to: asking("example.com", .ds))
    #expect(answer.failure?.kind == .offline)
    let own = try await resolver("@ DS 1 8 2 aa\n").answer(to: asking("example.com", .ds))
    #expect(own.origin.source == .zoneFile("com.zone"))
  }

  @Test("a DNAME that makes too long a name is a failure")
  func unusableName() async throws {
    let long = Array(repeating: String(repeating: "x", count: 49), count: 4).joined(separator: ".")
    let label = String(repeating: "y", count: 60)
    let answer = try await resolver("old DNAME \(long).\n").answer(
      to: asking("\(label).old.example.com", .a))
    #expect(answer.failure?.kind == .unusableName)
  }

  @Test("what many domains ask for is answered alike each time, as it is asked and when it was asked")
  func again() async throws {
    let resolver = try resolver("a CNAME back.example.net.\nwww A 192.0.2.1\n")
    let question = asking("a.example.com", .a)
    var answers: [Answer] = []
    for text in ["a.example.com", "a.example.com", "a.example.com", "A.example.com", "a.example.com"] {
      let found = Guarded<[Answer]>([])
      await resolver.ask([asking(text, .a)]) { answer in
        found.withLock { $0.append(answer) }
        return []
      }
      answers += found.withLock { $0 }
    }
    #expect(answers.count == 5)
    for (earlier, answer) in zip(answers, answers.dropFirst()) {
      #expect(answer.question == question)
      #expect(answer.aliases == earlier.aliases)
      #expect(answer.records == earlier.records)
      #expect(answer.origin.source == .zoneFile("com.zone"))
      #expect(!answer.origin.isRepeat)
      #expect(answer.origin.started >= earlier.origin.started + earlier.origin.duration)
    }
    #expect(answers[3].question.name.wire == fqdn("A.example.com").wire)
    #expect(answers[4].question.name.wire == fqdn("a.example.com").wire)
  }

  @Test("what is asked at once is answered as if asked one by one, and began in turn")
  func together() async throws {
    let resolver = try resolver(
      """
      www A 192.0.2.1
      a CNAME back.example.net.
      t TXT a b
      q TXT "a b"
      *.w TXT w
      out CNAME x.example.org.

      """)
    let questions = [
      asking("www.example.com", .a), asking("a.example.com", .a), asking("t.example.com", .txt),
      asking("q.example.com", .txt), asking("v.w.example.com", .txt), asking("no.example.com", .mx),
      asking("host.example.net", .mx), asking("out.example.com", .a), asking("example.org", .a),
    ]
    let together = await resolver.answers(to: questions)
    #expect(together.map(\.question) == questions)
    for answer in together {
      let alone = await resolver.answer(to: answer.question)
      #expect("\(alone.outcome)" == "\(answer.outcome)")
      #expect(alone.aliases == answer.aliases)
      #expect(alone.origin.source == answer.origin.source)
      #expect(alone.origin.unquoted == answer.origin.unquoted)
    }
    let unquoted = together.filter { !$0.origin.unquoted.isEmpty }.map(\.question.name)
    #expect(unquoted == [fqdn("t.example.com")])
    let started = together.map(\.origin.started)
    #expect(started == started.sorted())
  }

  @Test("offline, every question fails and nobody was asked")
  func offline() async {
    let answer = await OfflineResolver().answer(to: asking("example.com", .mx))
    #expect(answer.failure?.kind == .offline)
    #expect(answer.origin.source == .nowhere)
    #expect(answer.question == asking("example.com", .mx))
  }
}
