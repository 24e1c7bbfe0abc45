import Testing

@testable import MailDNSCheck

@Suite("Programs that read a record otherwise than it is meant")
struct ReceiverDifferenceTests {
  private func difference(_ texts: String...) -> ReceiverDifference<DMARCReceiverResult>? {
    let strings = texts.map { CharacterStrings(cutting: Array($0.utf8)) }
    return DMARCReader.difference(DMARCSelection(strings), strings)
  }

  @Test(
    "a sound record is read alike by all, whatever it asks for",
    arguments: [
      "v=DMARC1; p=reject", "v=DMARC1; p=none; rua=mailto:a@example.org",
      "v=DMARC1; p=reject; sp=none; adkim=s",
      "v=DMARC1; p=quarantine; pct=50; rua=mailto:a@example.org", "v=DMARC1;p=reject;np=reject;t=y",
    ])
  func sound(_ text: String) {
    #expect(difference(text) == nil)
  }

  @Test(
    "of several records none is told to be published: they void each other, and the stricter must not be lost"
  )
  func severalRecords() async throws {
    let report = try await RecordedResolver(
      """
      example.jp MX 10 mx.securemx.jp
      _dmarc.example.jp TXT "v=DMARC1; p=reject; rua=mailto:a@example.jp"
      _dmarc.example.jp TXT "v=DMARC1; p=none"

      """
    ).report(on: "example.jp")
    #expect(report.findings("dmarc-several").count == 1)
    #expect(report.findings("dmarc-receivers-differ").isEmpty)
  }

  @Test("no plain form that loses an address for reports is told to be published")
  func lostAddress() throws {
    let found = difference("v=DMARC1; p=reject; rua=dmarc@example.jp; adkim=x")
    #expect(found?.plain == nil)
    #expect(found != nil)
  }

  @Test("a version in lower case is a record to some, and none to others; the plain form is given")
  func versionCase() throws {
    let found = try #require(difference("v=dmarc1; p=reject"))
    #expect(found.meant == .reject)
    #expect(found.concernsWideUse)
    #expect(found.readings.map(\.receiver.name).contains("OpenDMARC"))
    #expect(!found.readings.map(\.receiver.name).contains("Mail::DMARC"))
    #expect(found.plain == Array("v=DMARC1; p=reject".utf8))
  }

  @Test("a `;` that is missing hides the policy from most programs")
  func missingSeparator() throws {
    let found = try #require(difference("v=DMARC1; p=reject sp=none"))
    #expect(found.list.english.contains("OpenDMARC"))
  }

  @Test("what only checkers do otherwise is of little weight")
  func checkers() throws {
    let found = try #require(difference("v=DMARC1; p=reject; foo"))
    #expect(!found.concernsWideUse)
  }

  @Test("text without a policy is nobody's")
  func nothing() {
    #expect(difference("hello") == nil)
    #expect(difference("v=DMARC1") == nil)
  }

  @Test("a key as everybody publishes it is read alike; a bare one is not, and is given wrapped")
  func keys() throws {
    let table = try MeasuredTable()
    func texts(_ name: String) throws -> [CharacterStrings] {
      try #require(table.rows.first { $0.ground == "dkim" && $0.name == name }).texts
    }
    #expect(DKIMReceivers(try texts("base")).difference == nil)
    #expect(DKIMReceivers(try texts("o-ked")).difference == nil)
    let found = try #require(DKIMReceivers(try texts("pkcs1")).difference)
    #expect(found.concernsWideUse)
    #expect(found.readings.map(\.receiver.name).contains("OpenDKIM"))
    #expect(found.plain == (try texts("base"))[0].joined)
  }

  @Test("the readings are those of the answer's own order")
  func order() throws {
    let table = try MeasuredTable()
    let row = try #require(table.rows.first { $0.name == "revokedfirst" })
    let other = Array(row.texts.reversed())
    #expect(DKIMReceivers(row.texts).readings != DKIMReceivers(other).readings)
  }
}
