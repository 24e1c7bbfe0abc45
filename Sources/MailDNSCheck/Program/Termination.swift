import Glibc

/// How the program ends: in time, by a signal, or because nobody reads on.
enum Termination {
  /// A file to be removed if the program ends before it has its final name.
  private static let unfinishedFile = Guarded<String?>(nil)

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Lets a thread of its own wait for the signals that end the program, so that it can tidy up; to be called before
  /// any other thread is started.
  static func prepare() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals where !isIgnored(signal) { sigaddset(&set, signal) }
    pthread_sigmask(SIG_BLOCK, &set, nil)
    do { try detachThread(waitForSignal) } catch { pthread_sigmask(SIG_UNBLOCK, &set, nil) }
  }

  /// A signal that whoever started us ignores (nohup) stays ignored.
  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return withUnsafeBytes(of: action.__sigaction_handler) { handler in
      handler.load(as: UInt.self) == withUnsafeBytes(of: SIG_IGN) { $0.load(as: UInt.self) }
    }
  }

  @Sendable private static func waitForSignal() {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals where !isIgnored(signal) { sigaddset(&set, signal) }
    var received: Int32 = 0
    while sigwait(&set, &received) != 0 {}
    die(by: received)
  }

  /// Ends the program as the signal would have, so that whoever started it can tell.
  static func die(by number: Int32) -> Never {
    removeUnfinishedFile()
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }

  static func exit(_ status: ExitStatus) -> Never {
    removeUnfinishedFile()
    Glibc.exit(status.rawValue)
  }

  /// Names the file that must not be left behind half-written; nil when it is complete.
  static func setUnfinishedFile(_ path: String?) { unfinishedFile.withLock { $0 = path } }

  private static func removeUnfinishedFile() {
    unfinishedFile.withLock { path in
      if let path { unlink(path) }
      path = nil
    }
  }
}
