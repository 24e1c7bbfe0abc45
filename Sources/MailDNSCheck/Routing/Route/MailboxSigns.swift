/// The signs of mailbox platforms apart from MX, and which of the platforms they point to.
struct MailboxSigns: Sendable {
  /// The strongest kind first.
  let signs: [RouteEvidence]

  /// The platform that most speaks for: by how sure its signs make it together, Office365 where another is as sure, then by
  /// the strongest kind. Nil where there is no sign.
  var likeliest: Provider.ID? {
    // Nothing has to be weighed where all signs are of one platform, as they nearly always are.
    if let only = signs.lazy.map(\.provider).onlyOne { return only.provider }
    let platforms = signs.compactMap(\.provider.provider).uniqued
    let best = platforms.compactMap(confidence(in:)).max()
    let equals = platforms.filter { confidence(in: $0) == best && (!isGuess($0) || isGuess) }
    return equals.first { $0 == .office365 } ?? equals.first
  }

  /// How sure the signs make a platform; nil where there is none of it.
  func confidence(in platform: Provider.ID) -> Confidence? { Confidence(signs: kinds(of: platform)) }

  func signs(of platform: Provider.ID) -> [RouteEvidence] {
    signs.filter { $0.provider == .provider(platform) }
  }

  /// Whether only a customer of the platform can have one of its signs.
  func isStrong(_ platform: Provider.ID) -> Bool {
    kinds(of: platform).contains(where: RouteEvidence.Kind.strongSigns.contains)
  }

  /// Whether nothing but hosts that SPF lets send speaks for the platform.
  func isGuess(_ platform: Provider.ID) -> Bool { kinds(of: platform).allSatisfy { $0 == .spfHost } }

  private func kinds(of platform: Provider.ID) -> [RouteEvidence.Kind] {
    let platform = HostProvider.provider(platform)
    return signs.indices.compactMap { signs[$0].provider == platform ? signs[$0].kind : nil }
  }

  private var isGuess: Bool { signs.allSatisfy { $0.kind == .spfHost } }
}

extension RouteEvidence.Kind {
  /// Signs of a mailbox platform that only its customer can have.
  static let strongSigns: [RouteEvidence.Kind] = [.dkimCNAME, .tenantProbe]
  /// Signs of a mailbox platform that others may leave, too.
  static let weakSigns: [RouteEvidence.Kind] = [.spf, .autodiscover, .dkimSelector]
}
