import Testing

@testable import MailDNSCheck

@Suite("Any text at a DKIM selector")
struct DKIMKeyPropertyTests {
  private static let pieces = [
    "v=DKIM1", "v=dkim1", "k=rsa", "k=ed25519", "k=dsa", "p=", "p=AAAA", "p=A", "p=MA==", "h=sha256",
    "h=sha1:sha256", "s=email",
    "s=*", "t=y", "t=y:s", "n=note", "x=1", "=", ";", " ", "\r\n ", "日本", "\u{0}",
    "p=\(KeyFixtures.spki2048)", "p=\(KeyFixtures.rfc8463Ed25519)",
  ]

  private func text(_ generator: inout SeededGenerator) -> [UInt8] {
    var octets: [UInt8] = []
    for _ in 0..<Int.random(in: 1...7, using: &generator) {
      octets += Array(Self.pieces.randomElement(using: &generator)!.utf8)
      octets += Array([";", "; ", " ", ""].randomElement(using: &generator)!.utf8)
    }
    for _ in 0..<Int.random(in: 0...2, using: &generator) {
      octets[Int.random(in: octets.indices, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
    }
    return octets
  }

  @Test("is a key, a broken key or something else; an error's place lies within the text", arguments: 1...20)
  func places(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = text(&generator)
      guard case .malformed(let error) = DKIMKeyReading(text) else { continue }
      #expect(error.place.lowerBound >= 0 && error.place.upperBound <= text.count, "\(text)")
    }
  }

  @Test("white space within base64 changes nothing (RFC 6376 §3.6.1)", arguments: 1...10)
  func whiteSpace(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let key = Array(KeyFixtures.spki2048.utf8)
    let plain = try DKIMKeyRecord(parsing: Array("v=DKIM1; p=".utf8) + key)
    for _ in 0..<50 {
      var spaced = key
      for _ in 0..<Int.random(in: 1...5, using: &generator) {
        spaced.insert(
          [0x20, 0x09].randomElement(using: &generator)!,
          at: Int.random(in: 0...spaced.count, using: &generator))
      }
      #expect(try DKIMKeyRecord(parsing: Array("v=DKIM1; p=".utf8) + spaced) == plain)
    }
  }

  @Test("a key that is cut off anywhere is no key", arguments: [KeyFixtures.spki2048, KeyFixtures.spki1024])
  func truncation(_ key: String) throws {
    let text = Array("v=DKIM1; k=rsa; p=\(key)".utf8)
    let start = text.count - key.utf8.count
    for length in stride(from: start + 1, to: text.count - 2, by: 3) {
      #expect(throws: DKIMKeyError.self) { try DKIMKeyRecord(parsing: Array(text[..<length])) }
    }
  }
}
