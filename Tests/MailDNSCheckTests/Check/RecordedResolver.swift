import Foundation

@testable import MailDNSCheck

/// A whole DNS in a text: a root zone from which every question is answered, but for those that are to fail.
///
/// It stands for a recursive server, so that nothing but the content of the answers tells it from the real thing.
struct RecordedResolver: Resolver {
  private let zones: ZoneResolver
  private var isFailing: @Sendable (Question) -> Failure.Kind?
  /// AA and RA of every answer.
  private var flags = (isAuthoritative: false, offersRecursion: true)
  private var log = QuestionLog()

  static let server = ServerAddress("192.0.2.53")!

  /// `lines` are lines of the root zone's master file: names in them are absolute, with the final dot or without.
  init(
    _ lines: String, failing isFailing: @escaping @Sendable (Question) -> Failure.Kind? = { _ in nil }
  ) throws {
    let head = "$ORIGIN .\n$TTL 3600\n@ SOA ns.example hostmaster.example 1 7200 1800 1209600 300\n"
    try self.init(file: head + lines, failing: isFailing)
  }

  /// `text` is a complete master file.
  init(
    file text: String, failing isFailing: @escaping @Sendable (Question) -> Failure.Kind? = { _ in nil }
  ) throws {
    let set = try ZoneSet(files: [("recorded.zone", Array(text.utf8))])
    zones = ZoneResolver(zones: set, otherwise: OfflineResolver())
    self.isFailing = isFailing
  }

  /// The questions of `names` fail: each is a name, or a name and a type (`example.jp TXT`).
  init(_ lines: String, failing names: [String], _ kind: Failure.Kind = .servfail) throws {
    let refused = Set(names.map { $0.lowercased() })
    try self.init(lines) { question in
      let name = question.name.description.lowercased()
      return refused.contains(name) || refused.contains("\(name) \(question.type)".lowercased()) ? kind : nil
    }
  }

  /// The small internet that comes with the program.
  static func example(
    failing isFailing: @escaping @Sendable (Question) -> Failure.Kind? = { _ in nil }
  ) throws -> RecordedResolver {
    let text = try String(contentsOfFile: ExampleFiles.internet, encoding: .utf8)
    return try RecordedResolver(file: text, failing: isFailing)
  }

  /// The same where those questions fail instead, with a list of questions of its own.
  func failing(_ isFailing: @escaping @Sendable (Question) -> Failure.Kind?) -> RecordedResolver {
    var copy = self
    copy.isFailing = isFailing
    copy.log = QuestionLog()
    return copy
  }

  /// The same answers from a server that holds the zone itself.
  func authoritative(offersRecursion: Bool) -> RecordedResolver {
    var copy = self
    copy.flags = (true, offersRecursion)
    return copy
  }

  func answer(to question: Question) async -> Answer {
    await log.append(question)
    let answer = await zones.answer(to: question)
    var origin = answer.origin
    origin.source = .server(Self.server, .udp)
    (origin.isAuthoritative, origin.offersRecursion) = flags
    guard let kind = isFailing(question) else {
      return Answer(question: question, aliases: answer.aliases, outcome: answer.outcome, origin: origin)
    }
    origin.isAuthoritative = false
    return Answer(
      question: question, aliases: [], outcome: .failed(Failure(kind: kind, server: Self.server)),
      origin: origin)
  }

  /// Every question that was put, in no particular order.
  var asked: [Question] { get async { await log.questions } }
}

private actor QuestionLog {
  private(set) var questions: [Question] = []

  func append(_ question: Question) { questions.append(question) }
}

extension Failure.Kind {
  static let servfail = Failure.Kind.responseCode(.serverFailure)
}

extension RecordedResolver {
  /// The whole check of `domain`, or those areas of it.
  func report(
    on domain: String, _ areas: CaseSet<CheckArea> = .whole, expecting expected: RouteID? = nil,
    selectors: [String] = []
  ) async throws -> DomainReport {
    let check = DomainCheck(
      areas: areas, resolver: self, catalogue: .builtIn, selectors: selectors.compactMap { DKIMSelector($0) },
      expectedRoute: expected)
    return await check.report(on: try MailDomain(pasted: domain))
  }

  /// The verdict on the route of `domain`.
  func verdict(on domain: String) async throws -> RouteVerdict {
    guard let verdict = try await report(on: domain).verdict else { throw MissingVerdict() }
    return verdict
  }

  private struct MissingVerdict: Error {}
}

extension DomainReport {
  /// `id severity` of each finding, in order.
  var summary: [String] { findings.map { "\($0.id) \($0.severity.rawValue)" } }

  func findings(_ id: String) -> [Finding] { findings.filter { $0.id == id } }
}

/// The files that come with the program as examples.
enum ExampleFiles {
  static let root = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }
  static let internet = root.appendingPathComponent("Examples/internet.zone").path
  static let customerZone = root.appendingPathComponent("Examples/example.co.jp.zone").path

  /// The example domains with the route and the exit status that the file says they have.
  static let domains: [(domain: String, route: String, status: Int32)] = {
    guard let text = try? String(contentsOfFile: internet, encoding: .utf8) else { return [] }
    // The comment before each domain's records: `; name: … Route ID, … Exit status N`, over several lines.
    let comments = text.components(separatedBy: "\n\n").map { block in
      block.split(separator: "\n").prefix { $0.hasPrefix("; ") }.map { $0.dropFirst(2) }.joined(
        separator: " ")
    }
    return comments.compactMap { comment in
      guard let match = comment.firstMatch(of: /^(\S+\.example): .*?Route ([a-z0-9-]+), exit status (\d)/),
        let status = Int32(match.3)
      else { return nil }
      return (String(match.1), String(match.2), status)
    }
  }()
}
