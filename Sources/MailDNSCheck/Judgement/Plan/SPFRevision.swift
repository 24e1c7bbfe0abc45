/// An SPF record under revision: terms are put in or taken out, and what the administrator wrote otherwise stays as it is.
struct SPFRevision: Hashable, Sendable {
  /// The terms behind the version, as octets of the record.
  private(set) var terms: [[UInt8]]
  /// Terms with a slip of the pen, and what was meant.
  let repaired: [SPFRepair.Change]
  /// What was published among the terms and is none, safe to show.
  let dropped: [String]

  /// The record or records as published, to be made one that receivers can use: of several the terms are put together, and
  /// slips of the pen are mended (RFC 7208 §4.5, §4.6).
  init(_ published: [[UInt8]]) {
    let repairs = published.map(SPFRepair.init)
    repaired = repairs.flatMap(\.changes)
    dropped = repairs.flatMap(\.unclear)
    var terms: [[UInt8]] = []
    var end: [UInt8]?
    for repair in repairs {
      terms += repair.terms.filter { !Self.isEnd($0) }
      // What `redirect` leads to has an effect only where there is no `all` (§6.1).
      let ends = repair.terms.filter(Self.isEnd)
      guard let own = ends.last(where: Self.isAll) ?? ends.last else { continue }
      // Of several records only the last one's end is meant; who is behind the others' stays authorised.
      if let earlier = end, let included = Self.include(insteadOf: earlier) { terms.append(included) }
      end = own
    }
    self.terms = terms.uniqued + [end ?? Array("~all".utf8)]
  }

  /// Puts `include:<name>` before the end of the record.
  mutating func include(_ name: String) { insert(Array("include:\(name)".utf8)) }

  /// Puts the networks before the end of the record; returns those that were not there.
  mutating func authorize(_ networks: [IPNetwork]) -> [IPNetwork] {
    let new = networks.filter { !terms.contains(Self.term(for: $0)) }.uniqued
    for network in new { insert(Self.term(for: network)) }
    return new
  }

  /// Takes the network out again.
  mutating func withdraw(_ network: IPNetwork) { terms.removeAll { $0 == Self.term(for: network) } }

  /// Puts networks in the place of a term.
  mutating func replace(_ term: [UInt8], with networks: [IPNetwork]) {
    guard let index = terms.firstIndex(of: term) else { return }
    let new = networks.map(Self.term).filter { !terms.contains($0) }.uniqued
    terms.replaceSubrange(index...index, with: new)
  }

  private mutating func insert(_ term: [UInt8]) {
    terms.insert(term, at: terms.firstIndex(where: Self.isEnd) ?? terms.endIndex)
  }

  /// As a record has it.
  static func text(for network: IPNetwork) -> String {
    switch network.address {
    case .v4: network.length == 32 ? "ip4:\(network.address)" : "ip4:\(network)"
    case .v6: network.length == 128 ? "ip6:\(network.address)" : "ip6:\(network)"
    }
  }

  private static func term(for network: IPNetwork) -> [UInt8] { Array(text(for: network).utf8) }

  /// The terms with what they say, in the order of the record; those with a gap are left out.
  var parsedTerms: [(octets: [UInt8], term: SPFTerm)] {
    terms.compactMap { octets in Self.term(of: octets).map { (octets, $0) } }
  }

  /// Whether a term of the record of `owner` is one that `isMeant` is true of.
  func contains(at owner: DomainName, where isMeant: (SPFTerm, SPFReference?) -> Bool) -> Bool {
    parsedTerms.contains { isMeant($0.term, SPFReference($0.term, at: owner)) }
  }

  /// The prefix lengths of the terms that let the MX hosts of `owner` pass; the shortest of several. Nil where none does.
  func exchangeLengths(at owner: DomainName) -> SPFPrefixLengths? {
    let lengths = parsedTerms.compactMap { _, term -> SPFPrefixLengths? in
      guard case .mx(_, let lengths)? = term.mechanism, term.directive?.qualifier == .pass,
        SPFReference(term, at: owner)?.name == owner
      else { return nil }
      return lengths
    }
    guard let ipv4 = lengths.map(\.ipv4).min(), let ipv6 = lengths.map(\.ipv6).min() else { return nil }
    return SPFPrefixLengths(ipv4: ipv4, ipv6: ipv6)
  }

  /// Whether the record lets everybody pass.
  var passesAll: Bool {
    parsedTerms.contains { $0.term.mechanism == .all && $0.term.directive?.qualifier == .pass }
  }

  /// Takes out the terms of the record of `owner` that `isMeant` is true of; what says who is not meant stays. Returns them,
  /// safe to show.
  @discardableResult
  mutating func remove(at owner: DomainName, where isMeant: (SPFTerm, SPFReference?) -> Bool) -> [String] {
    let gone = parsedTerms.filter { octets, term in
      !Self.isEnd(octets) && isMeant(term, SPFReference(term, at: owner))
    }.map(\.octets)
    terms.removeAll(where: gone.contains)
    return gone.map { VisibleText($0).description }
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

  private static func isAll(_ octets: [UInt8]) -> Bool { term(of: octets)?.mechanism == .all }

  /// `include` of what the term redirects to; nil for any other term.
  private static func include(insteadOf octets: [UInt8]) -> [UInt8]? {
    guard let term = term(of: octets), case .modifier(.redirect) = term.content,
      let equals = octets.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    return Array("include:".utf8) + octets[(equals + 1)...]
  }
}
