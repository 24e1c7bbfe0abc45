/// What exports of Exchange Online show that is wrong with the tenant.
struct ExchangeFindings: FindingGroup {
  /// With the connector that closes it, and whether a message trace shows mail that came around all the same.
  let endpointClosed = FindingDeclaration<(connector: String, isContradicted: Bool)>(
    "exchange-endpoint-closed", .info, .exchange, "docs/exchange.md",
    title: Wording("The tenant takes mail from the gateway only", "テナントはゲートウェイからのみ受信する"),
    samples: {
      [
        .init($0.domain, (connector: "From the gateway", isContradicted: false)),
        .init($0.domain, (connector: $0.text, isContradicted: false)),
        .init($0.domain, (connector: "From the gateway", isContradicted: true)),
      ]
    },
    statement: { _, values in
      let name = VisibleText.shortened(values.connector)
      return values.isContradicted
        ? Wording(
          "As the export has it, the tenant's own endpoint is closed by the connector '\(name)'; the message trace shows mail that came around the gateway.",
          "エクスポートの設定では、テナントの受信ホストはコネクタ「\(name)」で制限されていますが、メッセージ追跡にはゲートウェイを迂回したメールがあります。")
        : Wording(
          "The tenant's own endpoint is closed by the connector '\(name)': mail can't come around the gateway.",
          "テナントの受信ホストはコネクタ「\(name)」で制限されており、ゲートウェイを迂回できません。")
    })

  /// With the worst reason, where there is a connector that was to close it.
  let endpointOpen = FindingDeclaration<(connector: String, gap: ConnectorGap)?>(
    "exchange-endpoint-open", .critical, .exchange, "docs/exchange.md",
    title: Wording("The tenant takes mail from everywhere", "テナントがどこからでも受信する"),
    samples: {
      [
        .init($0.domain, .some(nil)),
        .init($0.domain, .some((connector: $0.text, gap: .unrestricted))),
      ]
    },
    statement: { _, reason in
      guard let reason else {
        return Wording(
          "The tenant's own endpoint is open: there is no inbound connector of the type Partner for all domains, and mail can come around the gateway.",
          "テナントの受信ホストは制限されていません。すべてのドメインを対象とするパートナーコネクタ(種類がPartnerの受信コネクタ)がなく、ゲートウェイを迂回できます。")
      }
      let name = VisibleText.shortened(reason.connector)
      return Wording(
        "The tenant's own endpoint is open, and mail can come around the gateway. Connector '\(name)': \(reason.gap.wording.english).",
        "テナントの受信ホストは制限されておらず、ゲートウェイを迂回できます。コネクタ「\(name)」: \(reason.gap.wording.japanese)。")
    },
    remedy: { _, _ in .closeTheEndpoint })

  /// With why it can't be told.
  let endpointUnknown = FindingDeclaration<EndpointDoubt>(
    "exchange-endpoint-unknown", .unknown, .exchange, "docs/exchange.md",
    title: Wording("Whether the tenant is closed can't be told", "テナントが制限されているか判断できない"),
    samples: {
      [
        .init($0.domain, .columns(connector: $0.text, ["SenderIPAddresses"])),
        .init($0.domain, .certificate(connector: "From the gateway", $0.text)),
        .init($0.domain, .rivals([$0.text, "B"])), .init($0.domain, .incomplete),
      ]
    },
    statement: { _, doubt in
      let why = doubt.wording
      return Wording(
        "Whether the tenant's own endpoint is closed can't be told: \(why.english).",
        "テナントの受信ホストが制限されているか判断できません: \(why.japanese)。")
    },
    remedy: { _, doubt in doubt.remedy })

  let connectorGap = FindingDeclaration<ConnectorGap>(
    "exchange-connector-gap", .warning, .exchange, "docs/exchange.md",
    title: Wording("A connector does not close the endpoint", "コネクタが受信ホストを制限していない"),
    samples: { specimens in
      let text = specimens.text
      let gaps: [ConnectorGap] = [
        .wrongType, .unrestricted, .domainsLeftOut([text]), .noAddresses, .foreignAddresses([text]),
        .noCertificate, .foreignCertificate(text), .tlsNotRequired, .acceptedDomainsLeftOut([text]),
        .disabled,
      ]
      return gaps.map { .init("From the gateway", $0) }
    },
    statement: { connector, gap in
      Wording(
        "The inbound connector '\(connector)' does not close the endpoint: \(gap.wording.english).",
        "受信コネクタ「\(connector)」では制限になりません: \(gap.wording.japanese)。")
    })

  /// With why it is off, and whether a rule takes the gateway's mail past the spam filter, as somebody may have chosen
  /// instead.
  let filteringOff = FindingDeclaration<(cause: InboundConnector.FilteringGap, hasRule: Bool)>(
    "exchange-filtering-off", .warning, .exchange, "docs/exchange.md",
    title: Wording("Enhanced Filtering is off", "拡張フィルタリングが無効"),
    otherwise: Wording("info where a rule sets SCL -1 instead", "代わりにSCL -1のルールがあるときは情報"),
    samples: {
      [
        .init($0.domain, (cause: .off, hasRule: false)), .init($0.domain, (cause: .test, hasRule: false)),
        .init($0.domain, (cause: .users, hasRule: false)),
        .init($0.domain, (cause: .testAndUsers, hasRule: false)),
        .init($0.domain, (cause: .off, hasRule: true), severity: .info),
      ]
    },
    statement: { _, values in
      let cause = values.cause.wording
      return values.hasRule
        ? Wording(
          "\(cause.english), and a rule takes the gateway's mail past the spam filter instead: Exchange Online judges none of it.",
          "\(cause.japanese)。代わりにルールがゲートウェイからのメールを迷惑メール判定の対象外にしており、Exchange Onlineは判定しません。")
        : Wording(
          "\(cause.english): Exchange Online judges the gateway's address, not the sender's, so SPF fails and the sender's DMARC policy is not honoured.",
          "\(cause.japanese)。送信元ではなくゲートウェイのアドレスで判定されるため、SPF認証に失敗し、送信者のDMARCポリシーも適用されません。")
    },
    remedy: { _, values in
      values.hasRule
        ? nil
        : Wording(
          "Switch it on for all recipients: Set-InboundConnector -Identity '<connector>' -EFSkipLastIP $true -EFTestMode $false -EFUsers $null",
          "次のコマンドで、すべての受信者に有効にしてください: Set-InboundConnector -Identity '<コネクタ>' -EFSkipLastIP $true -EFTestMode $false -EFUsers $null"
        )
    })

  /// With whether RejectDirectSend is on, and whether a connector closes the endpoint without it.
  let directSend = FindingDeclaration<(isOn: Bool, isClosed: Bool)>(
    "exchange-direct-send", .info, .exchange, "docs/exchange.md",
    title: Wording("What RejectDirectSend does", "RejectDirectSendの効果"),
    samples: {
      [
        .init($0.domain, (isOn: true, isClosed: false)), .init($0.domain, (isOn: false, isClosed: false)),
        .init($0.domain, (isOn: false, isClosed: true)),
      ]
    },
    statement: { _, values in
      if values.isClosed, !values.isOn {
        return Wording(
          "RejectDirectSend is off; the connector that closes the endpoint refuses what it would refuse.",
          "RejectDirectSendは無効ですが、その対象となるメールは、受信ホストを制限しているコネクタにより拒否されます。")
      }
      return values.isOn
        ? Wording(
          "RejectDirectSend is on: it refuses anonymous mail whose envelope sender is one of the tenant's domains, and neither mail from other domains nor a forged From: header. It does not close the endpoint.",
          "RejectDirectSendは有効です。自社ドメインをエンベロープ送信者とする匿名のメールを拒否しますが、ほかのドメインからのメールやヘッダーFromの詐称は防げず、受信ホストを制限するものではありません。"
        )
        : Wording(
          "RejectDirectSend is off: anybody can send to the tenant in the name of its own domains without a connector.",
          "RejectDirectSendは無効です。コネクタを通らずに、自社ドメインを名乗ってテナントへ送信できます。")
    },
    remedy: { _, values in
      values.isOn || values.isClosed
        ? nil
        : Wording(
          "Once printers and applications send by a connector: Set-OrganizationConfig -RejectDirectSend $true",
          "複合機やアプリケーションがコネクタ経由で送信していることを確認してから、次のコマンドを実行してください: Set-OrganizationConfig -RejectDirectSend $true"
        )
    })

  let treatedAsInternal = FindingDeclaration(
    "exchange-treated-as-internal", .warning, .exchange, "docs/exchange.md",
    title: Wording("A connector treats mail from outside as internal", "外部からのメールを内部扱いするコネクタ"),
    sample: { _ in "From the gateway" },
    statement: { connector in
      Wording(
        "The connector '\(connector)' treats what comes by it as mail from inside: it is not judged at all.",
        "コネクタ「\(connector)」は受信したメールを組織内のメールとして扱い、迷惑メールの判定をしません。")
    },
    remedy: { _ in
      Wording(
        "Unless that is meant: Set-InboundConnector -Identity '<connector>' -TreatMessagesAsInternal $false",
        "意図した設定でなければ、次のコマンドを実行してください: Set-InboundConnector -Identity '<コネクタ>' -TreatMessagesAsInternal $false"
      )
    })
}

extension Finding {
  static let exchange = ExchangeFindings()
  static let exchangeMail = ExchangeMailFindings()
  static let exchangeFiles = ExchangeFileFindings()
}

/// Why it can't be told whether the endpoint is closed. Texts are as the exports have them.
enum EndpointDoubt: Hashable, Sendable {
  /// The export does not say what these columns hold of a connector that may close it.
  case columns(connector: String, [String])
  /// It may close it by a certificate of this name, of which nobody is known to have it.
  case certificate(connector: String, String)
  /// One connector closes it, and these others for the same mail do not.
  case rivals([String])
  /// Not every connector could be read.
  case incomplete

  fileprivate var wording: Wording {
    switch self {
    case .columns(let connector, let columns):
      let (name, list) = (VisibleText.shortened(connector), columns.listed)
      return Wording(
        "the export does not say \(list.english) of the connector '\(name)'",
        "コネクタ「\(name)」の \(list.japanese) がファイルにありません")
    case .certificate(let connector, let certificate):
      let (name, shown) = (VisibleText.shortened(connector), VisibleText.shortened(certificate))
      return Wording(
        "the connector '\(name)' asks for a certificate of the name \(shown), and whose that is the catalogue does not know: the gateway's for one customer, a relay of your own, or a stranger's",
        "コネクタ「\(name)」が求める証明書の名前 \(shown) はカタログになく、ゲートウェイが顧客ごとに持つ名前か、自社の中継サーバか、第三者の名前か判別できません"
      )
    case .rivals(let names):
      let shown = names.prefix(5).map { VisibleText.shortened($0) }
      return Wording(
        "besides the connector that closes it, \(shown.map { "'\($0)'" }.joined(separator: ", ")) take mail from all domains too, and Microsoft does not say which of them wins",
        "制限しているコネクタのほかに、\(shown.map { "「\($0)」" }.joined(separator: "、"))もすべてのドメインからのメールを対象としており、どちらが優先されるかは公開されていません"
      )
    case .incomplete:
      return Wording("not every connector is in the export", "エクスポートにすべてのコネクタが含まれていません")
    }
  }

  fileprivate var remedy: Wording {
    switch self {
    case .rivals:
      Wording(
        "Leave one Partner connector for all domains, restricted to the gateway.",
        "すべてのドメインを対象とするパートナーコネクタは、ゲートウェイに制限した1つだけにしてください。")
    case .certificate:
      Wording(
        "If none but the gateway's hosts have such a certificate, name it in a file for `--providers` as that of a gateway (docs/providers.md); or restrict to the gateway's addresses (SenderIPAddresses).",
        "ゲートウェイだけが持つ証明書であれば、その名前を `--providers` のファイルにゲートウェイとして記載してください(docs/providers.md)。または、ゲートウェイのアドレス(SenderIPAddresses)で制限してください。"
      )
    case .columns, .incomplete:
      Wording(
        "Export with all properties: Get-InboundConnector | ConvertTo-Json -Depth 5 | Out-File inbound.json -Encoding utf8",
        "すべてのプロパティを含めて出力してください: Get-InboundConnector | ConvertTo-Json -Depth 5 | Out-File inbound.json -Encoding utf8"
      )
    }
  }
}

extension InboundConnector.FilteringGap {
  fileprivate var wording: Wording {
    switch self {
    case .off: Wording("Enhanced Filtering is off", "拡張フィルタリングは無効です")
    case .test:
      Wording("Enhanced Filtering is in test mode only", "拡張フィルタリングはテストモードです")
    case .users:
      Wording(
        "Enhanced Filtering is on for some users only", "拡張フィルタリングは一部のユーザにしか有効ではありません")
    case .testAndUsers:
      Wording(
        "Enhanced Filtering is in test mode only, and for some users only",
        "拡張フィルタリングはテストモードで、対象も一部のユーザだけです")
    }
  }
}

extension Wording {
  fileprivate static let closeTheEndpoint = Wording(
    "Let one enabled connector of the type Partner take mail from all domains (SenderDomains *) from the gateway's addresses only (RestrictDomainsToIPAddresses $true, SenderIPAddresses as IIJ names them).",
    "種類がPartnerで、すべてのドメイン(SenderDomains *)を対象とし、ゲートウェイのアドレスだけに制限した(RestrictDomainsToIPAddresses $true、SenderIPAddressesはIIJの案内どおり)コネクタを1つ有効にしてください。"
  )
}
