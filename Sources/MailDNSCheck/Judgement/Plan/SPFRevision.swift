/// An SPF record under revision: terms are put in or taken out, and what the administrator wrote otherwise stays as it is.
struct SPFRevision: Hashable, Sendable {
  /// The terms behind the version, as octets of the record.
  private(set) var terms: [[UInt8]]
  /// What was published among the terms and is none, safe to show.
  let dropped: [String]

  /// The record or records as published, to be made one that receivers can use: of several the terms are put together,
  /// and what is no term of SPF is left out (RFC 7208 §4.5, §4.6).
  init(_ published: [[UInt8]]) {
    let terms = published.flatMap { text in text.split(separator: 0x20).dropFirst().map(Array.init) }
    let usable = terms.filter { Self.term(of: $0) != nil }.uniqued
    dropped = terms.filter { !$0.isEmpty && Self.term(of: $0) == nil }.map { VisibleText($0).description }
    // What stands behind `all` has no effect, and of several only the last one's is meant.
    let ends = usable.filter(Self.isEnd)
    self.terms = usable.filter { !Self.isEnd($0) } + ends.suffix(1)
    if ends.isEmpty { self.terms.append(Array("~all".utf8)) }
  }

  /// Puts `include:<name>` before the end of the record.
  mutating func include(_ name: String) {
    let end = terms.firstIndex(where: Self.isEnd) ?? terms.endIndex
    terms.insert(Array("include:\(name)".utf8), at: end)
  }

  /// Puts the address before the end of the record, unless it is there.
  mutating func authorize(_ address: IPAddress) {
    let term = Self.term(for: address)
    guard !terms.contains(term) else { return }
    terms.insert(term, at: terms.firstIndex(where: Self.isEnd) ?? terms.endIndex)
  }

  /// Takes the address out again.
  mutating func withdraw(_ address: IPAddress) { terms.removeAll { $0 == Self.term(for: address) } }

  private static func term(for address: IPAddress) -> [UInt8] {
    switch address {
    case .v4: Array("ip4:\(address)".utf8)
    case .v6: Array("ip6:\(address)".utf8)
    }
  }

  /// Whether a term of the record of `owner` is one that `isMeant` is true of.
  func contains(at owner: DomainName, where isMeant: (SPFTerm, SPFReference?) -> Bool) -> Bool {
    terms.contains { octets in
      Self.term(of: octets).map { isMeant($0, SPFReference($0, at: owner)) } ?? false
    }
  }

  /// Whether the record says `mx`, without another domain.
  var namesOwnExchanges: Bool {
    terms.contains { octets in
      guard let mechanism = Self.term(of: octets)?.mechanism else { return false }
      return mechanism.kind == .mx && mechanism.domainSpec == nil
    }
  }

  /// Whether the record lets everybody pass.
  var passesAll: Bool {
    terms.contains { octets in
      guard let directive = Self.term(of: octets)?.directive else { return false }
      return directive.mechanism == .all && directive.qualifier == .pass
    }
  }

  /// Takes out the terms of the record of `owner` that `isMeant` is true of; what says who is not meant stays.
  mutating func remove(at owner: DomainName, where isMeant: (SPFTerm, SPFReference?) -> Bool) {
    terms.removeAll { octets in
      guard let term = Self.term(of: octets), !Self.isEnd(octets) else { return false }
      return isMeant(term, SPFReference(term, at: owner))
    }
  }

  /// The joined text of the record.
  var text: [UInt8] { terms.reduce(into: Array("v=spf1".utf8)) { $0 += [0x20] + $1 } }

  private static func term(of octets: [UInt8]) -> SPFTerm? {
    (try? SPFRecord(parsing: Array("v=spf1 ".utf8) + octets))?.terms.first
  }

  /// Whether the term decides for all senders that none before it matches: `all` or `redirect`.
  private static func isEnd(_ octets: [UInt8]) -> Bool {
    guard let term = term(of: octets) else { return false }
    if case .modifier(.redirect) = term.content { return true }
    return term.mechanism == .all
  }
}
