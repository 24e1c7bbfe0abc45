/// The fixed words of the reports.
extension Wording {
  static let internet = Wording("the Internet", "インターネット")
  static let users = Wording("users", "利用者")
  static let ownHosts = Wording("the domain's own hosts", "自社のメールホスト")
  static let unknownHosts = Wording("hosts of an unknown provider", "事業者不明のホスト")
  static let domainItself = Wording("the domain's own address (no MX)", "ドメイン自身のアドレス(MXなし)")
  static let mailboxesUnseen = Wording("mailboxes that DNS does not show", "DNSからは見えないメールボックス")
  static let takesNoMail = Wording("This domain takes no mail.", "このドメインはメールを受信しません。")
  static let domainNonexistent = Wording("This domain does not exist.", "このドメインはDNSに存在しません。")
  static let onlyVerificationMX = Wording(
    "No mail can be delivered to this domain: its only MX is a verification host.",
    "このドメインにはメールが届きません(MXがドメイン確認用ホストだけです)。")
  static let addressesElsewhere = Wording("addresses elsewhere (forwarded)", "転送先のアドレス")
  static let routeUnknown = Wording(
    "Where the mail goes could not be determined.", "メールの経路を判定できませんでした。")

  static let mx = Wording(verbatim: "MX")
  static let spf = Wording(verbatim: "SPF")
  static let dkim = Wording(verbatim: "DKIM")
  static let dmarc = Wording(verbatim: "DMARC")
  static let evidence = Wording("Evidence", "根拠")
  static let findings = Wording("Findings", "検出事項")
  static let noFindings = Wording("No findings.", "検出事項はありません。")
  static let questions = Wording("Questions", "問い合わせ一覧")
  static let listSeparator = Wording(", ", "、")
  /// Between what is longer, or has lists in it.
  static let remarkSeparator = Wording("; ", "。")
  /// Behind the time for which an absence is remembered.
  static let notThere = Wording(" (not there)", "(レコードなし)")

  static let noRecord = Wording("no record", "レコードなし")
  static let nullMX = Wording("null MX: takes no mail (RFC 7505)", "null MX: 受信しない(RFC 7505)")
  static let noAddress = Wording("no address", "アドレスなし")
  static let noSuchDomain = Wording("the domain does not exist", "ドメインが存在しません")
  static let noKey = Wording("not a DKIM key", "DKIM鍵ではない")
  static let noKeyAtAll = Wording("no key at any selector", "どのセレクタにも鍵なし")
  static let revokedKey = Wording("revoked", "失効")
  static let malformedKey = Wording("malformed", "不正な形式")
  static let severalKeys = Wording("several keys", "鍵が複数")
  static let danglingKey = Wording("no key yet", "鍵なし")
  static let testingKey = Wording("test mode", "テストモード")
  static let fromCache = Wording("known", "既知")

  static func tenant(_ name: String) -> Wording { Wording("tenant \(name)", "テナント \(name)") }

  static func outbound(_ names: String) -> Wording {
    Wording("Outbound, by SPF and DKIM: \(names)", "送信元(SPF・DKIMによる): \(names)")
  }

  static let keyUnusable = Wording("can't be used for mail", "メールには使えません")
  static let selectorsAskedFor = Wording("Selectors asked for", "確認したセレクタ")
  static let wildcardKey = Wording("by a wildcard", "ワイルドカードによる")
  static let wildcardAnswer = Wording("what a wildcard answers every selector", "ワイルドカードの応答(どのセレクタでも同じ)")

  static func selectorTitle(_ selector: String) -> Wording {
    Wording("Selector \(selector)", "セレクタ \(selector)")
  }

  static func keptFor(_ time: Wording) -> Wording {
    Wording("kept by caches for \(time.english)", "キャッシュの有効期間: \(time.japanese)")
  }

  /// `areAll` is whether there are no others.
  static func selectorsAsked(_ count: Int, areAll: Bool = false) -> Wording {
    let asked = Wording("\(count.counting("selector", "selectors")) asked for", "\(count)個のセレクタを確認")
    return areAll ? asked + Wording("; the zone file has no others", "(ゾーンファイルにほかのセレクタはありません)") : asked
  }

  /// Of a record as it stands: void look-ups depend on the sender's family.
  static func lookups(_ count: Int, voids: SPFVoidLookups) -> Wording {
    guard voids.ipv4 != voids.ipv6 else { return lookups(count, voids: voids.ipv4) }
    let (ipv4, ipv6) = (voids.ipv4.map(String.init) ?? "?", voids.ipv6.map(String.init) ?? "?")
    return Wording(
      "\(count) look-up\(count == 1 ? "" : "s") (limit \(SPFTree.lookupLimit)), void: \(ipv4) for IPv4 senders, \(ipv6) for IPv6 (limit \(SPFTree.voidLookupLimit))",
      "DNS参照\(count)回(上限\(SPFTree.lookupLimit))、空応答(void lookup)はIPv4の送信元で\(ipv4)回、IPv6で\(ipv6)回(上限\(SPFTree.voidLookupLimit))"
    )
  }

  static func lookups(_ lookups: Int, voids: Int?) -> Wording {
    let empty = voids.map(String.init) ?? "?"
    return Wording(
      "\(lookups) look-up\(lookups == 1 ? "" : "s") (limit \(SPFTree.lookupLimit)), \(empty) void (limit \(SPFTree.voidLookupLimit))",
      "DNS参照\(lookups)回(上限\(SPFTree.lookupLimit))、空応答(void lookup)\(empty)回(上限\(SPFTree.voidLookupLimit))")
  }

  static func lookupsAtLeast(_ lookups: Int) -> Wording {
    Wording("at least \(lookups) look-ups; the rest could not be asked", "DNS参照\(lookups)回以上(残りは確認できず)")
  }

  static func implicitMX(_ addresses: String) -> Wording {
    Wording("no record; mail goes to \(addresses)", "レコードなし(\(addresses) 宛てに配送)")
  }

  static func foundAt(_ name: DomainName) -> Wording { Wording("found at \(name)", "\(name) のレコードを適用") }

  static func effectivePolicy(_ policy: DMARCPolicy) -> Wording {
    Wording("in force for this domain: \(policy.rawValue)", "このドメインへの適用: \(policy.rawValue)")
  }

  static func visibleWithin(_ times: String) -> Wording {
    Wording(
      "A change may take until the TTL has run out to be seen: \(times).", "変更が反映されるまでの時間(TTL): \(times)")
  }

  static func cost(questions: Int, seconds: String) -> Wording {
    Wording(
      "\(questions.counting("question", "questions")), \(seconds) s", "問い合わせ\(questions.grouped)件、\(seconds)秒"
    )
  }

  static func verdict(_ route: RouteID, _ confidence: Confidence?) -> Wording {
    let name = Wording("Route ", "経路: ") + route.labelled
    guard let confidence else { return name }
    return name + Wording(" (\(confidence.wording.english))", "、\(confidence.wording.japanese)")
  }

  static func evidence(_ kinds: [RouteEvidence.Kind]) -> Wording {
    Wording("Evidence: ", "根拠: ") + kinds.map(\.wording).uniqued.listed
  }

  static func selectorsUnknown(_ count: Int) -> Wording {
    Wording("\(count.counting("selector", "selectors")) could not be asked", "\(count)個のセレクタを確認できず")
  }
}

extension RouteEvidence.Kind {
  var wording: Wording {
    switch self {
    case .mx: Wording(verbatim: "MX")
    case .mxTarget: Wording("where an MX host leads", "MXホストの参照先")
    case .dkimCNAME: Wording("DKIM CNAME", "DKIMのCNAME")
    case .tenantProbe: Wording("tenant probe", "テナントの受信ホスト")
    case .dkimDelegation: Wording("DKIM delegation", "DKIMの委任")
    case .dkimSelector: Wording("DKIM selector", "DKIMセレクタ")
    case .spf, .spfNetwork, .spfHost: Wording(verbatim: "SPF")
    case .autodiscover: Wording(verbatim: "autodiscover")
    case .verificationTXT: Wording("verification TXT", "確認用TXT")
    }
  }
}

extension Confidence {
  var wording: Wording {
    switch self {
    case .certain: Wording("certain", "確実")
    case .likely: Wording("likely", "可能性が高い")
    case .possible: Wording("possible", "可能性あり")
    }
  }
}

extension Status {
  var wording: Wording {
    switch self {
    case .ok: Wording(verbatim: "OK")
    case .unknown: Wording("UNKNOWN", "不明")
    case .warning: Wording("WARNING", "警告")
    case .critical: Wording("CRITICAL", "重大")
    }
  }
}

extension Severity {
  var wording: Wording {
    switch self {
    case .info: Wording("INFO", "情報")
    case .unknown: Wording("UNKNOWN", "不明")
    case .warning: Wording("WARNING", "警告")
    case .critical: Wording("CRITICAL", "重大")
    }
  }
}

extension RouteVerdict {
  /// What the Microsoft 365 admin centre will show for the domain, and what that means; nil where it shows nothing.
  func adminCentreWording(expecting expected: RouteID?) -> Wording? {
    let isGatewayExpected = expected.map { [.securemx, .securemxOffice365, .gateway].contains($0) } ?? false
    switch (adminCentre, id) {
    case (.healthy?, _) where isGatewayExpected:
      return Wording(
        "The Microsoft 365 admin centre shows \"healthy\". For the expected route that is wrong: mail goes to Office365 directly, around the gateway.",
        "Microsoft 365管理センターの表示は「正常」ですが、期待する経路としては誤りです。メールはゲートウェイを経由せず、直接Office365に配送されます。")
    case (.healthy?, _):
      return Wording(
        "The Microsoft 365 admin centre shows \"healthy\": mail goes to Office365 directly, without a gateway (such as SecureMX) in front.",
        "Microsoft 365管理センターの表示は「正常」です。メールはゲートウェイ(SecureMXなど)を経由せず、直接Office365に配送されます。")
    case (.possibleServiceIssues?, _) where expected == .office365:
      return Wording(
        "The Microsoft 365 admin centre shows \"possible service issues\". For the expected route that is right: MX should name Office365, and nothing else.",
        "Microsoft 365管理センターの表示は「サービス上の問題の可能性」です。期待する経路ではMXがOffice365だけを指すはずなので、この表示は妥当です。")
    case (.possibleServiceIssues?, .securemxOffice365), (.possibleServiceIssues?, .securemx),
      (.possibleServiceIssues?, .gateway):
      return Wording(
        "The Microsoft 365 admin centre shows \"possible service issues\". That is expected: MX names the gateway, not Office365.",
        "Microsoft 365管理センターの表示は「サービス上の問題の可能性」ですが、MXがゲートウェイを指しているためで、期待どおりです。")
    case (.possibleServiceIssues?, _):
      return Wording(
        "The Microsoft 365 admin centre shows \"possible service issues\": MX does not name Office365 alone.",
        "Microsoft 365管理センターの表示は「サービス上の問題の可能性」です。MXがOffice365だけを指していません。")
    case (nil, _): return nil
    }
  }
}
