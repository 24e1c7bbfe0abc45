import CResolv
import Glibc

/// How the program ends: in time, by a signal, or because nobody reads on.
enum Termination {
  /// What to do before that signal ends the program, such as to print what is finished.
  private static let lastWords = Guarded<(@Sendable (Int32) -> Void)?>(nil)
  /// Files to be removed if the program ends before they have their final names.
  private static let unfinishedFiles = Guarded<Set<String>>([])

  private static let signals = [SIGINT, SIGTERM, SIGHUP]

  /// Makes the process fit to run; to be called before any other thread is started.
  static func prepare() {
    occupyStandardDescriptors()
    // A file that may not grow is an error to be told, as a full disk is.
    signal(SIGXFSZ, SIG_IGN)
    var set = endingSignals
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }

  /// Descriptors that the runtime needs for itself: it traps where it gets none.
  private static let neededDescriptors = 6

  /// Why there are too few descriptors to start anything; nil where there are enough.
  static var lackOfDescriptors: Errno? {
    var opened: [Int32] = []
    defer { for descriptor in opened { close(descriptor) } }
    for _ in 0..<neededDescriptors {
      let descriptor = eventfd(0, Int32(EFD_CLOEXEC))
      guard descriptor >= 0 else { return .last }
      opened.append(descriptor)
    }
    return nil
  }

  /// Waits for a signal that ends the program, and ends it.
  static func waitForSignal() -> Never {
    var set = endingSignals
    var received: Int32 = 0
    while sigwait(&set, &received) != 0 {}
    let words = lastWords.withLock { $0 }
    // Without a thread for it they just take as long as they take.
    try? detachThread { [received] in
      sleepThread(until: .now + timeForLastWords)
      die(by: received)
    }
    words?(received)
    die(by: received)
  }

  /// A pipe that nobody reads any more would keep the program for ever; so would whatever else is written to.
  private static let timeForLastWords = Duration.seconds(5)

  /// The signals that end the program; one that whoever started us ignores (nohup) stays ignored.
  private static var endingSignals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    for signal in signals where !isIgnored(signal) { sigaddset(&set, signal) }
    return set
  }

  private static func isIgnored(_ signal: Int32) -> Bool {
    var action = sigaction()
    sigaction(signal, nil, &action)
    return withUnsafeBytes(of: action.__sigaction_handler) { handler in
      handler.load(as: UInt.self) == withUnsafeBytes(of: SIG_IGN) { $0.load(as: UInt.self) }
    }
  }

  /// Fills the standard descriptors that are closed with something that can be neither read nor written, so that no
  /// socket takes their number and gets the report.
  private static func occupyStandardDescriptors() {
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is the one that is missing. Standard input is opened for writing, the others for reading.
      _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Ends the program as the signal would have, so that whoever started it can tell.
  static func die(by number: Int32) -> Never {
    WaitingLine.interrupt()
    removeUnfinishedFiles()
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    signal(number, SIG_DFL)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    _exit(128 + number)
  }

  static func exit(_ status: ExitStatus) -> Never {
    WaitingLine.interrupt()
    removeUnfinishedFiles()
    Glibc.exit(status.rawValue)
  }

  /// Names what to do before a signal, which it gets, ends the program; it may be called on any thread, once.
  static func setLastWords(_ words: (@Sendable (Int32) -> Void)?) { lastWords.withLock { $0 = words } }

  /// `SIGTERM`, of the signals that end the program.
  static func name(of signal: Int32) -> String {
    switch signal {
    case SIGINT: "SIGINT"
    case SIGTERM: "SIGTERM"
    case SIGHUP: "SIGHUP"
    default: "signal \(signal)"
    }
  }

  /// Names a file that must not be left behind half-written.
  static func addUnfinishedFile(_ path: String) { _ = unfinishedFiles.withLock { $0.insert(path) } }

  /// Says that the file is complete.
  static func forgetUnfinishedFile(_ path: String) { _ = unfinishedFiles.withLock { $0.remove(path) } }

  private static func removeUnfinishedFiles() {
    unfinishedFiles.withLock { paths in
      for path in paths { unlink(path) }
      paths = []
    }
  }
}
