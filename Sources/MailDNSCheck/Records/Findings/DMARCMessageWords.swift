extension Finding {
  /// What is the matter with DMARC, in one sentence.
  var dmarcStatement: Wording {
    switch kind {
    case .dmarcUnknown(let failure):
      Wording(
        "The DMARC policy at \(subject) could not be determined: \(failure.wording.english).",
        "\(subject) のDMARCポリシーを確認できませんでした: \(failure.wording.japanese)。")
    case .dmarcMissing:
      Wording("No DMARC record applies to this domain.", "このドメインに適用されるDMARCレコードがありません。")
    case .dmarcOnlyPublicSuffix(let domain):
      Wording(
        "The domain has no DMARC record of its own; only that of \(domain), a registry's domain, applies, and old receivers do not know it.",
        "このドメイン自身のDMARCレコードがなく、レジストリのドメイン \(domain) のレコードだけが適用されます(旧RFC 7489の受信側はこれも参照しません)。")
    case .dmarcNotRecognized(let nearMiss):
      Wording(
        "A TXT record at \(subject) is meant as DMARC. \(nearMiss.reason.wording.english)",
        "\(subject) のTXTレコードはDMARCのつもりのようですが、\(nearMiss.reason.wording.japanese)")
    case .dmarcSeveral(let count):
      Wording(
        "\(subject) has \(count) DMARC records; receivers ignore all of them.",
        "\(subject) にDMARCレコードが\(count)個あり、受信側はすべて無視します。")
    case .dmarcDangling(let target):
      Wording(
        "\(subject) leads to \(target), where there is no DMARC record.",
        "\(subject) の参照先 \(target) にDMARCレコードがありません。")
    case .dmarcAtApex:
      Wording(
        "A DMARC record stands at \(subject) itself; receivers look at _dmarc.\(subject) only.",
        "DMARCレコードが \(subject) 自体に登録されています。受信側が参照するのは _dmarc.\(subject) だけです。")
    case .dmarcUnrelatedText(let count):
      Wording(
        count == 1
          ? "A TXT record at \(subject) has nothing to do with DMARC; receivers ignore it."
          : "\(count) TXT records at \(subject) have nothing to do with DMARC; receivers ignore them.",
        "\(subject) にDMARCと無関係なTXTレコードが\(count)個あります(受信側は無視します)。")
    case .dmarcInvalid(let problem, _):
      Wording(
        "Receivers do not use the DMARC record at \(subject): \(problem.wording.english)",
        "\(subject) のDMARCレコードは受信側で使われません。\(problem.wording.japanese)")
    case .dmarcFlaw(let problem, _):
      Wording(
        "DMARC at \(subject): \(problem.wording.english)", "\(subject) のDMARC: \(problem.wording.japanese)")
    case .dmarcPolicyNone(_, isAssumed: true):
      Wording(
        "Because of its faults, receivers take the DMARC record for p=none: mail that fails is still delivered.",
        "記述の誤りにより、受信側はこのDMARCレコードを p=none とみなします。認証に失敗したメールも配送されます。")
    case .dmarcPolicyNone(let tag, _):
      Wording(
        "The DMARC policy is \(tag.rawValue)=none: mail that fails is still delivered.",
        "DMARCポリシーが \(tag.rawValue)=none のため、認証に失敗したメールも配送されます。")
    case .dmarcTesting(let policy):
      Wording(
        "DMARC is in test mode (t=y): receivers apply \(policy.whileTesting.rawValue) instead of \(policy.rawValue), those of the old RFC 7489 \(policy.rawValue) all the same.",
        "DMARCがテストモード(t=y)です。受信側は \(policy.rawValue) の代わりに \(policy.whileTesting.rawValue) を適用しますが、旧RFC 7489の受信側は \(policy.rawValue) のまま適用します。"
      )
    case .dmarcPercentage(let percentage):
      Wording(
        "pct=\(percentage): receivers of the old RFC 7489 apply the policy to \(percentage) % of the mail; RFC 9989 removed the tag.",
        "pct=\(percentage) のため、旧RFC 7489の受信側は\(percentage)%のメールにしかポリシーを適用しません。RFC 9989で廃止されたタグです。")
    case .dmarcSubdomainsWeaker(let tag, let policy, let domainPolicy):
      Wording(
        "\(tag.rawValue)=\(policy.rawValue) is weaker than p=\(domainPolicy.rawValue): subdomains are less protected than the domain.",
        "\(tag.rawValue)=\(policy.rawValue) は p=\(domainPolicy.rawValue) より弱く、サブドメインの保護が手薄です。")
    case .dmarcSubdomainTagsUnused(let tags, let home):
      Wording(
        "\(tags.map { $0.rawValue }.joined(separator: ", ")) has no effect here: subdomains follow the record of \(home), the Organizational Domain.",
        "ここの \(tags.map { $0.rawValue }.joined(separator: "、")) は効果がありません。サブドメインには組織ドメイン \(home) のレコードが適用されます。"
      )
    case .dmarcWildcard:
      Wording(
        "A wildcard below \(subject) holds a DMARC record: it, and not sp or np, is for subdomains that are not published.",
        "\(subject) 以下のワイルドカードにDMARCレコードがあり、未登録のサブドメインには sp や np ではなくそのレコードが適用されます。")
    case .dmarcNonexistentUnreachable:
      Wording(
        "np has no effect: DNS answers for every name below \(subject) as if it existed (a wildcard, or compact denial of existence).",
        "np は効果がありません。\(subject) 以下のどの名前も存在するものとして応答されます(ワイルドカードまたはcompact denial)。")
    case .dmarcReadingsDiffer(let policies):
      Wording(
        "Receivers that still follow RFC 7489 act differently: "
          + policies.map { $0.difference(from: subject).english }.joined(separator: "; ") + ".",
        "旧RFC 7489に従う受信側では扱いが異なります: "
          + policies.map { $0.difference(from: subject).japanese }.joined(separator: "、") + "。")
    case .dmarcPathUnaligned(let name, let signsAs):
      Wording(
        "Mail that leaves through \(name.english) can't pass DMARC: SPF does not authorise it, and no key of its is below this domain"
          + (signsAs.map { " (it then signs as \($0), which never aligns)." } ?? "."),
        "\(name.japanese)から送信したメールはDMARCに合格しません。SPFで許可されておらず、このドメインにDKIM鍵もありません"
          + (signsAs.map { "(その場合の署名ドメイン \($0) は常に不一致です)。" } ?? "。"))
    case .dmarcNoReports:
      Wording(
        "The DMARC record has no mail address for reports (rua).", "DMARCレコードに集計レポートを受け取るメールアドレス(rua)がありません。")
    case .dmarcReportsUnauthorized(let host):
      Wording(
        "\(host) has not agreed to take DMARC reports about this domain: none are sent there.",
        "\(host) がこのドメインのDMARCレポートの受け取りを許可していないため、レポートは送られません。")
    case .dmarcReportsUnknown(let host, let failure):
      Wording(
        "Whether \(host) takes DMARC reports about this domain could not be asked: \(failure.wording.english).",
        "\(host) がDMARCレポートを受け取るか確認できませんでした: \(failure.wording.japanese)。")

    case .dmarcReportHostTakesNoMail:
      Wording(
        "DMARC reports are to be sent to \(subject), which takes no mail.",
        "DMARCレポートの送付先 \(subject) はメールを受信しません。")
    case .dmarcReportHostsTooMany(let count):
      Wording(
        "The DMARC record names \(count) mail domains for reports; only \(DMARCFacts.maximumReportHosts) were looked at, and receivers may serve no more than two.",
        "DMARCレコードにレポート送付先のドメインが\(count)個あります。確認したのは\(DMARCFacts.maximumReportHosts)個までで、受信側が送るのは2か所までかもしれません。"
      )
    case .dmarcReportHostExchangesTooMany(let count):
      Wording(
        "DMARC reports are to be sent to \(subject), which has \(count) MX records; none of the first \(DMARCReportHost.maximumExchanges) takes mail, and the others were not looked at.",
        "DMARCレポートの送付先 \(subject) にMXレコードが\(count)個あります。先頭の\(DMARCReportHost.maximumExchanges)個のホストはいずれもメールを受信できず、残りは確認していません。"
      )
    default: Wording(verbatim: id)
    }
  }
}
