/// A connector by which Exchange Online hands mail on (Get-OutboundConnector). What the export does not say is nil.
struct OutboundConnector: Hashable, Sendable {
  /// As the export has it: not safe to show.
  let name: String
  let isEnabled: Bool?
  let usesMX: Bool?
  let smartHosts: ExportCell.List?
  let isRuleScoped: Bool?
  /// In test mode it takes nothing but the mail of its validation.
  let isTest: Bool?
  /// By what else than its name a rule may name it, in lower case.
  let identities: [String]
  let recipientDomains: ExportCell.List?

  /// Columns that hold lists, in lower case, with their names.
  static let lists = ["smarthosts": "SmartHosts", "recipientdomains": "RecipientDomains"]

  init(_ row: ExportRow) {
    name = row.text("name") ?? row.text("identity") ?? "?"
    isEnabled = row.flag("enabled")
    usesMX = row.flag("usemxrecord")
    smartHosts = row.list("smarthosts")
    isRuleScoped = row.flag("istransportrulescoped")
    isTest = row.flag("testmode")
    identities = ["identity", "guid", "distinguishedname"].compactMap { row.text($0)?.lowercased() }
    recipientDomains = row.list("recipientdomains")
  }

  /// Whether mail that takes it goes to a gateway; nil where the export does not say.
  func leadsToGateway(_ gateways: GatewayAddresses) -> Bool? {
    if isEnabled == false || usesMX == true || isTest == true { return false }
    guard let hosts = smartHosts?.items else { return nil }
    guard !hosts.isEmpty, hosts.allSatisfy(gateways.contains(host:)) else { return false }
    return isEnabled == nil ? nil : true
  }
}

/// Which of the tenant's domains send by way of the gateway.
struct OutboundRouting: Sendable {
  let rules: [TransportRule]?
  let connectors: [OutboundConnector]?
  let gateways: GatewayAddresses

  /// Whether mail from `domain`, in lower case, is sent to the gateway; nil where that is not known.
  func isRouted(_ domain: String) -> Bool? {
    if takesAll { return true }
    guard let rules else { return nil }
    var answer: Bool? = false
    for rule in rules where rule.routesOutbound && rule.isInForce != false {
      let (leads, isTaken) = (leadsToGateway(rule), rule.takes(domain))
      guard leads != false, isTaken != false else { continue }
      if leads == true, isTaken == true, rule.isInForce == true { return true }
      answer = nil
    }
    return answer
  }

  /// Whether a connector that needs no rule takes all mail to the gateway.
  private var takesAll: Bool { connectors?.contains(where: takesAll) ?? false }

  private func takesAll(_ connector: OutboundConnector) -> Bool {
    connector.leadsToGateway(gateways) == true && connector.isRuleScoped == false
      && connector.recipientDomains?.items?.contains { $0.addressSpace == "*" } == true
  }

  /// The connector that a rule names; nil where no export has one of that name.
  private func connector(of rule: TransportRule) -> OutboundConnector? {
    guard let lower = rule.connector?.lowercased() else { return nil }
    return connectors?.first {
      $0.name.lowercased() == lower || lower.hasSuffix("\\" + $0.name.lowercased())
        || $0.identities.contains(lower)
    }
  }

  /// Whether the connector of a rule leads to a gateway.
  func leadsToGateway(_ rule: TransportRule) -> Bool? {
    guard let found = connector(of: rule) else { return nil }
    // One that is not for rules takes nothing from them.
    return found.isRuleScoped == false ? false : found.leadsToGateway(gateways)
  }

  /// Rules in force that hand mail to the gateway, and only part of what their domains send.
  var limitedRules: [TransportRule] {
    (rules ?? []).filter {
      $0.routesOutbound && $0.isInForce == true && !$0.limits.isEmpty && leadsToGateway($0) != false
    }
  }

  /// Rules that would route mail to the gateway and do not, or need not: switched off, in test mode, or by a connector that
  /// takes nothing from them or leads elsewhere.
  var idleRules: [(rule: TransportRule, cause: Cause)] {
    (rules ?? []).compactMap { rule in
      guard rule.connector != nil else { return nil }
      if rule.isEnabled == false { return (rule, .disabled) }
      if rule.mode == .audit || rule.mode == .auditAndNotify { return (rule, .auditOnly) }
      guard let connector = connector(of: rule) else {
        return connectors == nil ? nil : (rule, .connectorMissing)
      }
      return leadsToGateway(rule) == false ? (rule, cause(connector)) : nil
    }
  }

  /// Why a connector takes nothing from rules to the gateway.
  private func cause(_ connector: OutboundConnector) -> Cause {
    if connector.isEnabled == false { return .connectorDisabled }
    if connector.isTest == true { return .connectorInTest }
    if takesAll(connector) { return .connectorTakesAll }
    return connector.isRuleScoped == false ? .connectorNotForRules : .connectorElsewhere
  }

  enum Cause: Sendable {
    case disabled, auditOnly, connectorDisabled, connectorInTest, connectorNotForRules, connectorElsewhere
    /// No export has it.
    case connectorMissing
    /// It needs no rule.
    case connectorTakesAll
  }
}

extension String {
  /// As an A-label in lower case, where it is a domain; else in lower case.
  var canonicalDomain: String {
    (try? MailDomain(pasted: self).name.description) ?? asciiLowercased
  }
}
