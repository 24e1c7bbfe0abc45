import Glibc

/// The threads that run what waits for nothing: reading the command line, judging, writing reports.
///
/// The runtime's own thread pool would do where /proc is mounted. It watches its threads there once a second, and ends the
/// process where it is not, as in many a chroot.
final class WorkerThreads: TaskExecutor, @unchecked Sendable {
  // Sendable by hand: the semaphore never moves in memory, and any thread may post it or wait for it.
  private let wake = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)
  private let state = Guarded(State())
  private let limit: Int

  private struct State {
    var jobs: [UnownedJob] = []
    /// Where in `jobs` the next one is.
    var next = 0
    var threads = 1
    /// Threads that wait, but for those that have been posted to.
    var idle = 0

    mutating func takeJob() -> UnownedJob? {
      guard next < jobs.count else {
        jobs.removeAll(keepingCapacity: true)
        next = 0
        return nil
      }
      next += 1
      return jobs[next - 1]
    }
  }

  private enum Need {
    case nothing
    case idleThread
    case newThread
  }

  /// Starts the first thread; more of them, up to `limit`, as there is work for them. The threads stay.
  ///
  /// Throws the operating system's error where it has no thread left.
  init(limit: Int = max(2, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) throws(Errno) {
    self.limit = limit
    sem_init(wake, 0, 0)
    try detachThread { self.run() }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let need = state.withLock { state -> Need in
      state.jobs.append(job)
      if state.idle > 0 {
        state.idle -= 1
        return .idleThread
      }
      guard state.threads < limit else { return .nothing }
      state.threads += 1
      return .newThread
    }
    switch need {
    case .nothing: break
    case .idleThread: sem_post(wake)
    case .newThread:
      // Where there is none to be had, those that there are do the work.
      do throws(Errno) { try detachThread { self.run() } } catch { state.withLock { $0.threads -= 1 } }
    }
  }

  private func run() -> Never {
    while true {
      let job = state.withLock { state in
        let job = state.takeJob()
        if job == nil { state.idle += 1 }
        return job
      }
      if let job {
        job.runSynchronously(on: asUnownedTaskExecutor())
      } else {
        while sem_wait(wake) != 0 {}
      }
    }
  }
}
