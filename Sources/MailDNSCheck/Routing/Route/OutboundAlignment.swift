/// Whether mail from the domain that leaves through one system can pass DMARC there: whether the identifiers that SPF and
/// DKIM authenticate align with the From domain (RFC 9989 §4.4).
struct OutboundAlignment: Hashable, Sendable {
  let provider: Provider.ID
  /// By the domain of MAIL FROM, taken to be the From domain's, as these systems leave it.
  let spf: State
  let dkim: State
  /// The domain that the system signs with where it has no key of the customer's own: it never aligns. Nil where that is
  /// not known.
  let ownSigningDomain: String?

  enum State: Hashable, Sendable {
    /// `selector` is the one whose key is there, where it is DKIM.
    case aligned(selector: String?)
    case unaligned
    case unknown

    /// Nil where that is not known.
    var isAligned: Bool? {
      switch self {
      case .aligned: true
      case .unaligned: false
      case .unknown: nil
      }
    }
  }

  /// Whether neither can align.
  var isHopeless: Bool { spf == .unaligned && dkim == .unaligned }
}

extension OutboundAlignment {
  /// One for each system of the route that the domain's mail may leave by. Nothing can be said without SPF and DKIM.
  static func all(
    _ verdict: RouteVerdict, _ facts: DomainFacts, in catalogue: ProviderCatalogue
  ) -> [OutboundAlignment] {
    guard let tree = facts.spf, let dkim = facts.dkim else { return [] }
    return verdict.senders.map { sender in
      OutboundAlignment(
        provider: sender.provider, spf: spf(sender, tree, catalogue),
        dkim: self.dkim(sender.provider, dkim, facts, catalogue),
        ownSigningDomain: catalogue[sender.provider]?.signingDomain)
    }
  }

  private static func spf(
    _ sender: SenderAuthorization, _ tree: SPFTree, _ catalogue: ProviderCatalogue
  ) -> State {
    guard tree.own?.answer.failure == nil else { return .unknown }
    guard tree.own?.record != nil, tree.errors.isEmpty else { return .unaligned }
    if sender.isAuthorized || tree.authorization.isForEverybody { return .aligned(selector: nil) }
    return tree.canHide(from: catalogue) ? .unknown : .unaligned
  }

  /// Keys below the From domain align, strictly too. One of the Organizational Domain's would align only where `adkim`
  /// is relaxed, and is not known here.
  private static func dkim(
    _ provider: Provider.ID, _ dkim: DKIMFacts, _ facts: DomainFacts, _ catalogue: ProviderCatalogue
  ) -> State {
    let owned = catalogue.selectors(of: provider, at: facts.domain.name)
    let selectors = dkim.selectors
    var hasFailed = false
    // By index, in place: an answer is large, and few are the provider's.
    for index in selectors.indices {
      guard
        owned.contains(selectors[index].selector)
          || selectors[index].ownAlias.flatMap({ catalogue.provider(ofDKIMTarget: $0)?.id }) == provider
      else { continue }
      if selectors[index].key?.isUsable == true, !selectors[index].isFromWildcard {
        return .aligned(selector: selectors[index].selector.text)
      }
      hasFailed = hasFailed || selectors[index].answer.failure != nil
    }
    // Whose the key is that a wildcard gives all selectors nobody can tell.
    if dkim.wildcardKey != nil { return .unknown }
    let mayBeAbove =
      facts.dmarc.map { dmarc in
        guard case .known(let home) = dmarc.discovery.organizationalDomain else { return true }
        return facts.domain.name.isBelow(home)
          && dmarc.discovery.policyRecord.value??.record.dkimAlignment != .strict
      } ?? false
    if mayBeAbove || hasFailed { return .unknown }
    // Without selectors of its own that are known, the system may sign with any.
    return owned.isEmpty && dkim.existence != .none ? .unknown : .unaligned
  }
}

extension SPFTree {
  /// Whether somebody may be authorised without its showing: by what could not be asked, by macros, by names that hide
  /// their senders by design.
  func canHide(from catalogue: ProviderCatalogue) -> Bool {
    !isComplete || hasMacros || references.contains { $0.recognizableName.map(catalogue.isOpaque) == true }
  }
}

extension DomainFacts {
  /// Systems of the route whose mail passes DMARC in no way.
  func alignmentFindings(_ paths: [OutboundAlignment], in catalogue: ProviderCatalogue) -> [Finding] {
    guard let effective = policy?.effective else { return [] }
    return paths.filter(\.isHopeless).map { path in
      let name = HostProvider.provider(path.provider).wording(in: catalogue)
      return .route.dmarcPathUnaligned(
        domain.name, (name: name, signsAs: path.ownSigningDomain),
        severity: effective == .none ? .info : .warning)
    }
  }
}
