import Testing

@testable import MailDNSCheck

@Suite("Hostile zone files")
struct ZoneFileRobustnessTests {
  private static let fragments: [String] =
    RecordType.mnemonics + [
      "$ORIGIN", "$TTL", "a.b.", "@", ".", "*", "www", "IN", "CH", "3600", "1h", "(", ")", "\"", "\\", "\\#",
      "\\000",
      "\\999", ";", "\n", "\n", "\n", " ", "\t", "\r\n", "192.0.2.1", "::1", "4", "0a0b", "AQID", "=", "\0",
      "\u{FEFF}",
      "65535", "99999999999", "TYPE1", "TYPE0", "TYPE65535", "a..b", "v=spf1 -all", "é",
      "@ SOA a b 1 2 3 4 5\n",
    ]

  /// Reads the file, and asks each of its zones some questions. Returns whether it was a zone file.
  private func exercise(_ octets: [UInt8]) -> Bool {
    guard let file = try? ZoneFile(name: "x", octets: octets) else { return false }
    for zone in file.zones.values {
      for owner in zone.names {
        for type in [RecordType.a, .cname, .ds, .any] { _ = zone.lookUp(Question(owner, type)) }
        if let below = try? owner.prepending("x.y") { _ = zone.lookUp(Question(below, .txt)) }
      }
    }
    return true
  }

  @Test("random octets never trap")
  func randomOctets() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<3000 {
      let octets = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      #expect(!exercise(octets))
    }
  }

  @Test("random syntax never traps, and some of it is valid")
  func randomSyntax() {
    var generator = SeededGenerator(seed: 2)
    var valid = 0
    for _ in 0..<3000 {
      var text = "$ORIGIN o.\n@ 5 SOA a b 1 2 3 4 5\n"
      for _ in 0..<Int.random(in: 0...12, using: &generator) {
        text +=
          (Self.fragments.randomElement(using: &generator) ?? "")
          + (Bool.random(using: &generator) ? " " : "")
      }
      if exercise(Array(text.utf8)) { valid += 1 }
    }
    #expect(valid > 200)
    #expect(valid < 3000)
  }

  @Test("a good file with one octet changed never traps")
  func mutations() {
    let text = Array(
      (zoneHead + ##"""
        @ NS ns
        * MX 10 (mail ; here
          )
        a.b 1h IN TXT "v=spf1 \"x\" \065" y
        sub NS ns.sub
        sub DS 1 8 2 aabb
        old DNAME new
        k DNSKEY 257 3 13 AQIDBA==
        t TYPE65280 \# 3 010203
        """##).utf8)
    var generator = SeededGenerator(seed: 3)
    var valid = 0
    for _ in 0..<3000 {
      var octets = text
      octets[Int.random(in: 0..<octets.count, using: &generator)] = UInt8.random(
        in: 0...255, using: &generator)
      if exercise(octets) { valid += 1 }
    }
    #expect(exercise(text))
    #expect(valid > 500)
  }
}
