import Testing

@testable import MailDNSCheck

@Suite("Canonical text of a record")
struct SPFDescriptionTests {
  @Test(
    "names are in lower case, and what is the default is left out",
    arguments: [
      ("V=SPF1  +A  -ALL ", "v=spf1 a -all"),
      ("v=spf1", "v=spf1"),
      ("v=spf1 A:X.Example.jp/32//128 mx/32//64 a/24//128", "v=spf1 a:X.Example.jp mx//64 a/24"),
      ("v=spf1 IP4:192.0.2.1/32 ip6:2001:DB8:0:0::1/128", "v=spf1 ip4:192.0.2.1 ip6:2001:db8::1"),
      ("v=spf1 ip4:192.0.2.1/24 ?ptr ~exists:%{IR}.x.jp", "v=spf1 ip4:192.0.2.1/24 ?ptr ~exists:%{Ir}.x.jp"),
      ("v=spf1 EXP=%{d02R..-}.x.jp Foo=Bar%%%_%-", "v=spf1 exp=%{d2r.-}.x.jp foo=Bar%%%_%-"),
    ])
  func canonical(text: String, expected: String) throws {
    let record = try SPFRecord(parsing: text.utf8)
    #expect(record.description == expected)
    #expect(try SPFRecord(parsing: expected.utf8) == record)
  }

  @Test("records that say different things are not equal")
  func unequal() throws {
    let record = try SPFRecord(parsing: "v=spf1 a mx".utf8)
    for other in ["v=spf1 mx a", "v=spf1 a", "v=spf1 a ~mx", "v=spf1 a/24 mx", "v=spf1 a mx x=y"] {
      #expect(try SPFRecord(parsing: other.utf8) != record)
    }
  }

  @Test("any valid record is read back equal from its canonical text", arguments: 0..<400)
  func roundTrip(seed: UInt64) throws {
    var source = SPFTextSource(seed: seed)
    let text = source.record()
    let record = try SPFRecord(parsing: text.utf8)
    let again = try SPFRecord(parsing: record.description.utf8)
    #expect(again == record, "\(text)")
    #expect(again.description == record.description)
    #expect(again.hashValue == record.hashValue)
  }

  @Test("no octets make the parser fail otherwise than with an error inside them", arguments: 0..<300)
  func hostile(seed: UInt64) {
    var source = SPFTextSource(seed: seed)
    for text in [source.noise(), source.mutatedRecord(), source.mutatedRecord()] {
      for error in spfErrors(text) {
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count)
        let excerpt = error.excerpt(of: text, width: 40)
        #expect(!excerpt.marks.isEmpty)
        #expect(!error.reason.wording.english.isEmpty && !error.reason.wording.japanese.isEmpty)
        #expect(!excerpt.line.utf8.contains { $0 < 0x20 || $0 == 0x7F })
      }
      _ = SPFNearMiss(text)
      _ = try? SPFExplanation(parsing: text)
    }
  }

  @Test(
    "long hostile records take no time to speak of", .timeLimit(.minutes(1)),
    arguments: [" a:x", " include", " %{", " ip4:1ip4:", " \u{3000}", " redirect=x.jp"])
  func long(piece: String) {
    let text = "v=spf1" + String(repeating: piece, count: 65_000 / piece.utf8.count)
    #expect(!spfErrors(text).isEmpty)
    #expect(!spfErrors("v=spf1 a:" + String(repeating: String(piece.dropFirst()), count: 9_000)).isEmpty)
  }
}

/// Makes records, valid and broken, from a seed.
struct SPFTextSource {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func pick(_ choices: [String]) -> String { choices.randomElement(using: &generator)! }

  private mutating func macro() -> String {
    pick(["%%", "%_", "%-", "%{"]) == "%{"
      ? "%{" + pick(["s", "l", "O", "d", "i", "P", "h", "v"]) + pick(["", "1", "02", "200", "70000"])
        + pick(["", "r", "R"]) + pick(["", ".", "-+", ",/_=", "..-"]) + "}" : pick(["%%", "%_", "%-"])
  }

  private mutating func domain() -> String {
    let body = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
      pick(["mail", "_spf.", "x/24.", "a:b", "..", "\\", "Z9-"])
        + (Bool.random(using: &generator) ? macro() : "")
    }.joined()
    return body
      + (Bool.random(using: &generator) ? pick([".jp", ".co.jp.", ".xn--zckzah", ".1-a"]) : macro())
  }

  private mutating func lengths() -> String { pick(["", "/0", "/24", "//64", "/32//128", "/9//0"]) }

  private mutating func term() -> String {
    let qualifier = pick(["", "+", "-", "~", "?"])
    switch Int.random(in: 0...8, using: &generator) {
    case 0: return qualifier + pick(["all", "ALL"])
    case 1: return qualifier + "include:" + domain()
    case 2: return qualifier + pick(["a", "MX"]) + lengths()
    case 3: return qualifier + pick(["A:", "mx:"]) + domain() + lengths()
    case 4: return qualifier + pick(["ptr", "ptr:" + domain()])
    case 5:
      let address = IPv4Address(value: .random(in: 0 ... .max, using: &generator))
      return qualifier + "ip4:\(address)" + pick(["", "/0", "/24", "/32"])
    case 6:
      let address = IPv6Address(value: .random(in: 0 ... .max, using: &generator))
      return qualifier + "ip6:" + pick(["\(address)", "::ffff:192.0.2.1", "::"])
        + pick(["", "/0", "/64", "/128"])
    case 7: return qualifier + "exists:" + domain()
    default: return pick(["x", "Op.1", "ip4", "all"]) + "=" + pick(["", "1", macro(), domain()])
    }
  }

  mutating func record() -> String {
    var terms = (0..<Int.random(in: 0...8, using: &generator)).map { _ in term() }
    if Bool.random(using: &generator) { terms.append("redirect=" + domain()) }
    if Bool.random(using: &generator) { terms.insert("EXP=" + domain(), at: 0) }
    return (["v=spf1"] + terms).joined(separator: pick([" ", "  "])) + pick(["", " "])
  }

  mutating func noise() -> [UInt8] {
    Array("v=spf1 ".utf8)
      + (0..<Int.random(in: 0...120, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
  }

  mutating func mutatedRecord() -> [UInt8] {
    var text = Array(record().utf8)
    for _ in 0..<Int.random(in: 1...6, using: &generator) {
      let at = Int.random(in: 6...max(6, text.count - 1), using: &generator)
      guard at < text.count else { continue }
      switch Int.random(in: 0...3, using: &generator) {
      case 0: text.remove(at: at)
      case 1: text.insert(Array(" :/=%{}.-\t\u{E3}".utf8).randomElement(using: &generator)!, at: at)
      case 2: text[at] = .random(in: 0...255, using: &generator)
      default: text.append(contentsOf: text[at...])
      }
    }
    return text
  }
}
