import Testing

@testable import MailDNSCheck

@Suite("Exchange: rules, and the way out")
struct ExchangeRulesTests {
  @Test(
    "SCL −1 by the gateway's addresses is in order; by what a sender claims it opens the tenant",
    arguments: [
      (#""SetSCL": "-1", "SenderIpRanges": ["210.130.202.128/25"]"#, .gateway),
      (#""SetSCL": -1, "SenderIpRanges": "210.130.202.1-210.130.202.9""#, .gateway),
      (#""SetSCL": "-1", "SenderIpRanges": ["203.0.113.0/24"]"#, .foreignAddresses(["203.0.113.0/24"])),
      (
        #""SetSCL": "-1", "SenderIpRanges": null, "SenderDomainIs": ["x.example"]"#, SpamFilterRule.Proof.none
      ),
      (#""SetSCL": "-1", "SenderIpRanges": [], "FromScope": "NotInOrganization""#, SpamFilterRule.Proof.none),
      (#""SetSCL": "-1", "SenderIpRanges": null, "HeaderContainsMessageHeader": "X-Gateway""#, .header),
      (#""SetSCL": "-1""#, .unknown), (#""SetSCL": "-1", "SenderIpRanges": "System.Object[]""#, .unknown),
    ] as [(String, SpamFilterRule.Proof)])
  func spamRule(_ members: String, _ proof: SpamFilterRule.Proof) {
    let evidence = ExchangeFixtures.evidence(ExchangeFixtures.rule(members))
    #expect(evidence.spamFilterRules.map(\.proof) == [proof])
    #expect(evidence.findings.contains { $0.severity == .critical } == (proof == SpamFilterRule.Proof.none))
  }

  @Test("a rule that is switched off, in test mode, or sets another level takes nothing past the filter")
  func idleSpamRules() {
    let texts = [
      #"{"Name": "r", "State": "Disabled", "Mode": "Enforce", "SetSCL": "-1", "SenderIpRanges": null}"#,
      #"{"Name": "r", "State": "Enabled", "Mode": "Audit", "SetSCL": "-1", "SenderIpRanges": null}"#,
      #"{"Name": "r", "State": "Enabled", "Mode": "Enforce", "SetSCL": "6", "SenderIpRanges": null}"#,
    ]
    for text in texts { #expect(ExchangeFixtures.evidence(text).spamFilterRules == []) }
  }

  private func routed(_ members: String, outbound: String = ExchangeFixtures.outbound) -> Bool? {
    ExchangeFixtures.evidence(ExchangeFixtures.rule(members), outbound).routing.isRouted("sakura.example")
  }

  @Test("a domain is routed where a rule in force sends it by a connector to the gateway")
  func routing() {
    let route = #""RouteMessageOutboundConnector": "OUT", "SentToScope": "NotInOrganization""#
    #expect(routed(route + #", "SenderDomainIs": ["Sakura.example"]"#) == true)
    #expect(routed(route + #", "SenderDomainIs": "ume.example sakura.example""#) == true)
    #expect(routed(route + #", "SenderDomainIs": ["ume.example"]"#) == false)
    #expect(routed(route + #", "SenderDomainIs": "System.Object[]""#) == nil)
    #expect(routed(#""SetSCL": "-1""#) == false)
    let elsewhere = ExchangeFixtures.outbound.replacing("relay.securemx.jp", with: "relay.client.example")
    let off = ExchangeFixtures.outbound.replacing("\"Enabled\": true", with: "\"Enabled\": false")
    for outbound in [elsewhere, off] {
      #expect(routed(route + #", "SenderDomainIs": ["sakura.example"]"#, outbound: outbound) == false)
    }
    let rule = ExchangeFixtures.rule(route + #", "SenderDomainIs": ["sakura.example"]"#)
    #expect(ExchangeFixtures.evidence(rule).routing.isRouted("sakura.example") == nil)
    #expect(ExchangeFixtures.evidence(rule).routing.isRouted("ume.example") == false)
    #expect(ExchangeFixtures.evidence(ExchangeFixtures.outbound).routing.isRouted("sakura.example") == nil)
  }

  @Test("an authoritative domain that no rule routes is a finding; Microsoft's own is not")
  func unrouted() {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.domains, ExchangeFixtures.outbound,
      ExchangeFixtures.rule(#""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["other.example"]"#))
    #expect(
      evidence.findings.filter { $0.id == "exchange-domain-not-routed" }.map(\.subject) == ["sakura.example"])
    #expect(evidence.findings.filter { $0.id == "exchange-relay-domain" }.map(\.subject) == ["ume.example"])
  }

  @Test("a domain that is none is a broken row")
  func badDomain() {
    let evidence = ExchangeFixtures.evidence(
      "DomainName,DomainType\nx.example,Authoritative\n-bad-,Authoritative\n")
    #expect(evidence.domainNames == ["x.example"])
    #expect(
      evidence.files[0].broken == [
        BrokenRow(line: 3, reason: .badValue(column: "DomainName", "-bad-"))
      ])
  }
}
