import Glibc

/// Starts a thread of its own for `body`, which may block; nobody waits for its end.
func detachThread(_ body: @escaping @Sendable () -> Void) throws(Errno) {
  let box = Unmanaged.passRetained(ThreadBody(body))
  var thread = pthread_t()
  let status = pthread_create(&thread, nil, ThreadBody.main, box.toOpaque())
  guard status == 0 else {
    box.release()
    throw Errno(code: status)
  }
  pthread_detach(thread)
}

/// Lets the thread that calls it sleep until `end`.
func sleepThread(until end: Instant) {
  while true {
    let rest = Instant.now.duration(to: end)
    guard rest > .zero else { return }
    var time = timespec(
      tv_sec: Int(rest.components.seconds), tv_nsec: Int(rest.components.attoseconds / 1_000_000_000))
    nanosleep(&time, nil)
  }
}

/// What the thread runs, in the form that pthread_create() hands over.
private final class ThreadBody: Sendable {
  private let run: @Sendable () -> Void
  init(_ run: @escaping @Sendable () -> Void) { self.run = run }

  static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
    guard let argument else { return nil }
    Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue().run()
    return nil
  }
}
