extension MailClosure.Part {
  var wording: Wording {
    switch self {
    case .mx: Wording("a null MX", "null MX")
    case .spf: Wording("SPF that lets nobody send", "送信を一切認めないSPF")
    case .dmarc: Wording("DMARC with p=reject", "p=reject のDMARC")
    case .dkim: Wording("a revoked DKIM key at every selector", "全セレクタを失効させるDKIM鍵")
    }
  }

  /// The record to publish, as a line of a zone file.
  func record(for domain: String) -> String {
    switch self {
    case .mx: "\(domain). MX 0 ."
    case .spf: "\(domain). TXT \"v=spf1 -all\""
    case .dmarc: "_dmarc.\(domain). TXT \"v=DMARC1; p=reject\""
    case .dkim: "*._domainkey.\(domain). TXT \"v=DKIM1; p=\""
    }
  }
}
