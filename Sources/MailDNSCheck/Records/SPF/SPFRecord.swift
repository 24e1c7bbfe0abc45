/// An SPF record that follows the grammar to its last term (RFC 7208 §4.6.1, §12).
///
/// Two records are equal when they say the same: spaces, the case of names, a `+` and prefix lengths that are
/// the default make no difference.
struct SPFRecord: Sendable {
  /// The record as published, in octets; what the ranges of the terms count in.
  let text: [UInt8]
  /// Directives and modifiers in the order of the record.
  let terms: [SPFTerm]

  /// `v=spf1`, in either case (§4.5).
  static let version: StaticString = "v=spf1"
  /// Octets; a TXT record can't hold more (RFC 1035 §3.2.1, RDLENGTH).
  static let maximumLength = 65_535
  /// More than a record of that length holds of `ip4` and `ip6`; whatever has more can't be evaluated anyway
  /// (§4.6.4).
  static let maximumTermCount = 8_192

  /// Takes the record `text` apart. Throws every syntax error in it, because a receiver looks at the whole
  /// record before it evaluates any of it (§4.6).
  init(parsing text: some Sequence<UInt8>) throws(SPFSyntaxErrors) {
    let octets = Array(text)
    terms = try SPFRecordParser(text: octets).terms()
    self.text = octets
  }
}

extension SPFRecord {
  var directives: [SPFDirective] { terms.compactMap(\.directive) }

  /// The terms whose mechanisms a receiver may come to: those after the first `all` "MUST be ignored" (§5.1).
  var testableDirectives: [SPFTerm] {
    let directives = terms.filter { $0.directive != nil }
    guard let last = directives.firstIndex(where: { $0.mechanism == .all }) else { return directives }
    return Array(directives[...last])
  }

  /// What the record says of every sender that no mechanism before matches: the qualifier of the first `all`.
  var all: SPFQualifier? { terms.lazy.compactMap(\.directive).first { $0.mechanism == .all }?.qualifier }

  /// The target of `redirect` as published, whether it has an effect or not.
  var redirect: SPFDomainSpec? {
    for case .modifier(.redirect(let domain)) in terms.lazy.map(\.content) { return domain }
    return nil
  }

  /// The target of `redirect`; nil where there is an `all`, which takes its effect wherever it stands (§6.1).
  var effectiveRedirect: SPFDomainSpec? { all == nil ? redirect : nil }

  /// The name that `exp` gives for the explanation (§6.2).
  var explanation: SPFDomainSpec? {
    for case .modifier(.explanation(let domain)) in terms.lazy.map(\.content) { return domain }
    return nil
  }

  var unknownModifiers: [SPFUnknownModifier] {
    terms.compactMap { if case .modifier(.unknown(let modifier)) = $0.content { modifier } else { nil } }
  }

  /// The terms that count towards the limit of ten look-ups (§4.6.4), in order, but for those without effect:
  /// what follows the first `all`, and `redirect` where there is an `all`.
  var lookupTerms: [SPFTerm] {
    guard all == nil else { return testableDirectives.filter(\.costsLookup) }
    return terms.filter(\.costsLookup)
  }
}

extension SPFRecord: Hashable {
  static func == (left: SPFRecord, right: SPFRecord) -> Bool {
    left.terms.lazy.map(\.content).elementsEqual(right.terms.lazy.map(\.content))
  }

  func hash(into hasher: inout Hasher) {
    for term in terms { hasher.combine(term.content) }
  }
}
