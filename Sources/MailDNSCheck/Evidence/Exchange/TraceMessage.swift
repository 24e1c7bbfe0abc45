/// A row of a message trace: a message for one recipient.
struct TraceMessage: Hashable, Sendable {
  /// Texts as the export has them: not safe to show. Nil where it does not say.
  let received: String?
  let sender: String?
  let recipient: String?
  let subject: String?
  let status: String?
  let messageID: String?
  let traceID: String?
  /// Whom Exchange Online got it from; nil where the column is empty, as for mail of the tenant's own users.
  let from: IPAddress?
  /// Whom it was handed to; nil where it stayed.
  let to: String?

  /// Throws what stands in place of an address.
  init(_ row: ExportRow) throws(BrokenRowReason) {
    received = row.text("received") ?? row.text("date")
    sender = row.text("senderaddress")
    recipient = row.text("recipientaddress")
    subject = row.text("subject")
    status = row.text("status")
    messageID = row.text("messageid")
    traceID = row.text("messagetraceid")
    to = row.text("toip")
    guard let text = row.text("fromip") else {
      from = nil
      return
    }
    let bare = String(decoding: Array(text.utf8).trimmingWhitespace, as: UTF8.self)
    guard let address = IPAddress(bare) else { throw .badValue(column: "FromIP", text) }
    from = address
  }

  /// Whether it reached a mailbox, or whatever else stands for the recipient.
  var isDelivered: Bool {
    let status = status?.asciiLowercased
    return status == "delivered" || status == "expanded" || status == "resolved"
  }
}
