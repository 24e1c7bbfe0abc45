/// The Organizational Domain as receivers of RFC 7489 §3.2 work it out: by a public suffix list, not by a tree walk.
enum DMARCLegacyOrganization: Hashable, Sendable {
  case domain(DomainName)
  /// The domain is a public suffix itself, so that each name directly below it is an Organizational Domain of its own.
  case publicSuffix
  /// There is no public suffix list to look it up in.
  case undetermined
}

/// What receivers that still follow RFC 7489 are asked to do with mail that fails DMARC. They ask for the Author Domain's
/// own record and then for that of the Organizational Domain (RFC 7489 §6.6.3), and know neither `np` nor `psd` nor `t`.
enum DMARCLegacyPolicy: Hashable, Sendable {
  /// `policy` stands in `tag` of the record of `domain`. It is for `percentage` of the mail, up to 100; the rest is treated
  /// one step less strictly (RFC 7489 §6.6.4).
  case applies(DMARCPolicy, percentage: Int, tag: DMARCPolicyTag, domain: DomainName)
  /// There is no record, none that can be used, or more than one at the domain itself: no DMARC processing.
  case nothing
  /// DNS could not tell.
  case unknown
  /// The domain has no record of its own, and there is no public suffix list to say where to look next.
  case undetermined
}

extension DMARCLegacyPolicy {
  /// The policy for mail from `author`. `steps` are the names that were asked.
  init(author: DomainName, organization: DMARCLegacyOrganization, steps: [DMARCTreeWalk.Step]) {
    switch Self.policy(of: author, .domain, steps) {
    case .found(let policy):
      self = policy
    case .absent:
      switch organization {
      case .undetermined: self = .undetermined
      case .publicSuffix, .domain(author): self = .nothing
      case .domain(let domain):
        self =
          if case .found(let policy) = Self.policy(of: domain, .subdomains, steps) { policy } else {
            .nothing
          }
      }
    }
  }

  private enum Lookup {
    case found(DMARCLegacyPolicy)
    case absent
  }

  private static func policy(
    of domain: DomainName, _ tag: DMARCPolicyTag, _ steps: [DMARCTreeWalk.Step]
  ) -> Lookup {
    let result = steps.first { $0.domain == domain }?.result
    guard case .answered(let selection)? = result else { return .found(.unknown) }
    switch selection.outcome {
    case .absent: return .absent
    // Policy discovery ends there, and with it DMARC processing (RFC 7489 §6.6.3 step 5).
    case .several: return .found(.nothing)
    case .record(let record):
      guard let policies = record.legacyRequest.policies else { return .found(.nothing) }
      let (policy, found) = policies[tag]
      return .found(
        .applies(policy, percentage: record.legacyPercentage ?? 100, tag: found, domain: domain))
    }
  }
}
