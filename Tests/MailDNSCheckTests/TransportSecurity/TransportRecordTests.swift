import Testing

@testable import MailDNSCheck

@Suite("The records of MTA-STS and TLS-RPT (RFC 8461 §3.1, RFC 8460 §3)")
struct TransportRecordTests {
  private func texts(_ texts: [String]) -> [CharacterStrings] {
    texts.map { CharacterStrings([Array($0.utf8)])! }
  }

  @Test(
    "the id of an MTA-STS record",
    arguments: [
      ("v=STSv1; id=20261129T000000", "20261129T000000"),
      ("v=STSv1;id=1", "1"),
      ("v=STSv1; id=1;", "1"),
      ("v=STSv1;\tid=1 ; ", "1"),
      ("v=STSv1; id=1; id=2", "1"),
      ("v=STSv1; x-new.key_1=a:b(\"'; id=abc", "abc"),
      ("v=STSv1; id=" + String(repeating: "a", count: 32), String(repeating: "a", count: 32)),
    ])
  func id(_ text: String, _ id: String) throws {
    #expect(try MTASTSRecord(parsing: Array(text.utf8)).id == id)
  }

  @Test(
    "what can't be used says why and where",
    arguments: [
      ("v=STSv1;", .missingID, 8..<8),
      ("v=STSv1; ID=1", .missingID, 13..<13),
      ("v=STSv1; id=", .emptyValue, 9..<12),
      ("v=STSv1; id=2026-11-29", .badID, 12..<22),
      ("v=STSv1; id=1 2", .badID, 12..<15),
      ("v=STSv1; id = 1", .badName, 9..<12),
      ("v=STSv1; id=" + String(repeating: "a", count: 33), .badID, 12..<45),
      ("v=STSv1;; id=1", .emptyField, 8..<8),
      ("v=STSv1; id=1; hello", .missingEquals, 15..<20),
      ("v=STSv1; =1; id=1", .badName, 9..<10),
      ("v=STSv1; id=1; x=a=b", .badOctet(0x3D), 18..<19),
      ("v=STSv1; id=1; x=\u{1B}", .badOctet(0x1B), 17..<18),
    ] as [(String, TransportRecordError.Reason, Range<Int>)])
  func invalid(_ text: String, _ reason: TransportRecordError.Reason, _ place: Range<Int>) {
    #expect(throws: TransportRecordError(reason: reason, place: place)) {
      try MTASTSRecord(parsing: Array(text.utf8))
    }
  }

  @Test("others are dropped first; then there is exactly one, or none")
  func selection() throws {
    let record = try MTASTSRecord(parsing: Array("v=STSv1; id=1".utf8))
    func outcome(_ texts: String...) -> TransportRecordSelection<MTASTSRecord>.Outcome {
      TransportRecordSelection<MTASTSRecord>(self.texts(texts)).outcome
    }
    #expect(outcome() == .absent)
    #expect(outcome("v=spf1 -all") == .absent)
    #expect(outcome("v=spf1 -all", "v=STSv1; id=1", "v=STSv10; id=2") == .record(record))
    #expect(outcome("v=STSv1; id=1", "v=STSv1; id=1") == .several(2))
    // One that can't be used counts all the same.
    #expect(outcome("v=STSv1; id=1", "v=STSv1;") == .several(2))
    for text in [
      "v=stsv1; id=1", " v=STSv1; id=1", "v=STSv1 ; id=1", "v = STSv1; id=1", "\"v=STSv1; id=1\"", "v=STSv1",
    ] {
      #expect(outcome(text) == .notRecognized(Array(text.utf8)), "\(text)")
    }
  }

  @Test("strings are joined with nothing in between")
  func joined() {
    let strings = CharacterStrings([Array("v=STS".utf8), Array("v1; id=1".utf8)])!
    #expect(TransportRecordSelection<MTASTSRecord>([strings]).record?.id == "1")
  }

  @Test(
    "the addresses of a TLS-RPT record",
    arguments: [
      ("v=TLSRPTv1; rua=mailto:a@example.jp", ["mailto:a@example.jp"], 0),
      ("v=TLSRPTv1;rua=mailto:a@example.jp;", ["mailto:a@example.jp"], 0),
      (
        "v=TLSRPTv1; rua=mailto:a@example.jp , https://example.jp/v1/tlsrpt?x=1",
        ["mailto:a@example.jp", "https://example.jp/v1/tlsrpt?x=1"], 0
      ),
      ("v=TLSRPTv1; rua=MAILTO:a@example.jp; ext=1", ["MAILTO:a@example.jp"], 0),
      ("v=TLSRPTv1; rua=a@example.jp", [], 1),
      ("v=TLSRPTv1; rua=ftp://example.jp/,mailto:a@example.jp,", ["mailto:a@example.jp"], 2),
      ("v=TLSRPTv1; rua=mailto:a@example.jp!10m", [], 1),
    ] as [(String, [String], Int)])
  func addresses(_ text: String, _ addresses: [String], _ unusable: Int) throws {
    let record = try TLSRPTRecord(parsing: Array(text.utf8))
    #expect(record.addresses == addresses)
    #expect(record.unusable.count == unusable)
  }

  @Test("a TLS-RPT record without addresses is none")
  func withoutAddresses() {
    for text in ["v=TLSRPTv1;", "v=TLSRPTv1; ruf=mailto:a@example.jp", "v=TLSRPTv1; RUA=mailto:a@example.jp"]
    {
      #expect(throws: TransportRecordError.self) { try TLSRPTRecord(parsing: Array(text.utf8)) }
    }
  }

  @Test("whatever stands in a record, it is read or refused")
  func robustness() {
    var generator = SeededGenerator(seed: 8461)
    let pieces = [
      "v=STSv1;", "id=", "1", ";", " ", "=", "\u{0}", "é", "x", ",", "rua=", "mailto:", "\t", "\"",
    ]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0..<12, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      _ = try? MTASTSRecord(parsing: Array(("v=STSv1;" + text).utf8))
      _ = try? TLSRPTRecord(parsing: Array(("v=TLSRPTv1;" + text).utf8))
      _ = TransportRecordSelection<MTASTSRecord>(texts([text]))
    }
  }
}
