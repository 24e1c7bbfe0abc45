import Testing

@testable import MailDNSCheck

@Suite("Readers and hostile records")
struct HostileRecordTests {
  /// Octets, tags and terms in any number.
  private static let texts: [[UInt8]] = {
    let many = { (piece: String, count: Int) in Array(String(repeating: piece, count: count).utf8) }
    return [
      [], [0], Array(repeating: 0xFF, count: 65_000), many(";", 65_000), many("=", 65_000),
      many("\"", 65_000),
      many("\\;", 32_000), many("v=DMARC1;", 7_000), Array("v=DMARC1; ".utf8) + many("p=reject;", 7_000),
      Array("v=DMARC1; ".utf8) + (0..<10_000).flatMap { Array("t\($0)=x;".utf8) }.prefix(64_000),
      Array("v=DMARC1; p=reject; rua=".utf8) + many("mailto:a@b.example,", 3_000),
      Array("v=DKIM1; p=".utf8) + many("A", 65_000), Array("v=DKIM1; p=".utf8) + many("= ", 32_000),
      Array("v=DKIM1; ".utf8) + many("p=AAAA;", 9_000), many("p p ", 16_000),
      Array("v=spf1 ".utf8) + many("a ", 32_000), Array("v=spf1 ".utf8) + many("include:%{d} ", 5_000),
      Array("v=spf1 ".utf8) + many("%{", 32_000), Array("v=spf1 exists:".utf8) + many("%{dr}", 12_000),
      Array("v=spf1 ".utf8) + many("ip4:192.0.2.0/24 ", 3_800),
      Array("v=spf1 ".utf8) + many("redirect=x.example ", 3_000),
      Array("v=spf1 ptr:".utf8) + many(".", 60_000), Array("v=spf1 a/".utf8) + many("9", 60_000),
      Array((0..<65_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }),
    ]
  }()

  @Test("every program's reader comes to an end", .timeLimit(.minutes(2)), arguments: texts.indices)
  func ends(_ index: Int) throws {
    let strings = CharacterStrings(cutting: Self.texts[index])
    for reader in DMARCReader.all {
      _ = reader.result(at: [DMARCReadingPlace(texts: [strings, strings], isOfParent: true)])
      _ = reader.result(at: [DMARCReadingPlace(texts: [strings], isOfParent: false)])
    }
    for reader in DKIMReader.all {
      _ = reader.result(of: [strings], signedWith: DKIMSigningKey(publishedIn: [strings]))
    }
    _ = DKIMReceivers([strings])
    _ = DMARCReader.difference(DMARCSelection([strings]), [strings])
    // The same record wherever it leads: as many as there can be.
    let known = KnownAnswers { question in
      question.type == .txt
        ? Answer(
          question: question, aliases: [],
          outcome: .found([ResourceRecord(owner: question.name, timeToLive: 1, data: .txt(strings))]),
          origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
        : .assumedAbsent(question)
    }
    let identity = SPFIdentity(address: IPAddress("192.0.2.1")!, mailFrom: "a@b.example", helo: "", time: 0)
    #expect(try SPFReader.readings(identity, from: known).count == SPFReader.all.count)
  }

  @Test("records that include each other end, however many there are")
  func tree() throws {
    let known = KnownAnswers { question in
      guard question.type == .txt else { return .assumedAbsent(question) }
      let label = question.name.labels.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      let text =
        "v=spf1 " + (0..<9).map { "include:\(label.prefix(20))\($0).b.example" }.joined(separator: " ")
        + " -all"
      let record = ResourceRecord(
        owner: question.name, timeToLive: 1, data: .txt(CharacterStrings(cutting: Array(text.utf8))))
      return Answer(
        question: question, aliases: [], outcome: .found([record]),
        origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
    }
    let identity = SPFIdentity(address: IPAddress("192.0.2.1")!, mailFrom: "a@x.b.example", helo: "", time: 0)
    #expect(try SPFReader.readings(identity, from: known).count == SPFReader.all.count)
  }
}
