/// Whether the Author Domain exists: `false` for NXDOMAIN, not for a mere lack of records (RFC 9989 §3.2.13).
enum DMARCDomainExistence: Hashable, Sendable {
  case exists
  case doesNotExist
  case unknown
}

/// What receivers are asked to do with mail from the Author Domain that fails DMARC.
enum DMARCAppliedPolicy: Hashable, Sendable {
  /// `published` stands in `tag`; `effective` is what receivers apply, one step less under `t=y`.
  case applies(published: DMARCPolicy, effective: DMARCPolicy, tag: DMARCPolicyTag)
  /// There is no record, or none that can be used: no DMARC processing.
  case nothing
  /// DNS could not tell.
  case unknown

  var published: DMARCPolicy? { if case .applies(let published, _, _) = self { published } else { nil } }
  var effective: DMARCPolicy? { if case .applies(_, let effective, _) = self { effective } else { nil } }
}

extension DMARCDiscovery {
  /// The policy for mail from the Author Domain by RFC 9989 §4.10.1: `p` where the record is its own, else `sp` or, where
  /// the domain does not exist, `np`. Where that is not known and both ask for the same, the policy is known all the same.
  func appliedPolicy(_ existence: DMARCDomainExistence) -> DMARCAppliedPolicy {
    switch policyRecord {
    case .unknown: .unknown
    case .known(nil): .nothing
    case .known(let found?): found.appliedPolicy(existence)
    }
  }
}

extension DMARCDiscovery.PolicyRecord {
  func appliedPolicy(_ existence: DMARCDomainExistence) -> DMARCAppliedPolicy {
    guard let policies = record.request.policies else { return .nothing }
    let tag: DMARCPolicyTag =
      if source == .authorDomain { .domain } else {
        existence == .doesNotExist ? .nonexistentSubdomains : .subdomains
      }
    let (policy, found) = policies[tag]
    if source != .authorDomain, existence == .unknown, policies[.nonexistentSubdomains].policy != policy {
      return .unknown
    }
    return .applies(published: policy, effective: record.effective(policy), tag: found)
  }
}
