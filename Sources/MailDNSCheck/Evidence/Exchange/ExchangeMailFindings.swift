/// What exports show of rules, of the way out, and of messages that have come.
struct ExchangeMailFindings: FindingGroup {
  /// With the addresses that are not the gateway's; empty where the rule goes by what a sender claims.
  let spamRuleOpen = FindingDeclaration<[String]>(
    "exchange-spam-rule-open", .critical, .exchange, "docs/exchange.md",
    title: Wording("A rule takes anybody's mail past the spam filter", "誰のメールでも迷惑メール判定を回避できるルール"),
    otherwise: Wording("warning for addresses that are not the gateway's", "ゲートウェイ以外のアドレスが条件のときは警告"),
    samples: { [.init("SCL -1", []), .init("SCL -1", [$0.text], severity: .warning)] },
    statement: { rule, addresses in
      let list = addresses.prefix(3).map { VisibleText.shortened($0) }.listed
      return addresses.isEmpty
        ? Wording(
          "The rule '\(rule)' sets SCL -1 for whoever claims a sender: a forged one passes the spam filter unjudged.",
          "ルール「\(rule)」は送信者を名乗るだけでSCLが-1になります。詐称されたメールも迷惑メールとして判定されません。")
        : Wording(
          "The rule '\(rule)' sets SCL -1 for addresses that are not the gateway's: \(list.english).",
          "ルール「\(rule)」はゲートウェイのものではないアドレスにもSCL -1を設定します: \(list.japanese)。")
    },
    remedy: { _, _ in
      Wording(
        "Condition it on the gateway's addresses (SenderIpRanges), or switch it off and use Enhanced Filtering.",
        "条件をゲートウェイのアドレス(SenderIpRanges)にするか、ルールを無効にして拡張フィルタリングを使ってください。")
    })

  let spamRuleBesideFiltering = FindingDeclaration(
    "exchange-spam-rule-beside-filtering", .info, .exchange, "docs/exchange.md",
    title: Wording("A rule sets SCL -1 beside Enhanced Filtering", "SCL -1のルールと拡張フィルタリングの併用"),
    sample: { _ in "SCL -1" },
    statement: { rule in
      Wording(
        "The rule '\(rule)' sets SCL -1 although Enhanced Filtering is on: then it only adds marks, and Microsoft advises one of the two.",
        "拡張フィルタリングが有効ですが、ルール「\(rule)」がSCL -1を設定しています。印が付くだけで判定には使われません。Microsoftはどちらか一方を推奨しています。")
    },
    remedy: { _ in Wording("Switch the rule off.", "ルールを無効にしてください。") })

  let domainNotRouted = FindingDeclaration(
    "exchange-domain-not-routed", .warning, .exchange, "docs/exchange.md",
    title: Wording("A domain sends past the gateway", "ゲートウェイを通さずに送信するドメイン"), sample: \.domain,
    statement: { domain in
      Wording(
        "No rule sends the mail of \(domain) to the gateway: it leaves Office365 directly.",
        "\(domain) のメールをゲートウェイへ送るルールがなく、Office365から直接送信されます。")
    },
    remedy: { domain in
      Wording(
        "If it sends mail, add it to SenderDomainIs of the rule that routes to the gateway.",
        "このドメインで送信する場合は、ゲートウェイへ送るルールのSenderDomainIsに追加してください。")
    })

  /// With why the rule does nothing.
  let ruleIdle = FindingDeclaration<OutboundRouting.Cause>(
    "exchange-rule-idle", .warning, .exchange, "docs/exchange.md",
    title: Wording("A routing rule sends nothing to the gateway", "ゲートウェイへ送らない経路ルール"),
    otherwise: Wording(
      "info where its connector takes all mail without it", "コネクタがルールなしですべて送信するときは情報"),
    samples: { _ in
      [
        .init("Out", .disabled), .init("Out", .auditOnly), .init("Out", .connectorDisabled),
        .init("Out", .connectorInTest), .init("Out", .connectorNotForRules),
        .init("Out", .connectorElsewhere),
        .init("Out", .connectorMissing), .init("Out", .connectorTakesAll, severity: .info),
      ]
    },
    statement: { rule, cause in
      switch cause {
      case .disabled:
        Wording("The routing rule '\(rule)' is switched off.", "経路ルール「\(rule)」は無効です。")
      case .auditOnly:
        Wording(
          "The routing rule '\(rule)' is in test mode, and routes nothing.",
          "経路ルール「\(rule)」はテストモードで、実際には経路を変えません。")
      case .connectorDisabled:
        Wording(
          "The routing rule '\(rule)' names a connector that is switched off (Enabled false), and sends nothing to the gateway.",
          "経路ルール「\(rule)」のコネクタは無効(Enabled false)で、ゲートウェイへ送信されません。")
      case .connectorInTest:
        Wording(
          "The routing rule '\(rule)' names a connector in test mode (TestMode true), which sends nothing to the gateway.",
          "経路ルール「\(rule)」のコネクタはテストモード(TestMode true)で、ゲートウェイへ送信されません。")
      case .connectorNotForRules:
        Wording(
          "The routing rule '\(rule)' names a connector that is not for rules (IsTransportRuleScoped false): it takes nothing from them.",
          "経路ルール「\(rule)」のコネクタはルールの対象外(IsTransportRuleScoped false)で、ルールからは使われません。")
      case .connectorTakesAll:
        Wording(
          "The routing rule '\(rule)' is not needed: its connector is not for rules (IsTransportRuleScoped false), and takes all mail to the gateway without them.",
          "経路ルール「\(rule)」は不要です。コネクタはルールの対象外(IsTransportRuleScoped false)で、ルールがなくてもすべてのメールをゲートウェイへ送信します。")
      case .connectorMissing:
        Wording(
          "The routing rule '\(rule)' names a connector that no export has: where it sends can't be told.",
          "経路ルール「\(rule)」のコネクタがエクスポートになく、どこへ送信されるか判断できません。")
      case .connectorElsewhere:
        Wording(
          "The routing rule '\(rule)' names a connector that does not hand mail to a gateway.",
          "経路ルール「\(rule)」のコネクタは、ゲートウェイへ送信しません。")
      }
    })

  /// With the conditions and exceptions, as the export names them.
  let ruleLimited = FindingDeclaration<[String]>(
    "exchange-rule-limited", .info, .exchange, "docs/exchange.md",
    title: Wording("A routing rule takes only some mail", "一部のメールだけを送る経路ルール"),
    samples: { [.init("Out", ["exceptiffrom", "messagesizeover"]), .init("Out", [$0.text])] },
    statement: { rule, limits in
      let list = limits.prefix(5).map { VisibleText.shortened($0) }.listed
      return Wording(
        "The routing rule '\(rule)' has further conditions or exceptions (\(list.english)): mail that they leave out does not go to the gateway.",
        "経路ルール「\(rule)」にはほかの条件または例外(\(list.japanese))があり、該当しないメールはゲートウェイへ送られません。")
    })

  let relayDomain = FindingDeclaration(
    "exchange-relay-domain", .info, .exchange, "docs/exchange.md",
    title: Wording("A relay domain behind a gateway", "ゲートウェイの背後の中継ドメイン"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) is an internal relay domain: mail for unknown recipients leaves again, and may come back by the gateway in a loop.",
        "\(domain) は内部の中継ドメインです。存在しない宛先のメールは再び外へ出るため、ゲートウェイとの間でループする場合があります。")
    })

  /// How many messages came around, and how many of them were delivered; with the connector that closes the endpoint, where
  /// one does.
  let bypass = FindingDeclaration<(count: Int, delivered: Int, closedBy: String?)>(
    "exchange-bypass", .critical, .exchange, "docs/exchange.md",
    title: Wording("Mail came around the gateway", "ゲートウェイを迂回したメールがある"),
    otherwise: Wording(
      "warning where none of it was delivered, or a connector closes the endpoint",
      "1通も配信されていないとき、またはコネクタで制限されているときは警告"),
    samples: {
      [
        .init($0.domain, (count: 3, delivered: 1, closedBy: nil)),
        .init($0.domain, (count: 2, delivered: 0, closedBy: nil), severity: .warning),
        .init($0.domain, (count: 3, delivered: 1, closedBy: $0.text), severity: .warning),
      ]
    },
    statement: { _, values in
      let (count, delivered) = (values.count.grouped, values.delivered.grouped)
      guard let connector = values.closedBy.map({ VisibleText.shortened($0) }) else {
        return Wording(
          "Around the gateway came \(count) of the inbound messages of the trace; delivered of those: \(delivered).",
          "メッセージ追跡では、受信メール\(count)通がゲートウェイを迂回し、うち\(delivered)通が配信されました。")
      }
      return Wording(
        "Around the gateway came \(count) of the inbound messages of the trace (delivered of those: \(delivered)), though the connector '\(connector)' closes the endpoint: they are older than it, or it does not work as it reads.",
        "コネクタ「\(connector)」で受信ホストが制限されているのに、メッセージ追跡では受信メール\(count)通がゲートウェイを迂回しています(うち配信\(delivered)通)。コネクタの設定より前のメールか、コネクタが設定どおりに働いていません。"
      )
    },
    remedy: { _, values in
      if values.closedBy != nil {
        return Wording(
          "Hold the times of `--list bypasses` against those at which the connector was made and changed (WhenCreatedUTC, WhenChangedUTC of Get-InboundConnector). If messages are younger, look which connector took them (Get-MessageTraceDetailV2), and whether one for other domains did.",
          "`--list bypasses` の日時を、コネクタの作成・変更日時(Get-InboundConnectorのWhenCreatedUTC、WhenChangedUTC)と比べてください。それより新しいメールがあれば、どのコネクタで受信したかをGet-MessageTraceDetailV2で確認してください。"
        )
      }
      return Wording(
        "`--list bypasses` lists them. Close the endpoint by a Partner connector; see docs/exchange.md.",
        "`--list bypasses` で一覧を表示します。パートナーコネクタで受信ホストを制限してください(docs/exchange.md)。")
    })

  let mxElsewhere = FindingDeclaration(
    "exchange-mx-elsewhere", .warning, .exchange, "docs/exchange.md",
    title: Wording("An accepted domain's MX is not the gateway", "承認済みドメインのMXがゲートウェイではない"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) is an accepted domain, and its MX does not name the gateway: its mail comes in unfiltered.",
        "承認済みドメイン \(domain) のMXがゲートウェイではなく、メールがゲートウェイを通らずに届きます。")
    })

  let notAccepted = FindingDeclaration(
    "exchange-domain-not-accepted", .warning, .exchange, "docs/exchange.md",
    title: Wording("A domain at the gateway is not accepted", "MXがゲートウェイのドメインがテナントで承認されていない"),
    sample: \.domain,
    statement: { domain in
      Wording(
        "The MX of \(domain) is the gateway, and the tenant does not accept the domain: what the gateway hands on is refused.",
        "\(domain) のMXはゲートウェイですが、テナントの承認済みドメインではないため、転送されたメールは拒否されます。")
    })

  /// With the sender that SPF lacks: the gateway, or Office365.
  let spfLacksRoute = FindingDeclaration<Wording>(
    "exchange-spf-lacks-route", .warning, .exchange, "docs/exchange.md",
    title: Wording("SPF lacks the way that mail leaves by", "送信経路がSPFで許可されていない"),
    samples: { [.init($0.domain, Wording(verbatim: "Office365"))] },
    statement: { domain, sender in
      Wording(
        "By the tenant's rules the mail of \(domain) leaves by \(sender.english), which its SPF does not authorise.",
        "テナントのルールでは \(domain) のメールは\(sender.japanese)から送信されますが、SPFで許可されていません。")
    })
}

/// What there is to say of exports as files.
struct ExchangeFileFindings: FindingGroup {
  let cutOff = FindingDeclaration(
    "exchange-cut-off", .warning, .exchange, "docs/exchange.md",
    title: Wording("An export was cut off", "エクスポートが途中で切れている"), sample: { _ in "mailboxes.csv" },
    statement: { file in
      Wording(
        "\(file) has exactly 1,000 rows: what the cmdlets return by default. There may be more; nothing counted from it is a total.",
        "\(file) はちょうど1,000行で、コマンドレットの既定の上限です。続きがある可能性があり、件数は全体の数ではありません。")
    },
    remedy: { _ in
      Wording(
        "Export again with -ResultSize Unlimited (`maildnscheck exchange --how`).",
        "-ResultSize Unlimited を付けてエクスポートし直してください(`maildnscheck exchange --how`)。")
    })

  let empty = FindingDeclaration(
    "exchange-file-empty", .info, .exchange, "docs/exchange.md",
    title: Wording("An export is empty", "エクスポートが空"), sample: { _ in "dynamic.csv" },
    statement: { file in
      Wording(
        "\(file) holds no object, so what it is an export of can't be told: nothing follows from it.",
        "\(file) には1件も入っておらず、何のエクスポートか判別できないため、判断に使っていません。")
    })

  let rowsBroken = FindingDeclaration<(count: Int, first: BrokenRow)>(
    "exchange-rows-broken", .warning, .exchange, "docs/exchange.md",
    title: Wording("Rows could not be read", "読み取れない行がある"),
    samples: { specimens in
      let reasons: [BrokenRowReason] = [
        .quotes, .fieldCount(2, expected: 4), .tooLong(maximum: 262_144), .json(.badNumber), .notAnObject,
        .cutOff,
        .badValue(column: "FromIP", specimens.text),
      ]
      return reasons.map { .init("mailboxes.csv", (count: 1, first: BrokenRow(line: 7, reason: $0))) }
    },
    statement: { file, values in
      let (line, reason) = (values.first.line, values.first.reason.wording)
      return Wording(
        "Rows of \(file) that could not be read: \(values.count.grouped). The first is in line \(line): \(reason.english). The others count.",
        "\(file) の\(values.count.grouped)行を読み取れませんでした(最初は\(line)行目: \(reason.japanese))。残りの行は集計しています。")
    })

  let listLost = FindingDeclaration<[String]>(
    "exchange-list-lost", .warning, .exchange, "docs/exchange.md",
    title: Wording("Lists were lost in an export", "エクスポートで失われた一覧"),
    samples: { _ in
      [.init("mailboxes.csv", ["EmailAddresses"]), .init("inbound.csv", ["SenderIPAddresses"])]
    },
    statement: { file, columns in
      let list = columns.listed
      return Wording(
        "\(file) has the name of a type in place of the values of \(list.english): they are unknown.",
        "\(file) の \(list.japanese) は値ではなく型名(System.Object[] など)になっており、内容が分かりません。")
    },
    remedy: { _, columns in
      columns == ["EmailAddresses"]
        ? Wording(
          "Export with: Select-Object …,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}}",
          "次の指定で出力してください: Select-Object …,@{n='EmailAddresses';e={$_.EmailAddresses -join ';'}}")
        : Wording(
          "Export as JSON: … | ConvertTo-Json -Depth 5 | Out-File FILE.json -Encoding utf8",
          "JSONで出力してください: … | ConvertTo-Json -Depth 5 | Out-File FILE.json -Encoding utf8")
    })

  /// With the attribute.
  let excludedUnknown = FindingDeclaration<[String]>(
    "exchange-excluded-unknown", .unknown, .exchange, "docs/exchange.md",
    title: Wording("Who is excluded can't be told", "除外対象が分からない"),
    samples: { [.init($0.domain, ["CustomAttribute1"])] },
    statement: { _, attributes in
      let list = attributes.listed
      return Wording(
        "An export has no column \(list.english): who is excluded by it, and the number of addresses, are unknown.",
        "\(list.japanese) の列がないファイルがあるため、除外される受信者とアドレス数が分かりません。")
    },
    remedy: { _, attributes in
      Wording(
        "Export with it: Select-Object …,\(attributes.joined(separator: ","))",
        "この列を含めて出力してください: Select-Object …,\(attributes.joined(separator: ","))")
    })

  /// With how many.
  let kindMissing = FindingDeclaration<Int>(
    "exchange-kind-missing", .info, .exchange, "docs/exchange.md",
    title: Wording("Of some recipients the kind is not known", "種類が分からない受信者がいる"),
    samples: { [.init($0.domain, 3), .init($0.domain, 1)] },
    statement: { _, count in
      let rest = count == 1 ? "it is counted, though it" : "they are counted, though some"
      return Wording(
        "Of \(count.counting("recipient", "recipients")) the exports do not say the kind (RecipientTypeDetails): \(rest) may be rooms or equipment, which the service leaves out.",
        "\(count.grouped)件の受信者は種類(RecipientTypeDetails)が分かりません。会議室や備品(対象外)が含まれる可能性がありますが、件数に含めています。")
    })
}
