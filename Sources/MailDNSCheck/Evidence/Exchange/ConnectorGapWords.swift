extension ConnectorGap {
  /// The reason as the rest of a sentence that names the connector.
  var wording: Wording {
    switch self {
    case .wrongType:
      Wording(
        "its type is OnPremises, and restrictions work on Partner only",
        "種類がOnPremisesで、送信元の制限はPartnerでしか働きません")
    case .unrestricted:
      Wording(
        "it asks neither for the gateway's addresses nor for its certificate, so it takes mail from everywhere",
        "送信元のアドレスも証明書も制限しておらず、どこからでも受信します")
    case .domainsLeftOut(let domains):
      Wording(
        "it is for mail from \(Self.list(domains).english) only; mail from all other domains is not restricted (`smtp:*;1` is)",
        "対象が \(Self.list(domains).japanese) からのメールだけで、ほかのドメインからのメールは制限されません(`smtp:*;1` が必要です)")
    case .noAddresses:
      Wording(
        "it restricts to addresses, and names none", "アドレスで制限する設定ですが、アドレスが1つもありません")
    case .foreignAddresses(let addresses):
      Wording(
        "it lets in \(Self.list(addresses).english), which is not the gateway's",
        "ゲートウェイのものではない \(Self.list(addresses).japanese) からも受信します")
    case .noCertificate:
      Wording(
        "it restricts to a certificate, and names none", "証明書で制限する設定ですが、証明書の名前がありません")
    case .foreignCertificate(let name):
      Wording(
        "it lets in whoever has a certificate of the name \(VisibleText.shortened(name)), which is not the gateway's",
        "ゲートウェイの名前ではない \(VisibleText.shortened(name)) の証明書を持つ送信元からも受信します")
    case .tlsNotRequired:
      Wording(
        "it restricts to a certificate, and does not require TLS",
        "証明書で制限する設定ですが、TLSを必須にしていません")
    case .acceptedDomainsLeftOut(let domains):
      Wording(
        "it is for the accepted domains \(Self.list(domains).english) only; the others stay open",
        "対象が承認済みドメイン \(Self.list(domains).japanese) だけで、ほかのドメインは制限されません")
    case .disabled: Wording("it is switched off", "無効になっています")
    }
  }

  private static func list(_ texts: [String]) -> Wording {
    let shown = texts.prefix(3).map { VisibleText.shortened($0) }.listed
    if texts.isEmpty { return Wording("-", "(なし)") }
    let more = texts.count - 3
    return more > 0 ? shown + Wording(" +\(more)", "、ほか\(more)件") : shown
  }
}
