@testable import MailDNSCheck

/// Answers as a resolver would give them.
enum LookupFixtures {
  static let server = ServerAddress("192.0.2.53")!

  static func name(_ text: String) -> DomainName { DomainName(text)! }

  static func record(_ owner: String, _ timeToLive: UInt32, _ data: RecordData) -> ResourceRecord {
    ResourceRecord(owner: name(owner), timeToLive: timeToLive, data: data)
  }

  static func answer(
    _ owner: String, _ type: RecordType, _ outcome: Answer.Outcome, aliases: [Answer.Alias] = [],
    source: Answer.Source = .server(server, .udp), duration: Duration = .microseconds(12_345),
    isAuthoritative: Bool = false, isAuthenticated: Bool = false, extendedErrors: [ExtendedError] = []
  ) -> Answer {
    Answer(
      question: Question(name(owner), type), aliases: aliases, outcome: outcome,
      origin: Answer.Origin(
        source: source, isAuthoritative: isAuthoritative, isAuthenticated: isAuthenticated,
        extendedErrors: extendedErrors, started: .now, duration: duration))
  }

  /// An escape sequence and a newline, in a TXT record.
  static let hostileText = RecordData.txt(
    CharacterStrings([[0x1B, 0x5B, 0x32, 0x4A, 0x0A], Array("ok".utf8)])!)

  static let found = answer(
    "www.example.jp", .txt,
    .found([
      record("Host.example.jp", 60, hostileText),
      record("Host.example.jp", 86_400, .txt(CharacterStrings([Array("v=spf1 -all".utf8)])!)),
    ]),
    aliases: [
      Answer.Alias(owner: name("www.example.jp"), target: name("Host.example.jp"), timeToLive: 300)
    ], isAuthenticated: true)

  static let exchanges = answer(
    "example.jp", .mx,
    .found([record("example.jp", 3600, .mx(preference: 10, exchange: name("mx.example.jp")))]),
    source: .zoneFile("zones/\u{1B}example.zone"), duration: .zero, isAuthoritative: true)

  static let noData = answer(
    "example.jp", .aaaa, .noData(Answer.Denial(zone: name("example.jp"), timeToLive: 900)),
    source: .server(server, .tcp), extendedErrors: [ExtendedError(code: 3, text: Array("old\n".utf8))])

  static let noSuchName = answer(
    "no.example.jp", .a, .noSuchName(Answer.Denial()), duration: .milliseconds(7))

  private static let bogus = [ExtendedError(code: 6, text: Array("signature expired".utf8))]

  static let failed = answer(
    "bogus.example", .a,
    .failed(Failure(kind: .responseCode(.serverFailure), server: server, extendedErrors: bogus)),
    source: .nowhere, duration: .milliseconds(1250), extendedErrors: bogus)

  static let all = LookupReport(answers: [found, exchanges, noData, noSuchName, failed])
}
