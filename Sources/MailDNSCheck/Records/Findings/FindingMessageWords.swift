extension Finding {
  /// What is the matter, in one sentence.
  var statement: Wording {
    switch kind {
    case .domainNonexistent:
      Wording("\(subject) does not exist in DNS (NXDOMAIN).", "\(subject) はDNSに存在しません(NXDOMAIN)。")
    case .domainClosed:
      Wording(
        "\(subject) is properly closed: it takes no mail, and nobody can send in its name.",
        "\(subject) は適切に閉じられています。メールを受信せず、誰もこのドメインを名乗って送信できません。")
    case .domainNotClosed(let missing):
      Wording(
        "\(subject) has no mail, but is not properly closed: it lacks "
          + missing.map(\.wording.english).joined(separator: ", ") + ".",
        "\(subject) はメールに使われていませんが、適切に閉じられていません(不足: "
          + missing.map(\.wording.japanese).joined(separator: "、") + ")。")
    case .internalView(let server):
      Wording(
        "\(server) holds \(subject) itself: this may be an internal view of DNS that the Internet does not see.",
        "\(server) は \(subject) のゾーンを自ら保持しています。インターネットからは見えない内部向けDNSの可能性があります。")
    case .findingsLeftOut(let count, let id):
      Wording(
        "There are \(count) more findings of the kind \(id); a report lists \(DomainReport.maximumOfOneID) of one kind.",
        "\(id) の検出事項がほかに\(count)件あります。同種の検出事項の表示は\(DomainReport.maximumOfOneID)件までです。")

    case .mxUnknown(let failure):
      Wording(
        "The MX records of \(subject) could not be asked: \(failure.wording.english).",
        "\(subject) のMXレコードを確認できませんでした: \(failure.wording.japanese)。")
    case .mxHostUnknown(let failure):
      Wording(
        "The addresses of the MX host \(subject) could not be asked: \(failure.wording.english).",
        "MXホスト \(subject) のアドレスを確認できませんでした: \(failure.wording.japanese)。")
    case .mxNoHostHasAddress:
      Wording(
        "No MX host of \(subject) can be reached by an address: its mail is lost.",
        "\(subject) のMXホストのいずれにもアドレスがなく、メールが届きません。")
    case .mxHostWithoutAddress:
      Wording("The MX host \(subject) has no address.", "MXホスト \(subject) にアドレス(A/AAAA)がありません。")
    case .mxIsAlias(let target):
      Wording(
        "The MX host \(subject) is a CNAME (to \(target)), which an MX host must not be.",
        "MXホスト \(subject) がCNAME(→ \(target))です。MXにCNAMEは指定できません。")
    case .mxIsAddressLiteral(let address):
      Wording(
        "An MX record names the address \(address) where a host name belongs.",
        "MXレコードにホスト名ではなくIPアドレス \(address) が書かれています。")
    case .mxPrivateAddress(let address):
      Wording(
        "The MX host \(subject) has the private address \(address): an internal view of DNS, or a mistake in the zone.",
        "MXホスト \(subject) がプライベートアドレス \(address) です。内部向けDNSの応答か、ゾーンの誤りです。")
    case .mxOnlyVerification:
      Wording(
        "The only MX of \(subject) is Microsoft's verification host (*.msv1.invalid), which takes no mail.",
        "\(subject) のMXはMicrosoftのドメイン確認用ホスト(*.msv1.invalid)だけで、メールを受信できません。")
    case .mxVerificationLeftover:
      Wording(
        "\(subject) is left over from a domain verification by Microsoft; no mail flows there.",
        "\(subject) はMicrosoftのドメイン確認の名残で、メールは流れません。")
    case .mxNullNotAlone:
      Wording(
        "An MX record names the root (`.`) without being a null MX: alone, and with preference 0.",
        "MXに `.` が指定されていますが、null MX(単独かつ優先度0)になっていません。")
    case .mxFinalDotMissing(let meant):
      Wording(
        "The MX host \(subject) does not exist; \(meant) was probably meant, and its final dot is missing in the zone file.",
        "MXホスト \(subject) は存在しません。ゾーンファイルで \(meant) の末尾のドットが抜けている可能性があります。")
    case .mxTooMany(let count):
      Wording(
        "\(subject) has \(count) MX records; only the first \(MXFacts.maximumHosts) were looked at.",
        "\(subject) のMXレコードが\(count)個あります。先頭の\(MXFacts.maximumHosts)個だけを調べました。")
    case .mxImplicit:
      Wording(
        "\(subject) has no MX: mail goes to its own address (implicit MX).",
        "\(subject) にMXがないため、メールはドメイン自身のアドレスに送られます(implicit MX)。")
    case .mxAbsent:
      Wording(
        "\(subject) has neither MX nor address: it takes no mail.",
        "\(subject) にはMXもアドレスもなく、メールを受信しません。")

    case .spfUnknown(let failure):
      Wording(
        "The SPF look-up of \(subject) could not be made: \(failure.wording.english).",
        "SPFの評価に必要な \(subject) を確認できませんでした: \(failure.wording.japanese)。")
    case .spfMissing:
      Wording("\(subject) publishes no SPF record.", "\(subject) にSPFレコードがありません。")
    case .spfNotRecognized(let nearMiss, _):
      Wording(
        "A TXT record of \(subject) is meant as SPF. \(nearMiss.reason.wording.english)",
        "\(subject) のTXTレコードはSPFのつもりのようですが、SPFと認識されません。\(nearMiss.reason.wording.japanese)")
    case .spfSeveral(let count):
      Wording(
        "\(subject) publishes \(count) SPF records; receivers answer with permerror.",
        "\(subject) にSPFレコードが\(count)個あります。受信側の判定はpermerrorになります。")
    case .spfSyntax(let error, let text):
      switch error.term(in: text) {
      case let term?:
        Wording(
          "The SPF record of \(subject) has a syntax error (permerror) in \"\(term)\": \(error.reason.wording.english)",
          "\(subject) のSPFレコードの「\(term)」に構文エラーがあります(permerror)。\(error.reason.wording.japanese)")
      case nil:
        Wording(
          "The SPF record of \(subject) has a syntax error (permerror): \(error.reason.wording.english)",
          "\(subject) のSPFレコードに構文エラーがあります(permerror)。\(error.reason.wording.japanese)")
      }
    case .spfTargetMissing(let kind, let owner):
      Wording(
        "The \(kind.rawValue) of \(owner) leads to \(subject), which has no SPF record (permerror).",
        "\(owner) の\(kind.rawValue)先 \(subject) にSPFレコードがありません(permerror)。")
    case .spfLoop(let target):
      Wording(
        "The SPF record of \(subject) leads back to \(target): a loop (permerror).",
        "\(subject) のSPFレコードが \(target) に戻ってループしています(permerror)。")
    case .spfTooManyLookups(let count, _):
      Wording(
        "SPF takes \(count) DNS look-ups; \(SPFTree.lookupLimit) are allowed (permerror).",
        "SPFの評価にDNS参照が\(count)回必要です。上限は\(SPFTree.lookupLimit)回です(permerror)。")
    case .spfTooManyVoidLookups(let count):
      Wording(
        "\(count) of the look-ups of SPF come back empty; \(SPFTree.voidLookupLimit) are allowed (permerror).",
        "SPFのDNS参照のうち\(count)回がvoid lookup(回答なし)です。上限は\(SPFTree.voidLookupLimit)回です(permerror)。")
    case .spfTooManyExchanges(let count, let name):
      Wording(
        "An `mx` in the SPF record of \(subject) leads to \(name) with \(count) MX records; \(SPFEvaluator.maximumExchanges) are allowed (permerror).",
        "\(subject) のSPFの `mx` が参照する \(name) にMXレコードが\(count)個あります。上限は\(SPFEvaluator.maximumExchanges)個です(permerror)。"
      )
    case .spfTooLarge:
      Wording(
        "The SPF record leads further than was followed (\(SPFFacts.maximumQuestions) questions, \(SPFFacts.maximumDepth) records one behind the other, \(SPFFacts.maximumTerms) terms); receivers give up much earlier.",
        "SPFの参照先が多すぎるため、途中で打ち切りました(上限: 問い合わせ\(SPFFacts.maximumQuestions)件、連鎖\(SPFFacts.maximumDepth)段、\(SPFFacts.maximumTerms)項)。受信側はもっと早く評価を中止します。"
      )
    case .spfPassesAll:
      Wording(
        "The SPF record of \(subject) lets anybody pass.",
        "\(subject) のSPFは誰からのメールもpassにします。")
    case .spfNeutralAll:
      Wording(
        "The SPF record of \(subject) ends in `?all`, which says nothing about other senders.",
        "\(subject) のSPFが `?all` で終わり、許可していない送信元について何も主張していません。")
    case .spfNoAll:
      Wording(
        "The SPF record of \(subject) has neither `all` nor `redirect`: other senders come out neutral.",
        "\(subject) のSPFに `all` も `redirect` もなく、許可していない送信元がneutralになります。")
    case .spfSoftfailAll:
      Wording(
        "The SPF record of \(subject) ends in `~all`: other senders are only marked.",
        "\(subject) のSPFは `~all` で終わっています。許可していない送信元は拒否ではなくsoftfailになります。")
    case .spfUnknownModifier(let name):
      Wording(
        "The SPF record of \(subject) has the modifier `\(VisibleText(name))`, which has no effect.",
        "\(subject) のSPFにある修飾子 `\(VisibleText(name))` には効果がありません。")
    case .spfTermsAfterAll(let count):
      Wording(
        "\(count) term\(count == 1 ? "" : "s") of the SPF record of \(subject) stand\(count == 1 ? "s" : "") behind `all` and will never be looked at.",
        "\(subject) のSPFで `all` より後ろにある\(count)個の項は評価されません。")
    case .spfRedirectBesideAll:
      Wording(
        "The `redirect` in the SPF record of \(subject) has no effect beside `all`.",
        "\(subject) のSPFの `redirect` は、`all` があるため効果がありません。")
    case .spfPTR:
      Wording(
        "The SPF record of \(subject) uses `ptr`, which is slow, unreliable and should not be used.",
        "\(subject) のSPFが `ptr` を使っています。遅く不確実なため、使うべきではありません。")
    case .spfDuplicate(let term):
      Wording("The SPF record of \(subject) has `\(term)` twice.", "\(subject) のSPFに `\(term)` が重複しています。")
    case .spfLong(let octets):
      Wording(
        "The SPF record of \(subject) has \(octets) octets; over \(SPFTree.recommendedLength) the answer may not fit a small packet.",
        "\(subject) のSPFレコードは\(octets)オクテットあります。\(SPFTree.recommendedLength)を超えると応答が小さなパケットに収まらないことがあります。")
    case .spfPrivateNetwork(let network):
      Wording(
        "The SPF record of \(subject) authorises \(network), which no mail on the Internet comes from.",
        "\(subject) のSPFが許可している \(network) は、インターネット上の送信元になり得ないアドレスです。")
    case .spfWideNetwork(let network):
      Wording(
        "The SPF record of \(subject) authorises \(network): many more hosts than send for one organisation.",
        "\(subject) のSPFが許可している \(network) は、1つの組織の送信元としては広すぎます。")
    case .spfObsoleteType:
      Wording(
        "\(subject) has a record of the obsolete type SPF (99), which no receiver asks for.",
        "\(subject) に廃止されたSPFタイプ(99)のレコードがあります。受信側はこれを参照しません。")
    case .spfMacros:
      Wording(
        "Part of the SPF record of \(subject) is made of macros: whom it authorises depends on the message, and can't be listed or counted.",
        "\(subject) のSPFの一部はマクロです。許可される送信元はメールごとに変わるため、一覧や回数を示せません。")
    case .spfOpaque(let name):
      Wording(
        "\(name) is generated by a service: whom it authorises is unreadable by design.",
        "\(name) はサービスが生成しているSPFで、許可される送信元は意図的に読み取れなくなっています。")

    case .dkimUnknown(let failure, let selectors):
      Wording(
        selectors > 1
          ? "\(selectors) DKIM selectors below \(subject) could not be asked: \(failure.wording.english)."
          : "DKIM at \(subject) could not be asked: \(failure.wording.english).",
        selectors > 1
          ? "\(subject) 以下のDKIMセレクタ\(selectors)個を確認できませんでした: \(failure.wording.japanese)。"
          : "\(subject) のDKIM鍵を確認できませんでした: \(failure.wording.japanese)。")
    case .dkimMissing:
      Wording(
        "\(subject) does not exist: the domain has no DKIM key at any selector.",
        "\(subject) が存在せず、どのセレクタにもDKIM鍵がありません。")
    case .dkimNotFound(let asked):
      Wording(
        "None of the \(asked) known selectors below \(subject) has a DKIM key.",
        "\(subject) 以下の既知のセレクタ\(asked)個にDKIM鍵がありません。")
    case .dkimSelectorsUnknown(let asked):
      Wording(
        "Something is published below \(subject), but at none of the \(asked) known selectors.",
        "\(subject) 以下に何らかのレコードが登録されていますが、既知のセレクタ\(asked)個にはDKIM鍵がありません。")
    case .dkimInconclusive:
      Wording(
        "Whether there are DKIM keys at other selectors can't be told: the zone answers alike for names that don't exist.",
        "他のセレクタにDKIM鍵があるかは判断できません。このゾーンは存在しない名前にも同じ応答を返します。")
    case .dkimMalformed(let error, _):
      Wording(
        "The DKIM key at \(subject) can't be used: \(error.wording.english)",
        "\(subject) のDKIM鍵は使えません。\(error.wording.japanese)")
    case .dkimSeveralKeys:
      Wording(
        "\(subject) has several DKIM keys; which one a verifier takes is undefined.",
        "\(subject) にDKIM鍵が複数あり、検証側がどれを使うか不定です。")
    case .dkimStrayText(let count):
      Wording(
        "Beside the DKIM key at \(subject) stand\(count == 1 ? "s another TXT record" : " \(count) other TXT records"): what a verifier takes is undefined.",
        "\(subject) にはDKIM鍵のほかにTXTレコードが\(count)個あり、検証側がどれを使うか不定です。")
    case .dkimLarge(let octets):
      Wording(
        "The TXT records at \(subject) have \(octets) octets: more than fits a UDP answer, so that every verifier has to ask again over TCP.",
        "\(subject) のTXTレコードは\(octets)オクテットあります。UDPの応答に収まらず、検証側はTCPで問い合わせ直すことになります。")
    case .dkimDangling(let target, let isNormal):
      isNormal
        ? Wording(
          "\(subject) leads to \(target), where no key is yet: normal with Office365 until the first key rotation.",
          "\(subject) の先の \(target) にはまだ鍵がありません。Office365では最初の鍵ローテーションまで正常な状態です。")
        : Wording(
          "\(subject) leads to \(target), where no DKIM key is.", "\(subject) の先の \(target) にDKIM鍵がありません。")
    case .dkimRevoked:
      Wording("The DKIM key at \(subject) is revoked (empty p=).", "\(subject) のDKIM鍵は失効しています(p= が空)。")
    case .dkimTesting:
      Wording(
        "The DKIM key at \(subject) is in test mode (t=y): verifiers may ignore its signatures.",
        "\(subject) のDKIM鍵はテストモード(t=y)です。検証側は署名を無視することがあります。")
    case .dkimKeyShort(let bits):
      Wording(
        "The DKIM key at \(subject) has \(bits) bits; 2048 are recommended.",
        "\(subject) のDKIM鍵は\(bits)ビットです。2048ビットが推奨されています。")
    case .dkimKeyUnusable(let bits):
      Wording(
        "The DKIM key at \(subject) has \(bits) bits: receivers must not accept its signatures.",
        "\(subject) のDKIM鍵は\(bits)ビットしかなく、受信側は署名を有効と認めません。")
    case .dkimKeyTypeUnknown(let type):
      Wording(
        "The DKIM key at \(subject) is of the unknown type `\(VisibleText(type))`.",
        "\(subject) のDKIM鍵の種類 `\(VisibleText(type))` は未知のものです。")
    case .dkimWildcard:
      Wording(
        "A wildcard answers every DKIM selector below \(subject); answers that are just the wildcard's were not believed.",
        "\(subject) 以下はワイルドカードがすべてのセレクタに応答します。ワイルドカードと同じ応答は鍵と見なしていません。")

    case .dkimSelectorMissing:
      Wording(
        "There is no DKIM key at \(subject), the selector that was named.",
        "指定されたセレクタ \(subject) にDKIM鍵がありません。")
    case .dkimDelegationsMany(let count):
      Wording(
        "\(count) names below \(subject) may be zones of their own; \(DKIMFacts.maximumDelegations) were looked at.",
        "\(subject) の下に別ゾーンの可能性がある名前が\(count)個あります。確認したのは\(DKIMFacts.maximumDelegations)個までです。")
    case .dkimKeyNotForMail:
      Wording(
        "The DKIM key at \(subject) can't be used for mail: its h= excludes SHA-256, or its s= excludes e-mail.",
        "\(subject) のDKIM鍵はメールに使えません(h= にSHA-256がないか、s= がメールを含みません)。")

    case .dmarcUnknown, .dmarcMissing, .dmarcOnlyPublicSuffix, .dmarcNotRecognized, .dmarcSeveral,
      .dmarcDangling, .dmarcAtApex, .dmarcUnrelatedText, .dmarcInvalid, .dmarcFlaw, .dmarcPolicyNone,
      .dmarcTesting, .dmarcPercentage, .dmarcSubdomainsWeaker, .dmarcSubdomainTagsUnused, .dmarcWildcard,
      .dmarcNonexistentUnreachable, .dmarcReadingsDiffer, .dmarcPathUnaligned, .dmarcNoReports,
      .dmarcReportsUnauthorized, .dmarcReportsUnknown, .dmarcReportHostTakesNoMail, .dmarcReportHostsTooMany,
      .dmarcReportHostExchangesTooMany:
      dmarcStatement

    case .routeMixed:
      Wording(
        "The MX hosts of \(subject) belong to different systems: spammers pick the one that is guarded least.",
        "\(subject) のMXに異なる系統のホストが混在しています。迷惑メールは防御の弱い方を狙って送られます。")
    case .tenantUnknown(let failure):
      Wording(
        "Whether an Office365 tenant is behind the gateway could not be asked: \(failure.wording.english).",
        "ゲートウェイの背後にOffice365テナントがあるか確認できませんでした: \(failure.wording.japanese)。")
    case .tenantEndpointOpen(let host):
      Wording(
        "The tenant's own endpoint \(host) exists: mail can go around the gateway unless a partner connector forbids it.",
        "テナントの直接の受信ホスト \(host) が存在します。パートナーコネクタで制限しない限り、ゲートウェイを迂回して配送できます。")
    case .gatewayNotAuthorized(_, let name):
      Wording(
        "SPF does not authorise \(name.english): mail sent through it fails SPF.",
        "SPFが\(name.japanese)を許可していないため、そこから送信したメールのSPFが失敗します。")
    case .office365NotAuthorized:
      Wording(
        "SPF does not authorise Office365: mail that leaves it directly (alerts, bounces) fails SPF.",
        "SPFがOffice365を許可していないため、Office365から直接出るメール(通知、不達通知など)のSPFが失敗します。")
    case .spfOtherSenders(let names):
      Wording(
        "SPF also lets \(names.map(\.english).joined(separator: ", ")) send: such mail does not pass the gateway.",
        "SPFは\(names.map(\.japanese).joined(separator: "、"))からの送信も許可しています。そのメールはゲートウェイを経由しません。")
    case .staleVerification:
      Wording(
        "A verification TXT (MS=…) is there, but no other sign of a Microsoft tenant: probably stale.",
        "確認用TXT(MS=…)だけが残っており、Microsoftテナントの他の形跡はありません。古い設定の可能性があります。")
    case .mxProviderUnknown:
      Wording(
        "The provider catalogue does not know the MX host \(subject).", "MXホスト \(subject) は事業者カタログにありません。")

    case .routeUnexpected(let expected, let found):
      Wording(
        "The route of \(subject) is \(found.rawValue); expected is \(expected.rawValue).",
        "\(subject) の経路は \(found.rawValue) ですが、期待する経路は \(expected.rawValue) です。")
    case .routeUndecided(let expected):
      Wording(
        "Whether the route of \(subject) is \(expected.rawValue) can't be told.",
        "\(subject) の経路が \(expected.rawValue) かどうか判断できません。")
    case .policyDMARCWeak, .policyDMARCUndecided, .policySPFUnauthorized, .policySPFUndecided,
      .policyDKIMSelector, .policyDKIMUndecided, .policyIgnoreExpired:
      policyStatement
    }
  }
}
