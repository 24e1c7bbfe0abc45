/// What codes of the antispam report mean (Defender documentation, "Anti-spam message headers", July 2025); nil for what is
/// not known, and where there is nothing to say.
enum MessageCodeWords {
  /// CAT.
  static func category(_ code: String) -> Wording? {
    switch code {
    case "HSPM": Wording("spam with high confidence", "迷惑メール(確度高)")
    case "BULK": Wording("bulk mail", "バルクメール")
    case "PHSH": Wording("phishing", "フィッシング")
    case "HPHSH", "HPHISH": Wording("phishing with high confidence", "フィッシング(確度高)")
    case "MALW", "AMP": Wording("malware", "マルウェア")
    case "SAP": Wording("Safe Attachments", "安全な添付ファイル")
    case "FTBP": Wording("forbidden attachment", "禁止された添付ファイル")
    case "SPOOF": Wording("forged sender", "なりすまし")
    case "INTOS": Wording("forged sender of the organisation's own", "自社内のなりすまし")
    case "UIMP", "GIMP", "DIMP", "BIMP": Wording("impersonation", "偽装")
    case "OSPM": Wording("outbound spam", "送信迷惑メール")
    default: nil
    }
  }

  /// SFTY.
  static func safety(_ code: String) -> Wording? {
    switch code {
    case "9.19": Wording("impersonation of a domain", "ドメインの偽装")
    case "9.20": Wording("impersonation of a user", "ユーザの偽装")
    case "9.25": Wording("first message of this sender, no fault", "初めての差出人(問題ではない)")
    case "9.11", "9.21", "9.22": Wording("forged sender (older form)", "なりすまし(旧形式)")
    default: nil
    }
  }
}
