/// Rows of message traces, found again by what a message says of itself: the id that Exchange Online has given it, which is
/// the trace id, or its Message-ID. The first `maximumRows` are kept.
struct TraceIndex: Sendable {
  private var byTraceID: [String: [TraceMessage]] = [:]
  private var byMessageID: [String: [TraceMessage]] = [:]
  private var count = 0
  /// Whether every row was kept.
  private(set) var isWhole = true

  static let maximumRows = 200_000
  /// Of one message, which can have any number of recipients.
  private static let maximumOfOne = 100

  mutating func add(_ row: TraceMessage) {
    guard count < Self.maximumRows else {
      isWhole = false
      return
    }
    count += 1
    if let id = row.traceID.map(Self.key), !id.isEmpty { Self.append(row, to: &byTraceID[id, default: []]) }
    if let id = row.messageID.map(Self.key), !id.isEmpty {
      Self.append(row, to: &byMessageID[id, default: []])
    }
  }

  private static func append(_ row: TraceMessage, to rows: inout [TraceMessage]) {
    if rows.count < maximumOfOne { rows.append(row) }
  }

  /// The rows of the message that Exchange Online gave these ids; where it gave none, of the one with this Message-ID: that
  /// is the sender's, who may use it twice.
  func rows(traceIDs: [String], messageID: String?) -> [TraceMessage] {
    for id in traceIDs { if let rows = byTraceID[Self.key(id)] { return rows } }
    let rows = messageID.flatMap { byMessageID[Self.key($0)] } ?? []
    // A row with a trace id, and another than the message's, is of another message.
    return rows.filter { traceIDs.isEmpty || $0.traceID == nil }
  }

  fileprivate static func key(_ text: String) -> String {
    String(text.filter { !$0.isWhitespace && $0 != "<" && $0 != ">" && $0 != "{" && $0 != "}" })
      .asciiLowercased
  }
}

/// What the rows of traces that were found for a message say of it, and whether they can be its own.
struct TraceMatch: Sendable {
  /// Rows that say nothing else than the message does of itself.
  let rows: [TraceMessage]
  /// What others have that the message has not.
  let contradictions: [Contradiction]

  enum Contradiction: Hashable, Sendable {
    case messageID(String)
    case sender(String)
  }

  /// - Parameters:
  ///   - messageID: Nil where the message has none.
  ///   - senders: The addresses that it names as its sender's; empty where it does not show that of the envelope.
  init(_ found: [TraceMessage], messageID: String?, senders: [String]) {
    let messageID = messageID.map(TraceIndex.key)
    let senders = Set(senders.map(TraceIndex.key))
    var rows: [TraceMessage] = []
    var contradictions: [Contradiction] = []
    for row in found {
      if let own = messageID, let other = row.messageID, Self.isOther(other, [own]) {
        contradictions.append(.messageID(other))
      } else if !senders.isEmpty, let other = row.sender, Self.isOther(other, senders) {
        contradictions.append(.sender(other))
      } else {
        rows.append(row)
      }
    }
    self.rows = rows
    self.contradictions = contradictions.uniqued
  }

  /// A bounce has no sender, `<>`.
  private static func isOther(_ text: String, _ own: Set<String>) -> Bool {
    let key = TraceIndex.key(text)
    return !key.isEmpty && !own.contains(key)
  }

  /// On the message `subject`.
  func findings(isWhole: Bool, of subject: String, in catalogue: ProviderCatalogue) -> [Finding] {
    let others = contradictions.first.map { [Finding.trace.otherInTrace(subject, $0)] } ?? []
    return rows.isEmpty && !others.isEmpty
      ? others : others + .onTrace(rows, isWhole: isWhole, of: subject, in: catalogue)
  }
}

extension [Finding] {
  /// What the rows of traces say of the message `subject`.
  fileprivate static func onTrace(
    _ rows: [TraceMessage], isWhole: Bool, of subject: String, in catalogue: ProviderCatalogue
  ) -> [Finding] {
    guard let first = rows.first else { return [.trace.notInTrace(subject, isWhole)] }
    let host = first.from.map { address -> Wording in
      let name = catalogue.provider(ofAddress: address).map {
        HostProvider.provider($0.id).wording(in: catalogue)
      }
      return Wording(
        "\(address)" + (name.map { " (\($0.english))" } ?? ""),
        "\(address)" + (name.map { "(\($0.japanese))" } ?? ""))
    }
    let statuses = rows.compactMap(\.status).uniqued.prefix(3)
    return [.trace.inTrace(subject, (rows: rows.count, statuses: [String](statuses), host: host))]
  }
}
