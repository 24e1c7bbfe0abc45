/// One sign in DNS of where mail goes or comes from.
struct RouteEvidence: Hashable, Sendable {
  let kind: Kind
  /// The name in DNS that was looked at.
  let name: DomainName
  /// What it showed: a host, a name, an address, a text; safe for a terminal.
  let value: String
  let provider: HostProvider

  /// From the strongest to the weakest (those that are taken down first when a contract ends come first).
  enum Kind: String, CaseIterable, Sendable {
    case mx
    /// Where an MX host with a name of nobody known leads: a CNAME or an address.
    case mxTarget = "mx-target"
    case dkimCNAME = "dkim-cname"
    /// A zone of its own below `_domainkey`, handed to whoever signs.
    case dkimDelegation = "dkim-delegation"
    case tenantProbe = "tenant-probe"
    /// A key at a selector that only one provider's customers use.
    case dkimSelector = "dkim-selector"
    case spf = "spf-include"
    case spfNetwork = "spf-network"
    case autodiscover
    case verificationTXT = "verification-txt"
  }
}

/// How sure a verdict is.
enum Confidence: String, CaseIterable, Comparable, Sendable {
  case possible
  case likely
  case certain

  static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .certain: 2
    }
  }

  /// What the kinds of sign for a mailbox platform behind a gateway are worth together: one that only its customer can
  /// have (DKIM CNAME, tenant probe) and any other make certain; one of those, or two others, likely.
  init?(signs: Set<RouteEvidence.Kind>) {
    let strong = signs.intersection([.dkimCNAME, .tenantProbe])
    let weak = signs.intersection([.spf, .autodiscover, .dkimSelector])
    switch (strong.count, weak.count) {
    case (0, 0): return nil
    case (0, 1): self = .possible
    case (0, _), (1, 0): self = .likely
    default: self = .certain
    }
  }
}
