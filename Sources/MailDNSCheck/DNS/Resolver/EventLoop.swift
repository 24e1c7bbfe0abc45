import CResolv
import Glibc

/// One thread that waits for sockets with epoll and runs the jobs of the actor that owns them in between.
///
/// As the actor's executor it makes the socket code ordinary actor code: there is no state that two threads share,
/// and no descriptor is ever touched from two places. As a task executor it takes what is to be done on it from elsewhere.
final class EventLoop: SerialExecutor, TaskExecutor {
  private struct Queue {
    var jobs: [UnownedJob] = []
    var isAsleep = false
    var isStopped = false
    var thread: pthread_t?
  }

  /// A descriptor that is ready, and for what (EPOLLIN, EPOLLOUT, EPOLLERR, EPOLLHUP).
  struct Event {
    let descriptor: Int32
    let flags: UInt32
  }

  private static let eventsPerTurn = 512
  /// Rounds of jobs, each of which the one before has left behind, until the sockets have their turn.
  private static let roundsPerTurn = 64

  private let poll: Int32
  private let wake: Int32
  private let queue = Guarded(Queue())

  /// Throws the operating system's error where it has no descriptors left.
  init() throws(Errno) {
    poll = epoll_create1(Int32(EPOLL_CLOEXEC))
    guard poll >= 0 else { throw Errno.last }
    wake = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
    guard wake >= 0 else {
      let error = Errno.last
      close(poll)
      throw error
    }
    watch(wake, for: EPOLLIN)
  }

  deinit {
    close(wake)
    close(poll)
  }

  /// Starts the thread. `turn` is called on it with the descriptors that are ready; it returns for how many
  /// milliseconds the loop may sleep, or -1 for as long as nothing happens.
  func start(turn: @escaping @Sendable ([Event]) -> Int32) throws(Errno) {
    try detachThread { self.run(turn) }
  }

  /// Lets the thread end as soon as its jobs are done. Safe from any thread.
  func stop() {
    queue.withLock { $0.isStopped = true }
    wakeUp()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let mustWake = queue.withLock { queue in
      queue.jobs.append(job)
      defer { queue.isAsleep = false }
      return queue.isAsleep
    }
    if mustWake { wakeUp() }
  }

  func checkIsolated() {
    let isCurrent = queue.withLock { queue in
      queue.thread.map { pthread_equal($0, pthread_self()) != 0 } ?? false
    }
    precondition(isCurrent, "called off the event loop's thread")
  }

  /// Reports `descriptor` from now on when it is ready for `interest`. On the loop's thread only.
  func watch(_ descriptor: Int32, for interest: EPOLL_EVENTS) { control(EPOLL_CTL_ADD, descriptor, interest) }

  /// Changes what `descriptor` is watched for. Closing a descriptor ends the watch by itself.
  func rewatch(_ descriptor: Int32, for interest: EPOLL_EVENTS) {
    control(EPOLL_CTL_MOD, descriptor, interest)
  }

  private func control(_ operation: Int32, _ descriptor: Int32, _ interest: EPOLL_EVENTS) {
    var event = epoll_event(events: interest.rawValue, data: epoll_data_t(fd: descriptor))
    epoll_ctl(poll, operation, descriptor, &event)
  }

  private func wakeUp() {
    var one: UInt64 = 1
    write(wake, &one, MemoryLayout.size(ofValue: one))
  }

  /// Runs what is queued. Returns whether the loop has been stopped and nothing is left.
  private func runJobs() -> Bool {
    for _ in 0..<Self.roundsPerTurn {
      let (jobs, isStopped) = queue.withLock { queue in
        defer { queue.jobs = [] }
        return (queue.jobs, queue.isStopped)
      }
      if jobs.isEmpty { return isStopped }
      for job in jobs {
        job.runSynchronously(isolatedTo: asUnownedSerialExecutor(), taskExecutor: asUnownedTaskExecutor())
      }
    }
    return false
  }

  private func run(_ turn: ([Event]) -> Int32) {
    queue.withLock { $0.thread = pthread_self() }
    var buffer = [epoll_event](repeating: epoll_event(), count: Self.eventsPerTurn)
    var events: [Event] = []
    while true {
      if runJobs() { return }
      var timeout = turn(events)
      let mayRest = queue.withLock { queue in
        queue.isAsleep = queue.jobs.isEmpty && !queue.isStopped
        return queue.isAsleep
      }
      if !mayRest { timeout = 0 }
      let count = epoll_wait(poll, &buffer, Int32(buffer.count), timeout)
      queue.withLock { $0.isAsleep = false }
      events.removeAll(keepingCapacity: true)
      for event in buffer.prefix(Int(max(0, count))) {
        if event.data.fd == wake {
          var ignored: UInt64 = 0
          read(wake, &ignored, MemoryLayout.size(ofValue: ignored))
        } else {
          events.append(Event(descriptor: event.data.fd, flags: event.events))
        }
      }
    }
  }
}
