import Testing

@testable import MailDNSCheck

@Suite("An attacker who answers instead of the server (RFC 5452)")
struct SpoofingTests {
  /// An answer that would do harm if it were believed: the name does not exist.
  private static func lie(_ query: FaultServer.Query) -> Reply { .nxdomain(to: query, soa: "") }

  private static func lie(_ query: FaultServer.Query, about question: [UInt8]) -> Reply {
    lie(query).with { $0.questions = [question] }
  }

  /// What somebody sends who knows all about a query but its id and port: from the server's address, to its port.
  private static func guesses(_ query: FaultServer.Query) -> [FaultServer.Action] {
    var generator = SeededGenerator(seed: UInt64(query.sequence))
    return (0..<30).map { _ in
      let id = UInt16.random(in: .min ... .max, using: &generator)
      return .reply(lie(query).with { $0.id = id == query.id ? id ^ 1 : id })
    }
  }

  /// Of somebody who has seen id and question, and cannot send from the server's port and address.
  private static func fromElsewhere(_ query: FaultServer.Query) -> [FaultServer.Action] {
    (0..<5).flatMap { _ in
      [.replyFromOtherPort(lie(query)), .replyFromOtherAddress(lie(query))] as [FaultServer.Action]
    }
  }

  /// Of somebody who has the id, and another question.
  private static func withOtherQuestions(_ query: FaultServer.Query) -> [FaultServer.Action] {
    let name = query.name.wire
    let type = WireWriter.number(query.type.rawValue)
    let parent = query.name.parent?.wire ?? [0]
    return [
      name + WireWriter.number(RecordType.srv.rawValue) + [0, 1], name + type + [0, 3],
      [1, 0x78] + name + type + [0, 1], parent + type + [0, 1],
      WireWriter.name("www.\(FaultZone.domain)") + type + [0, 1],
    ].map { .reply(lie(query, about: $0)) }
  }

  @Test(
    "does not change the report, whatever is sent before the right answer",
    arguments: ["guesses", "from elsewhere", "other questions", "all"])
  func report(_ attack: String) async throws {
    let healthy = try await FaultMatrix.healthy()
    let report = try await FaultCell.report { query in
      let flood: [FaultServer.Action] =
        switch attack {
        case "guesses": Self.guesses(query)
        case "from elsewhere": Self.fromElsewhere(query)
        case "other questions": Self.withOtherQuestions(query)
        default: Self.guesses(query) + Self.fromElsewhere(query) + Self.withOtherQuestions(query)
        }
      return flood + [.reply(FaultZone.reply(to: query))]
    }
    #expect(try ReportDigest(report).verdict(comparedWith: healthy) == .same)
  }

  @Test("gets nowhere with the right id and question at a port that another question went out from")
  func otherPort() async throws {
    let healthy = try await FaultMatrix.healthy()
    let ports = Guarded<[UInt16]>([])
    let report = try await FaultCell.report { query in
      let others = ports.withLock { ports in
        let others = ports.suffix(20).filter { $0 != query.sourcePort }
        ports.append(query.sourcePort)
        return others
      }
      return others.map { .replyToOtherPort(Self.lie(query).octets, $0) }
        + [.delay(milliseconds: 5), .reply(FaultZone.reply(to: query))]
    }
    #expect(try ReportDigest(report).verdict(comparedWith: healthy) == .same)
    #expect(Set(ports.withLock { $0 }).count > 20, "there were no other ports")
  }

  @Test(
    "cannot guess ids and ports: neither repeats itself, follows a sequence or keeps to a part of its range")
  func spread() async throws {
    let queries = try await Self.queries(count: 2_000)
    #expect(queries.count >= 2_000)
    let ids = Spread(queries.map(\.id))
    // 2,000 draws of 65,536: 30 meet by chance; 100 would once in 10^23 runs.
    #expect(ids.distinct > ids.count - 100)
    for bit in 0..<16 {
      // 1,000 give or take 22.
      #expect(abs(ids.share(ofBit: bit) - 0.5) < 0.1, "bit \(bit)")
    }
    for shift in [0, 4, 8, 12] {
      // 15 degrees of freedom: above 120 once in 10^17 runs.
      #expect(ids.chiSquare(ofNibbleAt: shift) < 120, "bits \(shift) to \(shift + 3)")
    }
    #expect(ids.shareOfMostFrequentStep < 0.01)
    #expect(ids.strongestPeriod < 0.02)

    // Sockets may be used for some questions each, as long as there are hundreds of them and chance picks.
    let ports = Spread(queries.map(\.sourcePort))
    #expect(ports.distinct >= 200)
    #expect(ports.shareOfMostFrequent < 0.03)
    #expect(ports.shareOfMostFrequentStep < 0.05)
    #expect(ports.strongestPeriod < 0.1)
    #expect(ports.range > 10_000)
    #expect(ports.smallestQuarter > 1.0 / 16)
  }

  @Test("cannot tell an id from the port, nor the next port from the one before")
  func independence() async throws {
    let queries = try await Self.queries(count: 2_000)
    // As far as both are random, their difference is, too.
    let differences = Spread(queries.map { $0.id &- $0.sourcePort })
    #expect(differences.distinct > differences.count - 100)
    #expect(differences.shareOfMostFrequentStep < 0.01)
    for shift in [0, 4, 8, 12] { #expect(differences.chiSquare(ofNibbleAt: shift) < 120) }
  }

  /// The queries of `count` questions that are all put at once, as they arrive.
  private static func queries(count: Int) async throws -> [FaultServer.Query] {
    let server = try FaultServer { [.reply(.answer(to: $0, .txt($0.name.description, "x")))] }
    defer { server.stop() }
    let client = try dnsClient(server.address, timeout: .seconds(20), attempts: 2)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<count {
        group.addTask { _ = await client.answer(to: asking("n\(number).example.jp", .txt)) }
      }
    }
    return server.queries
  }
}
