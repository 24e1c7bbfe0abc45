import Testing

@testable import MailDNSCheck

@Suite("Messages: Outlook's files")
struct OutlookMessageTests {
  private static let short = "Subject: \u{8ACB}\u{6C42}\r\nReceived: from a by b\r\n"
  private static let long =
    short + (0..<200).map { "X-F\($0): some text that makes the stream long\r\n" }.joined()

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
  }

  private static func file(_ name: String, _ octets: [UInt8]) -> [UInt8] {
    CompoundFileWriter(streams: [
      ("__properties_version1.0", [UInt8](repeating: 1, count: 700)), (name, octets),
      ("__substg1.0_1000001F", [UInt8](repeating: 0x41, count: 5000)),
    ]).octets
  }

  @Test("the headers are read from either form, short and long", arguments: [short, long])
  func forms(text: String) {
    #expect(OutlookMessage.header(Self.file("__substg1.0_007D001F", Self.utf16(text))) == Array(text.utf8))
    #expect(OutlookMessage.header(Self.file("__substg1.0_007D001E", Array(text.utf8))) == Array(text.utf8))
  }

  @Test("a message without headers has none; what is no compound file is nothing")
  func without() {
    #expect(OutlookMessage.header(Self.file("__substg1.0_0037001F", Self.utf16("x"))) == [])
    #expect(OutlookMessage.header(Array("Subject: a".utf8)) == nil)
  }

  @Test("no damage ends the program: every octet of the tables changed, the file cut anywhere")
  func damage() {
    let file = Self.file("__substg1.0_007D001F", Self.utf16(Self.short))
    for length in stride(from: 0, to: file.count, by: 97) {
      _ = OutlookMessage.header(Array(file.prefix(length)))
    }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      var damaged = file
      for _ in 0..<3 {
        damaged[Int.random(in: 8..<file.count, using: &generator)] = UInt8.random(
          in: 0...255, using: &generator)
      }
      _ = OutlookMessage.header(damaged)
    }
  }
}
