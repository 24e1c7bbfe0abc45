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

  var mechanism: SPFMechanism? { directive?.mechanism }

  var modifier: SPFModifier? {
    if case .modifier(let modifier) = content { modifier } else { nil }
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
