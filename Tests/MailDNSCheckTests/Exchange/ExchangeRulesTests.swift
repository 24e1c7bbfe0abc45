import Testing

@testable import MailDNSCheck

@Suite("Exchange: rules, and the way out")
struct ExchangeRulesTests {
  @Test(
    "SCL -1 by the gateway's addresses is in order; by what a sender claims it opens the tenant",
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

  @Test("a rule without the sender's domain takes all domains, unless it asks for something else")
  func withoutDomains() {
    let route =
      #""RouteMessageOutboundConnector": "Out", "SentToScope": "NotInOrganization", "SenderDomainIs": null"#
    #expect(routed(route + #", "FromScope": "InOrganization""#) == true)
    #expect(routed(route + #", "FromScope": "NotInOrganization""#) == false)
    #expect(routed(route + #", "MessageSizeOver": "10 MB (10,485,760 bytes)""#) == nil)
    #expect(routed(route + #", "HasSenderOverride": false, "From": [], "ExceptIfFrom": null"#) == true)
    #expect(routed(route + #", "ExceptIfSenderDomainIs": ["SAKURA.example"]"#) == false)
    #expect(routed(route + #", "ExceptIfSenderDomainIs": ["ume.example"]"#) == true)
    #expect(routed(route + #", "ExceptIfSenderDomainIs": "System.Object[]""#) == nil)
  }

  @Test("a rule that names the domain and asks for more is said to take only some of its mail")
  func limits() {
    let evidence = ExchangeFixtures.evidence(
      ExchangeFixtures.rule(
        #""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["sakura.example"], "ExceptIfFrom": ["x@sakura.example"]"#
      ),
      ExchangeFixtures.outbound)
    #expect(evidence.routing.isRouted("sakura.example") == true)
    #expect(
      evidence.findings.filter { $0.id == "exchange-rule-limited" }.map(\.message.english).first?.contains(
        "exceptiffrom")
        == true)
  }

  @Test(
    "a connector takes mail from rules where it is on, for rules, not in test mode, by a smart host of the gateway",
    arguments: [
      ("", true), (#", "TestMode": true"#, false), (#", "IsTransportRuleScoped": false"#, false),
      (#", "UseMXRecord": true"#, false), (#", "Enabled": false"#, false), (#", "SmartHosts": []"#, false),
      (#", "SmartHosts": ["[210.130.202.140]"]"#, true), (#", "SmartHosts": "System.Object[]""#, nil),
      (#", "SmartHosts": ["relay.securemx.jp", "relay.client.example"]"#, false),
    ] as [(String, Bool?)])
  func connectors(_ members: String, _ answer: Bool?) {
    var values = [
      "Enabled": "true", "UseMXRecord": "false", "SmartHosts": #"["relay.securemx.jp"]"#,
      "IsTransportRuleScoped": "true", "TestMode": "false",
    ]
    let parts = members.dropFirst(2).split(separator: ": ", maxSplits: 1)
    if parts.count == 2 { values[String(parts[0].dropFirst().dropLast())] = String(parts[1]) }
    let connector =
      #"{"Name": "Out", "Guid": "0a0a", "# + values.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}"
    for name in ["Out", "0A0A", "tenant\\\\Out"] {
      let rule = ExchangeFixtures.rule(
        "\"RouteMessageOutboundConnector\": \"\(name)\", \"SenderDomainIs\": [\"sakura.example\"]")
      #expect(
        ExchangeFixtures.evidence(rule, connector).routing.isRouted("sakura.example") == answer, "\(name)")
    }
  }

  @Test(
    "why a connector takes nothing from a rule to the gateway is said as it is",
    arguments: [
      ("\"Enabled\": false", .connectorDisabled, false), ("\"TestMode\": true", .connectorInTest, false),
      ("\"IsTransportRuleScoped\": false", .connectorNotForRules, false),
      ("\"IsTransportRuleScoped\": false, \"RecipientDomains\": [\"smtp:*;1\"]", .connectorTakesAll, true),
      ("\"SmartHosts\": [\"relay.client.example\"]", .connectorElsewhere, false),
      ("\"Name\": \"Another\"", .connectorMissing, nil),
    ] as [(String, OutboundRouting.Cause, Bool?)])
  func idleRules(_ members: String, _ cause: OutboundRouting.Cause, _ isRouted: Bool?) throws {
    var object = ["\"Name\": \"Out\"", "\"SmartHosts\": [\"relay.securemx.jp\"]", "\"Enabled\": true"]
    object.removeAll { member in members.hasPrefix(member.prefix { $0 != ":" }) }
    let rule = ExchangeFixtures.rule(
      #""RouteMessageOutboundConnector": "Out", "SenderDomainIs": ["sakura.example"]"#)
    let evidence = ExchangeFixtures.evidence(
      rule, "{" + (object + ["\"UseMXRecord\": false", members]).joined(separator: ", ") + "}")
    #expect(evidence.routing.idleRules.map(\.cause) == [cause])
    #expect(evidence.routing.isRouted("sakura.example") == isRouted)
    let finding = try #require(evidence.findings.first { $0.id == "exchange-rule-idle" })
    // What is said to send by the gateway is not said beside it not to.
    #expect((finding.severity == .info) == (isRouted == true))
    #expect(!finding.message.english.contains("does not hand mail") || cause == .connectorElsewhere)
  }

  @Test("SCL -1 for what comes from inside lets nobody in")
  func insideOnly() {
    let rule = ExchangeFixtures.rule(
      #""SetSCL": "-1", "SenderIpRanges": null, "FromScope": "InOrganization""#)
    #expect(ExchangeFixtures.evidence(rule).findings == [])
  }

  @Test("an accepted domain can stand for those below it")
  func subdomains() throws {
    let evidence = ExchangeFixtures.evidence(
      "DomainName,DomainType,MatchSubDomains\nx.example,Authoritative,True\n*.y.example,Authoritative,False\nz.example,Authoritative,False\n"
    )
    let domains = try #require(evidence.domains)
    func covers(_ name: String) throws -> Bool {
      let name = try DomainName(parsing: name)
      return domains.contains { $0.covers(name) }
    }
    for name in ["x.example", "a.x.example", "y.example", "a.b.y.example", "z.example"] {
      #expect(try covers(name), "\(name)")
    }
    for name in ["a.z.example", "ax.example", "example"] { #expect(try !covers(name), "\(name)") }
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
