/// A public suffix list (publicsuffix.org): below which names registries let others register names of their own.
///
/// Receivers that still follow RFC 7489 work out the Organizational Domain by it (RFC 7489 §3.2); RFC 9989 does without.
enum PublicSuffixList: Sendable {
  case library(LibPSL)
  case rules(PublicSuffixRules)

  /// The Organizational Domain of `domain` in that reading.
  func organization(of domain: DomainName) -> DMARCLegacyOrganization {
    switch self {
    case .library(let library): library.organization(of: domain)
    case .rules(let rules): rules.organization(of: domain)
    }
  }
}

extension DMARCLegacyOrganization {
  /// One label more than the public suffix of `domain`, which has `labels` labels.
  init(of domain: DomainName, publicSuffixLabels labels: Int) {
    self = domain.labelCount > labels ? .domain(domain.suffix(labels + 1)) : .publicSuffix
  }
}
