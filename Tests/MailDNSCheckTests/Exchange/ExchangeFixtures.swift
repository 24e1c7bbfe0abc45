@testable import MailDNSCheck

/// Exports of a tenant of nobody's, written as the cmdlets write them.
enum ExchangeFixtures {
  static let gateways = GatewayAddresses(
    .builtIn,
    publicSuffixes: PublicSuffixRules(Array("com\njp\nco.jp\n".utf8)).map(PublicSuffixList.rules))

  /// What the reader makes of `octets`, handed over in pieces of `size` octets.
  static func read(_ octets: [UInt8], piece size: Int = 7) -> (
    reader: ExportReader, rows: [ExportRow], broken: [BrokenRow]
  ) {
    var reader = ExportReader()
    var rows: [ExportRow] = []
    var broken: [BrokenRow] = []
    var rest = octets[...]
    while true {
      let piece = rest.prefix(size)
      rest = rest.dropFirst(size)
      for item in reader.read(piece, isLast: piece.isEmpty) {
        switch item {
        case .row(let row): rows.append(row)
        case .broken(let row): broken.append(row)
        }
      }
      if piece.isEmpty { return (reader, rows, broken) }
    }
  }

  static func evidence(
    _ texts: String..., excluding exclusions: [String] = [], since old: RecipientTally? = nil
  ) -> ExchangeEvidence {
    var evidence = ExchangeEvidence(
      exclusions: exclusions.compactMap { RecipientExclusion($0) }, gateways: gateways, since: old)
    for (index, text) in texts.enumerated() {
      var reader = ExportReader()
      let items = reader.read(text.utf8, isLast: true)
      guard case .kind(let kind) = reader.content else { continue }
      evidence.begin("file\(index + 1)", kind)
      for item in items { evidence.take(item) }
      evidence.end()
    }
    return evidence
  }

  /// A connector that closes the endpoint, but for what `changes` say; a value of nil leaves the key out.
  static func connector(_ changes: [String: String?] = [:], name: String = "To us") -> String {
    var members = [
      "Enabled": "true", "ConnectorType": "\"Partner\"", "SenderIPAddresses": "[\"210.130.202.128/25\"]",
      "SenderDomains": "[\"smtp:*;1\"]", "AssociatedAcceptedDomains": "[]", "RequireTls": "true",
      "RestrictDomainsToIPAddresses": "true", "RestrictDomainsToCertificate": "false",
      "TlsSenderCertificateName": "null", "EFTestMode": "false", "EFSkipLastIP": "true", "EFSkipIPs": "[]",
      "EFUsers": "[]", "TreatMessagesAsInternal": "false", "Name": "\"\(name)\"",
    ]
    for (key, value) in changes { members[key] = value }
    return "{"
      + members.sorted { $0.key < $1.key }.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
  }

  static func array(_ objects: String...) -> String { "[" + objects.joined(separator: ", ") + "]" }

  static let domains = """
    "Name","DomainName","DomainType","Default"\r
    "sakura.example","sakura.example","Authoritative","True"\r
    "ume.example","ume.example","InternalRelay","False"\r
    "sakura.onmicrosoft.com","sakura.onmicrosoft.com","Authoritative","False"\r

    """

  static let mailboxes = """
    "DisplayName","PrimarySmtpAddress","RecipientTypeDetails","CustomAttribute1","EmailAddresses"\r
    "青木","aoki@sakura.example","UserMailbox","","SMTP:aoki@sakura.example;smtp:a@sakura.example;SIP:aoki@sakura.example"\r
    "馬場","baba@sakura.example","UserMailbox","NOSYNC","SMTP:baba@sakura.example"\r
    "会議室","room@sakura.example","RoomMailbox","","SMTP:room@sakura.example"\r
    "機器","beamer@sakura.example","EquipmentMailbox","","SMTP:beamer@sakura.example"\r
    "権限","rights@sakura.example","MailUniversalSecurityGroup","","SMTP:rights@sakura.example smtp:rights2@ume.example"\r

    """

  static let trace = """
    "Received","SenderAddress","RecipientAddress","Subject","Status","ToIP","FromIP","MessageId","MessageTraceId"\r
    "2026/11/19 0:12:07","a@client.example","aoki@sakura.example","x","Delivered","","210.130.202.152","<1@client.example>","t1"\r
    "2026/11/19 0:14:22","aoki@sakura.example","aoki@sakura.example","=HYPERLINK(1)","Delivered","","198.51.100.77","<2@x>","t2"\r
    "2026/11/19 0:15:22","b@spam.example","aoki@sakura.example","y","FilteredAsSpam","","198.51.100.77","<3@x>","t3"\r
    "2026/11/19 0:20:01","aoki@sakura.example","c@client.example","z","Delivered","210.130.202.140","2603:1096:405:24f::8","<4@x>","t4"\r

    """

  static let outbound =
    #"[{"Name": "Out", "Enabled": true, "UseMXRecord": false, "SmartHosts": ["relay.securemx.jp"], "IsTransportRuleScoped": true}]"#

  /// A rule, of which nothing but `members` says anything.
  static func rule(_ members: String, name: String = "Rule") -> String {
    #"{"Name": "\#(name)", "State": "Enabled", "Mode": "Enforce", \#(members)}"#
  }
}
