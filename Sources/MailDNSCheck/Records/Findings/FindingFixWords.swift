extension Finding {
  /// What to do about it, or what to publish instead; nil where there is nothing to do.
  var advice: Wording? {
    switch kind {
    case .domainNonexistent:
      Wording("Check the spelling, and whether the registration has lapsed.", "綴りの誤りや、ドメイン登録の失効がないか確認してください。")
    case .domainClosed: nil
    case .domainNotClosed(let missing):
      Wording(
        "Publish: " + missing.map { $0.record(for: subject) }.joined(separator: "; "),
        "登録するレコード: " + missing.map { $0.record(for: subject) }.joined(separator: "、"))
    case .internalView:
      Wording(
        "For the view from outside ask a public resolver: maildnscheck --server 1.1.1.1 \(subject)",
        "外部からの見え方は公開リゾルバで確認してください: maildnscheck --server 1.1.1.1 \(subject)")

    case .mxUnknown(let failure), .mxHostUnknown(let failure), .spfUnknown(let failure),
      .dkimUnknown(let failure, _), .dmarcUnknown(let failure), .dmarcReportsUnknown(_, let failure),
      .tenantUnknown(let failure):
      Self.fix(after: failure)
    case .routeUndecided: .askAgain
    case .mxNoHostHasAddress, .mxHostWithoutAddress:
      Wording(
        "Name a host that has an A or AAAA record in the MX record, or publish one for it.",
        "A/AAAAレコードのあるホストをMXに指定するか、そのホストのA/AAAAレコードを登録してください。")
    case .mxIsAlias(let target):
      Wording("Name the host itself in the MX record: \(target).", "MXレコードにはホスト名自体(\(target).)を指定してください。")
    case .mxIsAddressLiteral(let address):
      Wording(
        "Publish `mail.<domain>. A \(address)` and name that host in the MX record.",
        "`mail.<ドメイン>. A \(address)` を登録し、MXレコードにはそのホスト名を指定してください。")
    case .mxPrivateAddress:
      Wording(
        "For the view from outside ask a public resolver: add `--server 1.1.1.1`. If it says the same, correct the zone.",
        "`--server 1.1.1.1` を付けて外部からの見え方を確認し、同じ結果ならゾーンを修正してください。")
    case .mxOnlyVerification, .mxAbsent:
      Wording(
        "Publish the MX of the system that is to take the mail, or `\(domainText) MX 0 .` (null MX) if none is.",
        "受信に使うシステムのMXを登録してください。受信しない場合は `\(domainText) MX 0 .`(null MX)を登録します。")
    case .mxVerificationLeftover:
      Wording("Take the MX record \(subject) out.", "MXレコード \(subject) を削除してください。")
    case .mxNullNotAlone:
      Wording(
        "Take it out; or, if the domain is to take no mail, leave `MX 0 .` as the only MX record.",
        "削除してください。受信しないドメインなら `MX 0 .` だけを残します。")
    case .mxFinalDotMissing(let meant):
      Wording("Write `\(meant).`, with the dot.", "末尾にドットを付けて `\(meant).` と書いてください。")
    case .mxTooMany: Wording("Publish fewer MX records.", "MXレコードを減らしてください。")
    case .mxImplicit:
      Wording(
        "Publish an MX record, or `\(subject). MX 0 .` (null MX) if the domain takes no mail.",
        "MXレコードを登録してください。受信しないドメインなら `\(subject). MX 0 .`(null MX)を登録します。")

    case .spfMissing(let suggestion), .spfNotRecognized(_, let suggestion):
      Wording(
        "Publish one TXT record at \(subject) that names every sender, such as: \"\(suggestion)\"",
        "すべての送信元を含むTXTレコードを \(subject) に1つ登録してください。例: \"\(suggestion)\"")
    case .spfSeveral:
      Wording(
        "Put all mechanisms into one TXT record that begins with v=spf1, and delete the others.",
        "メカニズムを1つの v=spf1 レコードにまとめ、残りは削除してください。")
    case .spfSyntax:
      Wording("Correct the record at \(subject).", "\(subject) のレコードを修正してください。")
    case .spfTargetMissing(let kind, let owner):
      Wording(
        "Take `\(kind.rawValue)` of \(subject) out of the record at \(owner), or have the name's owner publish one.",
        "\(owner) のレコードから \(subject) への\(kind.rawValue)を削除するか、参照先にSPFを登録してもらってください。")
    case .spfLoop:
      Wording("Take the include or redirect that leads back out.", "ループしているincludeまたはredirectを削除してください。")
    case .spfTooManyLookups(_, let relief):
      Wording(
        "The shortest way below the limit: drop \(relief.map { "`\($0)`" }.joined(separator: ", ")), or replace by `ip4:`/`ip6:`.",
        "最小限の変更: \(relief.map { "`\($0)`" }.joined(separator: "、")) を削除するか、`ip4:`/`ip6:` に置き換えてください。")
    case .spfTooManyVoidLookups:
      Wording("Drop the terms whose names do not exist.", "存在しない名前を参照している項を削除してください。")
    case .spfTooManyExchanges:
      Wording(
        "Name the servers with `ip4:`, `ip6:` or `a:` instead of `mx`.",
        "`mx` の代わりに `ip4:`・`ip6:`・`a:` でサーバを指定してください。")
    case .spfTooLarge: Wording("Drop includes that are not needed.", "不要なincludeを削除してください。")
    case .spfPassesAll, .spfNeutralAll, .spfNoAll:
      Wording(
        "Authorise your own senders only, and end the record in `-all`, or `~all` while they are being gathered.",
        "自社の送信元だけを許可し、末尾を `-all`(送信元の洗い出し中は `~all`)にしてください。")
    case .spfSoftfailAll:
      Wording("Once all senders are in the record, `-all` says so.", "送信元をすべて登録し終えたら `-all` にできます。")
    case .spfUnknownModifier:
      Wording(
        "Correct it if a mechanism was meant (`ip4:`, not `ip4=`).",
        "メカニズムの書き間違い(`ip4=` は誤り、`ip4:` が正)でないか確認してください。")

    case .spfTermsAfterAll: Wording("Move them before `all`, or take them out.", "`all` の前に移すか、削除してください。")
    case .spfRedirectBesideAll:
      Wording("Take out `redirect` or `all`.", "`redirect` か `all` のどちらかを削除してください。")
    case .spfPTR:
      Wording("Name the servers with `ip4:`, `ip6:` or `a:`.", "`ip4:`・`ip6:`・`a:` でサーバを指定してください。")
    case .spfDuplicate: Wording("Take one of them out.", "片方を削除してください。")
    case .spfLong:
      Wording("Move part of it into an include of its own.", "一部を別名のレコードに分け、includeしてください。")
    case .spfPrivateNetwork: Wording("Take it out.", "削除してください。")
    case .spfWideNetwork: Wording("Name the networks that really send.", "実際に送信するネットワークだけを指定してください。")
    case .spfObsoleteType:
      Wording("Take it out; the TXT record is the one that counts.", "削除してください。有効なのはTXTレコードです。")
    case .spfMacros, .spfOpaque: nil

    case .dkimMissing, .dkimNotFound, .dkimSelectorsUnknown:
      Wording(
        "Turn DKIM on where mail is signed and publish its key; name a selector of your own with --selector.",
        "署名するシステムでDKIMを有効にし、公開鍵を登録してください。独自のセレクタは --selector で指定できます。")
    case .dkimInconclusive:
      Wording("Name your selectors with --selector.", "お使いのセレクタを --selector で指定してください。")
    case .dkimMalformed, .dkimKeyTypeUnknown:
      Wording("Publish the key again as the signing system shows it.", "署名システムが示す値どおりに鍵を登録し直してください。")
    case .dkimLarge:
      Wording("An RSA key of 2048 bits is enough.", "RSA 2048ビットの鍵で十分です。")
    case .dkimSeveralKeys, .dkimStrayText:
      Wording("Leave one TXT record at \(subject).", "\(subject) のTXTレコードを1つにしてください。")
    case .dkimDangling(_, let isNormal):
      isNormal
        ? nil
        : Wording(
          "Turn DKIM on in the service that the CNAME leads to, or take the CNAME out.",
          "CNAME先のサービスでDKIMを有効にするか、CNAMEを削除してください。")
    case .dkimSelectorMissing:
      Wording("Check the spelling of the selector, or publish its key.", "セレクタの綴りを確認するか、鍵を登録してください。")
    case .dkimKeyNotForMail: Wording("Publish the key without `h=` and `s=`.", "`h=` と `s=` を外して登録し直してください。")
    case .dkimRevoked, .dkimDelegationsMany, .findingsLeftOut: nil
    case .dkimTesting:
      Wording(
        "When signing works, take `t=y` out of \(subject).", "署名の動作を確認したら \(subject) から `t=y` を外してください。")
    case .dkimKeyShort, .dkimKeyUnusable:
      Wording("Replace it by an RSA key of 2048 bits.", "2048ビットのRSA鍵に交換してください。")
    case .dkimWildcard: nil

    case .dmarcNotRecognized, .dmarcInvalid:
      Wording(
        "Correct the TXT record at \(subject); the rest of it can stay as it is.",
        "\(subject) のTXTレコードの該当箇所を修正してください(ほかの部分はそのままで構いません)。")
    case .dmarcMissing(hasMail: false):
      Wording(
        "So that nobody can send in its name, publish at \(subject): \"v=DMARC1; p=reject\"",
        "なりすましを防ぐため、\(subject) に \"v=DMARC1; p=reject\" を登録してください。")
    case .dmarcMissing, .dmarcOnlyPublicSuffix:
      Wording(
        "Publish one TXT record at \(subject): \"v=DMARC1; p=none; rua=mailto:dmarc@\(mailDomainText)\", then step up to p=quarantine and p=reject.",
        "\(subject) にTXTレコードを1つ登録: \"v=DMARC1; p=none; rua=mailto:dmarc@\(mailDomainText)\"(その後 p=quarantine、p=reject へ段階的に強化)"
      )
    case .dmarcSeveral: Wording("Leave one DMARC record at \(subject).", "\(subject) のDMARCレコードを1つにしてください。")
    case .dmarcDangling:
      Wording(
        "Have the service that the CNAME leads to set the record up, or put a TXT record in place of the CNAME.",
        "CNAME先のサービスでレコードを設定してもらうか、CNAMEをTXTレコードに置き換えてください。")
    case .dmarcAtApex:
      Wording("Move the record to _dmarc.\(subject).", "レコードを _dmarc.\(subject) に移してください。")
    case .dmarcUnrelatedText, .dmarcWildcard, .dmarcReadingsDiffer: nil
    case .dmarcSubdomainTagsUnused(let tags, let home):
      Wording(
        "Set \(tags.map { $0.rawValue }.joined(separator: ", ")) at _dmarc.\(home) instead.",
        "\(tags.map { $0.rawValue }.joined(separator: "、")) は _dmarc.\(home) のレコードに指定してください。")
    case .dmarcNonexistentUnreachable:
      Wording("Let `sp` say what `np` says.", "`sp` を `np` と同じポリシーにしてください。")
    case .dmarcPathUnaligned(let name, _):
      Wording(
        "Let SPF authorise \(name.english), or have it sign with a key of this domain.",
        "SPFで\(name.japanese)を許可するか、このドメインの鍵でDKIM署名するよう設定してください。")
    case .dmarcReportHostTakesNoMail, .dmarcReportHostExchangesTooMany:
      Wording("Name an address that takes mail.", "メールを受信できる宛先に変更してください。")
    case .dmarcReportHostsTooMany:
      Wording("Send the reports to one or two addresses.", "送付先を1〜2か所に絞ってください。")
    case .dmarcFlaw: nil
    case .dmarcPolicyNone(_, isAssumed: true): nil
    case .dmarcPolicyNone:
      Wording(
        "When the reports show that your own mail passes, step up to p=quarantine and p=reject.",
        "レポートで自社メールの認証成功を確認したら、p=quarantine、p=reject へ強化してください。")
    case .dmarcTesting: Wording("When tests are over, take `t=y` out.", "テストが終わったら `t=y` を外してください。")
    case .dmarcPercentage: Wording("Take `pct` out.", "`pct` を削除してください。")
    case .dmarcSubdomainsWeaker(let tag, _, let policy):
      Wording(
        "Take `\(tag.rawValue)` out, or set `\(tag.rawValue)=\(policy.rawValue)`.",
        "`\(tag.rawValue)` を削除するか、`\(tag.rawValue)=\(policy.rawValue)` にしてください。")
    case .dmarcNoReports:
      Wording("Add `rua=mailto:<an address that is read>`.", "`rua=mailto:<レポートの受信アドレス>` を追加してください。")
    case .dmarcReportsUnauthorized:
      Wording(
        "Whoever runs that host must publish: \(subject). TXT \"v=DMARC1\"",
        "宛先ホストの管理者に次のレコードの登録を依頼してください: \(subject). TXT \"v=DMARC1\"")

    case .routeMixed:
      Wording(
        "Leave only the MX records of the system that is to take all mail.",
        "すべてのメールを受けるシステムのMXだけを残してください。")
    case .tenantEndpointOpen:
      Wording(
        "Verify in Exchange Online that a partner connector takes mail from the gateway's addresses only; DNS can't show it.",
        "Exchange Onlineのパートナーコネクタで、ゲートウェイのアドレスからのみ受信する設定を確認してください(DNSからは見えません)。")
    case .gatewayNotAuthorized(.securemx, _):
      Wording(
        "Add to the SPF record, before its `all`: include:<the host below securemx.jp that IIJ names for you>",
        "SPFレコードの `all` の前に追加: include:<IIJから案内された securemx.jp 以下のホスト名>")
    case .gatewayNotAuthorized:
      Wording(
        "Add the include that the provider names for you, before `all`.",
        "事業者から案内されたincludeを `all` の前に追加してください。")
    case .office365NotAuthorized:
      Wording(
        "Add to the SPF record, before its `all`: include:spf.protection.outlook.com",
        "SPFレコードの `all` の前に追加: include:spf.protection.outlook.com")
    case .spfOtherSenders:
      Wording("Take out who does not send for the domain any more.", "すでに使っていない送信元は削除してください。")
    case .staleVerification:
      Wording("Delete it if no Microsoft service uses the domain.", "Microsoftのサービスで使っていなければ削除してください。")
    case .mxProviderUnknown:
      Wording(
        "If you know whose it is, put this into a file for --providers, with the right name and kind: \(providerEntry)",
        "事業者が分かる場合は、名称と種別を直して --providers のファイルに加えてください: \(providerEntry)")
    case .routeUnexpected(let expected, _): Self.fix(towards: expected)
    case .policyDMARCWeak(let expected, _):
      Wording(
        "Publish p=\(expected.rawValue) at _dmarc.\(subject).",
        "_dmarc.\(subject) に p=\(expected.rawValue) を登録してください。")
    case .policySPFUnauthorized(_, let term, _):
      term.map {
        Wording("Add to the SPF record, before its `all`: \($0)", "SPFレコードの `all` の前に追加: \($0)")
      }
        ?? Wording(
          "Add the include that the provider names for you, before `all`.",
          "事業者から案内されたincludeを `all` の前に追加してください。")
    case .policyDKIMSelector:
      Wording(
        "Publish the key again as the signing system shows it, or take the selector out of the policy.",
        "署名システムが示す鍵を登録し直すか、ポリシーからセレクタを外してください。")
    case .policyDMARCUndecided, .policySPFUndecided, .policyDKIMUndecided: .askAgain
    case .policyIgnoreExpired:
      Wording(
        "Put the matter right, or give the exemption in the policy another date.",
        "問題を解消するか、ポリシーの期限(until)を改めてください。")
    }
  }

  private static func fix(after failure: Failure) -> Wording {
    switch failure.kind {
    case .offline:
      Wording(
        "Leave --offline out, and DNS is asked for what the zone files lack.",
        "--offline を外すと、ゾーンファイルにない名前をDNSに問い合わせます。")
    case .tooMuch: Wording("Publish less at each name.", "各名前のレコードを減らしてください。")
    case .deadline: Wording("Give it more time with --deadline.", "--deadline を延ばしてください。")
    default: .askAgain
    }
  }

  private static func fix(towards expected: RouteID) -> Wording? {
    switch expected {
    case .securemx, .securemxOffice365:
      Wording(
        "Publish the MX records that IIJ names for you (such as 100 mx.securemx.jp. and 120 mx6.securemx.jp.), and no others.",
        "IIJから案内されたMX(100 mx.securemx.jp. と 120 mx6.securemx.jp. など)だけを登録してください。")
    case .office365:
      Wording(
        "Publish the MX record that the Microsoft 365 admin centre shows (<token>.mail.protection.outlook.com), and no others.",
        "Microsoft 365管理センターに表示されるMX(<トークン>.mail.protection.outlook.com)だけを登録してください。")
    case .none: Wording("Publish a null MX as the only MX record: `MX 0 .`", "null MX(`MX 0 .`)だけを登録してください。")
    case .mixed, .gateway, .other, .implicit, .unknown: nil
    }
  }

  /// The subject as it stands at the start of a line of a zone file.
  private var domainText: String { subject + "." }

  /// The domain that a `_dmarc` name is about.
  private var mailDomainText: String { subject.hasPrefix("_dmarc.") ? String(subject.dropFirst(7)) : subject }
}

extension Wording {
  fileprivate static let askAgain = Wording(
    "Ask again, or another resolver (--server); `-vv` lists every question.",
    "時間をおくか別のリゾルバ(--server)で再確認してください。-vv で全問い合わせを表示します。")
}
