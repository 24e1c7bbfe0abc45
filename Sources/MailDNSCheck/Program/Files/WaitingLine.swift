import Glibc

/// On a terminal, says that DNS is being waited for, on a line that goes again, where nothing has been printed for a while.
enum WaitingLine {
  private struct State {
    /// Nil before anybody is asked.
    var printed: Instant?
    var isShown = false
  }

  private static let state = Guarded(State())

  /// So long nothing is said.
  private static let patience = Duration.seconds(2)
  private static let interval = Duration.milliseconds(500)

  /// Begins to watch; nothing where standard error is no terminal.
  static func begin(_ servers: [ServerAddress], _ language: Language) {
    guard isatty(STDERR_FILENO) == 1, let server = servers.first else {
      return
    }
    let isFirst = state.withLock { state in
      defer { state.printed = .now }
      return state.printed == nil
    }
    guard isFirst else { return }
    // A terminal without the line is no reason to end a run.
    try? detachThread {
      while true {
        sleepThread(until: .now + interval)
        show(server, others: servers.count - 1, language)
      }
    }
  }

  private static func show(_ server: ServerAddress, others: Int, _ language: Language) {
    state.withLock { state in
      guard let printed = state.printed else { return }
      let waited = printed.duration(to: .now)
      guard waited >= patience else { return }
      state.isShown = true
      let text = Wording.waiting(
        for: server.description, others: others, seconds: Int(waited.components.seconds))
      write("\r" + text[language] + "\u{1B}[K")
    }
  }

  /// Takes the line away, if it is there, since something else is about to be printed.
  static func interrupt() {
    state.withLock { state in
      guard state.printed != nil else { return }
      if state.isShown { write("\r\u{1B}[K") }
      state = State(printed: .now)
    }
  }

  private static func write(_ text: String) {
    let octets = Output.encodingForPeople.withLock { $0 }.octets(of: text)
    _ = Glibc.write(STDERR_FILENO, octets, octets.count)
  }
}
