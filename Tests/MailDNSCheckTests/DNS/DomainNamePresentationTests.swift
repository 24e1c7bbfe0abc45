import Testing

@testable import MailDNSCheck

@Suite("Domain names as text (RFC 1035 §5.1)")
struct DomainNamePresentationTests {
  @Test(
    "a final dot may be there or not",
    arguments: ["example.jp", "example.jp.", "EXAMPLE.JP", #"ex\097mple.jp"#, #"\e\x\a\mple.jp"#])
  func spellings(_ text: String) {
    #expect(DomainName(text)?.canonicalWire == WireWriter.name("example.jp"))
  }

  @Test(
    "escapes spell any octet",
    arguments: [
      (#"a\.b"#, [3, 0x61, 0x2E, 0x62, 0]), (#"\000"#, [1, 0, 0]), (#"\255"#, [1, 255, 0]),
      (#"\\"#, [1, 0x5C, 0]), (#"\046"#, [1, 0x2E, 0]), (#"a\."#, [2, 0x61, 0x2E, 0]),
      (#"\.."#, [1, 0x2E, 0]), ("é", [2, 0xC3, 0xA9, 0]),
    ] as [(String, [UInt8])])
  func escapes(_ text: String, _ wire: [UInt8]) throws {
    #expect(try DomainName(parsing: text).wire == wire)
  }

  @Test(
    "text that is no name is refused with the place and the reason",
    arguments: [
      ("", .empty), ("..", .emptyLabel(offset: 0)), (".a", .emptyLabel(offset: 0)),
      ("a..b", .emptyLabel(offset: 2)), ("a.b..", .emptyLabel(offset: 4)),
      (#"\000.."#, .emptyLabel(offset: 5)),
      (#"a\"#, .badEscape(offset: 1)), (#"\1"#, .badEscape(offset: 0)), (#"\12"#, .badEscape(offset: 0)),
      (#"a.\12x"#, .badEscape(offset: 2)), (#"\256"#, .badEscape(offset: 0)),
      (#"\999"#, .badEscape(offset: 0)),
      (String(repeating: "a", count: 64), .labelTooLong),
      (Array(repeating: String(repeating: "a", count: 63), count: 4).joined(separator: "."), .nameTooLong),
      (String(repeating: "a.", count: 100_000), .nameTooLong),
    ] as [(String, DomainNameError)])
  func refused(_ text: String, _ reason: DomainNameError) {
    #expect(throws: reason) { try DomainName(parsing: text) }
    #expect(DomainName(text) == nil)
  }

  @Test("the limits hold for octets, however they are spelled")
  func limits() throws {
    let label = String(repeating: #"\097"#, count: 63)
    #expect(try DomainName(parsing: label).labels.first?.count == 63)
    #expect(throws: DomainNameError.labelTooLong) { try DomainName(parsing: label + "a") }
    let rest = String(repeating: "b", count: 61)
    #expect(try DomainName(parsing: "\(label).\(label).\(label).\(rest)").wire.count == 255)
    #expect(throws: DomainNameError.nameTooLong) {
      try DomainName(parsing: "\(label).\(label).\(label).b\(rest)")
    }
  }

  @Test("names are shown in lower case without the final dot, and absolute ones as received with it")
  func shown() {
    let name = fqdn("_DMARC.Example.JP")
    #expect(name.description == "_dmarc.example.jp")
    #expect(name.absolutePresentation == "_DMARC.Example.JP.")
    #expect("\(DomainName.root)" == ".")
    #expect(DomainName.root.absolutePresentation == ".")
    #expect(String(reflecting: name) == "_dmarc.example.jp")
  }

  @Test("what a terminal or a master file would act on is escaped")
  func shownEscaped() {
    let name = DomainName(wire: [8, 0x1B, 0x5B, 0x20, 0x22, 0x3B, 0xE9, 0x7F, 0x2E, 3, 0x40, 0x24, 0x5C, 0])
    #expect(name?.description == #"\027[\032\"\;\233\127\..\@\$\\"#)
  }

  @Test("any name reads back as itself from either form")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 1035)
    for _ in 0..<2_000 {
      var wire: [UInt8] = []
      while wire.count < 250, Int.random(in: 0..<6, using: &generator) > 0 {
        let length = Int.random(in: 1...min(63, 253 - wire.count), using: &generator)
        wire.append(UInt8(length))
        wire += (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
      }
      let name = try #require(DomainName(wire: wire + [0]))
      #expect(DomainName(name.description) == name)
      #expect(DomainName(name.absolutePresentation)?.wire == name.wire)
      #expect(name.description.utf8.allSatisfy { (0x21...0x7E).contains($0) })
    }
  }
}
