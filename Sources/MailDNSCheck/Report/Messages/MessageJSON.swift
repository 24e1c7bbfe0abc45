/// A message as JSON, schema version 1 (docs/headers-schema.json). Absent knowledge is `null`, never a missing key; texts
/// from the message are made visible.
struct MessageJSON: JSONObject, Sendable {
  let schema = 1
  let file: String
  /// Nil for a file without a message.
  let index: Int?
  let messageId: String?
  let from: String?
  let date: String?
  let direction: String
  let route: String
  let hops: [Hop]
  let verdict: Verdict
  let authentication: Authentication
  let findings: [JSONReport.FindingEntry]
  let status: String
  /// The message's rows in message traces; nil where none was given.
  let trace: [TraceRow]?

  struct Hop: JSONObject, Sendable {
    let from: String?
    let ip: String?
    let by: String?
    let provider: String?
    let time: String?
    let delay: Double?
    let clock: String
  }

  struct Verdict: JSONObject, Sendable {
    let scl: Int?
    let filter: String?
    let category: String?
    let bcl: Int?
    let folder: String?
    let cause: String?
  }

  struct Authentication: JSONObject, Sendable {
    let spf: String?
    let dkim: [String]
    let dmarc: String?
    let compauth: String?
    let reason: String?
    let judged: String
  }
}

extension MessageJSON {
  /// A text of the message, as far as it is shown.
  static func shown(_ text: String?) -> String? {
    text.map { $0.utf8.count <= maximumText ? VisibleText($0) : VisibleText($0.utf8.prefix(maximumText)) }?
      .description
  }

  private static let maximumText = 512

  init(_ report: MessageReport, language: Language) {
    let message = report.examination
    self.init(
      file: VisibleText(report.file).description, index: report.index, messageId: message.messageID,
      from: Self.shown(message.from), date: message.date?.description,
      direction: message.way.direction.rawValue,
      route: message.way.route.rawValue, hops: message.trail.hops.map(Hop.init),
      verdict: Verdict(message.verdict), authentication: Authentication(message.authentication),
      findings: report.findings.map { JSONReport.FindingEntry($0, language) }, status: report.status.rawValue,
      trace: report.trace?.map(TraceRow.init))
  }
}

extension MessageJSON {
  /// Of a file without a message: nothing is known but why.
  init(_ problem: MessageFileProblem, language: Language) {
    self.init(
      file: VisibleText(problem.file).description, index: nil, messageId: nil, from: nil, date: nil,
      direction: MessageDirection.unknown.rawValue, route: MessageRoute.unknown.rawValue, hops: [],
      verdict: Verdict(.none),
      authentication: Authentication(
        spf: nil, dkim: [], dmarc: nil, compauth: nil, reason: nil,
        judged: MessageAuthentication.Judged.unknown.rawValue),
      findings: [JSONReport.FindingEntry(problem.finding, language)], status: problem.status.rawValue,
      trace: nil)
  }
}

extension MessageJSON {
  /// A row of a message trace that is of the message.
  struct TraceRow: JSONObject, Sendable {
    let received: String?
    let recipient: String?
    let status: String?
    let fromIP: String?
    let messageTraceId: String?

    init(_ row: TraceMessage) {
      received = MessageJSON.shown(row.received)
      recipient = MessageJSON.shown(row.recipient)
      status = MessageJSON.shown(row.status)
      fromIP = row.from?.description
      messageTraceId = MessageJSON.shown(row.traceID)
    }
  }
}

extension MessageJSON.Verdict {
  init(_ verdict: MessageVerdict) {
    self.init(
      scl: verdict.level, filter: MessageJSON.shown(verdict.filter),
      category: MessageJSON.shown(verdict.category), bcl: verdict.bulkLevel,
      folder: verdict.folder?.rawValue, cause: verdict.cause?.rawValue)
  }
}

extension MessageJSON.Authentication {
  init(_ authentication: MessageAuthentication) {
    self.init(
      spf: MessageJSON.shown(authentication.spf),
      dkim: authentication.dkim.prefix(100).compactMap(MessageJSON.shown),
      dmarc: MessageJSON.shown(authentication.dmarc?.value),
      compauth: MessageJSON.shown(authentication.composite),
      reason: MessageJSON.shown(authentication.reason), judged: authentication.judged.rawValue)
  }
}

extension MessageJSON.Hop {
  init(_ hop: MailHop) {
    self.init(
      from: MessageJSON.shown(hop.received.from), ip: hop.received.address?.description,
      by: MessageJSON.shown(hop.received.by),
      provider: hop.host?.id, time: hop.time?.description, delay: hop.delay, clock: hop.clock.rawValue)
  }
}

extension MessageJSON {
  func addMembers(to json: inout JSONWriter) {
    json.add("authentication", authentication)
    json.add("date", date)
    json.add("direction", direction)
    json.add("file", file)
    json.add("findings", findings)
    json.add("from", from)
    json.add("hops", hops)
    json.add("index", index)
    json.add("messageId", messageId)
    json.add("route", route)
    json.add("schema", schema)
    json.add("status", status)
    json.add("trace", trace)
    json.add("verdict", verdict)
  }
}

extension MessageJSON.Hop {
  func addMembers(to json: inout JSONWriter) {
    json.add("by", by)
    json.add("clock", clock)
    json.add("delay", delay)
    json.add("from", from)
    json.add("ip", ip)
    json.add("provider", provider)
    json.add("time", time)
  }
}

extension MessageJSON.Verdict {
  func addMembers(to json: inout JSONWriter) {
    json.add("bcl", bcl)
    json.add("category", category)
    json.add("cause", cause)
    json.add("filter", filter)
    json.add("folder", folder)
    json.add("scl", scl)
  }
}

extension MessageJSON.Authentication {
  func addMembers(to json: inout JSONWriter) {
    json.add("compauth", compauth)
    json.add("dkim", dkim)
    json.add("dmarc", dmarc)
    json.add("judged", judged)
    json.add("reason", reason)
    json.add("spf", spf)
  }
}

extension MessageJSON.TraceRow {
  func addMembers(to json: inout JSONWriter) {
    json.add("fromIP", fromIP)
    json.add("messageTraceId", messageTraceId)
    json.add("received", received)
    json.add("recipient", recipient)
    json.add("status", status)
  }
}
