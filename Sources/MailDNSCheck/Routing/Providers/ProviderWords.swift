extension Provider.Kind {
  var wording: Wording {
    switch self {
    case .inboundGateway: Wording("inbound gateway", "受信ゲートウェイ")
    case .outboundGateway: Wording("outbound gateway", "送信ゲートウェイ")
    case .mailbox: Wording("mailboxes", "メールボックス")
    case .webHost: Wording("web host", "ウェブホスティング")
    case .sender: Wording("sender", "送信サービス")
    case .spfService: Wording("SPF service", "SPF代行")
    case .reportService: Wording("DMARC reports", "DMARCレポート")
    case .forwarder: Wording("forwarder", "転送サービス")
    case .parked: Wording("parked domains", "パーキング(メール不使用)")
    }
  }
}

extension Provider.Certainty {
  var wording: Wording {
    switch self {
    case .seen: Wording("seen", "確認済み")
    case .documented: Wording("documented", "文書あり")
    case .reported: Wording("reported", "第三者情報")
    case .likely: Wording("likely", "推定")
    }
  }
}

extension Provider {
  /// The name where a text names the provider first: that of SecureMX in full.
  var introduction: Wording {
    guard id == .securemx, name.japanese == "SecureMX" else { return name }
    return Wording(name.english, "IIJセキュアMXサービス(SecureMX)")
  }

  /// What it is also called.
  var otherNames: [String] { id == .securemx ? ["IIJセキュアMXサービス"] : [] }

  /// Where what is known of it comes from. The catalogue's own sources have Japanese words, those of a file are as they stand.
  var sourceWording: Wording {
    let parts = source.split(separator: ", ").map { Self.sources[String($0)] }
    let known = parts.compactMap(\.self)
    return Wording(source, known.count == parts.count ? known.joined(separator: "、") : source)
  }

  private static let sources = [
    "MX tables of 2020": "2020年のMX一覧", "MX tables of 2021": "2021年のMX一覧",
    "MX tables of 2020 and 2021": "2020年と2021年のMX一覧", "provider lists": "事業者の一覧",
    "public DNS and headers": "公開DNSとヘッダー", "survey of 2026": "2026年の調査",
    "the names themselves": "名前自体", "vendor documents": "事業者の文書",
  ]
}
