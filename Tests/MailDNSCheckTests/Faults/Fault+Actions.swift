@testable import MailDNSCheck

extension Fault {
  /// Over what the server can be asked.
  var transports: Set<FaultServer.Transport> { self == .refusedTCP ? [.udp] : [.udp, .tcp] }

  /// What the server does about a query that the fault is for, and that `right` would be the answer to; `earlier` is how
  /// many of them came before.
  func actions(for query: FaultServer.Query, right: Reply, earlier: Int) -> [FaultServer.Action] {
    switch self {
    case .silence: [.drop]
    case .serverFailure: [.reply(.rcode(2, to: query))]
    case .refused: [.reply(.rcode(5, to: query))]
    case .notImplemented: [.reply(.rcode(4, to: query))]
    case .formatError: [.reply(.rcode(1, to: query))]
    case .nonexistent: [.reply(Self.denial(query))]
    case .silentTCP, .refusedTCP, .closedTCP, .longLength, .shortLength, .zeroLength, .slowOctets:
      query.transport == .udp ? [.reply(.truncated(to: query))] : actionsOverTCP(right.octets)
    case .wrongID: Self.withWrongID(query)
    case .wrongQuestion: Self.withWrongQuestions(query)
    case .wrongSource: Self.fromWrongSources(query)
    case .wrongIDFirst: Self.withWrongID(query) + [.reply(right)]
    case .wrongQuestionFirst: Self.withWrongQuestions(query) + [.reply(right)]
    case .wrongSourceFirst: Self.fromWrongSources(query) + [.reply(right)]
    case .duplicates: [.reply(right), .reply(right), .reply(right)]
    case .onceInThree: earlier % 3 == 2 ? [.reply(right)] : [.drop]
    case .largest, .manyExchanges, .manyStrings:
      // None of them fits a packet: made only to be thrown away, they would take a server most of its time.
      query.transport == .udp ? [.reply(.truncated(to: query))] : [.reply(altered(right, for: query))]
    case .otherName, .aliasLoop, .longChain, .compressionLoop, .countsTooHigh, .countsTooLow, .emptyPacket,
      .noTimeToLive, .longestName, .strangeLabels, .mixedCase:
      [whole(altered(right, for: query), to: query)]
    }
  }

  /// The message over TCP where it is too long for a packet.
  private func whole(_ octets: [UInt8], to query: FaultServer.Query) -> FaultServer.Action {
    query.transport == .udp && octets.count > 1232 ? .reply(.truncated(to: query)) : .reply(octets)
  }

  private func actionsOverTCP(_ octets: [UInt8]) -> [FaultServer.Action] {
    let count = UInt16(octets.count)
    switch self {
    case .closedTCP: return [.partial(Array(octets.prefix(octets.count / 2)), lengthPrefix: count), .close]
    case .longLength: return [.partial(octets, lengthPrefix: count + 100)]
    case .shortLength: return [.partial(octets, lengthPrefix: count - 10)]
    case .zeroLength: return [.partial(octets, lengthPrefix: 0)]
    case .slowOctets:
      return [.partial([], lengthPrefix: count)]
        + octets.flatMap {
          [.delay(milliseconds: 100), .partial([$0], lengthPrefix: nil)] as [FaultServer.Action]
        }
    default: return [.drop]
    }
  }

  /// What an attacker would have believed: the name does not exist.
  private static func denial(_ query: FaultServer.Query) -> Reply { .nxdomain(to: query, soa: "") }

  private static func withWrongID(_ query: FaultServer.Query) -> [FaultServer.Action] {
    [1, 0x0100, 0x8000].map { difference in
      .reply(denial(query).with { $0.id = query.id ^ difference })
    }
  }

  private static func withWrongQuestions(_ query: FaultServer.Query) -> [FaultServer.Action] {
    [
      .reply(
        denial(query).with {
          $0.questions = [WireWriter.name("other.example") + WireWriter.number(query.type.rawValue) + [0, 1]]
        }),
      // The same name, another type; the same name and type, another class.
      .reply(denial(query).with { $0.questions = [query.name.wire + [0, 13, 0, 1]] }),
      .reply(
        denial(query).with {
          $0.questions = [query.name.wire + WireWriter.number(query.type.rawValue) + [0, 3]]
        }),
    ]
  }

  private static func fromWrongSources(_ query: FaultServer.Query) -> [FaultServer.Action] {
    [.replyFromOtherPort(denial(query)), .replyFromOtherAddress(denial(query))]
  }
}
