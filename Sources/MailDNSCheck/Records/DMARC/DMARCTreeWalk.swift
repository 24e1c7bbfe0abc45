/// The DNS Tree Walk (RFC 9989 §4.10): which names are asked for a domain's DMARC record, and what the answers mean.
enum DMARCTreeWalk {
  static let maximumQueries = 8

  /// The domains whose `_dmarc` name is asked, in order: the domain, then its ancestors down to a single label, those
  /// of more than 7 labels left out. None for the root.
  static func queryNames(for domain: DomainName) -> [DomainName] {
    guard !domain.isRoot else { return [] }
    var names = [domain]
    var ancestor = passesOverParent(of: domain) ? domain.suffix(maximumQueries - 1) : domain.parent
    while let name = ancestor, !name.isRoot {
      names.append(name)
      ancestor = name.parent
    }
    return names
  }

  /// Whether the walk from the domain leaves its parent out, which has more than 7 labels.
  static func passesOverParent(of domain: DomainName) -> Bool { domain.labelCount > maximumQueries }

  /// `_dmarc.<domain>`, where its record is (RFC 9989 §4.3). Throws where that is too long for a name, and so can't be
  /// there.
  static func recordName(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending(label: "_dmarc".utf8)
  }

  /// `<policy-domain>._report._dmarc.<host>`, the record by which `host` takes reports about `policyDomain` (RFC 9990
  /// §4). Throws where that is too long for a name.
  static func authorizationName(
    policyDomain: DomainName, host: DomainName
  ) throws(DomainNameError) -> DomainName {
    try recordName(of: host).prepending(label: "_report".utf8).prepending(policyDomain)
  }

  /// What is known about the records at one domain of the walk.
  enum Result: Sendable {
    case answered(DMARCSelection)
    /// Could not be asked: there may be a record, or none.
    case failed(Failure)
  }

  /// A domain of the walk and what was learnt there. `result` is nil where nobody asked.
  struct Step: Sendable {
    let domain: DomainName
    let result: Result?

    /// The record that counts; nil where there is none and where nobody knows.
    var record: DMARCRecord? {
      if case .answered(let selection) = result { selection.record } else { nil }
    }

    var failure: Failure? {
      if case .failed(let failure) = result { failure } else { nil }
    }

    var isKnown: Bool {
      if case .answered = result { true } else { false }
    }
  }
}
