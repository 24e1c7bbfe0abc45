/// What a policy expects of a domain, and is not there.
struct PolicyFindings: FindingGroup {
  let uncovered = FindingDeclaration(
    "policy-uncovered", .warning, .policy, "docs/policy.md",
    title: Wording("The policy says nothing about the domain", "ポリシーに該当する項目がないドメイン"), sample: \.domain,
    statement: { domain in
      Wording(
        "No entry of the policy covers \(domain), so that nothing is expected of it.",
        "ポリシーに \(domain) に該当する項目がないため、何も期待されていません。")
    },
    remedy: { domain in
      Wording(
        "Name it in the policy under `domains` (is it spelt as there?), or add `\"default\": {}` where that is meant.",
        "ポリシーの `domains` に追加するか(綴りも確認してください)、意図したものなら `\"default\": {}` を追加してください。")
    })

  /// `found` is nil where there is no DMARC processing.
  let dmarcWeak = FindingDeclaration<(expected: DMARCPolicy, found: DMARCPolicy?)>(
    "policy-dmarc-weak", .critical, .policy, "RFC 9989 §4.7",
    title: Wording("DMARC is weaker than expected", "DMARCが期待より弱い"),
    samples: {
      [
        .init($0.domain, (expected: .reject, found: DMARCPolicy.none)),
        .init($0.domain, (expected: .quarantine, found: nil)),
      ]
    },
    statement: { domain, values in
      Wording(
        "The policy expects p=\(values.expected.rawValue) or stricter of DMARC for \(domain); "
          + (values.found.map { "found is \($0.rawValue)." } ?? "there is no usable record."),
        "ポリシーでは \(domain) のDMARCに p=\(values.expected.rawValue) 以上が必要ですが、"
          + (values.found.map { "実際は \($0.rawValue) です。" } ?? "使えるレコードがありません。"))
    },
    remedy: { domain, values in
      Wording(
        "Publish p=\(values.expected.rawValue) at _dmarc.\(domain).",
        "_dmarc.\(domain) に p=\(values.expected.rawValue) を登録してください。")
    })

  /// With the policy that is expected.
  let dmarcUndecided = FindingDeclaration<DMARCPolicy>(
    "policy-dmarc-undecided", .unknown, .policy, "RFC 9989 §4.7",
    title: Wording("Whether DMARC is as expected can't be told", "DMARCが期待どおりか判断できない"),
    samples: { [.init($0.domain, .reject)] },
    statement: { domain, expected in
      Wording(
        "Whether DMARC for \(domain) is p=\(expected.rawValue) or stricter can't be told.",
        "\(domain) のDMARCが p=\(expected.rawValue) 以上かどうか判断できません。")
    },
    remedy: { _, _ in .askAgain })

  /// `sender` is a network or the name of a provider, `addition` what would let it in, where that is known.
  let spfUnauthorized = FindingDeclaration<
    (sender: Wording, addition: SPFAddition?, shortfall: SPFShortfall)
  >(
    "policy-spf-unauthorized", .critical, .policy, "RFC 7208 §5",
    title: Wording("SPF does not authorise an expected sender", "SPFが期待する送信元を許可していない"),
    samples: { specimens in
      let network = (
        sender: Wording(verbatim: "192.0.2.0/24"),
        addition: SPFAddition?(SPFAddition(term: "ip4:192.0.2.0/24", edit: nil, excess: nil)),
        shortfall: SPFShortfall.leftOut
      )
      return [
        .init(specimens.domain, network),
        .init(specimens.domain, gatewayName.map { (sender: $0, addition: nil, shortfall: .noRecord) }),
        .init(specimens.domain, gatewayName.map { (sender: $0, addition: nil, shortfall: .invalid) }),
      ]
    },
    statement: { domain, values in
      Wording(
        "The policy expects SPF of \(domain) to authorise \(values.sender.english): \(values.shortfall.wording.english).",
        "ポリシーでは \(domain) のSPFで次の送信元の許可が必要ですが、\(values.shortfall.wording.japanese): \(values.sender.japanese)。"
      )
    },
    remedy: { _, values in values.addition?.remedy ?? .addTheProvidersInclude },
    edits: { _, values in [values.addition?.edit].compactMap(\.self) })

  /// With the sender: a network, or the name of a provider.
  let spfUndecided = FindingDeclaration<Wording>(
    "policy-spf-undecided", .unknown, .policy, "RFC 7208 §5",
    title: Wording(
      "Whether SPF authorises an expected sender can't be told", "SPFが期待する送信元を許可しているか判断できない"),
    samples: { [.init($0.domain, gatewayName)] },
    statement: { domain, sender in
      Wording(
        "Whether SPF of \(domain) authorises \(sender.english) can't be told.",
        "\(domain) のSPFが次の送信元を許可しているか判断できません: \(sender.japanese)。")
    },
    remedy: { _, _ in .askAgain })

  /// `inUse` is the selector that has the key where the two are used in turn, and that is enough.
  let dkimSelector = FindingDeclaration<(shortfall: DKIMShortfall, inUse: DKIMSelector?)>(
    "policy-dkim-selector", .critical, .policy, "RFC 6376 §3.6.1",
    title: Wording("An expected DKIM key is not there", "期待するDKIM鍵がない"),
    otherwise: Wording(
      "info where another selector, used in turn with it, has the key", "交互に使われるもう一方のセレクタに鍵があれば情報"),
    samples: { specimens in
      let shortfalls: [DKIMShortfall] = [
        .missing, .revoked, .unusable, .tooShort(bits: 1024, minimum: 2048),
      ]
      return shortfalls.map { .init(specimens.selectorName, (shortfall: $0, inUse: nil)) } + [
        .init(
          specimens.below("key1.smx._domainkey"), (shortfall: .missing, inUse: DKIMSelector("key2.smx")),
          severity: .info)
      ]
    },
    statement: { name, values in
      let shortfall = values.shortfall.wording
      guard let inUse = values.inUse else {
        return Wording(
          "The policy expects a DKIM key at \(name): \(shortfall.english).",
          "ポリシーでは \(name) にDKIM鍵が必要ですが、\(shortfall.japanese)。")
      }
      return Wording(
        "The policy expects a DKIM key at \(name): \(shortfall.english), which is normal while \(inUse), used in turn with it, has the key.",
        "ポリシーでは \(name) にDKIM鍵が必要ですが、\(shortfall.japanese)。交互に使われる \(inUse) に鍵があるため正常です。")
    },
    remedy: { _, values in
      values.inUse == nil
        ? Wording(
          "Publish the key again as the signing system shows it, or take the selector out of the policy.",
          "署名システムが示す鍵を登録し直すか、ポリシーからセレクタを外してください。") : nil
    })

  /// With why the key could not be asked; a failure of its own has the finding on DKIM.
  let dkimUndecided = FindingDeclaration<Failure>(
    "policy-dkim-undecided", .unknown, .policy, "RFC 6376 §3.6.1",
    title: Wording("Whether an expected DKIM key is there can't be told", "期待するDKIM鍵があるか判断できない"),
    samples: { [.init($0.selectorName, $0.failure)] },
    statement: { name, failure in
      Wording(
        "The DKIM key at \(name), which the policy expects, could not be asked: \(failure.wording.english).",
        "ポリシーで必要な \(name) のDKIM鍵を確認できませんでした: \(failure.wording.japanese)。")
    },
    remedy: { _, failure in failure.remedy })

  let tenantOpen = FindingDeclaration(
    "policy-tenant-open", .critical, .policy, "docs/exchange.md",
    title: Wording("The tenant is open, and should be closed", "制限すべきテナントが制限されていない"), sample: \.domain,
    statement: { domain in
      Wording(
        "The policy expects the tenant of \(domain) to take mail from the gateway only, and its connectors let everybody in.",
        "ポリシーでは \(domain) のテナントがゲートウェイからのみ受信する必要がありますが、コネクタで制限されていません。")
    },
    remedy: { _ in
      Wording(
        "`maildnscheck exchange` on the export of the inbound connectors says why.",
        "受信コネクタのエクスポートに `maildnscheck exchange` を実行すると理由を確認できます。")
    })

  let tenantUndecided = FindingDeclaration(
    "policy-tenant-undecided", .unknown, .policy, "docs/exchange.md",
    title: Wording("The policy expects a closed tenant, and that can't be told", "ポリシーの期待するテナントの制限を判断できない"),
    sample: \.domain,
    statement: { domain in
      Wording(
        "The policy expects the tenant of \(domain) to be closed, which no export tells.",
        "ポリシーでは \(domain) のテナントの制限が必要ですが、判断できるエクスポートがありません。")
    },
    remedy: { _ in
      Wording(
        "Give the export of the inbound connectors with --exchange FILE.",
        "受信コネクタのエクスポートを --exchange FILE で指定してください。")
    })

  /// With a finding, by its id, that was ignored until that day.
  let ignoreExpired = FindingDeclaration<(finding: String, exemption: Finding.Exemption)>(
    "policy-ignore-expired", .info, .policy, "docs/policy.md",
    title: Wording("An exemption of the policy has expired", "ポリシーの除外期限が切れている"),
    samples: { specimens in
      let reason = VisibleText(specimens.text).description
      let exemption = CalendarDate("2027-03-31").map { Finding.Exemption(reason: reason, until: $0) }
      return [.init(specimens.domain, exemption.map { (finding: "dmarc-no-reports", exemption: $0) })]
    },
    statement: { _, values in
      let (until, reason) = (values.exemption.until, values.exemption.reason)
      return Wording(
        "The policy ignored \(values.finding) until \(until) (\(reason)): that day is over, and it counts again.",
        "ポリシーで \(values.finding) を無視する期限 \(until) が過ぎたため、再び判定の対象になりました(理由: \(reason))。")
    },
    remedy: { _, _ in
      Wording(
        "Put the matter right, or give the exemption in the policy another date.",
        "問題を解消するか、ポリシーの期限(until)を改めてください。")
    })
}

extension Finding {
  static let policy = PolicyFindings()
}

extension FindingSpecimens {
  fileprivate var selectorName: DomainName { below("selector1._domainkey") }
}

private let gatewayName = ProviderCatalogue.builtIn[.securemx]?.name
