/// How many look-ups of an SPF record come back empty (RFC 7208 §4.6.4), for senders of each family: an `a` of a host with
/// an A record alone is void for every sender with an IPv6 address, and for none with an IPv4 one.
struct SPFVoidLookups: Hashable, Sendable {
  /// Nil where a look-up could not be made.
  var ipv4: Int?
  var ipv6: Int?

  static let none = SPFVoidLookups(ipv4: 0, ipv6: 0)
  static let unknown = SPFVoidLookups(ipv4: nil, ipv6: nil)
  /// One for a sender of either family.
  static let one = SPFVoidLookups(ipv4: 1, ipv6: 1)

  subscript(family: AddressFamily) -> Int? {
    get {
      switch family {
      case .ipv4: ipv4
      case .ipv6: ipv6
      }
    }
    set {
      switch family {
      case .ipv4: ipv4 = newValue
      case .ipv6: ipv6 = newValue
      }
    }
  }

  /// That of the family which fares worse; nil where it is not known of either.
  var worse: Int? {
    guard let ipv4, let ipv6 else { return nil }
    return max(ipv4, ipv6)
  }

  /// The families whose senders come out as permerror.
  var beyondLimit: [AddressFamily] { families(with: SPFTree.voidLookupLimit + 1) }

  /// The families with at least one.
  var affected: [AddressFamily] { families(with: 1) }

  /// The families with at least so many, more than none.
  private func families(with minimum: Int) -> [AddressFamily] {
    // Nearly always there are none.
    if ipv4 ?? 0 < minimum, ipv6 ?? 0 < minimum { return [] }
    return AddressFamily.allCases.filter { self[$0] ?? 0 >= minimum }
  }

  static func + (left: SPFVoidLookups, right: SPFVoidLookups) -> SPFVoidLookups {
    func sum(_ left: Int?, _ right: Int?) -> Int? {
      guard let left, let right else { return nil }
      return min(SPFTree.maximumCount, left + right)
    }
    return SPFVoidLookups(ipv4: sum(left.ipv4, right.ipv4), ipv6: sum(left.ipv6, right.ipv6))
  }
}

extension SPFFacts {
  /// What the look-up of `reference` itself adds, without what stands below it.
  func voidLookups(of reference: SPFReference) -> SPFVoidLookups {
    guard let name = reference.name else { return .none }
    switch reference.kind {
    case .include, .redirect:
      return publications[name]?.answer.isAbsence == true ? .one : .none
    case .a:
      return SPFVoidLookups(ipv4: void(Question(name, .a)), ipv6: void(Question(name, .aaaa)))
    case .mx:
      let count = void(Question(name, .mx))
      return SPFVoidLookups(ipv4: count, ipv6: count)
    case .exists:
      // Always A, whatever the family of the sender (§5.7).
      let count = void(Question(name, .a))
      return SPFVoidLookups(ipv4: count, ipv6: count)
    case .ptr: return .none
    }
  }

  private func void(_ question: Question) -> Int? {
    guard let answer = lookups[question], answer.failure == nil else { return nil }
    return answer.records.isEmpty ? 1 : 0
  }
}

/// A term of the tree whose look-up comes back empty.
struct SPFVoidTerm: Hashable, Sendable {
  /// The name of the record in which it stands.
  let owner: DomainName
  let term: SPFTerm
  /// As published, safe to show.
  let text: String
  /// The families for whose senders that is so.
  let families: [AddressFamily]
  /// Whether it is an include or redirect.
  let leadsToRecord: Bool
}

extension SPFTree {
  /// The terms whose look-ups come back empty, in the order of evaluation, each record's once.
  var voidTerms: [SPFVoidTerm] {
    // The sum has a part of every term of these records, and no part of it is negative.
    if voidLookups == .none { return [] }
    return ([facts.domain] + includes).flatMap { name -> [SPFVoidTerm] in
      guard let record = facts.publications[name]?.record else { return [] }
      return record.lookupTerms.compactMap { term in
        guard let reference = SPFReference(term, at: name) else { return nil }
        let families = facts.voidLookups(of: reference).affected
        guard !families.isEmpty else { return nil }
        return SPFVoidTerm(
          owner: name, term: term, text: VisibleText(record.text[term.range]).description, families: families,
          leadsToRecord: reference.kind.leadsToRecord)
      }
    }
  }
}
