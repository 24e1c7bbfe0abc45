/// The replies that are there so far, by server: what `KnownAnswers` is to whoever asks name servers themselves.
struct KnownReplies {
  private let find: (ServerQuery) -> ServerReply?

  init(_ find: @escaping (ServerQuery) -> ServerReply?) { self.find = find }

  /// Throws where the reply has not come.
  func reply(to query: ServerQuery) throws(MissingReplies) -> ServerReply {
    guard let reply = find(query) else { throw MissingReplies(queries: [query]) }
    return reply
  }

  /// The replies to `queries` in their order. Throws all that are missing.
  func replies(to queries: [ServerQuery]) throws(MissingReplies) -> [ServerReply] {
    let replies = queries.compactMap(find)
    guard replies.count == queries.count else {
      throw MissingReplies(queries: queries.filter { find($0) == nil })
    }
    return replies
  }

  /// What `read` makes of each element, in order. Throws all that any of them misses.
  func each<Element, Value>(
    _ elements: some Sequence<Element>, _ read: (Element) throws(MissingReplies) -> Value
  ) throws(MissingReplies) -> [Value] {
    var values: [Value] = []
    var missing: [ServerQuery] = []
    for element in elements {
      do throws(MissingReplies) { values.append(try read(element)) } catch { missing += error.queries }
    }
    guard missing.isEmpty else { throw MissingReplies(queries: missing) }
    return values
  }
}

/// What has to be asked before a reading can go on, never nothing; may name a query twice.
struct MissingReplies: Error {
  let queries: [ServerQuery]
}
