/// One term of an SPF record and where it stands (RFC 7208 §4.6.1).
struct SPFTerm: Hashable, Sendable {
  let content: Content
  /// Place in the record text, in octets from 0.
  let range: Range<Int>

  enum Content: Hashable, Sendable {
    case directive(SPFDirective)
    case modifier(SPFModifier)
  }

  var directive: SPFDirective? {
    if case .directive(let directive) = content { directive } else { nil }
  }

  var isDirective: Bool { if case .directive = content { true } else { false } }

  var mechanism: SPFMechanism? { directive?.mechanism }

  var modifier: SPFModifier? {
    if case .modifier(let modifier) = content { modifier } else { nil }
  }

  /// The target of a `redirect`; nil for every other term.
  var redirect: SPFDomainSpec? {
    if case .modifier(.redirect(let domain)) = content { domain } else { nil }
  }

  /// Whether the term is `all`, whatever its qualifier.
  var isAll: Bool {
    if case .directive(let directive) = content, case .all = directive.mechanism { true } else { false }
  }

  /// The network of an `ip4` or `ip6` that lets senders pass; nil for every other term.
  var passingNetwork: IPNetwork? {
    guard case .directive(let directive) = content, case .network(let network) = directive.mechanism,
      directive.qualifier == .pass
    else { return nil }
    return network
  }

  /// Whether the term is of a kind that counts towards the limit of ten look-ups (§4.6.4).
  var costsLookup: Bool {
    switch content {
    case .directive(let directive): directive.mechanism.kind.costsLookup
    case .modifier(.redirect): true
    case .modifier: false
    }
  }
}
