/// One message of a run, examined and judged.
struct MessageReport: Sendable {
  /// As it was named; `-` is standard input.
  let file: String
  /// Which message of the file it is, from 1.
  var index: Int
  let examination: MessageExamination
  /// What DNS says of the sender today; nil where nobody was asked.
  let today: SenderToday?
  private(set) var findings: [Finding]
  /// The message's rows in the message traces that were given; nil where none was.
  private(set) var trace: [TraceMessage]?

  var status: Status { Status(findings) }

  init(
    file: String, index: Int, _ examination: MessageExamination, expecting expected: MessageRoute?,
    recipients: [RecipientMX], sender today: SenderToday? = nil, in catalogue: ProviderCatalogue
  ) {
    self.init(
      file: file, index: index, examination, expecting: expected, recipients: recipients, sender: today,
      by: MailHosts(catalogue: catalogue))
  }

  init(
    file: String, index: Int, _ examination: MessageExamination, expecting expected: MessageRoute?,
    recipients: [RecipientMX], sender today: SenderToday?, by hosts: MailHosts
  ) {
    self.file = file
    self.index = index
    self.examination = examination
    self.today = today
    findings =
      MessageRules(
        message: examination, hosts: hosts, expected: expected,
        recipients: recipients, today: today
      ).findings
  }

  /// Looks the message up in message traces, and says what they have of it.
  mutating func join(_ traces: TraceIndex, in catalogue: ProviderCatalogue) {
    let header = examination.header
    let ids: [FieldName] = [
      "x-ms-exchange-organization-network-message-id", "x-ms-office365-filtering-correlation-id",
      "x-ms-exchange-crosstenant-network-message-id",
    ]
    let messageID = header.first("message-id")?.text
    // The trace has the envelope's sender, which only Return-Path tells for certain.
    let senders = (["return-path", "from", "sender"] as [FieldName]).flatMap { header.all($0) }
      .flatMap { MailAddresses.list($0.value) }
    let match = TraceMatch(
      traces.rows(traceIDs: ids.compactMap { header.last($0)?.text }, messageID: messageID),
      messageID: messageID, senders: header.first("return-path") == nil ? [] : senders)
    trace = match.rows
    let subject = examination.messageID ?? VisibleText(file).description
    findings =
      (findings + match.findings(isWhole: traces.isWhole, of: subject, in: catalogue)).worstFirst
  }
}
