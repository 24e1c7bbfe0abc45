/// An SPF record that follows the grammar to its last term (RFC 7208 §4.6.1, §12).
///
/// Two records are equal when they say the same: spaces, the case of names, a `+` and prefix lengths that are
/// the default make no difference.
struct SPFRecord: Sendable {
  /// Shared by all copies: a record is read by many rules.
  private let form: Form

  /// The record as published, in octets; what the ranges of the terms count in.
  var text: [UInt8] { form.text }
  /// Directives and modifiers in the order of the record.
  var terms: [SPFTerm] { form.terms }

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
    form = Form(octets, try SPFRecordParser(text: octets).terms())
  }

  /// A record, and what nearly everybody asks of it.
  private final class Form: Sendable {
    let text: [UInt8]
    let terms: [SPFTerm]
    let all: SPFQualifier?
    let redirect: SPFDomainSpec?
    let testableDirectives: [SPFTerm]
    let lookupTerms: [SPFTerm]
    let networks: [IPNetwork]

    init(_ text: [UInt8], _ terms: [SPFTerm]) {
      self.text = text
      self.terms = terms
      let last = terms.firstIndex(where: \.isAll)
      let reached = terms.prefix(last.map { $0 + 1 } ?? terms.count)
      let testable =
        reached.count == terms.count && terms.allSatisfy(\.isDirective)
        ? terms : reached.filter(\.isDirective)
      all = last.flatMap { terms[$0].directive?.qualifier }
      redirect = terms.lazy.compactMap(\.redirect).first
      testableDirectives = testable
      lookupTerms = (last == nil ? terms : testable).filter(\.costsLookup)
      networks = testable.compactMap(\.passingNetwork)
    }
  }
}

extension SPFRecord {
  var directives: [SPFDirective] { terms.compactMap(\.directive) }

  /// The terms whose mechanisms a receiver may come to: those after the first `all` "MUST be ignored" (§5.1).
  var testableDirectives: [SPFTerm] { form.testableDirectives }

  /// The networks that `ip4` and `ip6` let pass, as far as a receiver may come to them.
  var networks: [IPNetwork] { form.networks }

  /// What the record says of every sender that no mechanism before matches: the qualifier of the first `all`.
  var all: SPFQualifier? { form.all }

  /// The target of `redirect` as published, whether it has an effect or not.
  var redirect: SPFDomainSpec? { form.redirect }

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
  var lookupTerms: [SPFTerm] { form.lookupTerms }
}

extension SPFRecord: Hashable {
  static func == (left: SPFRecord, right: SPFRecord) -> Bool {
    left.form === right.form || left.terms.lazy.map(\.content).elementsEqual(right.terms.lazy.map(\.content))
  }

  func hash(into hasher: inout Hasher) {
    for term in terms { hasher.combine(term.content) }
  }
}
