extension Wording {
  static func planTitle(_ domain: String, from start: RouteID, to target: RouteTarget) -> Wording {
    Wording(
      "Plan for \(domain): from the route \(start.rawValue) to \(target.rawValue)",
      Self.introducing("\(domain) の移行計画: \(start.labelled.japanese)から \(target.route.labelled.japanese)へ"))
  }

  /// With the name of SecureMX in full where the text has it first.
  private static func introducing(_ text: String) -> String {
    text.replacing("SecureMX", with: "IIJセキュアMXサービス(SecureMX)", maxReplacements: 1)
  }

  static let planUnfinished = Wording(
    "Not finished: put in what stands in <...> first. Until then whatever depends on it is in comments, so that nobody publishes half of it.",
    "未完成です。先に <...> を置き換えてください。それまでは、一部だけを登録してしまわないよう、依存するレコードもコメントにしてあります。")
  static let planBlocked = Wording(
    "In comments, because it depends on records above that are not complete.",
    "未完成のレコードに依存するため、コメントにしてあります。")
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
    case .ready:
      Wording(
        "When the records above have been seen everywhere (nothing in the zone changes)",
        "上記のレコードが行き渡った後(ゾーンの変更はありません)")
    case .switchover:
      Wording("The switch (all at once)", "切り替え(同時に実施)")
    case .after:
      Wording("Afterwards", "事後")
    }
  }
}

extension MigrationPlan.Wait {
  var heading: Wording {
    let span = TimeSpan(seconds: seconds).roundedUp
    return Wording("Wait at least \(span.english)", "\(span.japanese)以上待つ")
  }

  /// What is waited for, and what is not known of it.
  var explanations: [Wording] {
    let list = lifetimes.map(\.wording).listed
    var explanations = [
      Wording(
        "Caches may keep what was there before: \(list.english).",
        "それまでの内容がキャッシュに残ることがあります: \(list.japanese)。")
    ]
    if phase == .after {
      explanations.append(
        Wording(
          "Mail that is under way is tried again for days (RFC 5321 section 4.5.4.1).",
          "配送中のメールは、数日間にわたって再送されます(RFC 5321 4.5.4.1節)。"))
    }
    if lifetimes.contains(where: \.isAssumed) {
      let span = TimeSpan(seconds: RecordLifetime.assumption).approximate
      explanations.append(
        Wording(
          "(*) assumed: the domain's own name servers could not be asked for this TTL, and a cache only shows what is left of one. Look it up where you keep the zone; if it is more than \(span.english), wait that long.",
          "(*)は推定値です。ドメインのネームサーバにTTLを確認できませんでした(キャッシュからは残り時間しか分かりません)。ゾーンの管理画面で確認し、\(span.japanese)より長い場合はその時間だけ待ってください。"
        ))
    }
    return explanations
  }
}

extension RecordLifetime {
  fileprivate var wording: Wording {
    let span = TimeSpan(seconds: seconds).approximate
    let name = "\(question.name) \(question.type)"
    return Wording(
      "\(name) \(span.english)\(isAssumed ? " (*)" : "")", "\(name) \(span.japanese)\(isAssumed ? "(*)" : "")"
    )
  }
}

extension ZoneChange.Placeholder {
  /// Where the administrator finds it.
  var wording: Wording {
    switch self {
    case .gatewaySPFHost:
      Wording(
        "<host>: the SPF host below securemx.jp that IIJ names for you (IIJ's set-up documents)",
        "<host>: IIJから案内された、SPF用の securemx.jp 以下のホスト名(開通時の資料)")
    case .gatewayKey:
      Wording(
        "<key>: the DKIM key, or the CNAME target, that SecureMX shows when DKIM is turned on for the domain",
        "<key>: SecureMXでDKIMを有効にすると表示される公開鍵(またはCNAMEの参照先)")
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

extension ZoneChange {
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    let wording = reason.wording(in: catalogue, isFirst: removed.isEmpty)
    guard case .signing(let id) = reason, type == .cname else { return wording }
    return catalogue.naming([id]) { _, japanese in
      Wording(wording.english, "\(japanese)がDKIM署名に使う鍵への参照です。")
    }
  }
}

extension ZoneChange.Reason {
  /// `isFirst` where there was no such record before.
  fileprivate func wording(in catalogue: ProviderCatalogue, isFirst: Bool) -> Wording {
    switch self {
    case .sendersAuthorized(let ids, let hosts):
      ids.contains(.securemx)
        ? Self.authorizing(catalogue.names(of: ids), hosts, isFirst: isFirst).joined(to: .gatewaysOwnPapers)
        : Self.authorizing(catalogue.names(of: ids), hosts, isFirst: isFirst)
    case .sendersRemoved(let gone):
      Self.removing(gone, catalogue)
    case .signing(let id):
      catalogue.naming([id]) { english, japanese in
        Wording("\(english) signs with this DKIM key.", "\(japanese)がDKIM署名に使う鍵です。")
      }
    case .signingEnded(let id):
      catalogue.naming([id]) { english, japanese in
        Wording(
          "\(english) no longer signs (turn its signing off first).",
          "\(japanese)でDKIM署名しなくなったら(先に署名を無効にして)、次のレコードを削除します。")
      }
    case .autodiscover:
      Wording("Outlook finds its server by it.", "Outlookが接続先を自動検出するためのレコードです。")
    case .inbound(let id):
      catalogue.naming([id]) { english, japanese in
        Wording("Mail goes to \(english), and nowhere else.", "メールの配送先(MX)を\(japanese)だけにします。")
      }
    case .inboundCompleted(let id):
      catalogue.naming([id]) { english, japanese in
        Wording("The MX hosts of \(english), all of them.", "\(japanese)のMXホストをすべてそろえます。")
      }
    case .timeToLiveLowered(let lifetime):
      Self.lowering(lifetime)
    case .timeToLiveRestored:
      Wording("The TTL of the MX records goes back up.", "MXレコードのTTLを元に戻します。")
    case .transportKeyEnded:
      Wording(
        "The host takes no mail any more: its TLSA records are left over.",
        "このホストではメールを受信しなくなるため、残ったTLSAレコードを削除します。")
    }
  }

  private static func authorizing(_ senders: Wording, _ hosts: [DomainName], isFirst: Bool) -> Wording {
    let list = hosts.map(\.description).listed
    let named =
      isFirst
      ? Wording(
        "Without a record nobody has been refused so far: the hosts that MX names today are in it by address (\(list.english)).",
        "これまでSPFレコードがなく、拒否されることのなかった現在のホスト \(list.japanese) も、アドレスで許可します。")
      : Wording(
        "Since \"mx\" will mean the new hosts, those that it means today are named by address: \(list.english).",
        "「mx」は切り替え後に新しいホストを指すため、現在のホスト \(list.japanese) をアドレスで許可します。")
    let first =
      senders.english.isEmpty
      ? Wording("One SPF record that receivers can use.", "SPFレコードを、受信側が正しく評価できる1つのレコードに直します。")
      : Wording("SPF must authorise \(senders.english).", "SPFで\(senders.japanese)を許可します。")
    if hosts.isEmpty { return first }
    return Wording("\(first.english) \(named.english)", "\(first.japanese)\(named.japanese)")
  }

  private static func removing(_ gone: [SenderLeaving], _ catalogue: ProviderCatalogue) -> Wording {
    let items = gone.map { leaving -> Wording in
      switch leaving {
      case .provider(let id, let terms):
        let name = HostProvider.provider(id).wording(in: catalogue)
        let list = terms.joined(separator: " ")
        return Wording("\(list) (\(name.english))", "\(list)(\(name.japanese))")
      case .host(let host, let owner, let terms):
        let name = owner.wording(in: catalogue)
        let list = terms.joined(separator: " ")
        return Wording("\(list) (\(host), \(name.english))", "\(list)(\(host)、\(name.japanese))")
      }
    }
    let list = items.listed
    return Wording(
      "Take out of SPF who no longer sends: \(list.english). Leave in whoever still does.",
      "送信しなくなったものをSPFから外します: \(list.japanese)。引き続き送信に使うものは残してください。")
  }

  private static func lowering(_ lifetime: RecordLifetime) -> Wording {
    if lifetime.isAssumed {
      return Wording(
        "The same MX records with a low TTL. What it is today the domain's name servers could not be asked; lower it in any case.",
        "同じMXレコードのTTLを\(MigrationDraft.switchoverTimeToLive)秒に下げます。現在のTTLはドメインのネームサーバに確認できませんでしたが、必ず下げてください。")
    }
    let span = TimeSpan(seconds: lifetime.seconds).approximate
    return Wording(
      "The same MX records with a low TTL, down from \(span.english): after the switch caches forget them soon.",
      "同じMXレコードのTTLを\(span.japanese)から\(MigrationDraft.switchoverTimeToLive)秒に下げます(切り替え後、古いMXがキャッシュから早く消えるように)。"
    )
  }
}

extension ProviderCatalogue {
  /// What people call those providers, in a list.
  func names(of ids: [Provider.ID]) -> Wording {
    ids.map { HostProvider.provider($0).wording(in: self) }.listed
  }

  /// A sentence with those names.
  func naming(_ ids: [Provider.ID], _ sentence: (String, String) -> Wording) -> Wording {
    let names = names(of: ids)
    return sentence(names.english, names.japanese)
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

extension Wording {
  /// Which host customers of SecureMX include public DNS shows; that it is this customer's only IIJ can say.
  fileprivate static let gatewaysOwnPapers = Wording(
    "spf.securemx.jp is the host that public DNS shows; IIJ's own papers decide.",
    "spf.securemx.jp は公開DNSで確認されたホスト名です。IIJの開通時の資料を優先してください。")

  fileprivate func joined(to other: Wording) -> Wording {
    Wording("\(english) \(other.english)", japanese + other.japanese)
  }
}
