import Glibc

/// A value behind a mutex, for the few places that an actor cannot serve: those that run below the executors.
///
/// A POSIX mutex rather than `Synchronization.Mutex`, because ThreadSanitizer understands it.
final class Guarded<Value>: @unchecked Sendable {
  // Sendable by hand: `value` is touched by `withLock` alone, under the mutex, which never moves in memory.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private var value: Value

  init(_ value: sending Value) {
    self.value = value
    pthread_mutex_init(mutex, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    mutex.deallocate()
  }

  /// Calls `body` with the value while no other thread has it. Not re-entrant.
  func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    return try body(&value)
  }
}
