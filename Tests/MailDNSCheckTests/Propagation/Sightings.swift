import Foundation

@testable import MailDNSCheck

/// What servers answered about `example.jp`, all at 13:45:00 UTC on 29 November 2026 unless said otherwise.
enum Sightings {
  static let now = Date(timeIntervalSince1970: 1_795_959_900)
  static let domain = try! MailDomain(pasted: "example.jp", idna: nil)
  static let mx = Question(LookupFixtures.name("example.jp"), .mx)
  static let text = Question(LookupFixtures.name("example.jp"), .txt)

  /// The zone's own server.
  static let home = ComparedServer(
    address: ServerAddress("192.0.2.53")!, name: LookupFixtures.name("ns.example.jp"))

  static func resolver(_ address: String) -> ComparedServer {
    ComparedServer(address: ServerAddress(address)!)
  }

  static func seconds(_ count: Double) -> Date { now.addingTimeInterval(count) }

  /// `data` at the question's name, as `server` has them.
  static func found(
    _ question: Question = mx, _ data: [RecordData], _ timeToLive: UInt32, at server: ComparedServer = home,
    after delay: Double = 0, extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    let records = data.map {
      ResourceRecord(owner: question.name, timeToLive: timeToLive, data: $0)
    }
    return sighting(question, .found(records), server, delay, extendedErrors: extendedErrors)
  }

  /// `10 <host>` as MX.
  static func exchange(
    _ host: String, _ timeToLive: UInt32, at server: ComparedServer = home, after delay: Double = 0,
    extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    found(
      mx, [.mx(preference: 10, exchange: LookupFixtures.name(host))], timeToLive, at: server, after: delay,
      extendedErrors: extendedErrors)
  }

  /// No record; `zone` is the owner of the SOA record.
  static func absent(
    _ question: Question, _ timeToLive: UInt32?, zone: String? = "example.jp",
    at server: ComparedServer = home, extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    let denial = Answer.Denial(zone: zone.map(LookupFixtures.name), timeToLive: timeToLive)
    return sighting(question, .noSuchName(denial), server, 0, extendedErrors: extendedErrors)
  }

  /// The same about MX.
  static func absent(
    _ timeToLive: UInt32?, zone: String? = "example.jp", at server: ComparedServer = home,
    extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    absent(mx, timeToLive, zone: zone, at: server, extendedErrors: extendedErrors)
  }

  static func failed(
    _ kind: Failure.Kind, _ question: Question = mx, at server: ComparedServer,
    extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    let failure = Failure(kind: kind, server: server.address, extendedErrors: extendedErrors)
    return sighting(question, .failed(failure), server, 0)
  }

  static func alias(_ question: Question, to target: String, _ timeToLive: UInt32, at server: ComparedServer)
    -> Sighting
  {
    let alias = Answer.Alias(
      owner: question.name, target: LookupFixtures.name(target), timeToLive: timeToLive)
    let failure = Answer.Outcome.failed(Failure(kind: .responseCode(.refused), server: server.address))
    return sighting(question, failure, server, 0, aliases: [alias])
  }

  private static func sighting(
    _ question: Question, _ outcome: Answer.Outcome, _ server: ComparedServer, _ delay: Double,
    aliases: [Answer.Alias] = [], extendedErrors: [ExtendedError] = []
  ) -> Sighting {
    let isHome = server.name == home.name
    var origin = Answer.Origin(
      source: .server(server.address, .udp), isAuthoritative: isHome, offersRecursion: !isHome,
      started: .now, duration: .milliseconds(1))
    origin.extendedErrors = extendedErrors
    return Sighting(
      server: server,
      answer: Answer(question: question, aliases: aliases, outcome: outcome, origin: origin),
      time: seconds(delay))
  }

  static func comparison(_ records: [(own: [Sighting], seen: [Sighting])]) -> DomainComparison {
    let own = records.flatMap(\.own)
    let seen = records.flatMap(\.seen)
    return DomainComparison(
      domain, at: now, servers: own.map(\.server).uniqued, resolvers: seen.map(\.server).uniqued,
      questions: (own + seen).map(\.answer.question).uniqued, own: own, sightings: seen)
  }

  /// A change of MX in progress, with one resolver of each kind.
  static let inProgress = comparison([
    (
      [exchange("mx.new.example", 3600)],
      [
        exchange("mx.new.example", 1900, at: resolver("1.1.1.1")),
        exchange("mx.old.example", 2818, at: resolver("8.8.8.8")),
        failed(.timedOut(ignored: 0), at: resolver("9.9.9.9")),
        absent(mx, nil, zone: nil, at: resolver("198.51.100.7")),
      ]
    ),
    (
      [found(text, [.oneText("v=spf1 mx -all"), .oneText("token=1")], 3600)],
      [
        found(text, [.oneText("token=1"), .oneText("v=spf1 mx -all")], 1900, at: resolver("1.1.1.1")),
        found(text, [.oneText("token=1"), .oneText("v=spf1 a ~all")], 60, at: resolver("8.8.8.8")),
        failed(.timedOut(ignored: 0), text, at: resolver("9.9.9.9")),
        found(text, [.oneText("v=spf1 mx -all"), .oneText("token=1")], 3600, at: resolver("198.51.100.7")),
      ]
    ),
  ])
}

extension RecordData {
  static func oneText(_ text: String) -> RecordData {
    .txt(CharacterStrings(cutting: Array(text.utf8)))
  }
}
