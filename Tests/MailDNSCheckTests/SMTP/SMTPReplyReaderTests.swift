import Testing

@testable import MailDNSCheck

@Suite("Replies of SMTP servers (RFC 5321 §4.2)")
struct SMTPReplyReaderTests {
  /// `code text|text` of each reply in `pieces`, and then why there is no more, or nothing.
  private func read(_ pieces: [String]) -> [String] {
    var reader = SMTPReplyReader()
    var found: [String] = []
    for piece in pieces {
      reader.append(piece.utf8)
      do throws(SMTPReplyFault) {
        while let reply = try reader.next() {
          let lines = reply.lines.map { String(decoding: $0, as: UTF8.self) }
          found.append("\(reply.code) " + lines.joined(separator: "|"))
        }
      } catch {
        return found + ["\(error)"]
      }
    }
    return found
  }

  @Test(
    "one line, several, without text, and with a bare line feed",
    arguments: [
      ("220 mail.example.jp ESMTP\r\n", ["220 mail.example.jp ESMTP"]), ("250\r\n", ["250 "]),
      ("250-a\r\n250-b\r\n250 c\r\n", ["250 a|b|c"]), ("250-a\r\n250\r\n", ["250 a|"]),
      ("220 a\n", ["220 a"]), ("250 a\r\n221 b\r\n", ["250 a", "221 b"]), ("220-a\r\n", []), ("", []),
    ])
  func replies(_ text: String, _ expected: [String]) { #expect(read([text]) == expected) }

  @Test("it does not matter how they are cut")
  func pieces() {
    let text = "220-mail.example.jp\r\n220 ESMTP\r\n250 ok\r\n"
    let expected = ["220 mail.example.jp|ESMTP", "250 ok"]
    #expect(read(text.map { String($0) }) == expected)
    for cut in 1..<text.utf8.count {
      let octets = Array(text.utf8)
      #expect(
        read([octets[..<cut], octets[cut...]].map { String(decoding: $0, as: UTF8.self) }) == expected)
    }
  }

  @Test(
    "what is no reply",
    arguments: [
      "HTTP/1.1 400\r\n", "22\r\n", "\r\n", "2200 x\r\n", "120 x\r\n", "620 x\r\n", "220x\r\n", "２２０ x\r\n",
    ])
  func none(_ text: String) {
    #expect(read([text]).count == 1 && read([text])[0].hasPrefix("noCode"), "\(read([text]))")
  }

  @Test("two codes in one reply")
  func mixed() { #expect(read(["250-a\r\n550 b\r\n"]) == ["mixedCodes"]) }

  @Test("lines and replies have an end, also where theirs never comes")
  func bounds() {
    let limit = SMTPReplyReader.maximumLine
    let text = "220 " + String(repeating: "x", count: limit - 4)
    #expect(read([text + "\r\n"]).first?.hasPrefix("220 xxx") == true)
    #expect(read([text + "x\r\n"]) == ["lineTooLong"])
    #expect(read([text + "xxx"]) == ["lineTooLong"])
    let lines = String(repeating: "250-x\r\n", count: SMTPReplyReader.maximumLines - 1)
    #expect(read([lines + "250 x\r\n"]).count == 1)
    #expect(read([lines + "250-x\r\n250 x\r\n"]) == ["tooManyLines"])
  }

  @Test("what has come behind a reply is seen")
  func more() throws {
    var reader = SMTPReplyReader()
    reader.append("220 go ahead\r\n250 x".utf8)
    #expect(try reader.next()?.code == 220)
    #expect(reader.hasMore)
    reader.append("\r\n".utf8)
    #expect(try reader.next()?.code == 250)
    #expect(!reader.hasMore)
  }

  @Test(
    "the enhanced code is the first word of the text (RFC 3463 §2)",
    arguments: [
      ("5.7.51 TenantInboundAttribution", "5.7.51"), ("4.7.500 Server busy", "4.7.500"), ("2.1.0", "2.1.0"),
      ("3.7.1 x", nil), ("5.7 x", nil), ("5.7.1234 x", nil), ("Error: 5.7.1", nil), ("", nil),
      ("5..1 x", nil),
    ])
  func enhancedCode(_ text: String, _ expected: String?) {
    #expect(SMTPReply(code: 550, lines: [Array(text.utf8)]).enhancedCode == expected)
  }

  @Test("the keywords of EHLO, and what firewalls make of them")
  func capabilities() {
    func capabilities(_ lines: String...) -> SMTPCapabilities {
      SMTPCapabilities(SMTPReply(code: 250, lines: lines.map { Array($0.utf8) }))
    }
    let usual = capabilities(
      "mail.example.jp at your service", "SIZE 1000", "starttls", "8BITMIME", "\u{1B}[31m")
    #expect(usual.keywords == ["SIZE", "STARTTLS", "8BITMIME"])
    #expect(String(decoding: usual.name, as: UTF8.self) == "mail.example.jp")
    #expect(usual.offersTLS && !usual.isMasked)
    #expect(!capabilities("STARTTLS").offersTLS)
    #expect(capabilities("a", "XXXXXXXA").isMasked)
    #expect(!capabilities("a", "XCLIENT", "XEXCH50", "X").isMasked)
  }
}
