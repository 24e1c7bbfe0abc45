import Testing

@testable import MailDNSCheck

@Suite("Messages: mailboxes and encodings")
struct MailboxSplitterTests {
  private func headers(_ text: String, piece: Int) -> [String] {
    var splitter = MailboxSplitter()
    let octets = Array(text.utf8)
    for start in stride(from: 0, to: octets.count, by: piece) {
      splitter.add(octets[start..<min(octets.count, start + piece)])
    }
    splitter.finish()
    return splitter.removeReady().map { String(decoding: $0.octets, as: UTF8.self) }
  }

  @Test("a mailbox gives every header, however it is cut into pieces", arguments: [1, 2, 7, 64, 10_000])
  func mailbox(piece: Int) {
    let text = """
      From a@example.net Mon Nov  2 01:00:00 2026
      Subject: one

      body
      From here on, it is the body.

      From where I stand, too.

      From - Mon Nov 02 01:00:01 2026
      Subject: two

      From b@example.net Mon Nov  2 01:00:02 2026
      Subject: three

      """
    #expect(headers(text, piece: piece) == ["Subject: one\n", "Subject: two\n", "Subject: three\n"])
  }

  @Test(
    "a separator stands behind a blank line of either kind, and nowhere else",
    arguments: [1, 2, 3, 7, 11, 10_000])
  func blankLines(piece: Int) {
    let separator = "From a@example.net Mon Nov  2 01:00:00 2026"
    for end in ["\n", "\r\n"] {
      let lines = [
        separator, "Subject: one", "", "body", separator, "Fine", "", "From", "", "Fr", "", separator,
        "Subject: two", "",
        "", separator, "Subject: three", "", String(repeating: "x", count: 2000), "", separator,
        "Subject: four",
      ]
      let found = headers(lines.map { $0 + end }.joined(), piece: piece)
        .map { String($0.unicodeScalars.filter { $0 != "\r" }) }
      #expect(found == ["one", "two", "three", "four"].map { "Subject: \($0)\n" })
    }
  }

  @Test(
    "a message may begin with any field",
    arguments: ["DKIM-Signature", "ARC-Seal", "Authentication-Results", "Received-SPF", "List-Id", "X-Any"])
  func firstField(name: String) {
    let message = "From a@example.net Mon Nov  2 01:00:00 2026\n\(name): x\nSubject: a\n\nbody\n\n"
    #expect(headers(message + message, piece: 64) == Array(repeating: "\(name): x\nSubject: a\n", count: 2))
  }

  @Test("one message is one, whatever its body says")
  func single() {
    #expect(
      headers("\n\nSubject: one\n\nFrom a@example.net Mon Nov  2 01:00:00 2026\nSubject: two\n", piece: 9)
        == ["Subject: one\n"])
  }

  @Test("UTF-16 is known by its mark, and without one")
  func utf16() {
    let text = Array("Subject: a\r\nTo: b@example.jp\r\n".utf16)
    let little = text.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(MessageForm(little) == .utf16(.utf16LittleEndian, skip: 0))
    #expect(MessageForm(big) == .utf16(.utf16BigEndian, skip: 0))
    #expect(MessageForm([0xFF, 0xFE] + little) == .utf16(.utf16LittleEndian, skip: 2))
    #expect(MessageForm([0xEF, 0xBB, 0xBF] + Array("a".utf8)) == .text(skip: 3))
    #expect(MessageForm(Array("Subject: a\r\n".utf8)) == .text(skip: 0))
    #expect(MessageForm([]) == .text(skip: 0))
  }
}
