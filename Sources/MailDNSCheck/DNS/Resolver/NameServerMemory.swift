/// Asks the servers of the root, and of what many domains share, each question once a run: what a list of domains has in common
/// are the names with one label.
final class NameServerMemory: NameServers {
  private enum Entry {
    case known(ServerReply)
    /// Somebody has asked, and these want it too; they get nil where that one gave up.
    case underWay([CheckedContinuation<ServerReply?, Never>])
  }

  private enum Step {
    case known(ServerReply)
    case underWay
    case fresh
  }

  private let base: any NameServers
  private let entries = Guarded<[ServerQuery: Entry]>([:])

  /// Replies that are kept; further ones are asked for again.
  private static let maximumCount = 4_096

  init(_ base: any NameServers) { self.base = base }

  func reply(to query: ServerQuery) async -> ServerReply {
    guard query.question.name.labelCount < 2 else { return await base.reply(to: query) }
    while true {
      switch step(query) {
      case .known(let reply): return reply
      case .underWay:
        if let reply = await wait(for: query) { return reply }
      case .fresh:
        let reply = await base.reply(to: query)
        land(reply)
        return reply
      }
    }
  }

  private func step(_ query: ServerQuery) -> Step {
    entries.withLock { entries in
      switch entries[query] {
      case .known(let reply)?: return .known(reply)
      case .underWay?: return .underWay
      case nil:
        if entries.count < Self.maximumCount { entries[query] = .underWay([]) }
        return .fresh
      }
    }
  }

  private func wait(for query: ServerQuery) async -> ServerReply? {
    await withCheckedContinuation { continuation in
      let landed: ServerReply?? = entries.withLock { entries in
        switch entries[query] {
        case .known(let reply)?: return .some(reply)
        case .underWay(let waiters)?:
          entries[query] = .underWay(waiters + [continuation])
          return .none
        case nil: return .some(nil)
        }
      }
      if let landed { continuation.resume(returning: landed) }
    }
  }

  private func land(_ reply: ServerReply) {
    let waiters = entries.withLock { entries in
      guard case .underWay(let waiters)? = entries[reply.query] else {
        return [CheckedContinuation<ServerReply?, Never>]()
      }
      entries[reply.query] = reply.failure?.kind == .cancelled ? nil : .known(reply)
      return waiters
    }
    let shared = reply.failure?.kind == .cancelled ? nil : reply
    for waiter in waiters { waiter.resume(returning: shared) }
  }
}
