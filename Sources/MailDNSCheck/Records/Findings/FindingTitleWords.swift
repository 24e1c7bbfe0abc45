/// What findings of a kind have in common, in a few words and without the values of one of them.
extension FindingKind {
  var title: Wording {
    switch area {
    case .domain, .mx: mailTitle
    case .spf: spfTitle
    case .dkim: dkimTitle
    case .dmarc: dmarcTitle
    case .route: routeTitle
    case .policy: policyTitle
    }
  }

  private var mailTitle: Wording {
    switch self {
    case .domainNonexistent: Wording("The domain does not exist", "ドメインが存在しない")
    case .domainClosed: Wording("A domain without mail is properly closed", "メールを使わないドメインが適切に閉じられている")
    case .domainNotClosed: Wording("A domain without mail is not closed", "メールを使わないドメインが閉じられていない")
    case .internalView: Wording("The answers come from an internal view of DNS", "内部向けDNSの応答の可能性")
    case .findingsLeftOut: Wording("A report leaves findings of one kind out", "同種の検出事項を一部省略")
    case .mxUnknown: Wording("MX could not be asked", "MXを確認できない")
    case .mxHostUnknown: Wording("The addresses of an MX host could not be asked", "MXホストのアドレスを確認できない")
    case .mxNoHostHasAddress: Wording("No MX host has an address", "どのMXホストにもアドレスがない")
    case .mxHostWithoutAddress: Wording("An MX host has no address", "MXホストにアドレスがない")
    case .mxIsAlias: Wording("An MX host is a CNAME", "MXホストがCNAME")
    case .mxIsAddressLiteral: Wording("MX names an address, not a host", "MXがホスト名ではなくIPアドレス")
    case .mxPrivateAddress: Wording("An MX host has a private address", "MXホストがプライベートアドレス")
    case .mxOnlyVerification: Wording("The only MX is a verification host", "MXがドメイン確認用ホストだけ")
    case .mxVerificationLeftover: Wording("A verification host is left over in MX", "ドメイン確認用のMXが残っている")
    case .mxNullNotAlone: Wording("A null MX stands beside other MX records", "null MXと他のMXが混在")
    case .mxFinalDotMissing: Wording("The final dot of an MX host is missing", "MXホストの末尾のドットがない")
    case .mxTooMany: Wording("There are too many MX records", "MXレコードが多すぎる")
    case .mxImplicit: Wording("Mail goes to the domain's own address", "MXがなくドメイン自身のアドレスに配送される")
    case .mxAbsent: Wording("The domain takes no mail", "ドメインがメールを受信しない")
    default: Wording(verbatim: id)
    }
  }

  private var spfTitle: Wording {
    switch self {
    case .spfUnknown: Wording("SPF could not be asked", "SPFを確認できない")
    case .spfMissing: Wording("There is no SPF record", "SPFレコードがない")
    case .spfNotRecognized: Wording("An SPF record is not recognized as one", "SPFレコードと認識されない")
    case .spfSeveral: Wording("There are several SPF records", "SPFレコードが複数ある")
    case .spfSyntax: Wording("SPF has a syntax error", "SPFの構文エラー")
    case .spfTargetMissing: Wording("An SPF include leads to no SPF record", "SPFの参照先にSPFがない")
    case .spfLoop: Wording("SPF leads back to itself", "SPFがループしている")
    case .spfTooManyLookups: Wording("SPF takes too many look-ups", "SPFのDNS参照が上限を超えている")
    case .spfTooManyVoidLookups:
      Wording("Too many look-ups of SPF come back empty", "SPFのvoid lookupが上限を超えている")
    case .spfTooManyExchanges: Wording("SPF's mx leads to too many hosts", "SPFのmxが参照するMXが多すぎる")
    case .spfTooLarge: Wording("SPF leads to too many names", "SPFの参照先が多すぎる")
    case .spfPassesAll: Wording("SPF lets anybody pass", "SPFが誰でもpassにする")
    case .spfNeutralAll: Wording("SPF says nothing about other senders (?all)", "SPFが他の送信元を判断しない(?all)")
    case .spfNoAll: Wording("SPF has no all", "SPFにallがない")
    case .spfSoftfailAll: Wording("SPF only marks other senders (~all)", "SPFが他の送信元をsoftfailにする(~all)")
    case .spfUnknownModifier: Wording("SPF has a modifier without effect", "SPFに効果のない修飾子がある")
    case .spfTermsAfterAll: Wording("SPF has terms behind all", "SPFのallより後ろに項がある")
    case .spfRedirectBesideAll: Wording("SPF has redirect beside all", "SPFにredirectとallが併記されている")
    case .spfPTR: Wording("SPF uses ptr", "SPFがptrを使っている")
    case .spfDuplicate: Wording("SPF has a term twice", "SPFの項が重複している")
    case .spfLong: Wording("The SPF record is long", "SPFレコードが長い")
    case .spfPrivateNetwork: Wording("SPF authorises a private network", "SPFがプライベートネットワークを許可している")
    case .spfWideNetwork: Wording("SPF authorises a very large network", "SPFが広すぎるネットワークを許可している")
    case .spfMacros: Wording("Part of SPF is made of macros", "SPFの一部がマクロ")
    case .spfObsoleteType: Wording("There is a record of the obsolete type SPF", "廃止されたSPFタイプのレコードがある")
    case .spfOpaque: Wording("An SPF include can't be read", "SPFの参照先を読み取れない")
    case .gatewayNotAuthorized: Wording("SPF does not authorise the gateway", "SPFがゲートウェイを許可していない")
    case .spfOtherSenders: Wording("SPF lets others send around the gateway", "SPFがゲートウェイ以外の送信元を許可している")
    case .office365NotAuthorized: Wording("SPF does not authorise Office365", "SPFがOffice365を許可していない")
    default: Wording(verbatim: id)
    }
  }

  private var dkimTitle: Wording {
    switch self {
    case .dkimUnknown: Wording("DKIM could not be asked", "DKIMを確認できない")
    case .dkimMissing: Wording("There is no DKIM key", "DKIM鍵がない")
    case .dkimNotFound: Wording("No known DKIM selector has a key", "既知のDKIMセレクタに鍵がない")
    case .dkimSelectorsUnknown: Wording("The DKIM selectors in use are not known", "使われているDKIMセレクタが不明")
    case .dkimInconclusive: Wording("DNS does not show whether there are DKIM keys", "DKIM鍵の有無をDNSから判断できない")
    case .dkimMalformed: Wording("A DKIM key is malformed", "DKIM鍵の形式が不正")
    case .dkimSeveralKeys: Wording("A DKIM selector has several keys", "DKIMセレクタに鍵が複数ある")
    case .dkimStrayText: Wording("Other TXT records stand beside a DKIM key", "DKIM鍵のほかにTXTレコードがある")
    case .dkimLarge: Wording("The answer with a DKIM key is large", "DKIM鍵の応答が大きい")
    case .dkimDangling: Wording("A DKIM selector leads to no key", "DKIMセレクタの参照先に鍵がない")
    case .dkimRevoked: Wording("A DKIM key is revoked", "DKIM鍵が失効している")
    case .dkimTesting: Wording("A DKIM key is in test mode", "DKIM鍵がテストモード")
    case .dkimKeyShort: Wording("A DKIM key is short", "DKIM鍵が短い")
    case .dkimKeyUnusable: Wording("A DKIM key is too short to be used", "DKIM鍵が短すぎて使われない")
    case .dkimKeyTypeUnknown: Wording("A DKIM key is of an unknown type", "DKIM鍵の種類が不明")
    case .dkimWildcard: Wording("A wildcard answers for every DKIM selector", "ワイルドカードが全DKIMセレクタに応答する")
    case .dkimSelectorMissing: Wording("A named DKIM selector has no key", "指定したDKIMセレクタに鍵がない")
    case .dkimKeyNotForMail: Wording("A DKIM key is not for mail", "DKIM鍵がメール用ではない")
    case .dkimDelegationsMany:
      Wording("Many names below _domainkey may be zones of their own", "_domainkeyの下に別ゾーンの可能性がある名前が多い")
    default: Wording(verbatim: id)
    }
  }

  private var dmarcTitle: Wording {
    switch self {
    case .dmarcUnknown: Wording("DMARC could not be asked", "DMARCを確認できない")
    case .dmarcMissing: Wording("There is no DMARC record", "DMARCレコードがない")
    case .dmarcOnlyPublicSuffix: Wording("Only a registry's DMARC record applies", "レジストリのDMARCレコードだけが適用される")
    case .dmarcNotRecognized: Wording("A DMARC record is not recognized as one", "DMARCレコードと認識されない")
    case .dmarcSeveral: Wording("There are several DMARC records", "DMARCレコードが複数ある")
    case .dmarcDangling: Wording("The CNAME at _dmarc leads nowhere", "_dmarcのCNAMEの参照先がない")
    case .dmarcAtApex: Wording("A DMARC record stands at the wrong name", "DMARCレコードの名前が誤っている")
    case .dmarcUnrelatedText: Wording("Unrelated TXT records stand at _dmarc", "_dmarcに無関係なTXTがある")
    case .dmarcInvalid: Wording("The DMARC record is invalid", "DMARCレコードが無効")
    case .dmarcFlaw: Wording("The DMARC record has a flaw", "DMARCレコードに不備がある")
    case .dmarcPolicyNone: Wording("DMARC asks for nothing (none)", "DMARCのポリシーがnone")
    case .dmarcTesting: Wording("DMARC is in test mode", "DMARCがテストモード")
    case .dmarcPercentage: Wording("DMARC holds for a part of the mail", "DMARCが一部のメールだけに適用される")
    case .dmarcSubdomainsWeaker: Wording("DMARC is weaker for subdomains", "サブドメインのDMARCポリシーが弱い")
    case .dmarcSubdomainTagsUnused:
      Wording("DMARC has subdomain tags without effect", "DMARCに効果のないサブドメイン用タグがある")
    case .dmarcWildcard: Wording("A wildcard answers at _dmarc", "ワイルドカードが_dmarcに応答する")
    case .dmarcNonexistentUnreachable: Wording("DMARC's np never applies", "DMARCのnpが適用されない")
    case .dmarcReadingsDiffer: Wording("Receivers read DMARC in different ways", "受信側によりDMARCの解釈が異なる")
    case .dmarcPathUnaligned: Wording("Mail of a system of the route fails DMARC", "経路上のシステムのメールがDMARCに合格しない")
    case .dmarcNoReports: Wording("DMARC asks for no reports", "DMARCレポートの宛先がない")
    case .dmarcReportsUnauthorized:
      Wording("A DMARC report address is not authorised", "DMARCレポートの宛先が許可されていない")
    case .dmarcReportsUnknown: Wording("A DMARC report address could not be verified", "DMARCレポートの宛先を確認できない")
    case .dmarcReportHostTakesNoMail: Wording("A DMARC report address takes no mail", "DMARCレポートの宛先が受信できない")
    case .dmarcReportHostsTooMany: Wording("DMARC has too many report addresses", "DMARCレポートの宛先が多すぎる")
    case .dmarcReportHostExchangesTooMany:
      Wording("The domain that is to get DMARC reports has too many MX hosts", "DMARCレポートの宛先のMXが多すぎる")
    default: Wording(verbatim: id)
    }
  }

  private var routeTitle: Wording {
    switch self {
    case .routeMixed: Wording("MX leads to systems of more than one kind", "種類の異なるMXが混在")
    case .tenantUnknown: Wording("The Office365 tenant could not be asked", "Office365テナントを確認できない")
    case .tenantEndpointOpen: Wording("The tenant's own endpoint exists", "テナントの直接の受信ホストが存在する")
    case .staleVerification: Wording("A verification TXT is probably stale", "古い確認用TXTの可能性")
    case .mxProviderUnknown: Wording("The provider of an MX host is not known", "MXホストの事業者が不明")
    default: Wording(verbatim: id)
    }
  }

  private var policyTitle: Wording {
    switch self {
    case .routeUnexpected: Wording("The route is not the one expected", "経路が期待と異なる")
    case .routeUndecided: Wording("Whether the route is the one expected can't be told", "経路が期待どおりか判断できない")
    case .policyDMARCWeak: Wording("DMARC is weaker than expected", "DMARCが期待より弱い")
    case .policyDMARCUndecided:
      Wording("Whether DMARC is as expected can't be told", "DMARCが期待どおりか判断できない")
    case .policySPFUnauthorized: Wording("SPF does not authorise an expected sender", "SPFが期待する送信元を許可していない")
    case .policySPFUndecided:
      Wording("Whether SPF authorises an expected sender can't be told", "SPFが期待する送信元を許可しているか判断できない")
    case .policyDKIMSelector: Wording("An expected DKIM key is not there", "期待するDKIM鍵がない")
    case .policyDKIMUndecided:
      Wording("Whether an expected DKIM key is there can't be told", "期待するDKIM鍵があるか判断できない")
    case .policyIgnoreExpired: Wording("An exemption of the policy has expired", "ポリシーの除外期限が切れている")
    default: Wording(verbatim: id)
    }
  }
}
