/// What stands beside the name of each area in a text report.
struct AreaLines {
  let catalogue: ProviderCatalogue
  let language: Language
  let verdict: RouteVerdict?
  /// Whose hosts the MX hosts are, in their order.
  var hosts: [HostProvider] = []

  func mx(_ facts: MXFacts) -> [String] {
    switch facts.status {
    case .unknown: [Wording.notAsked[language]]
    case .noSuchDomain: [Wording.noSuchDomain[language]]
    case .nullMX: [Wording.nullMX[language]]
    case .absent: [Wording.noRecord[language]]
    case .implicit:
      [
        Wording.implicitMX(
          facts.addresses.all.map(\.description).joined(separator: Wording.listSeparator[language]))[language]
      ]
    case .found: facts.exchanges.enumerated().map { exchange($1, provider(at: $0)) }
    }
  }

  private func provider(at index: Int) -> HostProvider? {
    hosts.indices.contains(index) ? hosts[index] : nil
  }

  private func exchange(_ exchange: MailExchange, _ provider: HostProvider?) -> String {
    var text = "\(exchange.preference) \(exchange.host)"
    if let provider, provider != .unknown { text += " (\(provider.wording(in: catalogue)[language]))" }
    let addresses = exchange.addresses.all.map(\.description)
    if exchange.addresses.failure != nil {
      text += "  " + Wording.notAsked[language]
    } else if addresses.isEmpty {
      text += "  " + Wording.noAddress[language]
    } else {
      text += "  " + addresses.prefix(2).joined(separator: ", ") + (addresses.count > 2 ? " …" : "")
    }
    return text
  }

  func spf(_ tree: SPFTree) -> [String] {
    guard let own = tree.own else { return [Wording.notAsked[language]] }
    switch own.content {
    case .unknown: return [Wording.notAsked[language]]
    case .absent: return [Wording.noRecord[language]]
    case .several:
      return own.answer.texts.map(\.joined).filter(SPFRecordSelection.isSelected).map {
        VisibleText($0).description
      }
    case .syntaxErrors(_, let text): return [VisibleText(text).description]
    case .record(let record):
      let counts =
        tree.isComplete
        ? Wording.lookups(tree.lookups, voids: tree.voidLookups) : Wording.lookupsAtLeast(tree.lookups)
      return [VisibleText(record.text).description, counts[language]] + senders(tree)
    }
  }

  /// Whether those who send for the domain may, by the terms that say so.
  private func senders(_ tree: SPFTree) -> [String] {
    guard let verdict, tree.errors.isEmpty else { return [] }
    return verdict.senders.compactMap { sender in
      let name = HostProvider.provider(sender.provider).wording(in: catalogue)
      if sender.isAuthorized, let path = sender.path(in: tree, catalogue) {
        return Wording.authorized(name, by: path.joined(separator: " → "))[language]
      }
      return tree.canHide(from: catalogue) ? nil : Wording.notAuthorized(name)[language]
    }
  }

  func dkim(_ facts: DKIMFacts) -> [String] {
    if facts.existence == .none { return [Wording.noKeyAtAll[language]] }
    let failed = facts.published.filter { $0.answer.failure != nil }
    // Many that fail together are one thing to know; a few have names worth reading.
    let isBlackout = failed.count > 3
    let shown = isBlackout ? facts.published.filter { $0.answer.failure == nil } : facts.published
    return shown.map(selector) + [
      (isBlackout
        ? Wording.selectorsUnknown(failed.count)
        : .selectorsAsked(facts.selectors.count, areAll: facts.isComplete))[language]
    ]
  }

  private func selector(_ selector: DKIMSelectorAnswer) -> String {
    let target = selector.alias.map { " → \($0)" } ?? ""
    return "\(selector.selector.text)  \(state(selector))\(target)"
  }

  private func state(_ selector: DKIMSelectorAnswer) -> String {
    switch selector.status {
    case .key(let key):
      let testing = key.isTesting ? Wording.listSeparator[language] + Wording.testingKey[language] : ""
      let source =
        selector.isFromWildcard ? Wording.listSeparator[language] + Wording.wildcardKey[language] : ""
      return key.publicKey.label[language] + testing + source
    case .malformed: return Wording.malformedKey[language]
    case .several: return Wording.severalKeys[language]
    case .dangling: return Wording.danglingKey[language]
    case .absent: return Wording.noRecord[language]
    case .unknown: return Wording.notAsked[language]
    }
  }

  func dmarc(_ facts: DMARCFacts, _ applied: DMARCAppliedPolicy?, _ alignments: [OutboundAlignment])
    -> [String]
  {
    let meant = facts.own.map { $0.records.map(\.text) + $0.nearMisses.map(\.text) } ?? []
    switch facts.discovery.policyRecord {
    case .unknown where meant.isEmpty: return [Wording.notAsked[language]]
    case .unknown,
      .known(nil) where !meant.isEmpty:
      return meant.map { VisibleText($0).description }
    case .known(nil):
      let alias = facts.answers.first?.aliases.first
      return [Wording.noRecord[language] + (alias.map { " → \($0.target)" } ?? "")]
    case .known(let policy?):
      var lines = [VisibleText(policy.record.text).description]
      lines += facts.decisiveAnswer?.aliases.prefix(1).map { "→ \($0.target)" } ?? []
      if policy.source != .authorDomain { lines.append(Wording.foundAt(policy.domain)[language]) }
      if case .applies(_, let effective, _) = applied,
        policy.source != .authorDomain || policy.record.isTesting
      {
        lines.append(Wording.effectivePolicy(effective)[language])
      }
      return lines + alignments.compactMap(alignment)
    }
  }
}

extension AreaLines {
  private func alignment(_ path: OutboundAlignment) -> String? {
    let system = HostProvider.provider(path.provider).wording(in: catalogue)
    return path.means.map { Wording.passesDMARC(system, by: $0)[language] }
  }
}

extension DKIMPublicKey {
  /// `RSA 2048`, `Ed25519`; an unknown type as published, and an empty one with its tag, since nothing would say nothing.
  var label: Wording {
    switch self {
    case .rsa(let bits, _): Wording(verbatim: "RSA \(bits)")
    case .ed25519: Wording(verbatim: "Ed25519")
    case .revoked: .revokedKey
    case .unknownType(let type): Wording(verbatim: type.isEmpty ? "k=" : VisibleText(type).description)
    }
  }
}
