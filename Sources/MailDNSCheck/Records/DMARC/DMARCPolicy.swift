/// What a domain owner asks receivers to do with mail that fails DMARC (RFC 9989 §4.7), from lenient to strict.
enum DMARCPolicy: String, CaseIterable, Hashable, Sendable {
  case none
  case quarantine
  case reject

  /// The policy that receivers apply under `t=y`: one step less (RFC 9989 §4.7).
  var whileTesting: DMARCPolicy {
    switch self {
    case .reject: .quarantine
    case .quarantine, .none: .none
    }
  }
}

extension DMARCPolicy: Comparable {
  static func < (left: DMARCPolicy, right: DMARCPolicy) -> Bool { left.strictness < right.strictness }

  private var strictness: Int {
    switch self {
    case .none: 0
    case .quarantine: 1
    case .reject: 2
    }
  }
}

/// The tags that hold a policy: for the domain itself, its existing and its non-existent subdomains.
enum DMARCPolicyTag: String, CaseIterable, Hashable, Sendable {
  case domain = "p"
  case subdomains = "sp"
  case nonexistentSubdomains = "np"

  var name: DMARCTagName {
    switch self {
    case .domain: .p
    case .subdomains: .sp
    case .nonexistentSubdomains: .np
    }
  }
}

/// The policies of one record, as far as published; for the rest, `np` falls back to `sp`, and `sp` to `p`.
struct DMARCPolicies: Hashable, Sendable {
  let domain: DMARCPolicy
  let subdomains: DMARCPolicy?
  let nonexistentSubdomains: DMARCPolicy?

  /// The policy where `tag` is the one asked for, and the tag that it was found in.
  subscript(tag: DMARCPolicyTag) -> (policy: DMARCPolicy, tag: DMARCPolicyTag) {
    if tag == .nonexistentSubdomains, let nonexistentSubdomains { return (nonexistentSubdomains, tag) }
    if tag != .domain, let subdomains { return (subdomains, .subdomains) }
    return (domain, .domain)
  }
}

/// What a record asks for, taken as a whole (RFC 9989 §4.10.1).
enum DMARCRequest: Hashable, Sendable {
  case published(DMARCPolicies)
  /// `p` is missing or invalid, or `sp` or `np` invalid, and there is an address for reports: as if it were `p=none`.
  case assumedNone
  /// The same without an address for reports: receivers do no DMARC processing.
  case unusable

  /// The policies in force; nil where there is no DMARC processing.
  var policies: DMARCPolicies? {
    switch self {
    case .published(let policies): policies
    case .assumedNone: DMARCPolicies(domain: .none, subdomains: nil, nonexistentSubdomains: nil)
    case .unusable: nil
    }
  }
}
