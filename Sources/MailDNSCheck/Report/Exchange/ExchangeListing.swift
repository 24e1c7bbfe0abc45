/// A list out of exports in place of the report, in every format: a row a line with tabs for people, a table for spreadsheets,
/// objects for programs.
struct ExchangeListing: Sendable {
  let columns: [String]
  /// As many texts a row as there are columns, safe to show; nil where the export does not say.
  let rows: [[String?]]
  /// Whether the lines for people begin with the names of the columns: not where programs read on.
  let hasHeading: Bool

  /// What can be asked for.
  enum Subject: String, CaseIterable, Sendable { case domains, bypasses, candidates }

  var text: String {
    ((hasHeading ? [columns] : []) + cells).map { $0.joined(separator: "\t") + "\n" }.joined()
  }

  var csv: String { CSVText.byteOrderMark + ([columns] + cells).map(CSVText.row).joined() }

  var markdown: String {
    let heading = MarkdownText.row(columns) + "|" + columns.map { _ in "---|" }.joined() + "\n"
    return heading + cells.map { MarkdownText.row($0.map(MarkdownText.escaped)) }.joined()
  }

  /// An array of objects.
  var json: String { JSONText.make(objects, pretty: true) + "\n" }

  /// An object a line.
  var lines: String {
    objects.map { object in JSONText.make(object, pretty: false) + "\n" }.joined()
  }

  private var cells: [[String]] { rows.map { $0.map { $0 ?? "" } } }

  private var objects: [[String: String?]] {
    rows.map { row in Dictionary(zip(columns, row), uniquingKeysWith: { first, _ in first }) }
  }
}

extension ExchangeListing {
  /// What `list` asks for; nil where no export says.
  init?(_ list: Subject, of evidence: ExchangeEvidence) {
    switch list {
    case .domains:
      guard let domains = evidence.domains else { return nil }
      self.init(columns: ["domain"], rows: domains.map { [$0.domain.name.description] }, hasHeading: false)
    case .bypasses:
      guard let trace = evidence.trace, !trace.lacksAddresses else { return nil }
      self.init(bypasses: trace.bypasses)
    case .candidates:
      guard let recipients = evidence.recipients, recipients.isDecided else { return nil }
      self.init(
        columns: ["address", "kind", "reason"],
        rows: recipients.candidates.map {
          [VisibleText($0.address).description, VisibleText.shortened($0.kind.name), $0.reason.rawValue]
        }, hasHeading: true)
    }
  }

  /// A row a message, for a ticket.
  init(bypasses: [TraceMessage]) {
    self.init(
      columns: [
        "received", "fromIP", "sender", "recipient", "status", "subject", "messageId", "messageTraceId",
      ],
      rows: bypasses.map { message in
        [
          message.received, message.from?.description, message.sender, message.recipient, message.status,
          message.subject, message.messageID, message.traceID,
        ].map { $0.map { VisibleText($0).description } }
      }, hasHeading: true)
  }
}
