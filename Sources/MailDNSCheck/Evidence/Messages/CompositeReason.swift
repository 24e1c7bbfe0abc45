/// The reason of `compauth` (Defender documentation, "Anti-spam message headers", July 2025): its first digit, and the few
/// numbers that say more.
struct CompositeReason: Hashable, Sendable {
  let code: String

  /// 451, 460, 905: MX does not name Office365, so nothing was judged. By itself no proof of a way around the gateway.
  var isForeignMX: Bool { ["451", "460", "905"].contains(code) }

  /// Nil for what this version does not know.
  var wording: Wording? {
    if let exact = Self.exact[code] { return exact }
    guard code.utf8.count == 3, code.utf8.allSatisfy(\.isDigit), let first = code.first else { return nil }
    return Self.families[first]
  }

  private static let exact: [String: Wording] = [
    "000": Wording(
      "DMARC failed, and the policy is quarantine or reject", "DMARC認証に失敗(ポリシーは quarantine または reject)"),
    "001": Wording("no authentication that would do (implicit)", "認証情報が不十分(暗黙の失敗)"),
    "002": Wording("the tenant forbids this sender to use this domain", "テナントの設定で、この送信者とドメインの組み合わせを禁止"),
    "010": Wording("the organisation's own domain, and DMARC failed", "自社のドメインでDMARC認証に失敗"),
    "100": Wording("SPF or DKIM passed, aligned", "SPFまたはDKIMのアライメント成立"),
    "130": Wording("a trusted ARC sealer overrode a failure", "信頼するARCの結果を優先"),
    "405": Wording(
      "came over a connector without Enhanced Filtering: not judged", "拡張フィルタリングのないコネクタ経由のため判定せず"),
    "451": Wording("MX does not name Office365: not judged", "MXがOffice365ではないため判定せず"),
    "460": Wording("MX does not name Office365: not judged", "MXがOffice365ではないため判定せず"),
    "905": Wording("MX does not name Office365: not judged", "MXがOffice365ではないため判定せず"),
  ]

  private static let families: [Character: Wording] = [
    "1": Wording("passed", "認証に成功"),
    "2": Wording("passed by a weak sign (softpass)", "弱い根拠で成功(softpass)"),
    "3": Wording("not checked", "確認せず"),
    "4": Wording("bypassed: not judged", "判定を省略"),
    "6": Wording("the organisation's own domain failed (implicit)", "自社のドメインで認証に失敗(暗黙)"),
    "7": Wording("passed", "認証に成功"),
    "9": Wording("bypassed: not judged", "判定を省略"),
  ]
}
