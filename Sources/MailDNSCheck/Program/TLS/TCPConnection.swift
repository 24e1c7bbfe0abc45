import Glibc

/// Why octets could not be sent or had.
enum ConnectionFault: Error, Hashable, Sendable {
  case timedOut
  case system(Errno)
}

/// A TCP connection, used by the one thread that makes it, which waits no longer than it is told.
final class TCPConnection {
  let descriptor: Int32

  init(to target: ServerAddress, until deadline: Instant) throws(ConnectionFault) {
    let family =
      switch target.address {
      case .v4: AF_INET
      case .v6: AF_INET6
      }
    let type = Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
    descriptor = socket(family, type, 0)
    guard descriptor >= 0 else { throw .system(.last) }
    let status = target.withSocketAddress { connect(descriptor, $0, $1) }
    if status == 0 { return }
    guard errno == EINPROGRESS else { throw .system(.last) }
    try wait(for: POLLOUT, until: deadline)
    var code: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
    guard code == 0 else { throw .system(Errno(code: code)) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Waits until `event` (POLLIN, POLLOUT) has come.
  func wait(for event: Int32, until deadline: Instant) throws(ConnectionFault) {
    while true {
      let rest = Instant.now.duration(to: deadline)
      guard rest > .zero else { throw .timedOut }
      var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
      let milliseconds = Int32(min(rest / .milliseconds(1), 60_000).rounded(.up))
      let count = poll(&entry, 1, milliseconds)
      if count > 0 { return }
      if count < 0, errno != EINTR { throw .system(.last) }
    }
  }

  /// What has come; waits for the first octet. Empty at the end.
  func read(until deadline: Instant) throws(ConnectionFault) -> [UInt8] {
    while true {
      var buffer = [UInt8](repeating: 0, count: Self.chunk)
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count >= 0 { return Array(buffer.prefix(count)) }
      switch errno {
      case EAGAIN: try wait(for: POLLIN, until: deadline)
      case EINTR: continue
      default: throw .system(.last)
      }
    }
  }

  func write(_ octets: [UInt8], until deadline: Instant) throws(ConnectionFault) {
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count > 0 {
        rest = rest.dropFirst(count)
        continue
      }
      switch errno {
      case EAGAIN: try wait(for: POLLOUT, until: deadline)
      case EINTR: continue
      default: throw .system(.last)
      }
    }
  }

  /// The address of this end.
  var localAddress: IPAddress? {
    var storage = sockaddr_storage()
    var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let status = withUnsafeMutablePointer(to: &storage) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &length) }
    }
    return status == 0 ? ServerAddress(storage)?.address : nil
  }

  /// Octets that are read at once.
  private static let chunk = 4_096
}
