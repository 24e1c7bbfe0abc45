import Testing

@testable import MailDNSCheck

@Suite("Replies of Exchange Online")
struct ExchangeOnlineReplyTests {
  @Test(
    "what they mean",
    arguments: [
      (
        550,
        "5.7.51 TenantInboundAttribution; There is a partner connector configured that matched the message's recipient domain.",
        .connectorRestricts
      ),
      (
        550, "5.7.68 TenantInboundAttribution; Direct Send not allowed for this organization",
        .directSendRejected
      ),
      (451, "4.7.500 Server busy. Please try again later from [192.0.2.1]. (S77719)", .throttled),
      (
        421,
        "4.3.2 The maximum number of concurrent server connections has exceeded a limit, closing transmission channel",
        .throttled
      ),
      (550, "5.7.511 Access denied, banned sender[192.0.2.1]", .addressBanned),
      (550, "5.7.606 Access denied, banned sending IP [192.0.2.1]", .addressBanned),
      // 5.7.515 is what Outlook.com says of mail that is not authenticated; the others are anybody's.
      (550, "5.7.515 Access denied", nil), (550, "5.7.1 Service unavailable", nil),
      (421, "4.3.2 Service not active", nil),
      (451, "5.7.51 x", nil), (220, "4.7.500 x", nil), (550, "5.7.650 x", nil), (554, "no", nil),
    ] as [(Int, String, ExchangeOnlineReply?)])
  func meaning(_ code: Int, _ text: String, _ expected: ExchangeOnlineReply?) {
    #expect(ExchangeOnlineReply(SMTPReply(code: code, lines: [Array(text.utf8)])) == expected)
  }
}
