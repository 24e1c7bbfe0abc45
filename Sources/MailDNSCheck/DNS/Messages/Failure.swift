/// Why DNS could not tell: the kind of failure, and the server it came from.
struct Failure: Error, Hashable, Sendable {
  let kind: Kind
  /// The server that failed; nil where none was involved.
  var server: ServerAddress?
  /// All servers that failed with that response code, where several were asked; `server` is one of them.
  var refusers: [ServerAddress] = []
  var extendedErrors: [ExtendedError] = []

  enum Kind: Hashable, Sendable {
    /// The server answered, and said that it failed or would not.
    case responseCode(ResponseCode)
    /// No answer in time. `ignored` counts the packets that came and did not fit the question.
    case timedOut(ignored: Int)
    /// The answer could not be read.
    case malformed(MalformedMessage)
    /// The answer was cut short, and fetching it whole over TCP failed in turn.
    indirect case truncated(Kind)
    /// The operating system refused: an unreachable network, a closed port, a lack of sockets.
    case network(errno: Int32)
    /// The server closed the connection before its answer was whole (RFC 7766 §6.2.4).
    case closed
    /// The server has an answer, or denies the name, because it is told to: a filter, a censor, a guard against rebinding
    /// (RFC 8914 §4.16 to §4.19). What DNS says is not known; why it is withheld is in `extendedErrors`.
    case withheld
    /// The server referred to others instead of answering: it does not resolve for us.
    case referral
    /// The CNAME chain loops or is longer than `AliasChain.maximumLength`.
    case aliasChain
    /// The name that a CNAME led to, or that was built from the question, is too long.
    case unusableName
    /// The run's deadline came first.
    case deadline
    case cancelled
    /// The name lies in none of the zone files, and DNS was not to be asked.
    case offline
    /// A line of the zone file that is about the question can't be read.
    case unreadableLine
    /// It may be in a part of the zone that was not read: a file that is not included, what lies beyond a bound.
    case unreadZonePart
    /// The zone file has a record that only its service can answer from, and DNS was not to be asked.
    case serviceRecord
    /// The zone file was written to, or cut, while answers were taken from it.
    case zoneFileChanged
    /// What was answered about the domain before takes as much room as one domain gets.
    case tooMuch
    /// As many questions as one domain gets have been put.
    case questionLimit
    /// The configuration names no server.
    case noServer
  }
}
