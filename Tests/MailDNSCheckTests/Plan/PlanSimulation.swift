@testable import MailDNSCheck

/// A plan carried out to the letter and with no more patience than it asks for, in a world of caches, gateways, connectors and
/// senders that do what they are told and nothing else. Says where mail is refused or lost.
struct PlanSimulation {
  private let plan: MigrationPlan
  private let start: DomainReport
  private let placeholders: [String: String]
  private var zone: CachedZone
  /// Who may hand mail to the tenant; nil is everybody. A tenant behind a gateway is taken to be closed.
  private var admitted: Set<Provider.ID>?
  private var gatewayTakesMail: Bool
  private var tenantTakesMail: Bool
  private var backendAdmitsGateway: Bool
  private var oldSystemRuns = true
  /// Names that the MTA-STS policy has, by when it was published; nil without one.
  private var policies: [(hosts: Set<String>, until: UInt32?)]?
  /// Seconds that the TXT record with the policy's id is kept.
  private let policyLifetime: UInt32
  private var senders: Set<String>
  private var ended: Set<String> = []
  private var signing: [Provider.ID: [CachedZone.Slot]] = [:]
  private var evaluations: [String: [String: SPFResult]] = [:]
  private var firstResults: [String: SPFResult] = [:]
  private(set) var losses: [String] = []

  /// Addresses that mail comes from, and whose they are.
  static let addresses: [(address: String, provider: Provider.ID?)] = [
    ("210.130.202.130", .securemx), ("40.92.0.1", .office365), ("148.163.128.200", Provider.ID("proofpoint")),
    ("35.190.247.7", .google), ("192.0.2.25", nil), ("198.51.100.1", nil), ("203.0.113.9", nil),
  ]

  /// What is left out of a plan to see that the simulation finds it.
  struct Negligence: OptionSet {
    let rawValue: Int
    static let impatience = Negligence(rawValue: 1)
    static let connectors = Negligence(rawValue: 2)
    static let oldSystemStopped = Negligence(rawValue: 4)
    static let policy = Negligence(rawValue: 8)
  }

  private let negligence: Negligence

  init(
    _ plan: MigrationPlan, from start: DomainReport, in zone: ZoneCopy,
    filling placeholders: [String: String],
    neglecting negligence: Negligence = []
  ) async throws {
    self.plan = plan
    self.start = start
    self.placeholders = placeholders
    self.negligence = negligence
    self.zone = CachedZone(zone)
    let inbound = Set(start.verdict?.inbound.compactMap(\.provider) ?? [])
    let gateways = inbound.filter { ProviderCatalogue.builtIn[$0]?.isGateway == true }
    admitted = !gateways.isEmpty && gateways == inbound ? gateways : nil
    gatewayTakesMail = inbound.contains(.securemx)
    tenantTakesMail = start.verdict?.mailbox == .office365
    backendAdmitsGateway = inbound == [.securemx]
    let hosts = Set(start.facts.mx.exchanges.map(\.host.description))
    let policy = zone.records.first { $0.owner.description.hasPrefix("_mta-sts.") }
    policies = policy == nil ? nil : [(hosts, nil)]
    policyLifetime = policy?.timeToLive ?? 0
    senders = []
    let results = try await results(in: zone)
    firstResults = results
    // Whoever passes today sends; without a record the MX hosts do.
    let own = Set(start.facts.mx.exchanges.flatMap { $0.addresses.all.map(\.description) })
    senders = Set(
      Self.addresses.map(\.address).filter {
        results[$0] == .pass || results[$0] == SPFResult.none && own.contains($0)
      })
  }

  mutating func run() async throws {
    try await look("at first")
    for phase in ZoneChange.Phase.allCases {
      if !negligence.contains(.impatience) {
        for wait in plan.waits where wait.phase == phase { zone.wait(wait.seconds) }
      }
      try await look("when \(phase) begins")
      if phase == .after { endSenders() }
      for note in plan.notes where note.phase == phase {
        follow(note.content)
        try await look("\(phase): \(note.content)")
      }
      if phase == .ready { beginSending() }
      let changes = plan.changes.filter { $0.phase == phase }
      // Those of the switch are made at once, all others as somebody types them.
      for step in phase == .switchover ? [changes] : changes.map({ [$0] }) {
        try zone.make(step, filling: placeholders)
        try await look("\(phase): \(step.map { "\($0.reason)" }.joined(separator: ", "))")
      }
    }
  }

  // MARK: What people do

  private mutating func follow(_ content: MigrationNote.Content) {
    switch content {
    case .orderGateway: gatewayTakesMail = true
    case .acceptDomain: tenantTakesMail = true
    case .openConnector where !negligence.contains(.connectors): admitted = nil
    case .widenConnector where !negligence.contains(.connectors): admitted?.insert(.securemx)
    case .admitGateway: backendAdmitsGateway = true
    case .restrictConnector: admitted = [.securemx]
    case .stopOldSystem: oldSystemRuns = false
    case .keepOldSystem where negligence.contains(.oldSystemStopped): oldSystemRuns = false
    case .turnOnSigning(let id):
      signing[id] = plan.changes.filter { $0.reason == .signing(id) }.map { .init($0.owner, $0.type) }
    case .transportPolicyWidened(let hosts) where !negligence.contains(.policy):
      let old = policies?.last?.hosts ?? []
      publish(old.union(hosts.map { $0.replacing("<token>", with: placeholders["<token>"] ?? "") }))
    case .transportPolicyNarrowed:
      publish(Set(zone.current.records.compactMap { $0.data.exchange?.description }))
    default: break
    }
  }

  private mutating func publish(_ hosts: Set<String>) {
    guard var all = policies else { return }
    all[all.count - 1].until = zone.now
    policies = all + [(hosts, nil)]
  }

  private mutating func beginSending() {
    for (address, provider) in Self.addresses where provider.map(plan.target.senders.contains) == true {
      senders.insert(address)
    }
  }

  /// Whom the plan takes out of SPF does not send any more by then; all others go on.
  private mutating func endSenders() {
    for case .sendersRemoved(let gone) in plan.changes.map(\.reason) {
      for leaving in gone {
        switch leaving {
        case .provider(let id, _):
          senders.subtract(Self.addresses.filter { $0.provider == id }.map(\.address))
        case .host(_, _, let terms):
          senders = senders.filter { address in
            !terms.contains { $0.hasSuffix(":\(address)") }
          }
        }
      }
    }
  }

  // MARK: What becomes of mail

  private mutating func look(_ moment: String) async throws {
    let domain = zone.current.origin
    let exchanges = zone.visible(.init(domain, .mx))
    // A policy is held until its new id is seen in DNS (RFC 8461 section 3.3).
    let isPolicyKept: (UInt32?) -> Bool = { [zone, policyLifetime] until in
      until.map { $0 + policyLifetime > zone.now } ?? true
    }
    for records in exchanges {
      let hosts = records.compactMap(\.data.exchange).filter { !$0.isRoot }
      for host in hosts {
        if let refusal = refusal(at: host) {
          losses.append("\(moment): mail to \(host) is refused: \(refusal)")
        }
        for policy in policies ?? []
        where isPolicyKept(policy.until) && !policy.hosts.contains(host.description) {
          losses.append("\(moment): MTA-STS does not name \(host)")
        }
      }
    }
    for records in exchanges {
      for texts in zone.visible(.init(domain, .txt)) {
        let seen = zone.seen(with: [.init(domain, .mx): records, .init(domain, .txt): texts])
        let results = try await results(in: seen)
        for address in senders.sorted() {
          let (result, first) = (results[address] ?? .none, firstResults[address] ?? .none)
          let isAllowed = result == .pass || first != .pass && result == first
          if !isAllowed { losses.append("\(moment): SPF of \(address) is \(result), was \(first)") }
        }
      }
    }
    for (signer, slots) in signing {
      for slot in slots where zone.visible(slot).contains(where: \.isEmpty) {
        losses.append("\(moment): \(signer) signs, and \(slot.owner) is not seen everywhere")
      }
    }
  }

  private func refusal(at host: DomainName) -> String? {
    if ProviderCatalogue.builtIn.isVerification(mx: host) { return nil }
    let provider = ProviderCatalogue.builtIn.provider(ofMX: host)
    switch provider?.id {
    case Provider.ID.securemx?:
      if !gatewayTakesMail { return "SecureMX does not know the domain" }
      let hasTenant = tenantTakesMail && (plan.target.needsTenant || start.verdict?.mailbox == .office365)
      if hasTenant {
        return admitted?.contains(.securemx) == false ? "the connector does not admit SecureMX" : nil
      }
      return backendAdmitsGateway ? nil : "what is behind does not admit SecureMX"
    case Provider.ID.office365?:
      if !tenantTakesMail { return "the tenant does not know the domain" }
      return admitted == nil ? nil : "the connector admits gateways only"
    case let id:
      if !oldSystemRuns { return "the old system is gone" }
      guard let id, provider?.isGateway == true, tenantTakesMail else { return nil }
      return admitted?.contains(id) == false ? "the connector does not admit \(id)" : nil
    }
  }

  private mutating func results(in copy: ZoneCopy) async throws -> [String: SPFResult] {
    let text = copy.masterFile
    if let known = evaluations[text] { return known }
    let resolver = try copy.resolver()
    var results: [String: SPFResult] = [:]
    for (address, _) in Self.addresses {
      guard let ip = IPAddress(address) else { continue }
      let identity = SPFIdentity(
        address: ip, mailFrom: "user@\(copy.origin)", helo: "mail.\(copy.origin)", time: 1_000_000)
      results[address] = await SPFEvaluator.evaluate(identity, resolver: resolver).result
    }
    evaluations[text] = results
    return results
  }
}

extension RecordData {
  fileprivate var exchange: DomainName? { if case .mx(_, let host) = self { host } else { nil } }
}
