@testable import MailDNSCheck

/// A DNS without end: what a name has follows from a rule, not from a list.
struct ExplodingZone: Sendable {
  enum Content {
    case records([RecordData])
    case alias(DomainName)
    case nothing
  }

  let rule: @Sendable (Question) -> Content

  init(_ rule: @escaping @Sendable (Question) -> Content) { self.rule = rule }
}

/// Answers from an exploding zone as a recursive server would: it follows CNAME records, and an answer ends where a message
/// does. Every question that reaches it is counted.
struct ExplodingResolver: Resolver {
  let zone: ExplodingZone
  let asked = Guarded<[Question]>([])

  func answer(to question: Question) async -> Answer {
    asked.withLock { $0.append(question) }
    var aliases: [Answer.Alias] = []
    var name = question.name
    let origin = Answer.Origin(
      source: .server(RecordedResolver.server, .tcp), offersRecursion: true, started: .now, duration: .zero)
    func answer(_ outcome: Answer.Outcome) -> Answer {
      Answer(question: question, aliases: aliases, outcome: outcome, origin: origin)
    }
    while aliases.count <= AliasChain.maximumLength {
      switch zone.rule(Question(name, question.type)) {
      case .nothing: return answer(.noSuchName(Answer.Denial(zone: .root, timeToLive: 60)))
      case .alias(let target):
        aliases.append(Answer.Alias(owner: name, target: target, timeToLive: 60))
        name = target
      case .records(let data):
        let records = Self.fitting(data).map { ResourceRecord(owner: name, timeToLive: 60, data: $0) }
        return answer(.found(records))
      }
    }
    return answer(.failed(Failure(kind: .aliasChain, server: RecordedResolver.server)))
  }

  /// As many as a message of 65,535 octets holds, with names compressed away.
  private static func fitting(_ data: [RecordData]) -> [RecordData] {
    var room = 65_535 - 12 - 260
    return Array(
      data.prefix { data in
        room -= 12 + size(of: data)
        return room >= 0
      })
  }

  private static func size(of data: RecordData) -> Int {
    switch data {
    case .a: 4
    case .aaaa: 16
    case .txt(let strings): strings.strings.reduce(0) { $0 + $1.count + 1 }
    // The first label; the rest is a pointer.
    case .mx(_, let name), .ns(let name), .ptr(let name), .cname(let name): 5 + Int(name.wire[0])
    case .soa, .other: 64
    }
  }
}

/// What the whole check of x.test comes to in an exploding zone.
struct Explosion {
  let report: DomainReport
  let questions: [Question]

  init(_ zone: ExplodingZone, domain: String = "x.test", selectors: [String] = []) async throws {
    let resolver = ExplodingResolver(zone: zone)
    let check = DomainCheck(
      areas: .whole, resolver: AnswerCache(resolver), catalogue: .builtIn,
      selectors: selectors.compactMap { DKIMSelector($0) }, expectedRoute: nil)
    report = await check.report(on: try MailDomain(pasted: domain))
    questions = resolver.asked.withLock { $0 }
  }

  func text(_ format: ReportOptions.Format, verbosity: Int = 1) throws -> String {
    let setting = ReportSetting(language: .english, catalogue: .builtIn)
    return HostileDomain.document(format, setting, verbosity: verbosity).text([report])
  }

  /// Nodes of the SPF tree as shown, and how deep it is.
  var tree: (nodes: Int, depth: Int) {
    func measure(_ node: SPFTreeNode) -> (nodes: Int, depth: Int) {
      node.children.map(measure).reduce((1, 1)) { ($0.nodes + $1.nodes, max($0.depth, $1.depth + 1)) }
    }
    return report.facts.spf.map { measure($0.root) } ?? (0, 0)
  }

  var ids: Set<String> { Set(report.findings.map(\.id)) }
}

extension RecordData {
  /// TXT of one record with that text.
  static func text(_ text: String) -> RecordData { .txt(CharacterStrings(cutting: Array(text.utf8))) }

  static func mx(_ name: String) -> RecordData { .mx(preference: 10, exchange: DomainName(name) ?? .root) }

  static func address(_ number: Int) -> RecordData {
    .a(IPv4Address(value: 0xC633_6400 &+ UInt32(number) &* 2))
  }

  static func address6(_ number: Int) -> RecordData {
    .aaaa(IPv6Address(value: 0x2001_0DB8 << 96 | UInt128(number) << 1))
  }
}

extension Question {
  /// The name as text in lower case, as rules look at it.
  var text: String { name.description.asciiLowercased }
}
