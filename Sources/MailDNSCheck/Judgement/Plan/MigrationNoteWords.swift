extension MigrationNote.Content {
  func wording(in catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .domainIsAlias:
      Wording(
        "The domain itself is a CNAME: no MX or TXT may stand beside it. Replace the CNAME by address records first.",
        "ドメイン自体がCNAMEのため、MXやTXTを併記できません。先にCNAMEをアドレスレコードに置き換えてください。")
    case .nameIsAlias(let name, let end):
      Wording(
        "\(name) is a CNAME (of its own, or by a DNAME above), and leads to \(end): no other record may stand there. Publish what is for it at \(end), or take the CNAME or DNAME out first.",
        "\(name) はCNAME(または上位のDNAMEによるもの)で \(end) を指しているため、ほかのレコードを併記できません。この名前のレコードは \(end) に登録するか、先にCNAMEやDNAMEを削除してください。"
      )
    case .orderGateway, .acceptDomain, .openConnector, .widenConnector, .admitGateway, .restrictConnector,
      .compareMX:
      inboundWording(catalogue)
    case .sendThroughGateway, .sendDirectly, .turnOnSigning, .turnOnSigningLater:
      outboundWording(catalogue)
    case .selectorTaken(let selector):
      Wording(
        "Something else is published at the selector \(selector). Find out who signs with it, and have that end; it is replaced afterwards.",
        "セレクタ \(selector) には別のレコードがあります。署名に使っているシステムを確認し、署名を止めてください(事後に置き換えます)。")
    case .keepOldSystem:
      Wording(
        "Some senders still use the old MX for a while: leave the old system running, and taking mail for the domain.",
        "切り替え後もしばらくは古いMXに届きます。その間は旧システムを停止せず、このドメインのメールを受信できるようにしておいてください。")
    case .stopOldSystem:
      Wording(
        "The old system may stop taking mail for the domain now.", "旧システムでのこのドメインの受信を停止できます。")
    case .spfLookups, .spfVoids, .spfShortened, .senderBehindInclude, .exchangesLeaveSPF, .termsRepaired,
      .termsDropped,
      .passesAll:
      senderWording(catalogue)
    case .autodiscoverElsewhere:
      Wording(
        "autodiscover leads elsewhere: point it to autodiscover.outlook.com when the mailboxes have moved.",
        "autodiscoverが別の参照先になっています。メールボックスの移行後に autodiscover.outlook.com へ向けてください。")
    case .transportPolicyWidened, .transportPolicyNarrowed, .transportPolicyUnknown, .policyMissing,
      .policyWithoutReports, .reportsMove, .policyStrict, .readReports:
      policyWording
    }
  }

  private func inboundWording(_ catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .orderGateway:
      Wording(
        "Have SecureMX set up to take mail for the domain, and compare the MX hosts below with those that IIJ names.",
        "SecureMXでこのドメインの受信設定を済ませ、下記のMXホストをIIJの案内と照合してください。")
    case .acceptDomain:
      Wording(
        "Have the domain accepted in the Microsoft 365 tenant, and the mailboxes there.",
        "Microsoft 365テナントでこのドメインを承認済みドメインにし、メールボックスを用意してください。")
    case .openConnector(let ids):
      catalogue.naming(ids) { english, japanese in
        Wording(
          "In Exchange Online turn off the partner connector that takes mail from \(english) only; otherwise mail is refused after the switch.",
          "Exchange Onlineで、\(japanese)からの受信だけを許可するパートナーコネクタを無効にしてください(有効なままだと、切り替え後のメールが拒否されます)。")
      }
    case .widenConnector(let ids):
      catalogue.naming(ids) { english, japanese in
        Wording(
          "In Exchange Online add SecureMX's addresses to the partner connector (and to the rule or Enhanced Filtering) that knows only \(english); otherwise what comes through SecureMX is refused after the switch.",
          "Exchange Onlineで、\(japanese)からの受信だけを許可するパートナーコネクタ(およびルールや拡張フィルタリング)に、SecureMXのアドレスを追加してください(追加しないと、切り替え後のメールが拒否されます)。"
        )
      }
    case .admitGateway:
      Wording(
        "Have the mail server behind SecureMX take the domain's mail from SecureMX's addresses (firewall, relay settings).",
        "SecureMXの転送先のメールサーバで、SecureMXのアドレスからの受信を許可してください(ファイアウォール、中継設定など)。")
    case .restrictConnector:
      Wording(
        "In Exchange Online let the partner connector take mail from SecureMX's addresses only; otherwise anybody can go around the gateway.",
        "Exchange Onlineのパートナーコネクタで、SecureMXのアドレスからのみ受信するよう制限してください(制限しないとゲートウェイを迂回できます)。")
    default:
      Wording(
        "The MX host below is made of the domain's name. Compare it with the Microsoft 365 admin centre: new tenants have one below mx.microsoft.",
        "下記のMXホストはドメイン名から組み立てたものです。Microsoft 365管理センターの表示と照合してください(新しいテナントでは mx.microsoft 以下のことがあります)。")
    }
  }

  private func outboundWording(_ catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .sendDirectly(let ids):
      catalogue.naming(ids) { english, japanese in
        Wording(
          "Let outbound mail leave Exchange Online directly: turn off the rule and the outbound connector that send it to \(english).",
          "送信をExchange Onlineから直接にします。\(japanese)へ送るルールと送信コネクタを無効にしてください。")
      }
    case .turnOnSigning(let id):
      catalogue.naming([id]) { english, japanese in
        Wording(
          "Turn on DKIM signing for the domain in \(english).", "\(japanese)で、このドメインのDKIM署名を有効にしてください。")
      }
    case .turnOnSigningLater(let id):
      catalogue.naming([id]) { english, japanese in
        Wording(
          "Turn on DKIM signing in \(english) when the records below have stood for as long as the old ones lived.",
          "下記のレコードを登録し、古いレコードのTTLが過ぎてから、\(japanese)のDKIM署名を有効にしてください。")
      }
    default:
      Wording(
        "Let outbound mail leave through SecureMX: in Exchange Online an outbound connector to relay.securemx.jp, and the rule that uses it. Not earlier: SPF must have been seen everywhere.",
        "送信をSecureMX経由にします。Exchange Onlineに relay.securemx.jp 宛ての送信コネクタと、それを使うルールを設定してください(SPFが行き渡る前には設定しないでください)。"
      )
    }
  }

  private func senderWording(_ catalogue: ProviderCatalogue) -> Wording {
    switch self {
    case .spfLookups(let count):
      Wording(
        "The SPF record then needs at least \(count) look-ups; more than \(SPFTree.lookupLimit) are not allowed. Shorten it first (maildnscheck spf).",
        "SPFのDNS参照が\(count)回以上になり、上限(\(SPFTree.lookupLimit)回)を超えます。先に減らしてください(maildnscheck spf で確認)。")
    case .spfVoids(let terms):
      Wording(
        "More than \(SPFTree.voidLookupLimit) look-ups of SPF come back empty, before the plan and after it (permerror): take these terms out first, or write addresses in their place: \(terms.joined(separator: ", ")).",
        "SPFの空応答(void lookup)が上限(\(SPFTree.voidLookupLimit)回)を超えており、計画の実施後もpermerrorのままです。先に次の項を削除するか、アドレスに置き換えてください: \(terms.joined(separator: "、"))。"
      )
    case .spfShortened(let terms, let lookups):
      Wording(
        "SPF would need more than \(SPFTree.lookupLimit) look-ups. In the record below the addresses behind \(terms.map(\.term).joined(separator: ", ")) stand in for the names: \(lookups) are left. Follow them when they change.",
        "SPFのDNS参照が上限(\(SPFTree.lookupLimit)回)を超えるため、下記のレコードでは \(terms.map(\.term).joined(separator: "、")) を参照先のアドレスに置き換えました(残り\(lookups)回)。参照先が変わったら追随してください。"
      )
    case .senderBehindInclude(let id):
      catalogue.naming([id]) { english, japanese in
        Wording(
          "SPF still authorises \(english) by a record that yours includes: look for it with maildnscheck spf.",
          "SPFのinclude先のレコードが\(japanese)を許可したままです(maildnscheck spf で確認)。")
      }
    case .exchangesLeaveSPF(let hosts, let id):
      catalogue.naming([id]) { english, japanese in
        let list = hosts.map(\.description).listed
        return Wording(
          "\"mx\" in SPF means the new hosts from now on, and no longer \(list.english) (\(english)), which take mail and are not known to send. If they do, add them to SPF before.",
          "SPFの「mx」は以後、新しいホストを指し、\(list.japanese)(\(japanese)の受信用ホストで、送信には使われないもの)を許可しなくなります。送信にも使っている場合は、先にSPFへ加えてください。"
        )
      }
    case .termsRepaired(let changes):
      Wording(
        "The SPF record has slips of the pen, mended below: \(changes.map { "\($0.from) -> \($0.to)" }.joined(separator: ", ")).",
        "SPFレコードの誤記を、下記では直してあります: \(changes.map { "\($0.from) → \($0.to)" }.joined(separator: "、"))。")
    case .termsDropped(let terms):
      Wording(
        "The SPF record has parts that are no terms, and do not show what was meant; they are left out: \(terms.joined(separator: " ")). Nobody is authorised by them today.",
        "SPFレコードの構文に誤りがあり、意図を判断できない \(terms.joined(separator: " ")) を除きました(現在も誰も許可していません)。意図を確認し、正しい書式で追加してください。"
      )
    default:
      Wording(
        "The SPF record lets everybody pass (+all): end it in ~all or -all once all senders are in it.",
        "SPFレコードが全送信元を許可しています(+all)。送信元をすべて登録し、末尾を ~all か -all にしてください。")
    }
  }

  private var policyWording: Wording {
    switch self {
    case .transportPolicyWidened(let hosts):
      Wording(
        "An MTA-STS policy is published: add mx lines for \(hosts.joined(separator: " and ")) to it beside those that are there, and change the id in the TXT record at _mta-sts. In mode enforce senders refuse hosts that it does not name.",
        "MTA-STSポリシーが公開されています。既存のmx行に加えて \(hosts.joined(separator: "、")) のmx行を追加し、_mta-sts のTXTレコードのidを変更してください(enforceモードでは、ポリシーにないホストへは配送されません)。"
      )
    case .transportPolicyNarrowed:
      Wording(
        "Take the old hosts out of the MTA-STS policy, and change its id again.",
        "MTA-STSポリシーから古いホストのmx行を削除し、もう一度idを変更してください。")
    case .transportPolicyUnknown(let failure):
      Wording(
        "Whether an MTA-STS policy is published could not be asked (\(failure.wording.english)). If one is, it must name the new hosts before the switch.",
        "MTA-STSポリシーの有無を確認できませんでした(\(failure.wording.japanese))。公開している場合は、切り替え前に新しいホストを加えてください。")
    case .policyMissing:
      Wording(
        "There is no DMARC record: with \"v=DMARC1; p=none; rua=mailto:...\" at _dmarc receivers report who sends for the domain, before and after the switch.",
        "DMARCレコードがありません。_dmarc に「v=DMARC1; p=none; rua=mailto:...」を登録すると、切り替えの前後に誰が送信しているかのレポートが届きます。")
    case .policyWithoutReports:
      Wording(
        "The DMARC record asks for no reports: add rua=mailto:... to see before and after the switch who fails.",
        "DMARCレコードにレポートの送り先がありません。rua=mailto:... を加えると、切り替えの前後に認証の失敗を確認できます。")
    case .reportsMove(let addresses):
      Wording(
        "DMARC reports go to \(addresses.joined(separator: ", ")): that address must exist behind the new MX.",
        "DMARCレポートは \(addresses.joined(separator: "、")) に届きます。新しいMXの先にもこのアドレスを用意してください。")
    case .policyStrict(let policy):
      Wording(
        "DMARC is p=\(policy.rawValue): receivers do not take what passes neither by SPF nor by DKIM. Send a test message by each new way before all mail goes there.",
        "DMARCが p=\(policy.rawValue) のため、SPFとDKIMのどちらでも認証されないメールは受信側に拒否されます。新しい経路ごとに、全体を切り替える前に試験メールを送信してください。"
      )
    default:
      Wording(
        "Read the DMARC reports since the switch before anybody is taken out of SPF or DKIM.",
        "SPFやDKIMから外す前に、切り替え後のDMARCレポートを確認してください。")
    }
  }
}
