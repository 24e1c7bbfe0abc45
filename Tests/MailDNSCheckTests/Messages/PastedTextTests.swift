import Testing

@testable import MailDNSCheck

private let plainHeader = """
  Received: from mail.example.net (mail.example.net [203.0.113.7])
  \tby mx.example.jp (Postfix) with ESMTPS id 4fb;
   Mon, 2 Nov 2026 10:00:04 +0900
  From: Jiro <jiro@example.net>
  To: <hanako@example.jp>
  Subject: hello

  """

@Suite("Messages: headers out of other programs")
struct PastedTextTests {
  private func header(_ text: String) -> String? {
    let octets = Array(text.utf8)
    return PastedText(octets[...]).map { String(decoding: $0.header(in: octets[...]), as: UTF8.self) }
  }

  private func lines(_ change: (String) -> String, end: String = "\n") -> String {
    plainHeader.split(separator: "\n").map { change(String($0)) + end }.joined()
  }

  @Test(
    "marks of quotation are taken away, and the blanks of folded lines stay",
    arguments: ["> ", ">> ", "> > ", ">>> ", "| ", "|> ", ">", "  > "])
  func quotation(mark: String) {
    for end in ["\n", "\r\n"] { #expect(header(lines({ mark + $0 }, end: end)) == plainHeader) }
  }

  @Test("what stands around a quoted header is left out, also the body that was quoted with it")
  func surroundings() {
    let text =
      "山田さん\nhttps://example.jp/x\n\nOn Mon, Jiro wrote:\n\n" + lines { "> " + $0 }
      + "> \n> body: text\n\nRegards: x\n"
    #expect(header(text) == plainHeader)
  }

  @Test("a line that a mailer has broken goes on without a mark")
  func broken() {
    let text = "> Received: from a.example by b.example; Mon, 2 Nov\n2026 10:00:04 +0900\n> Subject: a\n"
    #expect(
      header(text) == "Received: from a.example by b.example; Mon, 2 Nov\n 2026 10:00:04 +0900\nSubject: a\n")
  }

  @Test("a quotation that was filled anew keeps the values that stood on a line of their own")
  func filled() {
    for mark in [">", ">  ", "> "] {
      let text =
        "> Subject: a\n> X-Forefront-Antispam-Report:\n\(mark)\nCIP:192.0.2.1;SFV:BLK;\n> To: b\n> \nCIP:no;no\n"
      #expect(
        header(text) == "Subject: a\nX-Forefront-Antispam-Report:\n CIP:192.0.2.1;SFV:BLK;\nTo: b\n")
    }
  }

  @Test("a header below a greeting is read without it, where what follows plainly is one")
  func greeting() {
    for text in ["山田さん\n\n", "Hello,\nlook at https://example.jp/x\n\nJiro\n\n", "Hi\n"] {
      #expect(header(text + plainHeader + "\nbody: x\n") == plainHeader)
    }
    for text in [
      "Hello\n\nFrom: a\nTo: b\n\nSubject: c\n", "Hello\n\nNote: a\nFrom: b\nTo: c\nSubject: d\n",
      "Hello\n\nA:\nB:\nC:\nD:\n", "Subject: a\n\n" + plainHeader, "  Subject: a\n\n" + plainHeader,
      "From a@example.net Mon Nov  2 01:00:00 2026\n\n" + plainHeader,
      String(repeating: "Hello\n", count: 30) + plainHeader,
    ] { #expect(header(text) == nil) }
  }

  @Test(
    "a blank line between all lines is none; where more of them stand, the header ends", arguments: [1, 2])
  func blankLines(count: Int) {
    for end in ["\n", "\r\n"] {
      let gap = String(repeating: end, count: count)
      let text = lines({ $0 }, end: end + gap)
      #expect(header(text) == plainHeader)
      #expect(header("\n\n" + text + end + end + "Note: this is the body" + end) == plainHeader)
      #expect(
        header(lines({ "> " + $0 }, end: end + String(repeating: "> " + end, count: count))) == plainHeader)
    }
  }

  @Test("lines that have lost their blanks, too, are read with blank lines in between")
  func blankLinesWithoutFolding() throws {
    let text = lines({ String($0.drop { $0 == " " || $0 == "\t" }) }, end: "\n\n")
    let octets = Array(try #require(header(text)).utf8)
    let section = try #require(HeaderReader.section(of: octets[...]))
    #expect(section.fields.map(\.name.text) == ["received", "from", "to", "subject"])
    #expect(section.first("received")?.text.hasSuffix("2026 10:00:04 +0900") == true)
  }

  @Test(
    "messages, mailboxes and other texts are read as they are",
    arguments: [
      "", "\n\n", "hello\n", "> hello\n> you\n", "Subject: one\n\nA\n\nB\n\nC\n\nD\n",
      "Subject: one\n\n> From: a\n> To: b\n> Date: c\n", "a: b\n\nc: d\n\ne: f\n\ng: h\n",
      "From: a@example.net\nSubject: one\n\nFrom: b\n\nTo: c\n\nDate: d\n\nSubject: e\n",
      "From a@example.net Mon Nov  2 01:00:00 2026\nSubject: one\n\n> Subject: two\n",
      "From a@example.net Mon Nov  2 01:00:00 2026\n\n> Subject: two\n",
      ">From a@example.net Mon Nov  2 01:00:00 2026\nSubject: one\n\nbody\n", plainHeader, "\n" + plainHeader,
      "> https://example.jp/\n> hello\n",
      "Subject:one\nFrom:a@example.net\n\n> Subject: two\n",
    ])
  func others(text: String) { #expect(header(text) == nil) }

  @Test("a quotation that begins further down than anybody looks is none")
  func bounds() {
    let quoted = lines { "> " + $0 }
    #expect(header(String(repeating: "hello\n", count: 19) + quoted) == plainHeader)
    #expect(header(String(repeating: "hello\n", count: 30) + quoted) == nil)
    #expect(header(String(repeating: "\n", count: PastedText.length) + quoted) == nil)
    #expect(header(String(repeating: "> ", count: 21) + "Subject: a\n") == nil)
  }
}
