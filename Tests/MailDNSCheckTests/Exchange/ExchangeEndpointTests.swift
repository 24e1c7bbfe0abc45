import Testing

@testable import MailDNSCheck

@Suite("Exchange: is the endpoint closed?")
struct ExchangeEndpointTests {
  private func endpoint(_ texts: String...) -> EndpointJudgement {
    switch texts.count {
    case 1: ExchangeFixtures.evidence(texts[0]).endpoint
    default: ExchangeFixtures.evidence(texts[0], texts[1]).endpoint
    }
  }

  @Test(
    "closed by the gateway's addresses, or by a certificate",
    arguments: [
      [:], ["SenderDomains": "[\"SMTP:*;1\"]"], ["SenderDomains": "[\"*\"]"],
      ["SenderDomains": "\"smtp:*;1\""],
      ["SenderIPAddresses": "[\"210.130.202.152\", \"210.130.202.128/25\"]"],
      [
        "RestrictDomainsToIPAddresses": "false", "SenderIPAddresses": "[]",
        "RestrictDomainsToCertificate": "true",
        "TlsSenderCertificateName": "\"*.securemx.jp\"",
      ],
    ] as [[String: String?]])
  func closed(_ changes: [String: String?]) {
    let endpoint = endpoint(ExchangeFixtures.connector(changes))
    #expect(endpoint.closed == .yes)
    #expect(endpoint.connector?.name == "To us")
    #expect(endpoint.filtering == .on)
  }

  @Test(
    "open, each for its reason",
    arguments: [
      (["ConnectorType": "\"OnPremises\""], [.wrongType]),
      (["RestrictDomainsToIPAddresses": "false"], [.unrestricted]),
      (["SenderDomains": "[\"smtp:x.example;1\"]"], [.domainsLeftOut(["smtp:x.example;1"])]),
      (["SenderIPAddresses": "[]"], [.noAddresses]), (["SenderIPAddresses": "null"], [.noAddresses]),
      (["SenderIPAddresses": "[\"203.0.113.0/24\"]"], [.foreignAddresses(["203.0.113.0/24"])]),
      (
        ["SenderIPAddresses": "[\"210.130.202.152\", \"192.0.2.1\"]"],
        [.foreignAddresses(["192.0.2.1"])]
      ),
      (["SenderIPAddresses": "[\"210.130.0.0/16\"]"], [.foreignAddresses(["210.130.0.0/16"])]),
      (
        ["RestrictDomainsToIPAddresses": "false", "RestrictDomainsToCertificate": "true"], [.noCertificate]
      ),
      (
        [
          "RestrictDomainsToIPAddresses": "false", "RestrictDomainsToCertificate": "true",
          "TlsSenderCertificateName": "\"mx.securemx.jp\"", "RequireTls": "false",
        ], [.tlsNotRequired]
      ),
      (["AssociatedAcceptedDomains": "[\"x.example\"]"], [.acceptedDomainsLeftOut(["x.example"])]),
      (["Enabled": "false"], [.disabled]),
      (["Enabled": "false", "RestrictDomainsToIPAddresses": "false"], [.unrestricted, .disabled]),
    ] as [([String: String?], [ConnectorGap])])
  func open(_ changes: [String: String?], _ gaps: [ConnectorGap]) {
    let endpoint = endpoint(ExchangeFixtures.connector(changes))
    #expect(endpoint.closed == .no)
    #expect(endpoint.connector == nil)
    #expect(endpoint.openings.map(\.gap) == gaps)
  }

  @Test("no connector at all is open; no export is unknown")
  func nothing() {
    #expect(endpoint("Name,SenderDomains,ConnectorType\r\n").closed == .no)
    #expect(ExchangeFixtures.evidence(ExchangeFixtures.domains).endpoint.closed == .unknown)
  }

  @Test(
    "what the export does not say is unknown, and never open",
    arguments: [
      ["AssociatedAcceptedDomains": nil],
      [
        "RequireTls": nil, "RestrictDomainsToIPAddresses": "false", "RestrictDomainsToCertificate": "true",
        "TlsSenderCertificateName": "\"mx.securemx.jp\"",
      ],
      ["Enabled": nil], ["ConnectorType": nil], ["SenderIPAddresses": nil], ["SenderDomains": nil],
      ["RestrictDomainsToIPAddresses": nil], ["SenderIPAddresses": "\"System.Object[]\""],
      [
        "SenderDomains":
          "\"Microsoft.Exchange.Data.MultiValuedProperty`1[Microsoft.Exchange.Data.AddressSpace]\""
      ],
    ] as [[String: String?]])
  func unknown(_ changes: [String: String?]) {
    #expect(endpoint(ExchangeFixtures.connector(changes)).closed == .unknown)
  }

  /// A connector that asks for a certificate of that name, and for nothing else.
  private func byCertificate(_ name: String, _ changes: [String: String?] = [:]) -> String {
    let members: [String: String?] = [
      "RestrictDomainsToIPAddresses": "false", "SenderIPAddresses": "[]",
      "RestrictDomainsToCertificate": "true",
      "TlsSenderCertificateName": "\"\(name)\"",
    ]
    return ExchangeFixtures.connector(members.merging(changes) { $1 })
  }

  @Test(
    "whose a certificate's name is",
    arguments: [
      ("securemx.jp", .gateway), ("*.securemx.jp", .gateway), (" MX.SecureMX.jp ", .gateway),
      ("*.hdems.com", .gateway), ("mx.iij.ad.jp", .gateway), ("*", .stranger), ("*.", .stranger),
      ("*.jp", .stranger), ("*.co.jp", .stranger), ("jp", .stranger), ("gmail.com", .stranger),
      ("*.google.com", .stranger), ("*.protection.outlook.com", .stranger), ("*.outlook.com", .stranger),
      ("mail.protection.outlook.com", .stranger), ("x.onmicrosoft.com", .stranger),
      ("relay.sakura.example", .unlisted), ("*.sakura.example", .unlisted), ("*.iij.ad.jp", .unlisted),
      ("notsecuremx.jp", .unlisted), ("a..b", .unlisted),
    ] as [(String, CertificateOwner)])
  func certificates(_ name: String, _ owner: CertificateOwner) {
    #expect(ExchangeFixtures.gateways.owner(ofCertificate: name) == owner)
  }

  @Test("without a public suffix list what it would say is not known")
  func withoutSuffixes() {
    let gateways = GatewayAddresses(.builtIn)
    #expect(gateways.owner(ofCertificate: "*.co.jp") == .unlisted)
    #expect(gateways.owner(ofCertificate: "*.jp") == .stranger)
  }

  @Test(
    "a certificate that others have, too, leaves the endpoint open, whatever is not known besides",
    arguments: ["gmail.com", "*", "*.jp", "*.protection.outlook.com"])
  func foreignCertificate(_ name: String) {
    for changes in [[:], ["RequireTls": nil]] as [[String: String?]] {
      let endpoint = endpoint(byCertificate(name, changes))
      #expect(endpoint.closed == .no && endpoint.openings.map(\.gap) == [.foreignCertificate(name)])
    }
    let findings = ExchangeFixtures.evidence(byCertificate(name)).findings
    #expect(findings.first?.id == "exchange-endpoint-open")
    // Addresses of the gateway close it beside.
    let both = byCertificate(
      name, ["RestrictDomainsToIPAddresses": "true", "SenderIPAddresses": "[\"210.130.202.128/25\"]"])
    #expect(endpoint(both).closed == .yes)
  }

  @Test("a certificate of nobody's that is known leaves it unknown, and is named")
  func unlistedCertificate() throws {
    let evidence = ExchangeFixtures.evidence(byCertificate("relay.sakura.example"))
    #expect(evidence.endpoint.closed == .unknown)
    let finding = try #require(evidence.findings.first { $0.id == "exchange-endpoint-unknown" })
    #expect(finding.message.english.contains("relay.sakura.example"))
    #expect(!evidence.findings.contains { $0.id == "exchange-endpoint-closed" })
  }

  @Test("limited to accepted domains it closes the tenant only if those are all of them")
  func acceptedDomains() {
    let all = "[\"sakura.example\", \"UME.example\", \"sakura.onmicrosoft.com\"]"
    #expect(
      endpoint(ExchangeFixtures.connector(["AssociatedAcceptedDomains": all]), ExchangeFixtures.domains)
        .closed
        == .yes)
    #expect(
      endpoint(
        ExchangeFixtures.connector(["AssociatedAcceptedDomains": "[\"sakura.example\"]"]),
        ExchangeFixtures.domains
      ).closed == .no)
  }

  @Test("connectors that are limited to some accepted domains each close the tenant together")
  func together() {
    let first = ExchangeFixtures.connector(
      ["AssociatedAcceptedDomains": "[\"sakura.example\", \"sakura.onmicrosoft.com\"]"], name: "First")
    let second = ExchangeFixtures.connector(
      ["AssociatedAcceptedDomains": "[\"ume.example\"]"], name: "Second")
    let endpoint = endpoint(ExchangeFixtures.array(first, second), ExchangeFixtures.domains)
    #expect(endpoint.closed == .yes && endpoint.connector?.name == "First")
    #expect(self.endpoint(ExchangeFixtures.domains, ExchangeFixtures.array(first, first)).closed == .no)
  }

  @Test("beside one that closes, another that may take all mail leaves it unknown")
  func unknownRival() {
    let other = ExchangeFixtures.connector(["RestrictDomainsToIPAddresses": nil], name: "Other")
    let endpoint = endpoint(ExchangeFixtures.array(ExchangeFixtures.connector(), other))
    #expect(endpoint.closed == .unknown && endpoint.rivals.map(\.name) == ["Other"])
  }

  @Test("Enhanced Filtering counts on the connectors that the gateway's mail comes by, and on all of them")
  func filteringOfSeveral() {
    func filtering(_ first: [String: String?], _ second: [String: String?]) -> EndpointJudgement.Filtering {
      endpoint(
        ExchangeFixtures.array(
          ExchangeFixtures.connector(first, name: "A"), ExchangeFixtures.connector(second, name: "B"))
      ).filtering
    }
    let open: [String: String?] = ["RestrictDomainsToIPAddresses": "false", "EFSkipLastIP": "false"]
    // That of a printer says nothing of the gateway's mail.
    #expect(
      filtering(open, ["ConnectorType": "\"OnPremises\"", "SenderIPAddresses": "[\"192.0.2.1\"]"]) == .off)
    #expect(filtering(open, ["RestrictDomainsToIPAddresses": "false"]) == .off)
    #expect(filtering(open, ["Enabled": "false"]) == .off)
    let on: [String: String?] = ["RestrictDomainsToIPAddresses": "false"]
    #expect(filtering(on, on) == .on)
    #expect(filtering(on, open.merging(["EFSkipLastIP": nil]) { $1 }) == .unknown)
  }

  @Test("why Enhanced Filtering is off is said with both reasons where there are two")
  func filteringGaps() {
    func gap(_ changes: [String: String?]) -> InboundConnector.FilteringGap {
      endpoint(ExchangeFixtures.connector(changes)).filteringGap
    }
    #expect(gap(["EFSkipLastIP": "false"]) == .off)
    #expect(gap(["EFTestMode": "true"]) == .test)
    #expect(gap(["EFUsers": "[\"a@x.example\"]"]) == .users)
    #expect(gap(["EFTestMode": "true", "EFUsers": "[\"a@x.example\"]"]) == .testAndUsers)
  }

  @Test("which of two Partner connectors for all domains wins is not documented: unknown")
  func rivals() {
    let open = ExchangeFixtures.connector(["RestrictDomainsToIPAddresses": "false"], name: "Other")
    let endpoint = endpoint(ExchangeFixtures.array(ExchangeFixtures.connector(), open))
    #expect(endpoint.closed == .unknown)
    #expect(endpoint.rivals.map(\.name) == ["Other"])
    // One that is for something else, or switched off, is no rival.
    for changes in [["Enabled": "false"], ["ConnectorType": "\"OnPremises\""]] as [[String: String?]] {
      let other = ExchangeFixtures.connector(changes, name: "Other")
      #expect(self.endpoint(ExchangeFixtures.array(other, ExchangeFixtures.connector())).closed == .yes)
    }
  }

  @Test(
    "Enhanced Filtering is on for all, or off",
    arguments: [
      ([:], .on), (["EFSkipLastIP": "false", "EFSkipIPs": "[\"210.130.202.0/24\"]"], .on),
      (["EFSkipLastIP": "false"], .off), (["EFTestMode": "true"], .off),
      (["EFUsers": "[\"a@x.example\"]"], .off),
      (["EFUsers": nil], .unknown), (["EFSkipLastIP": nil], .unknown),
      (["EFSkipLastIP": "false", "EFSkipIPs": "\"System.Object[]\""], .unknown),
    ] as [([String: String?], EndpointJudgement.Filtering)])
  func filtering(_ changes: [String: String?], _ answer: EndpointJudgement.Filtering) {
    #expect(endpoint(ExchangeFixtures.connector(changes)).filtering == answer)
  }

  @Test("RejectDirectSend is what the organisation's configuration says, or not known")
  func directSend() {
    func rejects(_ text: String) -> Bool? { ExchangeFixtures.evidence(text).endpoint.rejectsDirectSend }
    #expect(rejects(#"{"Name": "x", "RejectDirectSend": true}"#) == true)
    #expect(rejects("Name,RejectDirectSend\nx,FALSE\n") == false)
    #expect(rejects(#"{"Name": "x", "RejectDirectSend": null}"#) == nil)
    #expect(rejects(ExchangeFixtures.domains) == nil)
  }

  @Test("an open endpoint is critical, and each reason a finding, in the order of an attacker")
  func findings() {
    let open = ExchangeFixtures.array(
      ExchangeFixtures.connector(["Enabled": "false"], name: "Off"),
      ExchangeFixtures.connector(
        ["RestrictDomainsToIPAddresses": "false", "EFSkipLastIP": "false"], name: "Wide"),
      ExchangeFixtures.connector(["ConnectorType": "\"OnPremises\""], name: "Old"))
    let findings = ExchangeFixtures.evidence(open).findings
    #expect(findings.first?.id == "exchange-endpoint-open" && findings.first?.severity == .critical)
    #expect(findings.filter { $0.id == "exchange-connector-gap" }.map(\.subject) == ["Old", "Wide", "Off"])
  }
}
