extension MailClosure.Part {
  var wording: Wording {
    switch self {
    case .mx: Wording("a null MX", "null MX")
    case .spf: Wording("SPF that lets nobody send", "送信を一切認めないSPF")
    case .dmarc: Wording("DMARC with p=reject", "p=reject のDMARC")
    case .dkim: Wording("a revoked DKIM key at every selector", "全セレクタを失効させるDKIM鍵")
    }
  }

  /// The record to publish; nil where the domain's name is too long for it.
  func edit(for domain: String) -> RecordEdit? {
    func text(_ text: String, _ labels: String = "", removing removed: RecordEdit.Removal = .nothing)
      -> RecordEdit?
    {
      DomainName(labels + domain).map { .text(text.utf8, at: $0, removing: removed) }
    }
    return switch self {
    case .mx: DomainName(domain).map { .nullMX(at: $0) }
    case .spf: text("v=spf1 -all")
    case .dmarc: text("v=DMARC1; p=reject", "_dmarc.", removing: .every(.txt))
    case .dkim: text("v=DKIM1; p=", "*._domainkey.", removing: .every(.txt))
    }
  }
}
