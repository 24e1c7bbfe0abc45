@testable import MailDNSCheck

/// Answers that are odd or broken in themselves.
extension Fault {
  /// The octets to send in place of `right`.
  func altered(_ right: Reply, for query: FaultServer.Query) -> [UInt8] {
    let name = query.name.description
    switch self {
    case .otherName:
      return right.with { $0.answers = $0.answers.map { $0.owned(by: "other.example") } }.octets
    case .aliasLoop:
      return right.with {
        $0.answers = [.cname(name, "loop.example"), .cname("loop.example", name)]
      }.octets
    case .longChain:
      return right.behind((1...20).map { "step\($0).example" }, from: name).octets
    case .compressionLoop: return Self.pointingToItself(query)
    case .countsTooHigh, .countsTooLow:
      var octets = right.octets
      // ANCOUNT (RFC 1035 §4.1.1).
      octets[7] = self == .countsTooHigh ? octets[7] + 7 : 0
      return octets
    case .emptyPacket: return []
    case .largest: return Self.filled(right)
    case .noTimeToLive:
      return right.with { reply in
        reply.answers = reply.answers.map { record in
          var record = record
          record.ttl = 0
          return record
        }
      }.octets
    case .longestName: return right.behind([Self.nameOf255Octets], from: name).octets
    case .strangeLabels: return right.behind([Self.strangeName], from: name).octets
    case .manyExchanges: return Self.withExchanges(right, query).octets
    case .manyStrings: return Self.withStrings(right, query).octets
    case .mixedCase:
      return right.with {
        $0.questions = [Self.mixingCase(query.questionSection)]
        $0.answers = $0.answers.map { $0.owned(by: Self.mixingCase($0.owner)) }
      }.octets
    default: return right.octets
    }
  }

  /// 255 octets in wire form, the most there can be (RFC 1035 §2.3.4).
  private static let nameOf255Octets = [63, 63, 63, 61].map { String(repeating: "n", count: $0) }.joined(
    separator: ".")

  /// Dots, NULs, spaces and what a terminal would obey, as octets of labels.
  private static let strangeName =
    "a\\046b.c\\000d.e\\032f.\\027\\0912J\\010g.\\226\\128\\174h.\\255i.example"

  /// An answer whose owner is a pointer to that pointer (RFC 1035 §4.1.4).
  private static func pointingToItself(_ query: FaultServer.Query) -> [UInt8] {
    let head =
      WireWriter.header(id: query.id, flags: 0x8180, counts: [1, 1, 0, 0]) + query.questionSection
    let pointer = WireWriter.number(0xC000 | UInt16(head.count))
    return head + pointer + WireWriter.number(query.type.rawValue) + [0, 1, 0, 0, 1, 44, 0, 4, 192, 0, 2, 1]
  }

  /// The longest message that there can be over TCP: a record that nobody asked for makes up for what is missing.
  private static func filled(_ right: Reply) -> [UInt8] {
    var padding = Reply.Record(owner: "padding.example", type: 16, data: [])
    let room = 65_535 - right.with { $0.authority = [padding] }.octets.count
    let string = [255] + [UInt8](repeating: UInt8(ascii: "x"), count: 255)
    for _ in 0..<(room / 256) { padding.data += string }
    if room % 256 > 0 {
      let rest = room % 256 - 1
      padding.data += [UInt8(rest)] + [UInt8](repeating: UInt8(ascii: "x"), count: rest)
    }
    return right.with { $0.authority = [padding] }.octets
  }

  /// 300 MX records: of the domain where it is asked for them, else beside what was asked for.
  private static func withExchanges(_ right: Reply, _ query: FaultServer.Query) -> Reply {
    let hosts = ["mx.securemx.jp", "mx6.securemx.jp"]
    let exchanges = (1...300).map { number in
      Reply.Record.mx(query.name.description, UInt16(number), hosts[number % hosts.count])
    }
    return right.with { $0.answers = (query.type == .mx ? [] : $0.answers) + exchanges }
  }

  /// The texts asked for cut into 10,000 strings, most of them empty; else such a text beside what was asked for.
  private static func withStrings(_ right: Reply, _ query: FaultServer.Query) -> Reply {
    right.with { reply in
      if query.type == .txt {
        reply.answers = reply.answers.map { $0.type == 16 ? $0.cut(into: 10_000) : $0 }
      } else {
        reply.answers.append(.txt(query.name.description, "v=spf1 +all").cut(into: 10_000))
      }
    }
  }

  private static func mixingCase(_ text: String) -> String {
    String(decoding: mixingCase(Array(text.utf8)), as: UTF8.self)
  }

  /// Every second letter in upper case; the lengths of labels are no letters.
  private static func mixingCase(_ octets: [UInt8]) -> [UInt8] {
    octets.enumerated().map { index, octet in
      index % 2 == 0 && (0x61...0x7A).contains(octet) ? octet & 0xDF : octet
    }
  }
}

extension Reply {
  /// The same at the end of a chain of CNAME records from `name` over `aliases`.
  fileprivate func behind(_ aliases: [String], from name: String) -> Reply {
    with { reply in
      let end = aliases.last ?? name
      let steps = zip([name] + aliases, aliases).map { Record.cname($0, $1) }
      reply.answers = steps + reply.answers.map { $0.owner == name ? $0.owned(by: end) : $0 }
    }
  }
}

extension Reply.Record {
  fileprivate func owned(by owner: String) -> Reply.Record {
    var record = self
    record.owner = owner
    return record
  }

  /// The text of a TXT record in `count` character-strings: an octet each, and then none.
  fileprivate func cut(into count: Int) -> Reply.Record {
    var text: [UInt8] = []
    var rest = data[...]
    while let length = rest.popFirst() {
      text += rest.prefix(Int(length))
      rest = rest.dropFirst(Int(length))
    }
    var record = self
    record.data = text.flatMap { [1, $0] } + [UInt8](repeating: 0, count: max(0, count - text.count))
    return record
  }
}
