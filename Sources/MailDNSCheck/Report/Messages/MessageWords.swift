/// The fixed words of reports on messages.
extension Wording {
  static let messageHops = Wording("Stations", "経由したホスト")
  static let messageJudgement = Wording("The receiving side's judgement", "受信側の判定")
  static let messageClaims = Wording("Claimed, not believed", "送信側の主張(判定には使用せず)")
  static let messageSubject = Wording("Subject", "件名")
  static let messageFrom = Wording("From", "差出人")
  static let messageDate = Wording("Date", "日時")
  static let messageFilterLine = Wording("Filter", "フィルター")
  static let messageAuthentication = Wording("Authentication", "認証")
  static let messageSignature = Wording("Signature", "署名")
  static let messageEnhancedFiltering = Wording("Enhanced Filtering", "拡張フィルタリング")
  static let messageNoTime = Wording("no time", "時刻なし")
  static let messageClockOff = Wording("clock off", "時計ずれ")
  static let messageNotProven = Wording("not proven", "裏付けなし")
  static let messageGatewaySeen = Wording(
    "seen from the gateway: no fault of the sender's", "ゲートウェイのアドレスで判定(送信者の問題ではない)")
  static let messageDelivered = Wording("delivered all the same", "拒否せず配送")
  static let messageChangedByGateway = Wording(
    "expected: the gateway changed the text", "ゲートウェイが本文を変更したため(問題なし)")
  static let messageMovedLater = Wording(
    "if it lies elsewhere now, it was moved later, by ZAP, by Outlook or another device: the header does not tell",
    "現在別のフォルダにある場合は、後から移動されたもの(ZAP、Outlook、ほかの端末など)で、ヘッダーからは分かりません")
  static let messageUnknownCode = Wording("not known to this version", "このバージョンでは未知")
  static let messageApplied = Wording("applied", "適用")
  static let messageOnlyTried = Wording("found, not applied", "検出のみ")
  static let messageColumnTime = Wording("Time (UTC)", "日時(UTC)")
  static let messageColumnFilter = Wording("Filter", "フィルター")
  static let messageColumnFolder = Wording("Folder", "フォルダ")
  static let messageColumnCause = Wording("Cause", "理由")
  static let messageColumnDelay = Wording("Delay", "所要時間")

  static func messageTitle(_ file: String, _ index: Int) -> Wording {
    Wording(verbatim: index == 1 ? file : "\(file) (\(index))")
  }

  static func messageTotal(_ duration: Double) -> Wording {
    let seconds = Self.seconds(duration)
    return Wording(
      "\(seconds.english) from the first reliable clock to the last", "信頼できる時計での所要時間: \(seconds.japanese)")
  }

  /// `3 s`; below a minute with a tenth, where there is one.
  static func seconds(_ seconds: Double) -> Wording {
    let tenths = Int((seconds * 10).rounded())
    let number = seconds >= 60 || tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return Wording("\(number) s", "\(number)秒")
  }

  static func messageExpires(_ time: MailTime) -> Wording {
    Wording("expires \(time.inWords)", "有効期限 \(time.inWords)")
  }

  static let messageExpired = Wording("had expired on arrival", "到着時に期限切れ")

  static func messageSum(_ messages: Int, throughSecureMX: Int, pastGateway: Int, inJunk: Int) -> Wording {
    Wording(
      "\(messages.counting("message", "messages")): \(throughSecureMX.grouped) through SecureMX, \(pastGateway.grouped) past the gateway, \(inJunk.grouped) in junk",
      "メッセージ\(messages.grouped)件: SecureMX経由\(throughSecureMX.grouped)件、ゲートウェイを迂回\(pastGateway.grouped)件、迷惑メール\(inJunk.grouped)件"
    )
  }

  static func messageSumRoutes(_ list: String) -> Wording { Wording("Routes: \(list)", "経路: \(list)") }
  static func messageSumCauses(_ list: String) -> Wording { Wording("Causes: \(list)", "理由: \(list)") }
}

extension MessageVerdict {
  /// What SFV means; nil for what is not known.
  static func filterWording(_ filter: String) -> Wording? {
    switch filter {
    case "NSPM": Wording("no spam", "迷惑メールではない")
    case "SPM": Wording("spam", "迷惑メール")
    case "SKN": Wording("skipped: a transport rule set SCL -1", "省略: トランスポートルールがSCLを-1に設定")
    case "SKS": Wording("marked before the filter", "フィルターの前に迷惑メールと指定")
    case "SKB": Wording("blocked by the anti-spam policy", "スパム対策ポリシーでブロック")
    case "SKA": Wording("allowed by the anti-spam policy", "スパム対策ポリシーで許可")
    case "SKI": Wording("within the organisation", "組織内")
    case "SKQ": Wording("released from quarantine", "検疫から解放")
    case "SFE": Wording("on the recipient's Safe Senders list", "受信者の信頼できる差出人")
    case "BLK": Wording("on the recipient's Blocked Senders list", "受信者の受信拒否リスト")
    case "DMS": Wording("spam verdict ignored by a setting of the tenant", "テナントの設定で判定を無視")
    default: nil
    }
  }
}
