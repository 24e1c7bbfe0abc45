/// One question to one name server, as whoever walks down from the root puts it: for what the server holds itself
/// (RFC 1034 §5.3.3).
struct ServerQuery: Hashable, Sendable {
  let server: ServerAddress
  let question: Question
  var form = Form.extended
  /// Over UDP an answer that does not fit is fetched over TCP.
  var transport = Answer.Transport.udp
  /// Whether nobody should be there to answer; then it is not waited for long.
  var isLongShot = false

  /// What the query says besides the question.
  enum Form: Hashable, Sendable {
    /// With EDNS(0) (RFC 6891).
    case extended
    /// With EDNS(0), and signatures are to come along (DO, RFC 3225).
    case signed
    /// As before EDNS.
    case plain
    /// The server is to ask others (RD), with EDNS(0).
    case recursive
  }
}

/// What one server said to one question, or why it said nothing.
struct ServerReply: Sendable {
  let query: ServerQuery
  let outcome: Result<Message, Failure>
  /// How the message came.
  var transport = Answer.Transport.udp
  /// When the question was put, and how long it took.
  var started = Instant.now
  var duration = Duration.zero

  var message: Message? { try? outcome.get() }

  var failure: Failure? { if case .failure(let failure) = outcome { failure } else { nil } }

  /// The records of the answer section that belong to the question.
  var records: [ResourceRecord] {
    let question = query.question
    return (message?.answers ?? []).filter { $0.owner == question.name && $0.type == question.type }
  }

  /// Where a CNAME record leads that stands in place of the answer.
  var alias: DomainName? {
    let name = query.question.name
    return message?.answers.lazy.compactMap { record in
      if record.owner == name, case .cname(let target) = record.data { target } else { nil }
    }.first
  }
}

extension ServerReply {
  /// The same as the answer to a question of whoever does not care which server it was.
  var answer: Answer {
    var aliases: [Answer.Alias] = []
    let end: Answer.Outcome
    var origin = Answer.Origin(
      source: .server(query.server, transport), started: started, duration: duration)
    switch outcome {
    case .failure(let failure):
      end = .failed(failure)
    case .success(let message):
      origin.isAuthoritative = message.head.isAuthoritative
      origin.offersRecursion = message.head.offersRecursion
      origin.extendedErrors = message.extendedErrors
      if ![.noError, .noSuchName].contains(message.responseCode) {
        end = .failed(Failure(kind: .responseCode(message.responseCode), server: query.server))
      } else {
        switch AliasChain.follow(query.question, in: message) {
        case .settled(let chain, .failed(let failure)) where failure.kind == .referral:
          // Whoever walks down has asked for just that.
          (aliases, end) = (chain, .found(message.authority.filter { $0.type == .ns }))
        case .settled(let chain, let outcome): (aliases, end) = (chain, outcome)
        case .unfinished(let chain): (aliases, end) = (chain, .noData(Answer.Denial()))
        }
      }
    }
    return Answer(question: query.question, aliases: aliases, outcome: end, origin: origin)
  }
}
