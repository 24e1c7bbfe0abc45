import Glibc

/// A non-blocking socket, open for as long as somebody holds it.
final class Socket: Sendable {
  let descriptor: Int32

  /// Connects, or begins to, to `server`; the system picks the port at random. Throws the system's error.
  init(_ type: __socket_type, connectedTo server: ServerAddress) throws(Errno) {
    let opened = server.withSocketAddress { address, length -> Result<Int32, Errno> in
      let flags = Int32(type.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
      let descriptor = socket(Int32(address.pointee.sa_family), flags, 0)
      guard descriptor >= 0 else { return .failure(.last) }
      guard connect(descriptor, address, length) == 0 || errno == EINPROGRESS else {
        let error = Errno.last
        close(descriptor)
        return .failure(error)
      }
      return .success(descriptor)
    }
    descriptor = try opened.get()
  }

  deinit { close(descriptor) }

  /// Raises the soft limit of open files to the hard one and returns how many sockets that leaves for queries.
  static func raiseLimit() -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 256 }
    let wanted = min(limit.rlim_max, 65_536)
    if limit.rlim_cur < wanted {
      var raised = rlimit(rlim_cur: wanted, rlim_max: limit.rlim_max)
      if setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &raised) == 0 { limit.rlim_cur = wanted }
    }
    return max(16, Int(min(limit.rlim_cur, 65_536)) - 64)
  }
}

extension Errno {
  /// Errors that say nothing about the server: full queues, interrupted calls.
  var mayPass: Bool {
    switch code {
    case EAGAIN, EWOULDBLOCK, EINTR, ENOBUFS, ENOMEM: true
    default: false
    }
  }

  var isLackOfSockets: Bool { code == EMFILE || code == ENFILE }
}
