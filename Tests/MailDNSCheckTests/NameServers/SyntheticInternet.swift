import Foundation

@testable import MailDNSCheck

/// Name servers of a made-up internet: the zones that each address holds, and what an address does instead of answering.
///
/// Replies go through the wire form, as those of real servers do.
struct SyntheticInternet: NameServers {
  private var zones: [IPAddress: [DomainName: [Reply.Record]]] = [:]
  private var habits: [IPAddress: [Habit]] = [:]
  private let log = Guarded<[ServerQuery]>([])

  /// What a server does that it should not.
  enum Habit: Hashable, Sendable {
    /// Says nothing.
    case silent
    /// Says nothing to that question.
    case silentAbout(Question)
    case responseCode(UInt16)
    /// Answers as a resolver does that knows everything: RA, no AA.
    case resolver
    /// RA beside its own zones, and answers for the root where recursion is desired.
    case openResolver
    /// Sends everybody to the root.
    case upward
    /// Nobody listens there over TCP.
    case noTCP
    /// FORMERR to whatever has an OPT record.
    case noEDNS
    /// Silence to whatever has an OPT record.
    case dropsEDNS
    /// A CNAME record at the name, whatever is asked.
    case alias(DomainName, DomainName)
  }

  /// The root at 198.18.0.1.
  static let root = RootServers(given: [ServerAddress("198.18.0.1")!])!

  /// Lines of a zone: owner, type, data; names absolute. An SOA record with `serial` is added.
  mutating func serve(_ zone: String, at address: String, serial: UInt32 = 1, _ lines: String) {
    let records = lines.split(separator: "\n").map(Self.record) + [Self.start(zone, serial)]
    zones[IPAddress(address)!, default: [:]][fqdn(zone)] = records
  }

  /// The same at two addresses.
  mutating func serve(_ zone: String, at address: String, _ other: String, _ lines: String) {
    for address in [address, other] { serve(zone, at: address, lines) }
  }

  /// The same with records that no line can say.
  mutating func add(_ records: Reply.Record..., to zone: String, at address: String) {
    zones[IPAddress(address)!, default: [:]][fqdn(zone), default: []] += records
  }

  mutating func make(_ address: String, _ habits: Habit...) {
    self.habits[IPAddress(address)!, default: []] += habits
  }

  /// What was asked, in order.
  var asked: [ServerQuery] { log.withLock { $0 } }

  func reply(to query: ServerQuery) async -> ServerReply {
    log.withLock { $0.append(query) }
    guard let reply = message(query) else {
      return ServerReply(
        query: query, outcome: .failure(Failure(kind: .timedOut(ignored: 0), server: query.server)))
    }
    let message = reply.octets.withUnsafeBytes { octets in
      try! Message(octets, head: MessageHead(octets)!, withAdditional: true)
    }
    return ServerReply(query: query, outcome: .success(message), transport: query.transport)
  }

  private func message(_ query: ServerQuery) -> Reply? {
    let (address, question) = (query.server.address, query.question)
    guard let zones = zones[address] ?? (habits[address] != nil ? [:] : nil) else { return nil }
    var reply = Reply(to: question, hasEDNS: query.form != .plain)
    for habit in habits[address] ?? [] {
      switch habit {
      case .silent: return nil
      case .silentAbout(let other) where other == question: return nil
      case .noTCP where query.transport == .tcp: return nil
      case .dropsEDNS where query.form != .plain: return nil
      case .noEDNS where query.form != .plain:
        return reply.with {
          $0.responseCode = 1
          $0.hasEDNS = false
        }
      case .responseCode(let code): return reply.with { $0.responseCode = code }
      case .resolver:
        return reply.with {
          $0.offersRecursion = true
          $0.answers = question.type == .ns ? [.ns(question.name.description, "any.example")] : []
        }
      case .openResolver:
        reply.offersRecursion = true
        if query.form == .recursive { return reply.with { $0.answers = [.ns(".", "a.root")] } }
      case .upward: return reply.with { $0.authority = [.ns(".", "a.root")] }
      case .alias(let name, let target) where name == question.name:
        return reply.with {
          $0.isAuthoritative = true
          $0.answers = [.cname(name.description, target.description)]
        }
      default: break
      }
    }
    // DS stands in the zone above.
    let candidates = zones.keys.filter { origin in
      question.type == .ds && !origin.isRoot && zones.count > 1
        ? question.name.isBelow(origin) : question.name.isAtOrBelow(origin)
    }
    guard let origin = candidates.max(by: { $0.labelCount < $1.labelCount }), let records = zones[origin]
    else { return reply.with { $0.responseCode = 5 } }
    return answer(question, withSignatures: query.form == .signed, origin, records, reply)
  }

  private func answer(
    _ question: Question, withSignatures: Bool, _ origin: DomainName, _ records: [Reply.Record],
    _ reply: Reply
  ) -> Reply {
    func owned(_ name: DomainName, _ type: RecordType) -> [Reply.Record] {
      records.filter { fqdn($0.owner) == name && $0.type == type.rawValue }
    }
    let cut = records.filter { $0.type == RecordType.ns.rawValue }.map { fqdn($0.owner) }.first { owner in
      owner.isBelow(origin) && question.name.isAtOrBelow(owner)
        && !(question.type == .ds && question.name == owner)
    }
    if let cut {
      return reply.with {
        $0.authority = owned(cut, .ns)
        let hosts = Set(owned(cut, .ns).map { DomainName(wire: $0.data)! })
        $0.additional = records.filter { [1, 28].contains($0.type) && hosts.contains(fqdn($0.owner)) }
      }
    }
    var reply = reply.with { $0.isAuthoritative = true }
    reply.answers = owned(question.name, question.type)
    if reply.answers.isEmpty { reply.answers = owned(question.name, .cname) }
    guard reply.answers.isEmpty else {
      if withSignatures { reply.answers += owned(question.name, .rrsig) }
      if question.type == .ns {
        let hosts = Set(reply.answers.compactMap { DomainName(wire: $0.data) })
        reply.additional = records.filter { [1, 28].contains($0.type) && hosts.contains(fqdn($0.owner)) }
      }
      return reply
    }
    reply.authority = owned(origin, .soa)
    let exists = records.contains { fqdn($0.owner).isAtOrBelow(question.name) }
    return exists ? reply : reply.with { $0.responseCode = 3 }
  }

  private static func start(_ zone: String, _ serial: UInt32) -> Reply.Record {
    let numbers: [UInt32] = [serial, 3600, 600, 86_400, 300]
    return Reply.Record(
      owner: zone, type: 6,
      data: WireWriter.name("ns.\(zone)") + WireWriter.name("h.\(zone)")
        + numbers.flatMap { WireWriter.number($0) })
  }

  private static func record(_ line: Substring) -> Reply.Record {
    let words = line.split(separator: " ", maxSplits: 2).map(String.init)
    switch words[1] {
    case "A": return .a(words[0], words[2])
    case "AAAA": return .aaaa(words[0], words[2])
    case "NS": return .ns(words[0], words[2])
    case "CNAME": return .cname(words[0], words[2])
    case "TXT": return .txt(words[0], words[2])
    case "MX":
      let parts = words[2].split(separator: " ")
      return .mx(words[0], UInt16(parts[0])!, String(parts[1]))
    default: preconditionFailure("\(line)")
    }
  }
}

extension Reply.Record {
  /// A signature of the SOA record of `zone` that ends at `end`, seconds since 1970 (RFC 4034 §3.1).
  static func signature(of zone: String, until end: UInt32) -> Reply.Record {
    Reply.Record(
      owner: zone, type: RecordType.rrsig.rawValue,
      data: WireWriter.number(UInt16(6)) + [13, 2] + WireWriter.number(UInt32(300)) + WireWriter.number(end)
        + WireWriter.number(UInt32(0)) + WireWriter.number(UInt16(1)) + WireWriter.name(zone) + [1, 2, 3])
  }

  /// A key whose tag is `tag` (RFC 4034 appendix B), of algorithm 13.
  static func key(of zone: String, tag: UInt16) -> Reply.Record {
    // Flags 257, protocol 3, algorithm 13 come to 0x0101 + 0x030D; the rest of the sum is the key.
    let rest = tag &- 0x040E
    return Reply.Record(
      owner: zone, type: RecordType.dnskey.rawValue, data: [1, 1, 3, 13] + WireWriter.number(rest))
  }

  /// What the zone above says of such a key.
  static func signer(of zone: String, tag: UInt16) -> Reply.Record {
    Reply.Record(
      owner: zone, type: RecordType.ds.rawValue,
      data: WireWriter.number(tag) + [13, 2] + Array(repeating: 7, count: 32))
  }
}

extension SyntheticInternet {
  /// The root, `jp` at 198.18.0.2, and example.co.jp (there is no zone co.jp) at 198.51.100.1 and 203.0.113.1, where all is well
  /// but that there is no IPv6.
  static func healthy(_ lines: String = usual, second: String? = nil, serial: UInt32 = 1) -> SyntheticInternet
  {
    var world = SyntheticInternet()
    world.serve(".", at: "198.18.0.1", ". NS a.root\na.root A 198.18.0.1\njp NS ns.jp\nns.jp A 198.18.0.2")
    world.serve("jp", at: "198.18.0.2", "jp NS ns.jp\nns.jp A 198.18.0.2\n" + delegation)
    world.serve("example.co.jp", at: "198.51.100.1", lines)
    world.serve("example.co.jp", at: "203.0.113.1", serial: serial, second ?? lines)
    return world
  }

  static let delegation = """
    example.co.jp NS ns1.example.co.jp
    example.co.jp NS ns2.example.co.jp
    ns1.example.co.jp A 198.51.100.1
    ns2.example.co.jp A 203.0.113.1

    """

  static let usual =
    delegation + """
      example.co.jp MX 10 mx.example.co.jp
      example.co.jp TXT v=spf1 mx -all
      mx.example.co.jp A 198.51.100.25
      _dmarc.example.co.jp TXT v=DMARC1; p=reject
      key1.smx._domainkey.example.co.jp TXT v=DKIM1; p=AAAA
      """

  /// 2026-11-29 in the morning.
  static let now: UInt32 = 1_795_900_000

  func facts(
    _ domain: String = "example.co.jp", roots: RootServers = root, selectors: [String] = ["key1.smx"]
  ) async -> NameServerFacts {
    let plan = NameServerPlan(
      roots: roots,
      selectors: DKIMFacts.Plan(first: selectors.compactMap { DKIMSelector($0) }, others: []), now: Self.now)
    return await NameServerFacts.gather(fqdn(domain), plan, asking: self).facts
  }

  /// What is found, each as `id severity subject`.
  func findings(_ domain: String = "example.co.jp", roots: RootServers = root) async -> [String] {
    NameServerRules(facts: await facts(domain, roots: roots)).findings.map {
      "\($0.id) \($0.severity) \($0.subject)"
    }
  }
}
