/// What became of one conversation with a host that takes mail, up to where nothing of a message has been said.
struct SMTPSession: Hashable, Sendable {
  let address: IPAddress
  let outcome: Outcome

  enum Outcome: Hashable, Sendable {
    /// There was no conversation, or it broke off; with the greeting where there was one.
    case failed(SMTPFailure, greeting: SMTPReply?)
    /// The server does not talk to whoever asked, by its greeting or its reply to EHLO.
    case refused(SMTPReply, SMTPStage)
    /// The server offers no STARTTLS.
    case plain(SMTPGreeting)
    /// It offers STARTTLS, and then does not want it.
    case declined(SMTPGreeting, SMTPReply)
    /// Behind its consent more has come in the clear, which nobody can tell from what somebody on the way has put in
    /// (RFC 3207 §5).
    case injected(SMTPGreeting)
    /// TLS did not come about; in the library's words.
    case disagreed(SMTPGreeting, String)
    case secured(SMTPGreeting, TLSSession)
  }
}

/// How a server introduces itself.
struct SMTPGreeting: Hashable, Sendable {
  let reply: SMTPReply
  let capabilities: SMTPCapabilities
}

/// How far a conversation has come.
enum SMTPStage: String, CaseIterable, Hashable, Sendable {
  case connection
  case greeting
  case hello = "ehlo"
  case startTLS = "starttls"
  case handshake = "tls"
}

/// Why nothing can be told of a host, or not all of it.
enum SMTPFailure: Error, Hashable, Sendable {
  /// The addresses of the host could not be asked.
  case addressUnknown(Failure)
  /// The address means something inside a site only.
  case privateAddress
  /// No connection; with the system's reason.
  case closed(Errno)
  case timedOut(SMTPStage)
  /// The server ended the connection, or the network did.
  case brokenOff(SMTPStage)
  /// What came is no SMTP.
  case garbled(SMTPReplyFault, SMTPStage)
  /// No library that speaks TLS.
  case noLibrary
  /// The run had to end.
  case outOfTime

  /// Whether there was not even a connection, as where a network lets nobody out to port 25.
  var isUnreached: Bool {
    switch self {
    case .closed, .timedOut(.connection): true
    default: false
    }
  }
}

extension SMTPSession {
  /// Nil where the server did not introduce itself.
  var greeting: SMTPGreeting? {
    switch outcome {
    case .failed, .refused: nil
    case .plain(let greeting), .declined(let greeting, _), .injected(let greeting),
      .disagreed(let greeting, _), .secured(let greeting, _):
      greeting
    }
  }

  /// What the server showed of itself; nil where the connection was not secured.
  var tls: TLSSession? { if case .secured(_, let session) = outcome { session } else { nil } }

  var failure: SMTPFailure? { if case .failed(let failure, _) = outcome { failure } else { nil } }
}
