import CResolv

/// Which servers are asked, and how patiently.
struct ResolverConfiguration: Sendable {
  /// In the order in which they are asked.
  var servers: [ServerAddress]
  /// How long one server is waited for in one attempt.
  var timeout: Duration
  /// Rounds over all servers, at least 1.
  var attempts: Int
  /// Whether TCP is used from the start (RFC 7766).
  var tcpOnly = false
  /// Whether the AD bit of servers beyond loopback is believed (`options trust-ad` of resolv.conf).
  var trustsAuthenticatedData = false
  /// Queries a second at most, those sent again among them; nil is without limit.
  var rate: Int?
  /// Whether this is a run over a list: questions are spread over the servers, and one that is overloaded or restarts is
  /// waited for.
  var isForList = false
  /// When the run must be over; whatever is unknown by then stays unknown.
  var deadline: Instant?

  /// Cuts the time-out so that within `budget` a silent server leaves time for the others, and for questions that depend
  /// on the first answers.
  mutating func share(_ budget: Duration) {
    if servers.count > 1 { timeout = min(timeout, budget / (servers.count + 1)) }
  }

  /// What a question has for all its attempts at one server.
  var timeForAll: Duration { timeout * attempts }

  /// First wait before a question is sent again; doubles each time.
  static let firstRetry = Duration.milliseconds(300)

  /// The system's configuration: resolv.conf and RES_OPTIONS, as libresolv reads them. Where there is no resolv.conf,
  /// that is the server on loopback. Nil where libresolv cannot be initialised.
  static func system() -> ResolverConfiguration? {
    var raw = cresolv_configuration()
    guard cresolv_read_configuration(&raw) == 0 else { return nil }
    let servers = withUnsafeBytes(of: raw.servers) { storage in
      storage.bindMemory(to: sockaddr_storage.self).prefix(Int(raw.server_count)).compactMap(
        ServerAddress.init)
    }
    return ResolverConfiguration(
      servers: servers, timeout: .seconds(Int(raw.timeout_seconds)), attempts: max(1, Int(raw.attempts)),
      tcpOnly: raw.tcp_only != 0, trustsAuthenticatedData: raw.trust_ad != 0)
  }
}
