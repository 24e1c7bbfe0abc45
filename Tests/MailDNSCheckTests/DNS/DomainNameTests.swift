import Testing

@testable import MailDNSCheck

@Suite("Domain names (RFC 1035 §3.1)")
struct DomainNameTests {
  /// A wire form of `count` labels of `length` octets each, and the root.
  private func wire(labels count: Int, of length: Int) -> [UInt8] {
    Array(repeating: [UInt8(length)] + [UInt8](repeating: 0x61, count: length), count: count).joined() + [0]
  }

  @Test("the wire form is kept as received, the labels come from left to right")
  func wireForm() throws {
    let name = try #require(DomainName(wire: WireWriter.name("Mail.Example.JP")))
    #expect(name.wire == WireWriter.name("Mail.Example.JP"))
    #expect(name.canonicalWire == WireWriter.name("mail.example.jp"))
    #expect(name.labels.map(Array.init) == ["Mail", "Example", "JP"].map { Array($0.utf8) })
    #expect(name.canonicalLabels.map(Array.init) == ["mail", "example", "jp"].map { Array($0.utf8) })
    #expect(name.labelCount == 3)
    #expect(!name.isRoot)
  }

  @Test("the root has no labels")
  func root() {
    #expect(DomainName(wire: [0]) == .root)
    #expect(DomainName.root.isRoot)
    #expect(DomainName.root.labelCount == 0)
    #expect(DomainName.root.labels.isEmpty)
    #expect(DomainName.root.parent == nil)
  }

  @Test("a label has at most 63 octets")
  func labelLimit() {
    #expect(DomainName(wire: wire(labels: 1, of: 63))?.labelCount == 1)
    #expect(DomainName(wire: wire(labels: 1, of: 64)) == nil)
  }

  @Test("a name has at most 255 octets in all")
  func nameLimit() {
    // 4 × 62 + 7 = 255, with one octet more 256.
    let most = wire(labels: 4, of: 61).dropLast() + [5] + Array("abcde".utf8) + [0]
    let over = wire(labels: 4, of: 61).dropLast() + [6] + Array("abcdef".utf8) + [0]
    #expect(most.count == 255)
    #expect(DomainName(wire: most)?.wire == Array(most))
    #expect(DomainName(wire: over) == nil)
  }

  @Test(
    "octets that are not one whole name are refused",
    arguments: [
      [], [1], [1, 0x61], [0, 0], [1, 0x61, 0, 0], [2, 0x61, 0], [0xC0, 0x0C], [1, 0x61, 0xC0, 0x00],
      [0x40, 0],
    ] as [[UInt8]])
  func brokenWire(_ octets: [UInt8]) {
    #expect(DomainName(wire: octets) == nil)
  }

  @Test("names are equal without regard to the case of ASCII letters, and to nothing else (RFC 4343 §3)")
  func equality() throws {
    #expect(fqdn("EXAMPLE.jp") == fqdn("example.JP."))
    #expect(Set([fqdn("EXAMPLE.jp"), fqdn("example.JP")]).count == 1)
    #expect(fqdn("a.b") != fqdn(#"a\.b"#))
    // `[` and `{` differ in the same bit as a letter's cases; so do the octets 0xC4 and 0xE4 of Latin-1.
    #expect(fqdn("[") != fqdn("{"))
    #expect(fqdn("@") != fqdn("`"))
    #expect(DomainName(wire: [1, 0xC4, 0]) != DomainName(wire: [1, 0xE4, 0]))
  }

  @Test("names sort in canonical order: RFC 4034's own example (§6.1)")
  func order() {
    let sorted = [
      "example", "a.example", "yljkjljk.a.example", "Z.a.example", "zABC.a.EXAMPLE", "z.example",
      #"\001.z.example"#, "*.z.example", #"\200.z.example"#,
    ].map(fqdn)
    #expect(sorted.reversed().sorted() == sorted)
    #expect(DomainName.root < fqdn("a"))
    #expect(!(fqdn("A") < fqdn("a")) && !(fqdn("a") < fqdn("A")))
  }

  /// A name of a few short labels of few letters, so that many have labels in common.
  private func anyName(_ generator: inout SeededGenerator) -> DomainName {
    var wire: [UInt8] = []
    for _ in 0..<Int.random(in: 0...4, using: &generator) {
      let label = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        [UInt8]("abAB\u{1}".utf8).randomElement(using: &generator) ?? 0
      }
      wire += [UInt8(label.count)] + label
    }
    return DomainName(wire: wire + [0]) ?? .root
  }

  @Test("the order is that of the labels from the right")
  func orderByLabels() {
    func precedes(_ left: DomainName, _ right: DomainName) -> Bool {
      for (a, b) in zip(left.canonicalLabels.reversed(), right.canonicalLabels.reversed()) where a != b {
        return a.lexicographicallyPrecedes(b)
      }
      return left.labelCount < right.labelCount
    }
    var generator = SeededGenerator(seed: 4034)
    for _ in 0..<5_000 {
      let (left, right) = (anyName(&generator), anyName(&generator))
      #expect((left < right) == precedes(left, right), "\(left) \(right)")
    }
  }

  @Test("a suffix is what is left without the labels in front, and its hash is known beforehand")
  func suffixes() {
    var generator = SeededGenerator(seed: 1034)
    for _ in 0..<500 {
      let name = anyName(&generator)
      var (step, place) = (name, 0)
      for count in (0...name.labelCount).reversed() {
        #expect(name.suffix(count).wire == step.wire)
        #expect(name.suffixHash(from: place) == step.suffixHash(from: 0))
        #expect(step.firstLabel.elementsEqual(step.labels.first ?? []))
        place += 1 + step.firstLabel.count
        step = step.parent ?? step
      }
      #expect(name.suffix(name.labelCount + 1).wire == name.wire)
    }
  }

  @Test("tables find a name in whatever case, and tell questions about it apart")
  func tables() {
    let questions = [
      asking("Mail.example.jp", .a), asking("mail.example.jp", .aaaa), asking("mail.example.jp", .txt),
      Question(fqdn("mail.example.jp"), .a, checking: .disabled), asking("ail.example.jp", .a),
    ]
    let table = Dictionary(uniqueKeysWithValues: questions.enumerated().map { ($1, $0) })
    #expect(table.count == questions.count)
    #expect(table[asking("MAIL.EXAMPLE.JP", .a)] == 0)
    #expect(table[asking("mail.example.jp", .mx)] == nil)
    #expect(Dictionary([(fqdn("a.B"), 1), (fqdn("A.b"), 2)], uniquingKeysWith: +) == [fqdn("a.b"): 3])
  }
}
