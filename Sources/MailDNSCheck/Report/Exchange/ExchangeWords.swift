extension ExportKind {
  var wording: Wording {
    switch self {
    case .mailboxes: Wording("mailboxes", "メールボックス")
    case .distributionGroups: Wording("distribution groups", "配布グループ")
    case .unifiedGroups: Wording("Microsoft 365 groups", "Microsoft 365グループ")
    case .recipients: Wording("recipients", "受信者")
    case .acceptedDomains: Wording("accepted domains", "承認済みドメイン")
    case .inboundConnectors: Wording("inbound connectors", "受信コネクタ")
    case .outboundConnectors: Wording("outbound connectors", "送信コネクタ")
    case .transportRules: Wording("mail flow rules", "メールフロールール")
    case .organizationConfig: Wording("organisation configuration", "組織の設定")
    case .messageTrace: Wording("message trace", "メッセージ追跡")
    }
  }
}

extension EndpointJudgement.Answer {
  var wording: Wording {
    switch self {
    case .yes: Wording("closed", "制限あり")
    case .no: Wording("open", "制限なし")
    case .unknown: Wording("unknown", "不明")
    }
  }
}

extension EndpointJudgement.Filtering {
  var wording: Wording {
    switch self {
    case .on: Wording("on", "有効")
    case .off: Wording("off", "無効")
    case .unknown: Wording("unknown", "不明")
    }
  }
}

extension RecipientKind.Candidacy {
  var wording: Wording {
    switch self {
    case .securityGroup: Wording("security group", "セキュリティグループ")
    case .dynamicGroup: Wording("dynamic group", "動的グループ")
    case .unifiedGroup: Wording("Microsoft 365 group (Teams)", "Microsoft 365グループ(Teams)")
    case .discoveryMailbox: Wording("discovery mailbox, which nobody sends to", "探索メールボックス(宛先として使われない)")
    case .roomList: Wording("room list", "会議室一覧")
    }
  }
}

extension Wording {
  static let exchangeTitle = Wording("Exchange Online", "Exchange Online")
  static let exportFiles = Wording("Files", "ファイル")
  static let tenantEndpoint = Wording("Endpoint", "受信ホスト")
  static let enhancedFilteringTitle = Wording("Enhanced Filtering", "拡張フィルタリング")
  static let directSendTitle = Wording("RejectDirectSend", "RejectDirectSend")
  static let acceptedDomainsTitle = Wording("Domains", "ドメイン")
  static let recipientsTitle = Wording("Recipients", "受信者")
  static let traceTitle = Wording("Message trace", "メッセージ追跡")
  static let candidatesTitle = Wording("Could be excluded", "除外の候補")
  static let nothingToList = Wording(
    "no file says what --list asks for", "--list の対象を含むファイルがありません")

  static func candidatesUnknown(_ attribute: String) -> Wording {
    Wording(
      "who could be excluded can't be told: exports of recipients with the column \(attribute) are needed",
      "除外の候補が分かりません。\(attribute) の列がある受信者のエクスポートが必要です")
  }

  static let changesTitle = Wording("Since the older export", "以前のエクスポートから")
  static let yes = Wording("on", "有効")
  static let no = Wording("off", "無効")
  static let notKnown = Wording("unknown", "不明")

  static func exportRows(_ kind: ExportKind, _ rows: Int, isComplete: Bool?) -> Wording {
    let cut: Wording =
      switch isComplete {
      case false?: Wording(": cut off by the default limit", "(既定の上限で打ち切り)")
      case nil: Wording(": perhaps not all", "(一部だけの可能性あり)")
      case true?: Wording(verbatim: "")
      }
    let kind = kind.wording
    return Wording(
      "\(kind.english), \(rows.counting("row", "rows"))\(cut.english)",
      "\(kind.japanese) \(rows.grouped)行\(cut.japanese)")
  }

  static func closedBy(_ connector: String) -> Wording {
    Wording(
      "closed by the connector '\(connector)'", "コネクタ「\(connector)」で制限")
  }

  static func domainLine(_ name: String, _ type: String?, isRouted: Bool?) -> Wording {
    let name = name + (type.map { " (\($0))" } ?? "")
    return switch isRouted {
    case true?: Wording("\(name): sends by the gateway", "\(name): ゲートウェイ経由で送信")
    case false?: Wording("\(name): sends past the gateway", "\(name): ゲートウェイを通さず送信")
    case nil: Wording("\(name): way out unknown", "\(name): 送信経路は不明")
    }
  }

  static func recipientTotals(_ total: Int, leftOut: Int, excluded: Int?, synchronised: Int?) -> Wording {
    let excludedText = excluded.map(\.grouped)
    let synchronisedText = synchronised.map(\.grouped)
    return Wording(
      "\(total.grouped) in all; rooms and equipment, left out by the service: \(leftOut.grouped); excluded: \(excludedText ?? "unknown"); synchronised: \(synchronisedText ?? "unknown")",
      "全\(total.grouped)件、会議室・備品\(leftOut.grouped)件(対象外)、除外\(excludedText ?? "不明")、同期対象\(synchronisedText ?? "不明")"
    )
  }

  static func billed(_ addresses: Int?, withAliases: Int?) -> Wording {
    let (primary, all) = (addresses.map(\.grouped), withAliases.map(\.grouped))
    return Wording(
      "addresses: \(primary ?? "unknown") primary, \(all ?? "unknown") with aliases (the bill may follow either)",
      "アドレス数: プライマリ\(primary ?? "不明")、エイリアスを含めて\(all ?? "不明")(課金はどちらかによる)")
  }

  static func counted(_ name: String, _ count: Int) -> Wording {
    Wording(verbatim: "\(name): \(count.grouped)")
  }

  static func traceTotals(_ inbound: Int, through: Int, around: Int, delivered: Int) -> Wording {
    Wording(
      "\(inbound.grouped) inbound, \(through.grouped) through the gateway, \(around.grouped) around it (\(delivered.grouped) of them delivered)",
      "受信\(inbound.grouped)通、ゲートウェイ経由\(through.grouped)通、迂回\(around.grouped)通(うち配信\(delivered.grouped)通)")
  }

  static let traceWithoutAddresses = Wording(
    "there is no column FromIP: who delivered can't be told", "FromIPの列がなく、どこから届いたか分かりません")
  static let hostsOfOthers = Wording("hosts of others", "その他のホスト")
  static let topAddresses = Wording("most came around from", "迂回の多い送信元")
  static let topSenders = Wording("in the name of", "名乗っている送信者")

  static func candidateCount(_ reason: RecipientKind.Candidacy, _ count: Int) -> Wording {
    Wording("\(count.grouped) × \(reason.wording.english)", "\(reason.wording.japanese) \(count.grouped)件")
  }

  static func recipientChanges(added: Int, removed: Int, difference: Int?) -> Wording {
    let sum = difference.map { $0 > 0 ? "+\($0.grouped)" : $0.grouped }
    return Wording(
      "\(added.grouped) added, \(removed.grouped) gone; billed addresses: \(sum ?? "unknown")",
      "追加\(added.grouped)件、削除\(removed.grouped)件、課金対象アドレスの増減: \(sum ?? "不明")")
  }
}
