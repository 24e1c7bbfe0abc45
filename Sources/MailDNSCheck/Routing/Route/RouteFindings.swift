/// What the way that a domain's mail takes leaves open or leads around, and whether it is the one that is expected.
struct RouteFindings: FindingGroup {
  /// Mail that leaves by a system of the route, called `name`, and passes DMARC neither by SPF nor by DKIM.
  let dmarcPathUnaligned = FindingDeclaration<(name: Wording, signsAs: String?)>(
    "dmarc-path-unaligned", .warning, .dmarc, "RFC 9989 §4.4",
    title: Wording("Mail of a system of the route fails DMARC", "経路上のシステムのメールがDMARC認証に失敗する"),
    samples: { [.init($0.domain, gatewayName.map { (name: $0, signsAs: "dxg.dox.jp") })] },
    statement: { _, values in
      Wording(
        "Mail that leaves through \(values.name.english) can't pass DMARC: SPF does not authorise it, and no key of its is below this domain"
          + (values.signsAs.map { " (it then signs as \($0), which never aligns)." } ?? "."),
        "\(values.name.japanese)から送信したメールはDMARC認証に失敗します。SPFで許可されておらず、このドメインにDKIM鍵もありません"
          + (values.signsAs.map { "(その場合の署名ドメイン \($0) ではアライメントが成立しません)。" } ?? "。"))
    },
    remedy: { _, values in
      Wording(
        "Let SPF authorise \(values.name.english), or have it sign with a key of this domain.",
        "SPFで\(values.name.japanese)を許可するか、このドメインの鍵でDKIM署名するよう設定してください。")
    })

  let mixed = FindingDeclaration(
    "route-mixed", .warning, .route, "RFC 5321 §5.1",
    title: Wording("MX leads to systems of more than one kind", "種類の異なるMXが混在"),
    otherwise: Wording(
      "critical where SecureMX or Office365 is expected", "SecureMXまたはOffice365を期待する場合は重大"),
    sample: \.domain,
    statement: { domain in
      Wording(
        "The MX hosts of \(domain) belong to different systems: spammers pick the one that is guarded least.",
        "\(domain) のMXに異なる系統のホストが混在しています。迷惑メールの送信者は、防御の弱いMXを狙って送信します。")
    },
    remedy: { _ in
      Wording(
        "Leave only the MX records of the system that is to take all mail.",
        "すべてのメールを受けるシステムのMXだけを残してください。")
    })

  let tenantUnknown = FindingDeclaration<Failure>(
    unknown: "tenant-unknown", .route, "RFC 6376 §3.6.2",
    title: Wording("The Office365 tenant could not be asked", "Office365テナントを確認できない"), sample: \.domain,
    statement: { _, failure in
      Wording(
        "Whether an Office365 tenant is behind the gateway could not be asked: \(failure.wording.english).",
        "ゲートウェイの背後にOffice365テナントがあるか確認できませんでした: \(failure.wording.japanese)。")
    })

  /// With the names of the endpoint: the classic one, the one below `mx.microsoft`, or both.
  let tenantEndpointOpen = FindingDeclaration<[String]>(
    "tenant-endpoint-open", .info, .route, "RFC 5321 §5.1",
    title: Wording("The tenant's own endpoint exists", "テナントへ直接配送できる受信ホストが存在する"),
    samples: {
      [
        .init($0.domain, ["example-jp.mail.protection.outlook.com"]),
        .init($0.domain, ["example-jp.mail.protection.outlook.com", "example-jp.o-v1.mx.microsoft"]),
      ]
    },
    statement: { _, hosts in
      Wording(
        "The tenant's own endpoint \(hosts.joined(separator: " and ")) exists: mail can go around the gateway unless a partner connector forbids it.",
        "テナントへ直接配送できる受信ホスト \(hosts.joined(separator: "、")) が存在します。パートナーコネクタで制限していない場合、ゲートウェイを迂回してメールを送り込めます。")
    },
    remedy: { _, _ in
      Wording(
        "Verify in Exchange Online that a partner connector takes mail from the gateway's addresses only; DNS can't show it.",
        "Exchange Onlineのパートナーコネクタで、ゲートウェイのアドレスからのみ受信する設定を確認してください(DNSからは見えません)。")
    })

  let autodiscoverFinalDotMissing = FindingDeclaration<MissingFinalDot>(
    "autodiscover-final-dot-missing", .warning, .route, "RFC 1035 §5.1",
    title: Wording("The final dot of autodiscover's target is missing", "autodiscoverの参照先の末尾のドットがない"),
    samples: {
      let name = $0.below("autodiscover")
      return [.init(name, .inTarget($0.name, of: name, meant: $0.domain))]
    },
    statement: { name, dot in dot.statement(name) }, remedy: { name, dot in dot.remedy(name) },
    edits: { name, dot in dot.edits(name) })

  let gatewayNotAuthorized = FindingDeclaration<(provider: Provider.ID, name: Wording)>(
    "spf-gateway-not-authorized", .warning, .spf, "RFC 7208 §5.2",
    title: Wording("SPF does not authorise the gateway", "SPFがゲートウェイを許可していない"),
    samples: { [.init($0.domain, gatewayName.map { (provider: .securemx, name: $0) })] },
    statement: { _, values in
      Wording(
        "SPF does not authorise \(values.name.english): mail sent through it fails SPF.",
        "SPFが\(values.name.japanese)を許可していないため、そこから送信したメールはSPF認証に失敗します。")
    },
    remedy: { _, values in
      values.provider == .securemx
        ? Wording(
          "Add to the SPF record, before its `all`: include:spf.securemx.jp (or the host that IIJ's own papers name)",
          "SPFレコードの `all` の前に include:spf.securemx.jp を追加してください(IIJの開通時の資料に別の記載があれば、そちらを優先してください)。")
        : .addTheProvidersInclude
    })

  let office365NotAuthorized = FindingDeclaration<SPFAddition>(
    "spf-office365-not-authorized", .warning, .spf, "RFC 7208 §5.2",
    title: Wording("SPF does not authorise Office365", "SPFがOffice365を許可していない"),
    samples: { specimens in
      [nil, 11].map { excess in
        let term = "include:spf.protection.outlook.com"
        return .init(specimens.domain, SPFAddition(term: term, edit: nil, excess: excess))
      }
    },
    statement: { _, _ in
      Wording(
        "SPF does not authorise Office365: mail that leaves it directly (alerts, bounces) fails SPF.",
        "SPFがOffice365を許可していないため、Office365から直接出るメール(アラート、バウンスメールなど)はSPF認証に失敗します。")
    },
    remedy: { _, addition in addition.remedy }, edits: { [$1.edit].compactMap(\.self) })

  /// Providers that may send by SPF and are no part of a route through a gateway.
  let spfOtherSenders = FindingDeclaration<[Wording]>(
    "spf-other-senders", .info, .spf, "RFC 7208 §5.2",
    title: Wording("SPF lets others send around the gateway", "SPFがゲートウェイ以外の送信元を許可している"),
    samples: { [.init($0.domain, [Wording(verbatim: "SendGrid"), Wording(verbatim: "Cuenote")])] },
    statement: { _, names in
      Wording(
        "SPF also lets \(names.listed.english) send: such mail does not pass the gateway.",
        "SPFは\(names.listed.japanese)からの送信も許可しています。そのメールはゲートウェイを経由しません。")
    },
    remedy: { _, _ in
      Wording("Take out who does not send for the domain any more.", "すでに使っていない送信元は削除してください。")
    })

  let staleVerification = FindingDeclaration(
    "stale-verification", .info, .route, "RFC 1464 §1",
    title: Wording("A verification TXT may be stale", "古い確認用TXTの可能性"), sample: \.domain,
    statement: { _ in
      Wording(
        "A verification TXT (MS=…) is there, but no other sign of a Microsoft tenant: it may be stale, or the tenant takes mail below mx.microsoft only, where it does not show.",
        "確認用TXT(MS=…)だけがあり、Microsoftテナントのほかの形跡はありません。古い設定か、外から確認できない mx.microsoft だけで受信するテナントの可能性があります。")
    },
    remedy: { _ in
      Wording("Delete it if no Microsoft service uses the domain.", "Microsoftのサービスで使っていなければ削除してください。")
    })

  /// A mailbox platform of which only weak signs are there: its name, and the signs.
  let mailboxPossible = FindingDeclaration<(name: Wording, signs: [Wording])>(
    "mailbox-possible", .info, .route, "RFC 7208 §5.2",
    title: Wording("Where the mailboxes are is a guess", "メールボックスの場所は推測"),
    samples: {
      [
        .init(
          $0.domain,
          (
            name: Wording("Sakura Internet", "さくらのメールボックス"),
            signs: [RouteEvidence.sentence(.spfHost, "www123.sakura.ne.jp", isShared: true)]
          ))
      ]
    },
    statement: { domain, values in
      Wording(
        "That the mailboxes of \(domain) are with \(values.name.english) is possible only: all that shows it is \(values.signs.map(\.english).joined(separator: " and ")).",
        "\(domain) のメールボックスが\(values.name.japanese)にあるというのは推測です。根拠は\(values.signs.map(\.japanese).joined(separator: "と"))だけです。"
      )
    })

  /// The platform taken for that of the mailboxes, and each platform with its signs.
  let mailboxContradictory = FindingDeclaration<
    (taken: Wording, platforms: [(name: Wording, signs: [Wording])])
  >(
    "mailbox-contradictory", .info, .route, "RFC 7208 §5.2",
    title: Wording("Signs of more than one mailbox platform", "複数のメールボックスサービスの形跡"),
    samples: {
      [
        .init(
          $0.domain,
          (
            taken: Wording(verbatim: "Office365"),
            platforms: [
              (
                Wording(verbatim: "Office365"),
                [RouteEvidence.sentence(.autodiscover, "autodiscover.outlook.com", isShared: false)]
              ),
              (
                Wording(verbatim: "Google Workspace"),
                [RouteEvidence.sentence(.spf, "_spf.google.com", isShared: false)]
              ),
            ]
          ))
      ]
    },
    statement: { domain, values in
      Wording(
        "Signs of the mailboxes of \(domain) contradict each other: "
          + values.platforms.map { platform in
            "\(platform.name.english) by \(platform.signs.map(\.english).joined(separator: " and "))"
          }.joined(separator: "; ") + ". \(values.taken.english) is taken for it.",
        "\(domain) のメールボックスの形跡が食い違っています: "
          + values.platforms.map { platform in
            "\(platform.name.japanese)(\(platform.signs.map(\.japanese).joined(separator: "、")))"
          }.joined(separator: "、") + "。\(values.taken.japanese)とみなしました。")
    },
    remedy: { _, _ in
      Wording(
        "Take out of DNS what is left over from a platform that is not used any more.",
        "使わなくなったサービスの設定が残っていれば削除してください。")
    })

  /// Whose hosts hold domains that are not in use.
  let parked = FindingDeclaration<Wording>(
    "mx-parked", .info, .route, "RFC 7505 §4.1",
    title: Wording("MX leads to where domains are parked", "MXがパーキング用ホスト"),
    samples: { [.init($0.domain, Wording(verbatim: "Sedo"))] },
    statement: { domain, name in
      Wording(
        "The MX hosts of \(domain) are those of \(name.english), where domains lie that are not in use: no mail is meant to flow.",
        "\(domain) のMXは\(name.japanese)のパーキング用ホストです。メールを使わないドメインとみられます。")
    },
    remedy: { _, _ in
      Wording(
        "If the domain is to have no mail, say so: a null MX (`MX 0 .`), SPF `v=spf1 -all`, DMARC `p=reject`.",
        "メールを使わないなら、null MX(`MX 0 .`)、SPF `v=spf1 -all`、DMARC `p=reject` を登録してください。")
    })

  /// MX hosts of one owner, and the entry of a provider file for them; nil where none is of use.
  let mxProviderUnknown = FindingDeclaration<(hosts: [DomainName], entry: ProviderSuggestion?)>(
    "mx-provider-unknown", .info, .route, "RFC 5321 §5.1",
    title: Wording("The provider of an MX host is not known", "MXホストの事業者が不明"),
    samples: {
      [
        .init($0.name, (hosts: [$0.name], entry: ProviderSuggestion(host: $0.name))),
        .init($0.name, (hosts: [$0.name, $0.below("mx2")], entry: nil)),
      ]
    },
    statement: { host, values in
      let names = values.hosts.count > 1 ? values.hosts.map(\.description) : [host]
      return Wording(
        "The provider catalogue does not know the MX host\(names.count > 1 ? "s" : "") \(names.joined(separator: ", ")).",
        "MXホスト \(names.joined(separator: "、")) は事業者カタログにありません。")
    },
    remedy: { _, values in
      values.entry.map { entry in
        Wording(
          "Look up who is behind \(entry.suffix) (whois, its web site, the contract). Put this into a file for --providers, with the right name and kind: \(entry.text)",
          "\(entry.suffix) の事業者を調べ(WHOIS、Webサイト、契約書など)、名称と種別を直して --providers のファイルに加えてください: \(entry.text)")
      }
    })

  let unexpected = FindingDeclaration<(expected: RouteID, found: RouteID)>(
    "route-unexpected", .critical, .policy, "RFC 5321 §5.1",
    title: Wording("The route is not the one expected", "経路が期待と異なる"),
    samples: { [.init($0.domain, (expected: .securemxOffice365, found: .mixed))] },
    statement: { domain, values in
      Wording(
        "The route of \(domain) is \(values.found.rawValue); expected is \(values.expected.rawValue).",
        "\(domain) の経路は \(values.found.labelled.japanese)ですが、期待する経路は \(values.expected.labelled.japanese)です。")
    },
    remedy: { _, values in values.expected.publication })

  /// With the route that is expected.
  let undecided = FindingDeclaration<RouteID>(
    "route-undecided", .unknown, .policy, "RFC 5321 §5.1",
    title: Wording("Whether the route is the one expected can't be told", "経路が期待どおりか判断できない"),
    samples: { [.init($0.domain, .securemxOffice365)] },
    statement: { domain, expected in
      Wording(
        "Whether the route of \(domain) is \(expected.rawValue) can't be told.",
        "\(domain) の経路が \(expected.labelled.japanese)かどうか判断できません。")
    },
    remedy: { _, _ in .askAgain })
}

extension Finding {
  static let route = RouteFindings()
}

extension Wording {
  static let addTheProvidersInclude = Wording(
    "Add the include that the provider names for you, before `all`.",
    "事業者から案内されたincludeを `all` の前に追加してください。")
}

extension RouteID {
  /// What the identifier means, in a few words.
  var meaning: Wording {
    switch self {
    case .securemxOffice365: Wording("through SecureMX to Office365", "SecureMX経由でOffice365へ配送")
    case .securemx: Wording("through SecureMX, no Office365 seen", "SecureMX経由、Office365の形跡なし")
    case .office365: Wording("directly to Office365", "Office365へ直接配送")
    case .mixed: Wording("to systems of more than one kind", "種類の異なるMXが混在")
    case .gateway: Wording("through another gateway", "ほかのゲートウェイ経由")
    case .other: Wording("to another system", "その他")
    case .implicit: Wording("no MX, to an address", "MXなし、アドレスへ配送")
    case .none: Wording("takes no mail", "メールを受信しない")
    case .unknown: Wording("not determined", "判定不能")
    }
  }

  /// The identifier, which says it in English, and in Japanese the meaning beside it.
  var labelled: Wording { Wording(rawValue, "\(rawValue)(\(meaning.japanese))") }

  /// What to publish to get to that route; nil where that is not to be said in a sentence.
  fileprivate var publication: Wording? {
    switch self {
    case .securemx, .securemxOffice365:
      Wording(
        "Publish the MX records that IIJ names for you (such as 100 mx.securemx.jp. and 120 mx6.securemx.jp.), and no others.",
        "IIJから案内されたMX(「100 mx.securemx.jp.」「120 mx6.securemx.jp.」など)だけを登録してください。")
    case .office365:
      Wording(
        "Publish the MX record that the Microsoft 365 admin centre shows (<token>.mail.protection.outlook.com), and no others.",
        "Microsoft 365管理センターに表示されるMX(<トークン>.mail.protection.outlook.com)だけを登録してください。")
    case .none: Wording("Publish a null MX as the only MX record: `MX 0 .`", "null MX(`MX 0 .`)だけを登録してください。")
    case .mixed, .gateway, .other, .implicit, .unknown: nil
    }
  }
}

private let gatewayName = ProviderCatalogue.builtIn[.securemx]?.name
