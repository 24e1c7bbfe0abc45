import Testing

@testable import MailDNSCheck

@Suite("Octets at many a step")
struct OctetTests {
  @Test("a letter in upper case is found wherever it is, and nothing is taken for one")
  func upperCase() {
    for filling in [UInt8(ascii: "a"), 0x40, 0x5B, 0xC1, 0x00, 0xFF] {
      for place in 0..<20 {
        for octet in UInt8.min ... .max {
          var octets = [UInt8](repeating: filling, count: 20)
          octets[place] = octet
          let found = octets.withUnsafeBytes(\.hasUpperCaseLetter)
          #expect(found == octets.contains(where: \.isUpperCaseLetter), "\(octet) at \(place)")
        }
      }
    }
    let nothing: [UInt8] = []
    let found = nothing.withUnsafeBytes(\.hasUpperCaseLetter)
    #expect(!found)
  }

  @Test("what JSON escapes is found wherever it is, and nothing is taken for it")
  func escapedInJSON() {
    for filling in [UInt8(ascii: "a"), 0x20, 0x23, 0x5D, 0x80, 0xA2, 0xDC, 0xFF] {
      for place in 0..<20 {
        for octet in UInt8.min ... .max {
          var octets = [UInt8](repeating: filling, count: 20)
          octets[place] = octet
          let found = octets.withUnsafeBytes(\.hasWhatJSONEscapes)
          #expect(found == octets.contains(where: \.isEscapedInJSON), "\(octet) at \(place)")
        }
      }
    }
    let nothing: [UInt8] = []
    let found = nothing.withUnsafeBytes(\.hasWhatJSONEscapes)
    #expect(!found)
  }

  @Test("blanks and control characters, and what is not visible ASCII, are found wherever they are")
  func blanksAndInvisible() {
    for count in [1, 7, 8, 9, 20] {
      for filling in [UInt8(ascii: "a"), 0x21, 0x7E, 0x20, 0x7F, 0x80, 0xFF] {
        for place in 0..<count {
          for octet in UInt8.min ... .max {
            var octets = [UInt8](repeating: filling, count: count)
            octets[place] = octet
            let hasBlank = octets.withUnsafeBytes(\.hasControlOrSpace)
            #expect(hasBlank == octets.contains { $0 <= 0x20 }, "\(octet) at \(place) of \(count)")
            let isGraphic = octets.withUnsafeBytes(\.isGraphic)
            #expect(isGraphic == octets.allSatisfy(\.isGraphic), "\(octet) at \(place) of \(count)")
          }
        }
      }
    }
  }

  @Test("octets that differ have hashes that differ, however many there are")
  func hashes() {
    let hash = OctetHash()
    var octets: Set<[UInt8]> = []
    var generator = SeededGenerator(seed: 64)
    for count in 0..<50 {
      for _ in 0..<200 { octets.insert((0..<count).map { _ in UInt8.random(in: 0...3, using: &generator) }) }
    }
    #expect(Set(octets.map { $0.withUnsafeBytes { hash($0) } }).count == octets.count)
  }

  @Test("each element is kept where it came first, be there few or many", arguments: [0, 3, 7, 8, 9, 100])
  func uniqued(_ count: Int) {
    let elements = (0..<count).map { $0 * 7 % 23 }
    var seen: Set<Int> = []
    #expect((elements + elements).uniqued == elements.filter { seen.insert($0).inserted })
  }
}
