import Glibc

@testable import MailDNSCheck

/// A response to a `FaultServer.Query`, good or bad.
struct Reply: Sendable {
  /// One resource record; names in it are written as `WireWriter.name(_:)` reads them.
  struct Record: Hashable, Sendable {
    var owner: String
    var type: UInt16
    var ttl: UInt32 = 300
    var data: [UInt8]

    static func a(_ owner: String, _ address: String, ttl: UInt32 = 300) -> Record {
      Record(owner: owner, type: 1, ttl: ttl, data: IPv4Address(address)!.octets)
    }

    static func aaaa(_ owner: String, _ address: String, ttl: UInt32 = 300) -> Record {
      Record(owner: owner, type: 28, ttl: ttl, data: IPv6Address(address)!.octets)
    }

    static func ns(_ owner: String, _ host: String, ttl: UInt32 = 300) -> Record {
      Record(owner: owner, type: 2, ttl: ttl, data: WireWriter.name(host))
    }

    static func cname(_ owner: String, _ target: String, ttl: UInt32 = 300) -> Record {
      Record(owner: owner, type: 5, ttl: ttl, data: WireWriter.name(target))
    }

    static func mx(_ owner: String, _ preference: UInt16, _ host: String, ttl: UInt32 = 300) -> Record {
      Record(owner: owner, type: 15, ttl: ttl, data: WireWriter.number(preference) + WireWriter.name(host))
    }

    /// The strings as they are, each of at most 255 octets.
    static func txt(_ owner: String, _ strings: String..., ttl: UInt32 = 300) -> Record {
      Record(
        owner: owner, type: 16, ttl: ttl,
        data: strings.flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) })
    }

    static func soa(_ zone: String, minimum: UInt32 = 300, ttl: UInt32 = 300) -> Record {
      let numbers: [UInt32] = [1, 3600, 600, 86_400, minimum]
      return Record(
        owner: zone, type: 6, ttl: ttl,
        data: WireWriter.name("ns." + zone) + WireWriter.name("hostmaster." + zone)
          + numbers.flatMap { WireWriter.number($0) })
    }

    fileprivate var octets: [UInt8] { WireWriter.record(owner, type: type, ttl: ttl, data: data) }
  }

  var id: UInt16
  /// Question sections in wire form; a decent reply repeats the query's one.
  var questions: [[UInt8]]
  /// With EDNS's upper bits, which go into the OPT record.
  var responseCode: UInt16 = 0
  var isAuthoritative = false
  var isTruncated = false
  var offersRecursion = true
  var isAuthenticated = false
  var answers: [Record] = []
  var authority: [Record] = []
  var additional: [Record] = []
  /// Extended errors (RFC 8914): INFO-CODE and EXTRA-TEXT.
  var extendedErrors: [(code: UInt16, text: String)] = []
  /// Whether there is an OPT record, also without extended errors.
  var hasEDNS: Bool

  init(to query: FaultServer.Query) {
    id = query.id
    questions = [query.questionSection]
    hasEDNS = query.hasEDNS
  }

  /// To a question that was never on a wire.
  init(to question: Question, hasEDNS: Bool) {
    id = 0
    questions = [question.name.wire + WireWriter.number(question.type.rawValue) + [0, 1]]
    self.hasEDNS = hasEDNS
    offersRecursion = false
  }

  /// The message in wire form.
  var octets: [UInt8] {
    let withOptions = hasEDNS || !extendedErrors.isEmpty || responseCode > 15
    var flags: UInt16 = 0x8100 | responseCode & 15
    if isAuthoritative { flags |= 0x0400 }
    if isTruncated { flags |= 0x0200 }
    if offersRecursion { flags |= 0x0080 }
    if isAuthenticated { flags |= 0x0020 }
    let counts = [
      questions.count, answers.count, authority.count, additional.count + (withOptions ? 1 : 0),
    ].map(UInt16.init)
    let options = extendedErrors.flatMap { error in
      WireWriter.number(UInt16(15)) + WireWriter.number(UInt16(error.text.utf8.count + 2))
        + WireWriter.number(error.code) + Array(error.text.utf8)
    }
    let opt = WireWriter.record(
      "", type: 41, class: 1232, ttl: UInt32(responseCode >> 4) << 24, data: options)
    return WireWriter.header(id: id, flags: flags, counts: counts) + questions.joined()
      + (answers + authority + additional).flatMap(\.octets) + (withOptions ? opt : [])
  }

  /// The reply with changes of `change`.
  func with(_ change: (inout Reply) -> Void) -> Reply {
    var reply = self
    change(&reply)
    return reply
  }

  func extendedError(_ code: UInt16, _ text: String = "") -> Reply {
    with { $0.extendedErrors.append((code, text)) }
  }
}

extension Reply {
  static func answer(to query: FaultServer.Query, _ records: Record...) -> Reply {
    answer(to: query, records: records)
  }

  static func answer(to query: FaultServer.Query, records: [Record]) -> Reply {
    Reply(to: query).with { $0.answers = records }
  }

  /// An empty reply with this RCODE: 2 SERVFAIL, 5 REFUSED, 16 BADVERS, …
  static func rcode(_ code: UInt16, to query: FaultServer.Query) -> Reply {
    Reply(to: query).with { $0.responseCode = code }
  }

  /// TC set, with whatever records are given.
  static func truncated(to query: FaultServer.Query, records: [Record] = []) -> Reply {
    answer(to: query, records: records).with { $0.isTruncated = true }
  }

  static func wrongID(to query: FaultServer.Query, records: [Record] = []) -> Reply {
    answer(to: query, records: records).with { $0.id = query.id ^ 0x5555 }
  }

  static func wrongQuestion(
    to query: FaultServer.Query, name: String = "wrong.example", records: [Record] = []
  ) -> Reply {
    answer(to: query, records: records).with {
      $0.questions = [WireWriter.name(name) + WireWriter.number(query.type.rawValue) + [0, 1]]
    }
  }

  /// NOERROR without answers; `soa` is the zone that denies, nil for a reply without authority.
  static func nodata(to query: FaultServer.Query, soa: String?, minimum: UInt32 = 300) -> Reply {
    Reply(to: query).with { $0.authority = soa.map { [.soa($0, minimum: minimum)] } ?? [] }
  }

  static func nxdomain(to query: FaultServer.Query, soa: String?, minimum: UInt32 = 300) -> Reply {
    nodata(to: query, soa: soa, minimum: minimum).with { $0.responseCode = 3 }
  }

  /// A CNAME from the name asked for to `target`, and further records.
  static func cname(to query: FaultServer.Query, target: String, records: [Record] = []) -> Reply {
    answer(to: query, records: [.cname(query.name.description, target)] + records)
  }

  /// Octets without sense, the same for the same seed.
  static func garbage(count: Int, seed: UInt64 = 1) -> [UInt8] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
