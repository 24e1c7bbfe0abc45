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
    #expect(evidence.recipients?.growth == 0)
  }

  @Test("where the older export can't tell who was excluded, the growth is unknown")
  func unknownGrowth() throws {
    let old = ExchangeFixtures.evidence(
      "PrimarySmtpAddress,RecipientTypeDetails\naoki@sakura.example,UserMailbox\n", excluding: keyword
    ).recipients
    let evidence = ExchangeFixtures.evidence(ExchangeFixtures.mailboxes, excluding: keyword, since: old)
    #expect(evidence.recipients?.changes?.added == 4)
    #expect(evidence.recipients?.growth == nil)
  }

  @Test(
    "the kind is told from whatever says it, and is unknown where nothing does",
    arguments: [
      ("RecipientTypeDetails", "roommailbox", "RoomMailbox"),
      ("RecipientTypeDetails", "1024", "MailUniversalSecurityGroup"),
      ("RecipientTypeDetails", "1099511627776", "GroupMailbox"),
      ("RecipientTypeDetails", "NewKindOfMailbox", "NewKindOfMailbox"),
      ("GroupType", "Universal, SecurityEnabled", "MailUniversalSecurityGroup"),
      ("GroupType", "-2147483640", "MailUniversalSecurityGroup"),
      ("GroupType", "Universal", "MailUniversalDistributionGroup"),
      ("GroupType", "8", "MailUniversalDistributionGroup"), ("AccessType", "Private", "GroupMailbox"),
      ("RecipientType", "MailUniversalSecurityGroup", "MailUniversalSecurityGroup"),
      ("RecipientType", "DynamicDistributionGroup", "DynamicDistributionGroup"),
      ("RecipientType", "UserMailbox", nil), ("RecipientType", "MailUniversalDistributionGroup", nil),
      ("ResourceType", "Room", "RoomMailbox"), ("ResourceType", "Equipment", "EquipmentMailbox"),
      ("ResourceType", "", nil),
    ] as [(String, String, String?)])
  func kinds(_ column: String, _ value: String, _ kind: String?) throws {
    let text = "PrimarySmtpAddress,\(column)\na@x.example,\"\(value)\"\n"
    let tally = try #require(ExchangeFixtures.evidence(text).recipients)
    #expect(tally.kinds.keys.map(\.name) == (kind.map { [$0] } ?? []))
  }

  @Test("candidates are named with the reason of each")
  func reasons() throws {
    let text =
      "PrimarySmtpAddress,RecipientTypeDetails\n"
      + [
        "MailUniversalSecurityGroup", "DynamicDistributionGroup", "GroupMailbox", "DiscoveryMailbox",
        "RoomList", "UserMailbox",
      ]
      .enumerated().map { "u\($0)@x.example,\($1)\n" }.joined()
    let json = try json(ExchangeFixtures.evidence(text))
    #expect(json.candidates?.count == 5)
    #expect(
      json.candidateReasons == [
        "securityGroup", "dynamicGroup", "unifiedGroup", "discoveryMailbox", "roomList",
      ])
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
