/// One sign in DNS of where mail goes or comes from.
///
/// A class, though a value in all but name: signs are sorted, sifted and put together again.
final class RouteEvidence: Sendable {
  let kind: Kind
  /// The name in DNS that was looked at.
  let name: DomainName
  /// What it showed: a host, a name, an address, a text; safe for a terminal.
  let value: String
  let provider: HostProvider

  init(kind: Kind, name: DomainName, value: String, provider: HostProvider) {
    self.kind = kind
    self.name = name
    self.value = value
    self.provider = provider
  }

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
    /// A host that SPF lets send (`a:`, `mx:`, `ptr:`): on a web server that many share it says least of all.
    case spfHost = "spf-host"
    case verificationTXT = "verification-txt"
  }
}

extension RouteEvidence: Hashable {
  static func == (left: RouteEvidence, right: RouteEvidence) -> Bool {
    left === right
      || left.kind == right.kind && left.provider == right.provider && left.name == right.name
        && left.value == right.value
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
    hasher.combine(value)
  }
}

extension RouteEvidence {
  /// The sign in half a sentence. `isShared`: whether the host is a web server that many customers share.
  static func sentence(_ kind: Kind, _ value: String, isShared: Bool) -> Wording {
    switch kind {
    case .mx, .mxTarget: Wording("the MX host \(value)", "MXホスト \(value)")
    case .dkimCNAME: Wording("a DKIM CNAME to \(value)", "DKIMのCNAME \(value)")
    case .dkimDelegation: Wording("DKIM's zone at \(value)", "DKIMの委任先 \(value)")
    case .tenantProbe: Wording("a tenant that takes its mail", "テナントの受信ホスト")
    case .dkimSelector: Wording("a key at the DKIM selector \(value)", "DKIMセレクタ \(value) の鍵")
    case .spf: Wording("\(value) in SPF", "SPFの \(value)")
    case .spfNetwork: Wording("the network \(value) in SPF", "SPFのネットワーク \(value)")
    case .autodiscover: Wording("autodiscover, which leads to \(value)", "autodiscoverの参照先 \(value)")
    case .spfHost where isShared:
      Wording(
        "the host \(value) in SPF, a web server that many customers share", "SPFのホスト \(value)(共用Webサーバ)")
    case .spfHost: Wording("the host \(value) in SPF", "SPFのホスト \(value)")
    case .verificationTXT: Wording("the TXT \(value)", "TXT \(value)")
    }
  }

  func sentence(in catalogue: ProviderCatalogue) -> Wording {
    let isShared = DomainName(value).map { name in
      catalogue.isShared(host: name) || catalogue.provider(ofSPF: name)?.kinds.contains(.webHost) == true
    }
    return Self.sentence(kind, value, isShared: isShared ?? false)
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
  /// have (DKIM CNAME, tenant probe) and any other make certain; one of those, or two others, likely. A host that SPF lets send adds nothing to others, and alone makes possible.
  init?(signs: [RouteEvidence.Kind]) {
    let strong = RouteEvidence.Kind.strongSigns.count(where: signs.contains)
    let weak = RouteEvidence.Kind.weakSigns.count(where: signs.contains)
    switch (strong, weak) {
    case (0, 0) where signs.contains(.spfHost): self = .possible
    case (0, 0): return nil
    case (0, 1): self = .possible
    case (0, _), (1, 0): self = .likely
    default: self = .certain
    }
  }
}
