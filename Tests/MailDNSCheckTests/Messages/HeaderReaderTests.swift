import Testing

@testable import MailDNSCheck

@Suite("Messages: reading headers")
struct HeaderReaderTests {
  private func names(_ text: String) -> [String] {
    HeaderReader.section(of: Array(text.utf8)[...])?.fields.map(\.name.text) ?? []
  }

  private func value(_ name: FieldName, _ text: String) -> String? {
    HeaderReader.section(of: Array(text.utf8)[...])?.first(name)?.text
  }

  @Test("folded lines are one, whatever ends them; blank lines in front are skipped, the body is left")
  func folding() {
    for end in ["\n", "\r\n"] {
      let text = ["", "", "Subject: a", " b", "\tc", "X-B : d", "", "To: nobody"].joined(separator: end)
      #expect(value("subject", text) == "a b\tc")
      #expect(names(text) == ["subject", "x-b"])
    }
  }

  @Test("names are one in whatever case, and two where a letter or the length differs")
  func fieldNames() {
    func name(_ text: String) -> FieldName { FieldName(Array(text.utf8)[...]) }
    for text in ["to", "received", "x-ms-exchange-organization-authas"] {
      #expect(name(text) == FieldName(stringLiteral: text))
      #expect(name(text.uppercased()) == name(text))
      #expect(name(text + "s") != name(text))
      #expect(name("y" + text.dropFirst()) != name(text))
    }
    #expect(name("x-ms-exchange-organization-authas") != name("x-ms-exchange-crosstenant-authas"))
    #expect(Set([name("To"), name("TO"), "cc"]).count == 2)
  }

  @Test("a value on the next line is the value")
  func valueBelow() {
    #expect(
      value("x-forefront-antispam-report", "X-Forefront-Antispam-Report:\n CIP:192.0.2.1;")
        == "CIP:192.0.2.1;")
  }

  @Test("where the blanks of folding are gone, a line that can be no field goes on with the one before")
  func lostFolding() {
    let text = """
      Received: from a.example by b.example; Thu, 19 Nov 2026
      16:00:09 +0000
      DKIM-Signature: v=1; h=From:To:
      Subject:Date:Message-ID;
      b=abc
      X-Forefront-Antispam-Report:
      CIP:192.0.2.1;SFV:SKN;
      X-MS-TrafficTypeDiagnostic:
      TYPEPF0001:EE_|TYPR01MB0001:EE_
      X-Microsoft-Antispam-Mailbox-Delivery:
      ucf:0;jmr:0;auth:0;dest:J;
      Subject: hello

      body: text
      """
    #expect(
      names(text) == [
        "received", "dkim-signature", "x-forefront-antispam-report", "x-ms-traffictypediagnostic",
        "x-microsoft-antispam-mailbox-delivery", "subject",
      ])
    #expect(value("x-forefront-antispam-report", text) == "CIP:192.0.2.1;SFV:SKN;")
    #expect(value("received", text)?.hasSuffix("2026 16:00:09 +0000") == true)
  }

  @Test("where only some of the blanks of folding are gone, a line that is evidently no field goes on")
  func partlyLostFolding() {
    let text = """
      Received: from a.example
       by b.example; Thu, 19 Nov 2026 16:00:09 +0000
      DKIM-Signature: v=1; a=rsa-sha256; h=
      From:To:
      Subject:Date:Message-ID; b=abc
      X-Forefront-Antispam-Report:
      CIP:192.0.2.1;CTRY:JP;SFV:BLK;
      H:x;PTR:x;DIR:INB;
      X-MS-TrafficTypeDiagnostic:
      TYPEPF0001:EE_|TYPR01MB0001:EE_
      X-Microsoft-Antispam: BCL:0;
      ARA:1|2;
      X-Microsoft-Antispam-Mailbox-Delivery:
      \u{20}
      ucf:0;jmr:0;auth:0;dest:J;
      Subject: hello

      """
    #expect(
      names(text) == [
        "received", "dkim-signature", "x-forefront-antispam-report", "x-ms-traffictypediagnostic",
        "x-microsoft-antispam", "x-microsoft-antispam-mailbox-delivery", "subject",
      ])
    #expect(value("x-forefront-antispam-report", text) == "CIP:192.0.2.1;CTRY:JP;SFV:BLK; H:x;PTR:x;DIR:INB;")
    #expect(value("x-microsoft-antispam-mailbox-delivery", text)?.hasSuffix("dest:J;") == true)
  }

  @Test("fields without a blank behind the colon are fields, wherever they stand")
  func denseFields() {
    let text = """
      Received: from a.example
       by b.example;
      Subject:hello;you
      DKIM-Signature:v=1; h=From:To; b=abch=
      From:a@example.net
      X-MS-Has-Attach:
      Importance:high
      X-MS-TNEF-Correlator:
      X-Mailer:x;y
      Cc:
      Organizer:x
      X-List: a;
      Loop:b

      """
    #expect(
      names(text) == [
        "received", "subject", "dkim-signature", "from", "x-ms-has-attach", "importance",
        "x-ms-tnef-correlator", "x-mailer", "cc", "organizer", "x-list", "loop",
      ])
  }

  @Test("any one fold of a message that is lost leaves the verdict, or what was read of it")
  func anyFoldLost() throws {
    for base in [SampleMessage.throughSecureMX("BLK", level: 6, delivery: "dest:J;OFR:X;"), .direct()] {
      let honest = try #require(base.examination)
      let lines = base.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for index in lines.indices where lines[index].first == " " || lines[index].first == "\t" {
        var changed = lines
        changed[index] = String(lines[index].drop { $0 == " " || $0 == "\t" })
        let section = HeaderReader.section(of: Array(changed.joined(separator: "\n").utf8)[...])
        let message = MessageExamination(try #require(section), in: .builtIn)
        #expect(message.way.route == honest.way.route, "\(changed[index])")
        #expect(message.verdict.filter == honest.verdict.filter, "\(changed[index])")
        #expect(message.verdict.folder == honest.verdict.folder, "\(changed[index])")
      }
    }
  }

  @Test("what was pasted from an indented place is read as if it were not")
  func indented() {
    let text = "  Subject: a\n    b\n  X-Forefront-Antispam-Report:\n   SFV:SKN;\n\n  body: c\n"
    #expect(names(text) == ["subject", "x-forefront-antispam-report"])
    #expect(value("subject", text) == "a  b")
  }

  @Test("more fields than are looked at are cut off, and that is said")
  func bounds() throws {
    let text = (0..<10_005).map { "X-F\($0): \($0)\n" }.joined()
    let section = try #require(HeaderReader.section(of: Array(text.utf8)[...]))
    #expect(section.fields.count == HeaderSection.maximumFields)
    #expect(section.bound == .fields)
    for count in [9999, 10_000, 10_001] {
      let text = (0..<count).map { "X-F\($0): \($0)\n" }.joined()
      let section = try #require(HeaderReader.section(of: Array(text.utf8)[...]))
      #expect(section.fields.count == min(count, HeaderSection.maximumFields))
      let expected: HeaderBound? = count > HeaderSection.maximumFields ? .fields : nil
      #expect(section.bound == expected)
    }
    let long = "Subject: " + String(repeating: "a", count: HeaderField.maximumLength)
    for text in [long, "Subject: a\n" + String(repeating: " b\n", count: HeaderField.maximumLength / 2)] {
      let section = HeaderReader.section(of: Array(text.utf8)[...])
      #expect(section?.bound == .fieldLength)
    }
    let short = Array("Subject: a\n".utf8)[...]
    #expect(HeaderReader.section(of: short, isCut: true)?.bound == .octets)
    #expect(HeaderReader.section(of: short)?.bound == nil)
  }

  @Test(
    "what is said of a header that is too large is the bound that was hit", arguments: HeaderBound.allCases)
  func saidBounds(bound: HeaderBound) {
    let message = Finding.message.cutOff("Received", bound).message
    for other in HeaderBound.allCases {
      #expect(message.english.contains("(\(other.wording.english))") == (bound == other))
      #expect(message.japanese.contains("(上限: \(other.wording.japanese))") == (bound == other))
    }
  }

  @Test(
    "encoded words are read, also those cut inside a character",
    arguments: [
      ("=?iso-2022-jp?B?GyRCQUo1LTt2OWAbKEI=?=", "訴記事項"), ("=?UTF-8?B?6KuL5rGC5pu4?=", "請求書"),
      ("=?UTF-8?B?6KuL5rE=?= =?UTF-8?B?guabuA==?=", "請求書"), ("=?utf-8?q?a=5Fb_c?= d", "a_b c d"),
      ("plain", "plain"), ("=?x", "=?x"), ("=?utf-8?Z?a?=", "=?utf-8?Z?a?="), ("請求書", "請求書"),
    ])
  func encodedWords(text: String, expected: String) {
    #expect(EncodedWords.decode(Array(text.utf8)) == expected)
  }

  @Test("CP932 in the raw is read")
  func cp932() { #expect(EncodedWords.decode([0x90, 0xBF, 0x8B, 0x81, 0x8F, 0x91]) == "請求書") }

  @Test(
    "ISO-2022-JP in the raw is read, though `書` is `=q` in it, and next to encoded words",
    arguments: [
      ("\u{1B}$B@A5a=q\u{1B}(B", "請求書"), ("\u{1B}$B=qN`\u{1B}(B", "書類"),
      ("\u{1B}$B8+@Q=q\u{1B}(B a=b", "見積書 a=b"),
      ("\u{1B}$B=q=?\u{1B}(B =?UTF-8?B?6KuL5rGC5pu4?= \u{1B}$B=q\u{1B}(J.", "書戎 請求書 書."),
      ("a=b=?c", "a=b=?c"),
    ])
  func iso2022JP(text: String, expected: String) {
    #expect(EncodedWords.decode(Array(text.utf8)) == expected)
  }

  @Test("a name of raw ISO-2022-JP hides no address, though `株式会社` has `<` and `(` may stand in it")
  func rawNames() {
    for name in ["\u{1B}$B3t<02q<R\u{1B}(B", "\"\u{1B}$B!\"!(\u{1B}(B\"", "\u{1B}$B(,!<\u{1B}(B,"] {
      let text = name + " <a@example.net>, b@example.net"
      #expect(MailAddresses.list(Array(text.utf8)) == ["a@example.net", "b@example.net"])
    }
  }

  @Test(
    "the address is taken from a field however it is dressed",
    arguments: [
      ("Jiro <jiro@example.net>", ["jiro@example.net"]),
      ("a@example.net (Jiro), <b@example.net>", ["a@example.net", "b@example.net"]),
      ("\"x@evil.example\" <a@example.net>", ["a@example.net"]), ("undisclosed-recipients:;", []), ("", []),
    ])
  func addresses(text: String, expected: [String]) {
    #expect(MailAddresses.list(Array(text.utf8)) == expected)
  }
}
