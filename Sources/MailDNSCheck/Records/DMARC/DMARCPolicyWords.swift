extension Wording {
  static let noDMARC = Wording("no DMARC", "DMARCなし")
  static let dmarcWalk = Wording("DMARC tree walk", "DMARCツリーウォーク")
  static let dmarcPolicies = Wording("DMARC policy in force", "適用されるDMARCポリシー")
  static let walkEnded = Wording("not part of the walk", "ウォーク対象外")
  static let isPublicSuffix = Wording("none, a public suffix itself", "なし(それ自体がパブリックサフィックス)")
  static let noPublicSuffixList = Wording(
    "not determined, no public suffix list here", "判定不能(パブリックサフィックスリストなし)")
  static let passesNeither = Wording("neither SPF nor DKIM", "SPF・DKIMともアライメント不成立")

  static func walkRecord(_ publicSuffix: DMARCRecord.PublicSuffix) -> Wording {
    let psd = publicSuffix == .undetermined ? "" : "(psd=\(publicSuffix.rawValue))"
    return Wording("record\(psd.isEmpty ? "" : " ")\(psd)", "レコードあり\(psd)")
  }

  static func walkSeveral(_ count: Int) -> Wording {
    Wording("\(count) records, all ignored", "レコード\(count)個(すべて無視)")
  }

  static func organizationalDomain(_ name: Wording, legacy: Wording) -> Wording {
    Wording(
      "Organizational Domain: \(name.english) (RFC 7489: \(legacy.english))",
      "組織ドメイン: \(name.japanese)(旧RFC 7489の受信側: \(legacy.japanese))")
  }

  /// `example.jp: reject (p at example.jp), RFC 7489: quarantine`.
  static func policyInForce(_ scope: Wording, _ entry: DMARCPolicyInForce) -> Wording {
    var source = Wording(verbatim: "")
    if case .applies(_, _, let tag) = entry.policy, let domain = entry.source {
      source = Wording(" (\(tag.rawValue) at \(domain))", "(\(domain) の \(tag.rawValue))")
    }
    let (policy, legacy) = (entry.policy.wording, entry.legacy.wording)
    return Wording(
      "\(scope.english): \(policy.english)\(source.english), RFC 7489: \(legacy.english)",
      "\(scope.japanese): \(policy.japanese)\(source.japanese)、旧RFC 7489の受信側: \(legacy.japanese)")
  }

  /// By what mail through `system` passes DMARC.
  static func passesDMARC(_ system: Wording, by means: Wording) -> Wording {
    Wording("through \(system.english): \(means.english)", "\(system.japanese)経由、\(means.japanese)")
  }
}

extension DMARCScope {
  /// Whose mail it is, `domain` being the one that the report is about.
  func wording(of domain: String) -> Wording {
    switch self {
    case .domain: Wording(verbatim: domain)
    case .subdomains: Wording("its subdomains", "サブドメイン")
    case .nonexistentSubdomains: Wording("subdomains that do not exist", "存在しないサブドメイン")
    }
  }
}

extension DMARCAppliedPolicy {
  var wording: Wording {
    switch self {
    case .applies(let published, let effective, _) where published != effective:
      Wording(
        "\(effective.rawValue) instead of \(published.rawValue) while testing",
        "\(effective.rawValue)(テスト中のため \(published.rawValue) から緩和)")
    case .applies(_, let effective, _): Wording(verbatim: effective.rawValue)
    case .nothing: .noDMARC
    case .unknown: .notAsked
    }
  }
}

extension DMARCLegacyPolicy {
  var wording: Wording {
    switch self {
    case .applies(let policy, let percentage, _, _) where percentage < 100 && policy != .none:
      Wording(
        "\(policy.rawValue) for \(percentage) % of the mail, \(policy.whileTesting.rawValue) for the rest",
        "\(percentage)%のメールに \(policy.rawValue)、残りは \(policy.whileTesting.rawValue)")
    case .applies(let policy, _, _, _): Wording(verbatim: policy.rawValue)
    case .nothing: .noDMARC
    case .unknown: .notAsked
    case .undetermined: Wording("not determined", "判定不能")
    }
  }
}

extension DMARCPolicyInForce {
  /// How receivers of RFC 7489 treat the mail, and how those of RFC 9989.
  func difference(from domain: String) -> Wording {
    let gap = scope == .domain ? " " : ""
    let scope = scope.wording(of: domain)
    let plain = policy.published.map { Wording(verbatim: $0.rawValue) } ?? policy.wording
    return Wording(
      "\(scope.english): \(legacy.wording.english), not \(plain.english)",
      "\(scope.japanese)\(gap)は \(plain.japanese) ではなく \(legacy.wording.japanese)")
  }
}
