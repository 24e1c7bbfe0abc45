import Testing

@testable import MailDNSCheck

@Suite("Exchange: which addresses are billed")
struct ExchangeRecipientTests {
  private let keyword = ["CustomAttribute1=NOSYNC"]

  @Test("rooms and equipment are left out, those with the keyword excluded, and only SMTP addresses count")
  func counts() throws {
    let tally = try #require(
      ExchangeFixtures.evidence(ExchangeFixtures.mailboxes, excluding: keyword).recipients)
    #expect(tally.total == 5 && tally.leftOut == 2 && tally.excluded == 1)
    #expect(tally.synchronised == 2 && tally.addresses == 2 && tally.addressesWithAliases == 4)
    #expect(tally.candidates.map(\.address) == ["rights@sakura.example"])
    #expect(tally.isDecided && tally.hasAliases)
    #expect(tally.domains == ["sakura.example": 2])
  }

  @Test("without the attribute's column who is excluded is unknown, not nobody")
  func missingAttribute() throws {
    let json = try json(
      ExchangeFixtures.evidence(ExchangeFixtures.mailboxes, excluding: ["CustomAttribute7=X"]))
    #expect(
      json.synchronised == nil && json.excluded == nil && json.addresses == nil && json.withAliases == nil)
    #expect(json.total == 5)
  }

  @Test("the keyword is the whole value, letter by letter")
  func exactly() throws {
    for (keyword, excluded) in [("NOSYNC", 1), ("NOSYN", 0), ("nosync", 0)] {
      let evidence = ExchangeFixtures.evidence(
        ExchangeFixtures.mailboxes, excluding: ["customattribute1=\(keyword)"])
      #expect(evidence.recipients?.excluded == excluded)
    }
  }

  @Test("lost lists leave the number with aliases unknown, and only that")
  func lostLists() throws {
    let text =
      "PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses\na@x.example,UserMailbox,System.Object[]\n"
    let evidence = ExchangeFixtures.evidence(text)
    let json = try json(evidence)
    #expect(json.addresses == 1 && json.withAliases == nil)
    #expect(evidence.findings.map(\.id) == ["exchange-list-lost"])
  }

  @Test("a recipient that two exports name is counted once; two rows of one export are two")
  func twice() {
    let evidence = ExchangeFixtures.evidence(ExchangeFixtures.mailboxes, ExchangeFixtures.mailboxes)
    #expect(evidence.recipients?.total == 5)
    let text = "PrimarySmtpAddress,RecipientTypeDetails\na@x.example,UserMailbox\na@x.example,UserMailbox\n"
    #expect(ExchangeFixtures.evidence(text).recipients?.total == 2)
  }

  @Test("two exports show what was added and what that does to the sum")
  func changes() throws {
    let old = ExchangeFixtures.evidence(
      "PrimarySmtpAddress,RecipientTypeDetails,CustomAttribute1\nAOKI@sakura.example,UserMailbox,\ngone@sakura.example,UserMailbox,\n",
      excluding: keyword
    ).recipients
    let evidence = ExchangeFixtures.evidence(ExchangeFixtures.mailboxes, excluding: keyword, since: old)
    let changes = try #require(evidence.recipients?.changes)
    #expect(changes.added == 4 && changes.addedBilled == 1 && changes.removed == 1)
    #expect(evidence.recipients.map { $0.addresses - changes.oldAddresses } == 0)
  }

  @Test(
    "an exclusion is an attribute that can be set, and a keyword",
    arguments: [
      ("CustomAttribute1=NOSYNC", "CustomAttribute1"),
      ("extensioncustomattribute5==", "ExtensionCustomAttribute5"),
      ("CustomAttribute16=x", nil), ("CustomAttribute1=", nil), ("CustomAttribute1", nil), ("; rm=x", nil),
    ] as [(String, String?)])
  func exclusions(_ text: String, _ attribute: String?) {
    #expect(RecipientExclusion(text)?.attribute == attribute)
  }

  private func json(_ evidence: ExchangeEvidence) throws -> ExchangeJSON.Recipients {
    ExchangeJSON.Recipients(try #require(evidence.recipients))
  }
}
