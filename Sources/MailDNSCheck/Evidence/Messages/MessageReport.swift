/// One message of a run, examined and judged.
struct MessageReport: Sendable {
  /// As it was named; `-` is standard input.
  let file: String
  /// Which message of the file it is, from 1.
  var index: Int
  let examination: MessageExamination
  /// What DNS says of the sender today; nil where nobody was asked.
  let today: SenderToday?
  let findings: [Finding]

  var status: Status { Status(findings) }

  init(
    file: String, index: Int, _ examination: MessageExamination, expecting expected: MessageRoute?,
    recipients: [RecipientMX], sender today: SenderToday? = nil, in catalogue: ProviderCatalogue
  ) {
    self.file = file
    self.index = index
    self.examination = examination
    self.today = today
    findings =
      MessageRules(
        message: examination, hosts: MailHosts(catalogue: catalogue), expected: expected,
        recipients: recipients, today: today
      ).findings
  }
}
