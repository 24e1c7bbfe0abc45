/// What Exchange Online means by a reply that turns a client away.
enum ExchangeOnlineReply: String, CaseIterable, Hashable, Sendable {
  /// `550 5.7.51 TenantInboundAttribution; There is a partner connector configured …`: a Partner connector takes mail from
  /// other addresses or with another certificate only, which is what closes a tenant.
  case connectorRestricts
  /// `550 5.7.68 TenantInboundAttribution; Direct Send not allowed …`: RejectDirectSend.
  case directSendRejected
  /// `451 4.7.500 Server busy`, `421 4.3.2 … concurrent server connections has exceeded a limit`, `450 4.7.…`: later again.
  case throttled
  /// `550 5.7.511 Access denied, banned sender`, `550 5.7.606` to `5.7.649 Access denied, banned sending IP`.
  case addressBanned

  /// Nil for any other reply.
  init?(_ reply: SMTPReply) {
    guard let code = reply.enhancedCode else { return nil }
    let text = String(decoding: reply.text, as: UTF8.self).asciiLowercased
    switch (reply.code, code) {
    case (500..., "5.7.51"): self = .connectorRestricts
    case (500..., "5.7.68"): self = .directSendRejected
    case (500..., "5.7.511"): self = .addressBanned
    case (500..., _) where Self.isBan(code): self = .addressBanned
    case (400..<500, "4.7.500"): self = .throttled
    case (400..<500, "4.3.2") where text.contains("exceeded a limit"): self = .throttled
    case (400..<500, _) where code.hasPrefix("4.7.") && text.contains("server busy"): self = .throttled
    case (400..<500, _) where code.hasPrefix("4.7.") && text.contains("throttl"): self = .throttled
    default: return nil
    }
  }

  private static func isBan(_ code: String) -> Bool {
    code.hasPrefix("5.7.") && (Int(code.dropFirst(4)).map { (606...649).contains($0) } ?? false)
  }
}
