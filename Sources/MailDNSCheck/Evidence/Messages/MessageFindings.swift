/// What the header of a message shows to be wrong, or worth knowing. Subjects are hosts, fields and domains of the message.
struct MessageFindings: FindingGroup {
  /// The subject is the host that handed the message over, as Office365 saw it.
  let bypass = FindingDeclaration<MessageBypass>(
    "message-bypass", .warning, .message, "Defender: mail flow with a third-party MX",
    title: Wording("Mail came into Office365 past the gateway", "ゲートウェイを経由せずにOffice365に届いた"),
    otherwise: Wording(
      "critical with --expect, or where DNS says that MX is the gateway",
      "--expect を指定したとき、またはDNSでMXがゲートウェイと分かったときは重大"),
    samples: { specimens in
      [
        .init(specimens.host, MessageBypass(expected: nil, mx: nil, signs: MessageBypass.Sign.allCases)),
        .init(
          specimens.host, MessageBypass(expected: .securemxOffice365, mx: nil, signs: []), severity: .critical
        ),
        .init(
          specimens.host, MessageBypass(expected: nil, mx: specimens.domain, signs: []), severity: .critical),
      ]
    },
    statement: { host, bypass in bypass.statement(host) },
    remedy: { _, _ in
      Wording(
        "Let an inbound connector of the type Partner take mail for `*` from the gateway's addresses only; `maildnscheck exchange` reads its export and tells whether it closes the tenant. `Set-OrganizationConfig -RejectDirectSend $true` refuses mail in the organisation's own name.",
        "パートナーコネクタ(種類がPartnerの受信コネクタ)で、`*` からのメールをゲートウェイのアドレスだけから受け取るようにしてください。この制限が有効かどうかは、エクスポートを `maildnscheck exchange` に指定して確認できます。自社を名乗るメールは `Set-OrganizationConfig -RejectDirectSend $true` で拒否できます。"
      )
    })

  /// With the way that it came and the one expected.
  let routeUnexpected = FindingDeclaration<MessageRoutes>(
    "message-route-unexpected", .critical, .message, "--expect",
    title: Wording("Mail came another way than expected", "メールの経路が期待と異なる"),
    samples: { [.init($0.host, MessageRoutes(actual: .gatewayOffice365, expected: .securemxOffice365))] },
    statement: { _, routes in
      Wording(
        "The message came by \(routes.actual.rawValue); \(routes.expected.rawValue) was expected.",
        "メールの経路は \(routes.actual.labelled.japanese)でした。期待する経路は \(routes.expected.labelled.japanese)です。")
    },
    remedy: { _, _ in
      Wording(
        "Compare the MX of the recipient's domain: `maildnscheck mx DOMAIN`.",
        "受信側ドメインのMXを確認してください: `maildnscheck mx DOMAIN`")
    })

  let entryUnproven = FindingDeclaration<EntryDoubt>(
    "message-entry-unproven", .unknown, .message, "RFC 5321 §4.4",
    title: Wording("Who handed the message to Office365 is not proven", "Office365への配送元に裏付けがない"),
    samples: { specimens in
      let (first, second) = (IPv4Address("192.0.2.1"), IPv4Address("198.51.100.77"))
      let both = first.flatMap { first in
        second.map { EntryDoubt.contradiction(stated: .v4(first), seen: .v4($0)) }
      }
      return [EntryDoubt.noAddress, both].compactMap(\.self).map { .init(specimens.host, $0) }
    },
    statement: { host, doubt in doubt.statement(host) },
    remedy: { _, _ in
      Wording(
        "Take the whole header as it lies in the mailbox, and compare the address in a message trace of Exchange Online (`FromIP`).",
        "メールボックスにあるヘッダー全体を使い、Exchange Onlineのメッセージ追跡のアドレス(`FromIP`)と比べてください。")
    })

  let junk = FindingDeclaration<MessageVerdict.Cause?>(
    "message-junk", .warning, .message, "X-Microsoft-Antispam-Mailbox-Delivery",
    title: Wording("The message is in junk", "迷惑メールフォルダに振り分けられた"),
    samples: { specimens in
      ([nil] + MessageVerdict.Cause.allCases.map(Optional.some)).map { .init(specimens.host, .some($0)) }
    },
    statement: { _, cause in
      guard let cause else {
        return Wording(
          "The message is in the junk folder, and its header does not say why.",
          "迷惑メールフォルダに振り分けられましたが、ヘッダーからは理由が分かりません。")
      }
      return Wording(
        "The message is in the junk folder: \(cause.wording.english).",
        "迷惑メールフォルダに振り分けられました: \(cause.wording.japanese)。")
    },
    remedy: { _, cause in cause?.remedy ?? .lookAtJunkSettings })

  /// With what the filter said.
  let ruleMissed = FindingDeclaration<String>(
    "message-rule-missed", .info, .message, "Set-TransportRule SetSCL",
    title: Wording("The transport rule for the gateway did not match", "ゲートウェイ用のトランスポートルールが適用されていない"),
    otherwise: Wording("warning where the message was taken for spam", "迷惑メールと判定されたときは警告"),
    samples: { [.init($0.host, $0.text), .init($0.host, "SPM", severity: .warning)] },
    statement: { _, filter in
      Wording(
        "The message came through the gateway, and was filtered all the same (SFV:\(VisibleText.shortened(filter))): no transport rule set SCL -1.",
        "ゲートウェイを経由していますが、迷惑メールフィルターで判定されています(SFV:\(VisibleText.shortened(filter)))。SCLを-1にするトランスポートルールが適用されていません。"
      )
    },
    remedy: { host, _ in
      Wording(
        "Look at the rule: is it enabled, do its SenderIpRanges hold the address \(host), or does it want a header that the gateway did not add? `Get-TransportRule | Format-List Name,State,Mode,SenderIpRanges,SetSCL`",
        "ルールが有効か、SenderIpRangesに \(host) が含まれるか、ゲートウェイが付けていないヘッダーを条件にしていないかを確認してください: `Get-TransportRule | Format-List Name,State,Mode,SenderIpRanges,SetSCL`"
      )
    })

  let judgedGateway = FindingDeclaration(
    "message-judged-gateway", .info, .message, "Defender: Enhanced Filtering for Connectors",
    title: Wording("Office365 judged the gateway's address", "Office365がゲートウェイのアドレスで判定した"),
    sample: \.host,
    statement: { address in
      Wording(
        "Office365 saw the gateway (\(address)), not the sender: what SPF, DKIM, DMARC and compauth say there is no fault of the sender's, and neither \"secure by default\" nor the sender's DMARC policy is in force.",
        "Office365が判定したのは送信元ではなくゲートウェイ(\(address))です。SPF、DKIM、DMARC、compauthの失敗は送信者の問題ではありません。既定の保護(secure by default)と送信者のDMARCポリシーも働きません。"
      )
    },
    remedy: { _ in
      Wording(
        "Enhanced Filtering on the receiving connector lets Office365 judge the true sender: `Set-InboundConnector NAME -EFSkipLastIP $true`. Use it in place of the rule that sets SCL -1, not beside it.",
        "受信コネクタの拡張フィルタリングを有効にすると、本来の送信元で判定されます: `Set-InboundConnector NAME -EFSkipLastIP $true`。SCLを-1にするルールとは併用せず、置き換えてください。"
      )
    })

  let ruleBesideFiltering = FindingDeclaration(
    "message-rule-beside-enhanced-filtering", .info, .message, "Defender: Enhanced Filtering for Connectors",
    title: Wording("SCL -1 beside Enhanced Filtering", "SCL -1と拡張フィルタリングの併用"), sample: \.host,
    statement: { address in
      Wording(
        "Enhanced Filtering found the true sender (\(address)), and a transport rule kept the filter from looking at it: one of the two is for nothing.",
        "拡張フィルタリングで本来の送信元(\(address))が分かっていますが、トランスポートルールがフィルターを省略させており、効果がありません。")
    },
    remedy: { _ in
      Wording(
        "Disable the rule that sets SCL -1, as Microsoft advises.", "Microsoftの推奨どおり、SCLを-1にするルールを無効にしてください。")
    })

  /// With CAT.
  let dangerousSkipped = FindingDeclaration<String>(
    "message-dangerous-skipped", .warning, .message, "Defender: secure by default",
    title: Wording("Dangerous mail was let through by a rule", "危険なメールがルールにより素通りした"),
    samples: { [.init($0.host, $0.text)] },
    statement: { _, category in
      Wording(
        "The filter knew the message to be dangerous (CAT:\(VisibleText.shortened(category))), and the rule with SCL -1 let it through.",
        "危険なメール(CAT:\(VisibleText.shortened(category)))と判定されていますが、SCLを-1にするルールのため届きました。")
    },
    remedy: { _, _ in
      Wording(
        "Replace the rule by Enhanced Filtering: behind a gateway \"secure by default\" does not hold.",
        "ルールを拡張フィルタリングに置き換えてください。ゲートウェイの背後では既定の保護(secure by default)が働きません。")
    })

  /// The subject is the host; with both times.
  let secondClock = FindingDeclaration<MessageTimes>(
    "message-second-clock", .warning, .message, "SecureMX: queue id, X-Iguazu-QSIG",
    title: Wording("SecureMX's own clock contradicts the field", "SecureMXの記録した時刻とヘッダーの時刻が矛盾"),
    samples: {
      [
        .init(
          $0.name,
          MessageTimes(first: MailTime(seconds: 1_794_967_430), second: MailTime(seconds: 1_794_960_000)))
      ]
    },
    statement: { host, times in
      Wording(
        "At \(host) the Received field says \(times.first.inWords), SecureMX's queue id or signature \(times.second.inWords): the field is forged, or was rewritten.",
        "\(host) のReceivedヘッダーの時刻は \(times.first.inWords)、SecureMXのキューIDまたは署名の時刻は \(times.second.inWords)です。ヘッダーが偽造または改変された可能性があります。"
      )
    },
    remedy: { _, _ in
      Wording(
        "Ask the gateway's own log for the queue id before you rely on this header.",
        "このヘッダーを根拠にする前に、キューIDをゲートウェイのログで確認してください。")
    })

  /// The subject is the host that the field names.
  let unprovenStation = FindingDeclaration(
    "message-unproven-station", .info, .message, "RFC 5321 §7.2",
    title: Wording("A station is claimed, not proven", "経由したと主張しているだけで裏付けのないホスト"), sample: \.name,
    statement: { host in
      Wording(
        "A Received field names \(host), but the host above it took the message from somebody else: it is the sender's claim, and counts for nothing.",
        "Receivedヘッダーに \(host) がありますが、その上のホストは別のホストから受け取っています。送信側の主張にすぎないため、判定には使いません。")
    })

  /// The subject is the host; with its time.
  let clockSkewed = FindingDeclaration<MailTime?>(
    "message-clock", .info, .message, "RFC 5321 §4.4",
    title: Wording("A clock contradicts the others", "時計がほかのホストと矛盾"),
    samples: { [.init($0.name, MailTime(seconds: 1_794_967_430))] },
    statement: { host, time in
      let shown = time?.inWords ?? "-"
      return Wording(
        "The clock of \(host) (\(shown)) contradicts those of the other hosts: no delay is reckoned from it.",
        "\(host) の時計(\(shown))がほかのホストと矛盾するため、遅延の計算には使いません。")
    })

  /// The subject is the host that took the message late; with the seconds.
  let delayed = FindingDeclaration<Double>(
    "message-delayed", .info, .message, "RFC 5321 §4.5.4",
    title: Wording("The message waited", "配送が遅延した"), samples: { [.init($0.name, 5400)] },
    statement: { host, seconds in
      let time = TimeSpan(seconds: UInt32(clamping: Int(seconds / 60) * 60)).approximate
      return Wording(
        "The message waited \(time.english) before \(host) took it.",
        "\(host) が受け取るまでに\(time.japanese)かかっています。")
    },
    remedy: { _, _ in
      Wording(
        "Before that host it lay in the queue of the one before: look there for the answer that put it off.",
        "その間は1つ前のホストのキューにありました。配送が保留された理由をそのホストのログで確認してください。")
    })

  /// The subject is the signing domain; with the time of the end.
  let signatureExpired = FindingDeclaration<MailTime?>(
    "message-dkim-expired", .warning, .message, "RFC 6376 §3.5",
    title: Wording("A DKIM signature had expired on arrival", "到着時にDKIM署名の有効期限が切れていた"),
    samples: { [.init($0.domain, MailTime(seconds: 1_796_177_030))] },
    statement: { domain, end in
      let shown = end?.inWords ?? "-"
      return Wording(
        "The DKIM signature of \(domain) was valid until \(shown), and had expired when the message arrived.",
        "\(domain) のDKIM署名の有効期限(\(shown))は、到着時に切れていました。")
    },
    remedy: { _, _ in
      Wording(
        "A message that was held back for long, as in a quarantine, loses its signature: SecureMX's are valid for 14 days.",
        "検疫などで長く保留されたメールの署名は期限切れになります(SecureMXの署名の有効期間は14日間です)。")
    })

  let policyOverridden = FindingDeclaration(
    "message-dmarc-overridden", .info, .message, "Defender: action=oreject",
    title: Wording("The sender's DMARC policy was not followed", "送信者のDMARCポリシーに従わずに配送された"), sample: \.domain,
    statement: { domain in
      Wording(
        "\(domain) asks to reject mail that fails DMARC (action=oreject); Office365 delivered it all the same.",
        "\(domain) はDMARC認証に失敗したメールの拒否を求めていますが、Office365は拒否せずに配送しました(action=oreject)。")
    })

  let trustingConnector = FindingDeclaration(
    "message-trusting-connector", .info, .message, "New-InboundConnector TreatMessagesAsInternal",
    title: Wording("A connector treated a message from outside as internal", "コネクタが外部のメールを内部扱いにしている"),
    sample: \.host,
    statement: { host in
      Wording(
        "Mail from \(host) was taken as the organisation's own, or the other way round: a connector of the type OnPremises, or TreatMessagesAsInternal.",
        "\(host) からのメールの扱い(内部・外部)が食い違っています。種類が「オンプレミス」のコネクタか、TreatMessagesAsInternalの設定によるものです。")
    },
    remedy: { _ in
      Wording(
        "Look at `Get-InboundConnector | Format-List Name,ConnectorType,TreatMessagesAsInternal`.",
        "`Get-InboundConnector | Format-List Name,ConnectorType,TreatMessagesAsInternal` を確認してください。")
    })

  /// The subject is the code, as `SFV:XYZ`.
  let unknownCode = FindingDeclaration(
    "message-unknown-code", .info, .message, "Defender: anti-spam message headers",
    title: Wording("A code is not known to this version", "このバージョンでは未知のコード"), sample: { _ in "SFV:XYZ" },
    statement: { code in
      Wording("\(code) is not known to this version.", "\(code) は、このバージョンでは未知のコードです。")
    })

  let noTrace = FindingDeclaration(
    "message-way-unknown", .unknown, .message, "RFC 5321 §4.4",
    title: Wording("The header has no trace of its way", "経路を示すヘッダーがない"), sample: { _ in "Received" },
    statement: { field in
      Wording(
        "There is no \(field) field: which way the message came can't be told.",
        "\(field) ヘッダーがないため、経路を判定できません。")
    },
    remedy: { _ in
      Wording(
        "Take the whole header: in Outlook, File, Properties, Internet headers; or save the message as a file.",
        "ヘッダー全体を使ってください。Outlookでは「ファイル」「プロパティ」「インターネット ヘッダー」で表示するか、メッセージをファイルに保存します。")
    })

  /// The subject is the field.
  let valueMissing = FindingDeclaration(
    "message-verdict-unknown", .unknown, .message, "Defender: anti-spam message headers",
    title: Wording("A field of the verdict has no value", "判定結果のヘッダーに値がない"),
    sample: { _ in "X-Forefront-Antispam-Report" },
    statement: { field in
      Wording(
        "\(field) is there without a value: lines of the header were lost, and with them what became of the message.",
        "\(field) ヘッダーに値がありません。ヘッダーの行が失われており、判定結果が分かりません。")
    },
    remedy: { _ in
      Wording(
        "Take the whole header again: in Outlook, File, Properties, Internet headers; or save the message as a file.",
        "ヘッダー全体を取り直してください。Outlookでは「ファイル」「プロパティ」「インターネット ヘッダー」で表示するか、メッセージをファイルに保存します。")
    })

  let rearranged = FindingDeclaration(
    "message-rearranged", .info, .message, "RFC 5321 §4.4",
    title: Wording("The fields are not in their order", "ヘッダーの順序が元のままではない"), sample: { _ in "Received" },
    statement: { field in
      Wording(
        "All \(field) fields stand together, apart from what was stamped between them, as msgconvert writes them: who judged the message can't be told.",
        "\(field) ヘッダーだけがまとめて並べ替えられています(msgconvertなどによる変換)。誰が判定したかは分かりません。")
    },
    remedy: { _ in
      Wording("Read the .msg file itself, not what was made of it.", "変換後のファイルではなく、元の .msg ファイルを指定してください。")
    })

  /// With the bound that was hit.
  let cutOff = FindingDeclaration<HeaderBound>(
    "message-rest-unknown", .unknown, .message, "RFC 5322 §2.1.1",
    title: Wording("The header is larger than is looked at", "ヘッダーが大きすぎる"),
    samples: { _ in HeaderBound.allCases.map { .init("Received", $0) } },
    statement: { _, bound in
      Wording(
        "The header is larger than is looked at (\(bound.wording.english)): what is beyond was not read.",
        "ヘッダーが大きすぎるため、途中までを調べました(上限: \(bound.wording.japanese))。")
    })

  /// The subject is the file; with what is wrong with it.
  let fileUnusable = FindingDeclaration<Wording>(
    "message-file-unusable", .unknown, .message, "docs/headers.md",
    title: Wording("A file can't be read, or holds no message", "ファイルを読み込めない、またはメッセージが含まれていない"),
    samples: { specimens in
      let text = VisibleText.shortened(specimens.text)
      return [.init("message.eml", Wording(verbatim: "message.eml: " + text))]
    },
    statement: { _, reason in
      Wording("Not examined: \(reason.english).", "判定できませんでした: \(reason.japanese)。")
    })

  let mxUnknown = FindingDeclaration<Failure>(
    unknown: "message-mx-unknown", .message, "RFC 5321 §5.1",
    title: Wording("The recipient's MX could not be asked", "受信側のMXを確認できない"), sample: \.domain,
    statement: { domain, failure in
      Wording(
        "The MX records of \(domain) could not be asked, so that nothing says which way its mail should come: \(failure.wording.english).",
        "\(domain) のMXレコードを確認できず、本来の経路が分かりません: \(failure.wording.japanese)。")
    })
}

extension Finding {
  static let message = MessageFindings()
}

extension FindingSpecimens {
  /// A host as a message has it, made safe to show as subjects are.
  fileprivate var host: String { VisibleText.shortened(text) }
}

extension Wording {
  static let lookAtJunkSettings = Wording(
    "Look at `Get-MailboxJunkEmailConfiguration USER | Format-List TrustedListsOnly,BlockedSendersAndDomains`, and at the filter of Outlook itself.",
    "`Get-MailboxJunkEmailConfiguration USER | Format-List TrustedListsOnly,BlockedSendersAndDomains` と、Outlook自体の迷惑メール設定を確認してください。"
  )
}
