/// A message as JSON, schema version 1 (docs/headers-schema.json). Absent knowledge is `null`, never a missing key; texts
/// from the message are made visible.
struct MessageJSON: Encodable, Sendable {
  let schema = 1
  let file: String
  let index: Int
  @Nullable var messageId: String?
  @Nullable var from: String?
  @Nullable var date: String?
  let direction: String
  let route: String
  let hops: [Hop]
  let verdict: Verdict
  let authentication: Authentication
  let findings: [JSONReport.FindingEntry]
  let status: String
  /// The message's rows in message traces; nil where none was given.
  @Nullable var trace: [TraceRow]?

  struct Hop: Encodable, Sendable {
    @Nullable var from: String?
    @Nullable var ip: String?
    @Nullable var by: String?
    @Nullable var provider: String?
    @Nullable var time: String?
    @Nullable var delay: Double?
    let clock: String
  }

  struct Verdict: Encodable, Sendable {
    @Nullable var scl: Int?
    @Nullable var filter: String?
    @Nullable var category: String?
    @Nullable var bcl: Int?
    @Nullable var folder: String?
    @Nullable var cause: String?
  }

  struct Authentication: Encodable, Sendable {
    @Nullable var spf: String?
    let dkim: [String]
    @Nullable var dmarc: String?
    @Nullable var compauth: String?
    @Nullable var reason: String?
    let judged: String
  }
}

extension MessageJSON {
  init(_ report: MessageReport, language: Language) {
    let message = report.examination
    func shown(_ text: String?) -> String? { text.map { VisibleText($0.utf8.prefix(512)).description } }
    let (verdict, authentication) = (message.verdict, message.authentication)
    self.init(
      file: VisibleText(report.file).description, index: report.index, messageId: message.messageID,
      from: shown(message.from), date: message.date?.description, direction: message.way.direction.rawValue,
      route: message.way.route.rawValue, hops: message.trail.hops.map(Hop.init),
      verdict: Verdict(
        scl: verdict.level, filter: shown(verdict.filter), category: shown(verdict.category),
        bcl: verdict.bulkLevel,
        folder: verdict.folder?.rawValue, cause: verdict.cause?.rawValue),
      authentication: Authentication(
        spf: shown(authentication.spf), dkim: authentication.dkim.prefix(100).compactMap(shown),
        dmarc: shown(authentication.dmarc?.value), compauth: shown(authentication.composite),
        reason: shown(authentication.reason), judged: authentication.judged.rawValue),
      findings: report.findings.map { JSONReport.FindingEntry($0, language) }, status: report.status.rawValue,
      trace: report.trace?.map(TraceRow.init))
  }
}

extension MessageJSON {
  /// A row of a message trace that is of the message.
  struct TraceRow: Encodable, Sendable {
    @Nullable var received: String?
    @Nullable var recipient: String?
    @Nullable var status: String?
    @Nullable var fromIP: String?
    @Nullable var messageTraceId: String?

    init(_ row: TraceMessage) {
      func shown(_ text: String?) -> String? { text.map { VisibleText($0.utf8.prefix(512)).description } }
      received = shown(row.received)
      recipient = shown(row.recipient)
      status = shown(row.status)
      fromIP = row.from?.description
      messageTraceId = shown(row.traceID)
    }
  }
}

extension MessageJSON.Hop {
  init(_ hop: MailHop) {
    func shown(_ text: String?) -> String? { text.map { VisibleText($0.utf8.prefix(512)).description } }
    self.init(
      from: shown(hop.received.from), ip: hop.received.address?.description, by: shown(hop.received.by),
      provider: hop.host?.id, time: hop.time?.description, delay: hop.delay, clock: hop.clock.rawValue)
  }
}
