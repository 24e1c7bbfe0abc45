extension Wording {
  static func planTitle(_ domain: String, from start: RouteID, to target: RouteTarget) -> Wording {
    Wording(
      "Plan for \(domain): from the route \(start.rawValue) to \(target.rawValue)",
      "\(domain) の移行計画: \(start.rawValue) から \(target.rawValue) へ")
  }

  static let nothingToChange = Wording(
    "Nothing in the zone has to change.", "ゾーンに変更は必要ありません。")
  static let planReplaces = Wording("replaces:", "置き換え前:")
  static let planRemoves = Wording("remove:", "削除:")
  static let planFillIn = Wording(
    "The next record is not complete: put in what stands in <...>.", "次のレコードは未完成です。<...> を置き換えてください。")
}

extension ZoneChange.Phase {
  var wording: Wording {
    switch self {
    case .before:
      Wording("Beforehand (mail goes on as it does now)", "事前(メールの流れは変わりません)")
    case .switchover:
      Wording("The switch (all at once)", "切り替え(同時に実施)")
    case .after:
      Wording(
        "Afterwards (when caches have forgotten the old records; better a week later)",
        "事後(古いレコードのキャッシュが消えた後。1週間ほど空けるのが安全です)")
    }
  }
}

extension ZoneChange.Placeholder {
  /// Where the administrator finds it.
  var wording: Wording {
    switch self {
    case .gatewaySPFHost:
      Wording(
        "spf.securemx.jp: what customers of SecureMX include, as public DNS shows; IIJ's own papers decide",
        "spf.securemx.jp: 公開DNSで確認されたSPF用のホスト名です。IIJの開通時の資料を優先してください")
    case .gatewayKey:
      Wording(
        "<key>: the DKIM key, or the CNAME target, that SecureMX shows when DKIM is turned on for the domain",
        "<key>: セキュアMXサービスでDKIMを有効にすると表示される公開鍵(またはCNAMEの参照先)")
    case .tenantKey:
      Wording(
        "<token> and <tenant>: Microsoft Defender portal, Email authentication settings, DKIM",
        "<token> と <tenant>: Microsoft Defenderポータルの「メール認証の設定」→「DKIM」に表示されます")
    case .tenantMX:
      Wording(
        "<token>: Microsoft 365 admin centre, Settings, Domains, DNS records (MX)",
        "<token>: Microsoft 365管理センターの「設定」→「ドメイン」→「DNSレコード」(MX)に表示されます")
    }
  }
}

extension ZoneChange.Reason {
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .sendersAuthorized([]):
      Wording("One SPF record that receivers can use.", "SPFレコードを受信側が使える1つのレコードにします。")
    case .sendersAuthorized(let ids):
      Self.naming(ids, catalogue) { english, japanese in
        Wording("SPF must authorise \(english).", "SPFで\(japanese)を許可します。")
      }
    case .sendersRemoved([]):
      Wording(
        "The old mail hosts no longer send: take them out of SPF, unless they still do.",
        "旧メールサーバから送信しなくなったらSPFから外します(引き続き送信に使う場合を除く)。")
    case .sendersRemoved(let ids):
      Self.naming(ids, catalogue) { english, japanese in
        Wording(
          "\(english) no longer sends: take it out of SPF, unless other mail still leaves there.",
          "\(japanese)から送信しなくなったらSPFから外します(ほかのメールの送信に使っている場合を除く)。")
      }
    case .signing(let id):
      Self.naming([id], catalogue) { english, japanese in
        Wording("\(english) signs with this DKIM key.", "\(japanese)がこのDKIM鍵で署名します。")
      }
    case .signingEnded(let id):
      Self.naming([id], catalogue) { english, japanese in
        Wording("\(english) no longer signs.", "\(japanese)は署名しなくなります。")
      }
    case .autodiscover:
      Wording("Outlook finds its server by it.", "Outlookがサーバを見つけるために使います。")
    case .inbound(let id):
      Self.naming([id], catalogue) { english, japanese in
        Wording("Mail goes to \(english), and nowhere else.", "メールの宛先を\(japanese)だけにします。")
      }
    }
  }

  private static func naming(
    _ ids: [Provider.ID], _ catalogue: ProviderCatalogue, _ sentence: (String, String) -> Wording
  ) -> Wording {
    let names = ids.map { HostProvider.provider($0).wording(in: catalogue) }
    return sentence(
      names.map(\.english).joined(separator: ", "), names.map(\.japanese).joined(separator: "、"))
  }
}

extension MigrationPlan.Note.Content {
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .domainIsAlias:
      Wording(
        "The domain itself is a CNAME: no MX or TXT may stand beside it. Replace the CNAME by address records first.",
        "ドメイン自体がCNAMEのため、MXやTXTを併記できません。先にCNAMEをアドレスレコードに置き換えてください。")
    case .lowerTimeToLive(let seconds):
      Wording(
        "Lower the TTL of the MX records to 300, at least \(TimeSpan(seconds: seconds).wording.english) before the switch.",
        "切り替えの\(TimeSpan(seconds: seconds).wording.japanese)以上前に、MXレコードのTTLを300に下げてください。")
    case .orderGateway:
      Wording(
        "Have SecureMX set up to take mail for the domain, and compare the MX hosts below with those that IIJ names.",
        "セキュアMXサービスでこのドメインの受信設定を済ませ、下記のMXホストをIIJの案内と照合してください。")
    case .acceptDomain:
      Wording(
        "Have the domain accepted in the Microsoft 365 tenant, and the mailboxes there.",
        "Microsoft 365テナントでこのドメインを承認済みドメインにし、メールボックスを用意してください。")
    case .openConnector:
      Wording(
        "In Exchange Online turn off the partner connector that takes mail from the gateway only; otherwise mail is refused after the switch.",
        "Exchange Onlineで、ゲートウェイからの受信だけを許可するパートナーコネクタを無効にしてください(切り替え後にメールが拒否されます)。")
    case .restrictConnector:
      Wording(
        "In Exchange Online add a partner connector that takes mail from SecureMX's addresses only; otherwise anybody can go around the gateway.",
        "Exchange Onlineにパートナーコネクタを追加し、セキュアMXサービスのアドレスからのみ受信してください(設定しないとゲートウェイを迂回できます)。")
    case .sendThroughGateway:
      Wording(
        "Outbound mail leaves through SecureMX when Exchange Online has an outbound connector to relay.securemx.jp.",
        "送信もセキュアMXサービスを経由させるには、Exchange Onlineに relay.securemx.jp 宛ての送信コネクタを設定します。")
    case .compareMX:
      Wording(
        "The MX host below is made of the domain's name. Compare it with the Microsoft 365 admin centre: new tenants have one below mx.microsoft.",
        "下記のMXホストはドメイン名から組み立てたものです。Microsoft 365管理センターの表示と照合してください(新しいテナントでは mx.microsoft 以下のことがあります)。")
    case .spfLookups(let count):
      Wording(
        "The SPF record then needs at least \(count) look-ups; more than \(SPFTree.lookupLimit) are not allowed. Shorten it first (maildnscheck spf).",
        "SPFのDNS参照が\(count)回以上になり、上限(\(SPFTree.lookupLimit)回)を超えます。先に減らしてください(maildnscheck spf で確認)。")
    case .senderBehindInclude(let id):
      Self.naming(id, catalogue) { english, japanese in
        Wording(
          "SPF still authorises \(english) by a record that yours includes: look for it with maildnscheck spf.",
          "SPFのinclude先のレコードが\(japanese)を許可したままです(maildnscheck spf で確認)。")
      }
    case .waitForCaches(let seconds):
      Wording(
        "For up to \(TimeSpan(seconds: seconds).wording.english) some senders still use the old MX: leave the old system running.",
        "最長\(TimeSpan(seconds: seconds).wording.japanese)は古いMX宛てにも届くため、旧システムを稼働させておいてください。")
    case .termsDropped(let terms):
      Wording(
        "The SPF record has parts that are no terms and are left out: \(terms.joined(separator: " ")). Put in what was meant (ip4:, not ipv4:).",
        "SPFレコードのうち正しい項でない部分は除きました: \(terms.joined(separator: " "))。意図した項(ipv4: ではなく ip4: など)に直して加えてください。")
    case .passesAll:
      Wording(
        "The SPF record lets everybody pass (+all): end it in ~all or -all once all senders are in it.",
        "SPFレコードが全送信元を許可しています(+all)。送信元をすべて登録し、末尾を ~all か -all にしてください。")
    case .selectorTaken(let selector):
      Wording(
        "Something else is published at the selector \(selector). Find out who signs with it; it is replaced at the switch.",
        "セレクタ \(selector) には別のレコードがあります。署名に使っているシステムを確認してください(切り替え時に置き換えます)。")
    case .autodiscoverElsewhere:
      Wording(
        "autodiscover leads elsewhere: point it to autodiscover.outlook.com when the mailboxes have moved.",
        "autodiscover が別の参照先になっています。メールボックスの移行後に autodiscover.outlook.com へ向けてください。")
    }
  }

  private static func naming(
    _ id: Provider.ID, _ catalogue: ProviderCatalogue, _ sentence: (String, String) -> Wording
  ) -> Wording {
    let name = HostProvider.provider(id).wording(in: catalogue)
    return sentence(name.english, name.japanese)
  }
}

extension MigrationPlanError {
  func wording(_ domain: MailDomain) -> Wording {
    switch self {
    case .noSuchDomain:
      Wording(
        "\(domain.name) does not exist in DNS: there is nothing to plan.",
        "\(domain.name) はDNSに存在しないため、計画を立てられません。")
    case .unknown(let failure):
      Wording(
        "\(domain.name): no plan, because what is there now could not be asked: \(failure.wording.english).",
        "\(domain.name): 現在のレコードを確認できないため、計画を立てられません: \(failure.wording.japanese)。")
    }
  }
}
