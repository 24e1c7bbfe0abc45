/// Whatever answers as the name servers of the world: servers themselves, or recorded replies.
protocol NameServers: Sendable {
  /// What the server of `query` says. Always returns: silence comes back as a failure.
  func reply(to query: ServerQuery) async -> ServerReply
}

/// Asks nobody.
struct OfflineNameServers: NameServers {
  func reply(to query: ServerQuery) async -> ServerReply {
    ServerReply(query: query, outcome: .failure(Failure(kind: .offline)))
  }
}
