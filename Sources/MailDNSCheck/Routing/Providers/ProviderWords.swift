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
