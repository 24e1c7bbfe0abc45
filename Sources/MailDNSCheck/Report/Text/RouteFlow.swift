/// The verdict as one line of flow: `the Internet → IIJ SecureMX → Office365 (tenant contoso) → users`.
struct RouteFlow {
  let verdict: RouteVerdict
  let facts: DomainFacts
  let catalogue: ProviderCatalogue

  var wording: Wording {
    switch verdict.id {
    case .unknown: return .routeUnknown
    case .none: return whyNot
    case .implicit: return chain([.internet, .domainItself, .users])
    case .office365: return chain([.internet, mailbox(.office365), .users])
    case .securemxOffice365, .securemx, .gateway:
      let behind = shownMailbox.map(mailbox) ?? .mailboxesUnseen
      return chain([.internet, inbound, behind, .users])
    case .other where isOnly(.parked):
      return Wording(
        "\(inbound.english): parked, no mail is meant to flow", "\(inbound.japanese): パーキング中(メールは使われていません)")
    case .other where isOnly(.forwarder): return chain([.internet, inbound, .addressesElsewhere])
    case .other, .mixed:
      let behind = shownMailbox.flatMap { verdict.inbound.contains(.provider($0)) ? nil : mailbox($0) }
      return chain([.internet, inbound] + [behind].compactMap(\.self) + [.users])
    }
  }

  /// Whether all MX hosts are of providers that do this and hold no mailboxes.
  func isOnly(_ kind: Provider.Kind) -> Bool {
    !verdict.inbound.isEmpty
      && verdict.inbound.allSatisfy { host in
        guard let kinds = host.provider.flatMap({ catalogue[$0] })?.kinds else { return false }
        return kinds.contains(kind) && !kinds.contains(.mailbox)
      }
  }

  /// The platform of the mailboxes, unless one weak sign is all that suggests it.
  var shownMailbox: Provider.ID? {
    guard let mailbox = verdict.mailbox, !verdict.inbound.contains(.provider(mailbox)) else {
      return verdict.mailbox
    }
    let signs = verdict.evidence.filter { $0.provider == .provider(mailbox) }
    return Confidence(signs: signs.map(\.kind)) == .possible ? nil : mailbox
  }

  /// Why there is no route.
  private var whyNot: Wording {
    if facts.apex.existence == .doesNotExist { return .domainNonexistent }
    return facts.mx.exchanges.contains { !$0.host.isRoot } ? .onlyVerificationMX : .takesNoMail
  }

  private var inbound: Wording {
    let names = verdict.inbound.map {
      $0.provider.flatMap { catalogue[$0]?.introduction } ?? $0.wording(in: catalogue)
    }
    return names.joined(separator: " | ")
  }

  private func mailbox(_ id: Provider.ID) -> Wording {
    let name = HostProvider.provider(id).wording(in: catalogue)
    guard id == .office365, let tenant = verdict.tenant.map(Wording.tenant) else { return name }
    return Wording("\(name.english) (\(tenant.english))", "\(name.japanese)(\(tenant.japanese))")
  }

  private func chain(_ steps: [Wording]) -> Wording {
    steps.joined(separator: " → ")
  }
}

extension HostProvider {
  /// What people call the provider.
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .provider(let id): catalogue[id]?.name ?? Wording(verbatim: id.text)
    case .own: .ownHosts
    case .unknown: .unknownHosts
    }
  }
}
