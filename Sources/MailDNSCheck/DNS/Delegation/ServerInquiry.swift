/// Asks name servers what a reading misses, all at once that it misses at a time, until it misses nothing.
enum ServerInquiry {
  /// Questions for one domain, all servers together; what would be more fails.
  static let maximumQuestions = 1_000

  /// What `read` makes of the replies, and the replies in the order in which the questions were put.
  static func run<Value: Sendable>(
    asking servers: any NameServers, _ read: (KnownReplies) throws(MissingReplies) -> Value
  ) async -> (value: Value, replies: [ServerReply]) {
    var replies: [ServerQuery: ServerReply] = [:]
    var asked: [ServerReply] = []
    var room = AnswerBudget.standardSize
    while true {
      let missing: [ServerQuery]
      do throws(MissingReplies) {
        let known = replies
        return (try read(KnownReplies { known[$0] }), asked)
      } catch {
        missing = error.queries.uniqued
      }
      let allowed = max(0, maximumQuestions - asked.count)
      for query in missing.dropFirst(allowed) {
        replies[query] = ServerReply(query: query, outcome: .failure(Failure(kind: .questionLimit)))
      }
      let new = await withTaskGroup(of: ServerReply.self) { group in
        for query in missing.prefix(allowed) { group.addTask { await servers.reply(to: query) } }
        var new: [ServerReply] = []
        for await reply in group { new.append(reply) }
        return new
      }
      for reply in new.sorted(by: { $0.started < $1.started }) {
        room -= reply.size
        let kept =
          room < 0
          ? ServerReply(
            query: reply.query, outcome: .failure(Failure(kind: .tooMuch)), transport: reply.transport,
            started: reply.started, duration: reply.duration) : reply
        replies[reply.query] = kept
        asked.append(kept)
      }
    }
  }
}

extension ServerReply {
  /// Octets of memory, about.
  fileprivate var size: Int {
    guard let message else { return 200 }
    return (message.answers + message.authority + message.additional).reduce(200) { sum, record in
      sum + record.owner.wireLength + record.data.size + MemoryLayout<ResourceRecord>.stride
    }
  }
}
