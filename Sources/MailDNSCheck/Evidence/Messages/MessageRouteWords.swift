extension MessageRoute {
  /// The identifier, which says it in English, and in Japanese what it means beside it.
  var labelled: Wording { Wording(rawValue, "\(rawValue)(\(meaning))") }

  private var meaning: String {
    switch self {
    case .securemxOffice365: "SecureMX経由でOffice365に着信"
    case .office365: "Office365に直接着信"
    case .gatewayOffice365: "ほかのゲートウェイ経由でOffice365に着信"
    case .office365Securemx: "Office365からSecureMX経由で送信"
    case .office365Gateway: "Office365からほかのゲートウェイ経由で送信"
    case .office365Out: "Office365から直接送信"
    case .securemx: "SecureMX経由、Office365は不明"
    case .gateway: "ほかのゲートウェイ経由、Office365は不明"
    case .internal: "組織内"
    case .other: "その他"
    case .unknown: "判定不能"
    }
  }
}
