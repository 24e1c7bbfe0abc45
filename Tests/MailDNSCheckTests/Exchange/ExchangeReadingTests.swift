import Testing

@testable import MailDNSCheck

@Suite("Exports as files: encodings and forms")
struct ExchangeReadingTests {
  private static let rows = [
    ["DisplayName", "PrimarySmtpAddress", "CustomAttribute1"], ["表 ソ能", "a@x.example", "NOSYNC"],
    ["改行\r\nあり, \"引用\"", "b@x.example", ""],
  ]

  private static func text(separator: String = ",", quotesAll: Bool = true, end: String = "\r\n") -> String {
    rows.map { row in
      row.map { field in
        let isSpecial = field.contains { "\"\r\n\r\n".contains($0) || separator.contains($0) }
        return quotesAll || isSpecial ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field
      }.joined(separator: separator) + end
    }.joined()
  }

  private static func wide(_ text: String, isLittle: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
      isLittle ? [UInt8(unit & 255), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 255)]
    }
  }

  /// `表 ソ能`, `改行`, `あり, "引用"` in CP932; the second octet of two of them is a backslash.
  private static func cp932(_ text: String) -> [UInt8] {
    let table: [Character: [UInt8]] = [
      "表": [0x95, 0x5C], "ソ": [0x83, 0x5C], "能": [0x94, 0x5C], "改": [0x89, 0xFC], "行": [0x8D, 0x73],
      "あ": [0x82, 0xA0], "り": [0x82, 0xE8], "引": [0x88, 0xF8], "用": [0x97, 0x70],
    ]
    return text.flatMap { table[$0] ?? Array(String($0).utf8) }
  }

  static let forms: [(String, [UInt8])] = [
    ("5.1 -Encoding UTF8", [0xEF, 0xBB, 0xBF] + Array(text().utf8)), ("7", Array(text().utf8)),
    (
      "5.1 with #TYPE",
      Array(("#TYPE Selected.System.Management.Automation.PSCustomObject\r\n" + text()).utf8)
    ),
    ("Out-File of 5.1", wide(text(), isLittle: true)), ("UTF-16BE", wide(text(), isLittle: false)),
    ("UTF-16LE without a mark", wide(text(), isLittle: true, mark: false)),
    ("Excel, CP932", cp932(text(quotesAll: false))),
    ("Excel, CP932, semicolons", cp932(text(separator: ";", quotesAll: false))),
    ("Excel, Unicode text", wide(text(separator: "\t", quotesAll: false), isLittle: true)),
    ("Excel with sep=", Array(("sep=,\r\n" + text()).utf8)), ("line feeds", Array(text(end: "\n").utf8)),
    ("carriage returns", Array(text(end: "\r").utf8)),
    ("blank lines", Array(("\r\n" + text() + "\r\n\r\n").utf8)),
  ]

  @Test("whatever wrote the table, its rows are the same", arguments: forms.map(\.0))
  func table(_ form: String) throws {
    let octets = try #require(Self.forms.first { $0.0 == form }?.1)
    for size in [1, 3, 64, 100_000] {
      let (reader, rows, broken) = ExchangeFixtures.read(octets, piece: size)
      #expect(broken == [], "\(size)")
      guard case .kind(.recipients) = reader.content else {
        Issue.record("\(reader.content)")
        continue
      }
      #expect(rows.map { $0.text("displayname") } == ["表 ソ能", "改行\r\nあり, \"引用\""])
      #expect(rows.map { $0.text("primarysmtpaddress") } == ["a@x.example", "b@x.example"])
      #expect(rows.map { $0.text("customattribute1") } == ["NOSYNC", nil])
    }
  }

  @Test(
    "JSON: one object, an array, one behind the other, PowerShell's wrapper, in whatever encoding",
    arguments: [
      #"{"PrimarySmtpAddress": "a@x.example", "DisplayName": "表"}"#,
      #"[{"PrimarySmtpAddress": "a@x.example", "DisplayName": "表"}]"#,
      #"{"value": [{"primarysmtpaddress": "a@x.example", "DisplayName": "\u8868"}], "Count": 1}"#,
      "\r\n[\r\n {\"PrimarySmtpAddress\": \"a@x.example\",\r\n \"DisplayName\": \"表\"}\r\n]\r\n",
    ])
  func json(_ text: String) {
    for octets in [Array(text.utf8), Self.cp932(text), Self.wide(text, isLittle: true)] {
      let (_, rows, broken) = ExchangeFixtures.read(octets)
      #expect(broken == [])
      #expect(rows.map { $0.text("primarysmtpaddress") } == ["a@x.example"])
      #expect(rows.map { $0.text("displayname") } == ["表"])
    }
  }

  @Test("a broken row is named by its line and the reason; the others count")
  func brokenRows() {
    let text = """
      PrimarySmtpAddress,CustomAttribute1
      a@x.example,
      b@x.example
      "c@x.example,
      d@x.example,NOSYNC,,
      e@x.example,1,2
      "f@x.example"g,
      h@x.example,

      """
    let (_, rows, broken) = ExchangeFixtures.read(Array(text.utf8))
    #expect(rows.map { $0.text("primarysmtpaddress") } == ["a@x.example", "d@x.example", "h@x.example"])
    #expect(
      broken == [
        BrokenRow(line: 3, reason: .fieldCount(1, expected: 2)), BrokenRow(line: 4, reason: .quotes),
        BrokenRow(line: 6, reason: .fieldCount(3, expected: 2)), BrokenRow(line: 7, reason: .quotes),
      ])
  }

  @Test("a broken object is named by its line; one that the end of the file cuts off, too")
  func brokenObjects() {
    let text = """
      [{"PrimarySmtpAddress": "a@x.example"},
       {"PrimarySmtpAddress": tru},
       {"PrimarySmtpAddress": "b@x.example"},
       {"PrimarySmtpAddress": "c@x
      """
    let (_, rows, broken) = ExchangeFixtures.read(Array(text.utf8))
    #expect(rows.map { $0.text("primarysmtpaddress") } == ["a@x.example", "b@x.example"])
    #expect(
      broken == [
        BrokenRow(line: 2, reason: .json(.bareWord("tru"))), BrokenRow(line: 4, reason: .cutOff),
      ])
  }

  @Test("lists within lists are too deep, said once; a list that nothing closes is cut off")
  func deepLists() {
    let deep = ExchangeFixtures.read(Array(repeating: UInt8(ascii: "["), count: 200_000), piece: 65_536)
    let reason = LocatedJSONError.Reason.tooDeep(maximum: LocatedJSON.maximumDepth)
    #expect(deep.broken == [BrokenRow(line: 1, reason: .json(reason))])
    let open = ExchangeFixtures.read(Array("[{\"PrimarySmtpAddress\": \"a@x.example\"},\n".utf8))
    #expect(open.rows.count == 1 && open.broken == [BrokenRow(line: 2, reason: .cutOff)])
    for text in ["[]", "[{\"PrimarySmtpAddress\": \"a@x.example\"}]", "{\"value\":[],\"Count\":0}"] {
      #expect(ExchangeFixtures.read(Array(text.utf8)).broken == [], "\(text)")
    }
  }

  @Test("a row longer than any row is, is broken, and no more of it is kept")
  func longRow() {
    let long = String(repeating: "x", count: SeparatedValues.maximumRow + 10)
    let text = "PrimarySmtpAddress,A\n\(long),1\n\"\(long)\n,2\na@x.example,3\n"
    let (_, rows, broken) = ExchangeFixtures.read(Array(text.utf8), piece: 65_536)
    #expect(rows.compactMap { $0.text("primarysmtpaddress") } == ["a@x.example"])
    #expect(broken.map(\.line) == [2, 3])
  }

  @Test(
    "a list is what it is, however it was joined; a type's name, or a cut, is no list",
    arguments: [
      ("smtp:a@x SMTP:b@x", ["smtp:a@x", "SMTP:b@x"]), ("smtp:a@x,SMTP:b@x", ["smtp:a@x", "SMTP:b@x"]),
      ("smtp:a@x;SMTP:b@x", ["smtp:a@x", "SMTP:b@x"]), ("smtp:a@x|SMTP:b@x", ["smtp:a@x", "SMTP:b@x"]),
      ("smtp:a@x\r\nSMTP:b@x", ["smtp:a@x", "SMTP:b@x"]), ("{smtp:a@x, SMTP:b@x}", ["smtp:a@x", "SMTP:b@x"]),
      ("System.Object[]", nil), ("System.Collections.ArrayList", nil), ("System.String[]", nil),
      ("Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]", nil),
      ("{smtp:a@x, smtp:b@x, smtp:c@x, smtp:d@x…}", nil), ("smtp:a@x, ...", nil),
    ] as [(String, [String]?)])
  func lists(_ text: String, _ items: [String]?) {
    #expect(ExportCell.text(text).list == (items.map(ExportCell.List.items) ?? .lost))
  }

  @Test(
    "the kind is told by the columns, in whatever case and order, never by a name",
    arguments: [
      ("FromIP,SenderAddress,RecipientAddress", "message-trace"),
      ("DomainType,DomainName", "accepted-domains"),
      ("Name,SENDERDOMAINS,ConnectorType", "inbound-connectors"), ("SmartHosts,Name", "outbound-connectors"),
      ("Name,State,Mode,Priority", "transport-rules"), ("Name,RejectDirectSend", "organization-config"),
      ("PrimarySmtpAddress,AccessType", "unified-groups"),
      ("PrimarySmtpAddress,GroupType", "distribution-groups"),
      ("PrimarySmtpAddress,ProhibitSendQuota", "mailboxes"), ("DisplayName,PrimarySMTPAddress", "recipients"),
    ])
  func kinds(_ columns: String, _ kind: String) {
    guard case .kind(let found) = ExchangeFixtures.read(Array((columns + "\n").utf8)).reader.content else {
      Issue.record("no kind")
      return
    }
    #expect(found.rawValue == kind)
  }

  @Test("of recipients the kind is that of the rows, where they have one in common")
  func homes() {
    func kind(_ types: String...) -> ExportKind? {
      ExchangeFixtures.evidence(
        "PrimarySmtpAddress,RecipientTypeDetails\n"
          + types.enumerated().map { "u\($0)@x.example,\($1)\n" }.joined()
      ).files.first?.kind
    }
    #expect(kind("UserMailbox", "RoomMailbox", "DiscoveryMailbox") == .mailboxes)
    #expect(kind("MailUniversalSecurityGroup", "RoomList") == .distributionGroups)
    #expect(kind("GroupMailbox") == .unifiedGroups)
    #expect(kind("UserMailbox", "MailContact") == .recipients)
  }

  @Test("what has columns of no kind is foreign, and names them; an empty file has none")
  func foreign() {
    guard case .foreign(let columns) = ExchangeFixtures.read(Array("a,b\n1,2\n".utf8)).reader.content else {
      Issue.record("a kind")
      return
    }
    #expect(columns == ["a", "b"])
    guard case .open = ExchangeFixtures.read([]).reader.content else {
      Issue.record("a kind")
      return
    }
  }

  @Test(
    "exactly 1,000 rows are cut off; fewer and more are whole",
    arguments: [(999, true), (1_000, false), (1_001, true)])
  func cutOff(_ count: Int, _ isComplete: Bool) {
    let rows = (0..<count).map { "u\($0)@x.example,UserMailbox\n" }.joined()
    let evidence = ExchangeFixtures.evidence("PrimarySmtpAddress,RecipientTypeDetails\n" + rows)
    #expect(evidence.files.first?.isComplete == isComplete)
    #expect(evidence.findings.contains { $0.id == "exchange-cut-off" } == !isComplete)
  }

  @Test("a cut-off export is said before all else")
  func cutOffFirst() {
    let rows = (0..<1_000).map { "u\($0)@x.example,UserMailbox\n" }.joined()
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.connector(["Enabled": "false"]), "PrimarySmtpAddress,RecipientTypeDetails\n" + rows)
    #expect(evidence.findings.first?.id == "exchange-cut-off")
    #expect(evidence.findings.dropFirst().first?.severity == .critical)
  }

  @Test("what PowerShell 5.1 makes of lists and addresses in JSON is read as what it was")
  func wrappedValues() {
    let list = #"{"value": ["210.130.202.128/25"], "Count": 1}"#
    #expect(
      ExchangeFixtures.evidence(ExchangeFixtures.connector(["SenderIPAddresses": list])).endpoint.closed
        == .yes)
    let spaces = #"[{"Type": "smtp", "Address": "*", "Cost": 1}]"#
    #expect(
      ExchangeFixtures.evidence(ExchangeFixtures.connector(["SenderDomains": spaces])).endpoint.closed == .yes
    )
    let ranges = #"[{"LowerBound": "210.130.202.128", "Expression": "210.130.202.128/25", "CIDRLength": 25}]"#
    #expect(
      ExchangeFixtures.evidence(ExchangeFixtures.connector(["SenderIPAddresses": ranges])).endpoint.closed
        == .yes)
    let mailbox = """
      {"PrimarySmtpAddress": {"Local": "a", "Domain": "x.example", "Address": "a@x.example", "Length": 11},
       "RecipientTypeDetails": {"value": 1, "Value": "UserMailbox"},
       "EmailAddresses": [{"ProxyAddressString": "SMTP:a@x.example", "IsPrimaryAddress": true},
                          {"ProxyAddressString": "smtp:b@x.example", "IsPrimaryAddress": false}]}
      """
    let tally = ExchangeFixtures.evidence(mailbox).recipients
    #expect(tally?.domains == ["x.example": 1] && tally?.addressesWithAliases == 2)
    #expect(tally?.kinds == [.userMailbox: 1])
  }

  @Test("an object or a list that says nothing to us is not empty: it is unknown")
  func foreignValues() {
    for value in [#"{"CliXml": "<Objs/>"}"#, #"[{"a": 1}]"#, "[[]]", "{}"] {
      let evidence = ExchangeFixtures.evidence(ExchangeFixtures.connector(["SenderIPAddresses": value]))
      #expect(evidence.endpoint.closed == .unknown, "\(value)")
    }
    for value in ["[]", "[null]", "null", #""""#, #"{"value": [], "Count": 0}"#] {
      let evidence = ExchangeFixtures.evidence(ExchangeFixtures.connector(["SenderIPAddresses": value]))
      #expect(evidence.endpoint.closed == .no, "\(value)")
    }
  }

  @Test("a #TYPE line that Excel has saved again, with separators behind it, still tells the kind")
  func typeName() {
    let text =
      "#TYPE Selected.Microsoft.Exchange.Data.Directory.Management.Mailbox,,\r\nPrimarySmtpAddress,A,B\r\n"
    guard case .kind(.mailboxes) = ExchangeFixtures.read(Array(text.utf8)).reader.content else {
      Issue.record("another kind")
      return
    }
  }

  @Test("remote domains are no accepted domains")
  func remoteDomains() {
    let text = "Name,DomainName,AllowedOOFType,TargetDeliveryDomain\nDefault,*,External,False\n"
    guard case .foreign = ExchangeFixtures.read(Array(text.utf8)).reader.content else {
      Issue.record("a kind")
      return
    }
  }

  @Test("enumerations can be numbers, as PowerShell 5.1 writes them into JSON")
  func numbers() {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.connector(["ConnectorType": "2"]),
      #"{"DomainName": "x.example", "DomainType": 2}"#,
      #"{"PrimarySmtpAddress": "a@x.example", "RecipientTypeDetails": 16}"#,
      #"{"Name": "r", "State": 0, "Mode": 3, "SetSCL": -1, "SenderIpRanges": ["210.130.202.0/24"]}"#)
    #expect(evidence.endpoint.closed == .yes)
    #expect(evidence.domains?.first?.type == "InternalRelay")
    #expect(evidence.recipients?.leftOut == 1)
    #expect(evidence.spamFilterRules.map(\.proof) == [.gateway])
    #expect(evidence.rules?.first?.isInForce == true)
  }
}
