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
  /// Whether it came in, as a historical search says; nil where nothing does.
  let isIncoming: Bool?

  /// Columns that say whom messages came from, in lower case: of Get-MessageTrace, and of a historical search.
  static let addressColumns = ["fromip", "original_client_ip"]

  /// Throws what stands in place of an address.
  init(_ row: ExportRow) throws(BrokenRowReason) {
    func text(_ columns: String...) -> String? { columns.lazy.compactMap { row.text($0) }.first }
    received = text("received", "origin_timestamp_utc", "date")
    sender = text("senderaddress", "sender_address")
    subject = text("subject", "message_subject")
    // `a@x.example##Receive, Deliver;b@x.example##Receive, Fail`
    let outcomes = row.text("recipient_status")?.split(separator: ";").map { $0.split(separator: "##") }
    recipient =
      text("recipientaddress", "recipient_address")
      ?? outcomes?.compactMap { $0.first.map { $0.filter { $0 != " " } } }.joined(separator: ";")
    status =
      text("status") ?? outcomes?.compactMap { $0.count > 1 ? String($0[1]) : nil }.joined(separator: ";")
    messageID = text("messageid", "message_id")
    traceID = text("messagetraceid", "network_message_id")
    to = row.text("toip").flatMap { $0.isNoAddress ? nil : $0 }
    isIncoming = row.text("directionality").map { $0.asciiLowercased == "incoming" }
    guard let text = text("fromip", "original_client_ip") else {
      from = nil
      return
    }
    let bare = String(decoding: Array(text.utf8).trimmingWhitespace, as: UTF8.self)
    if bare.isNoAddress {
      from = nil
      return
    }
    guard let address = IPAddress(bare) else { throw .badValue(column: "FromIP", text) }
    if case .v6(let wide) = address, let narrow = wide.mappedIPv4 {
      from = .v4(narrow)
    } else {
      from = address
    }
  }

  /// Whether it reached a mailbox, or whatever else stands for the recipient.
  var isDelivered: Bool {
    guard let status = status?.asciiLowercased else { return false }
    return status == "delivered" || status == "expanded" || status == "resolved"
      || status.contains("deliver")
        && !status.contains("undeliver")
  }
}

extension String {
  /// What stands for "none" in place of an address.
  fileprivate var isNoAddress: Bool { self == "255.255.255.255" || self == "0.0.0.0" || self == "::" }
}
