import Foundation
import Glibc

@testable import MailDNSCheck

/// A socket on 127.0.0.1 with blocking calls, closed with the value that holds it, or before.
final class LoopbackSocket: @unchecked Sendable {
  let descriptor: Int32
  private let lock = NSLock()
  private var isOpen = true

  enum Kind {
    case udp, tcp
    fileprivate var raw: Int32 { Int32(self == .udp ? SOCK_DGRAM.rawValue : SOCK_STREAM.rawValue) }
  }

  init(_ kind: Kind) throws {
    descriptor = socket(AF_INET, kind.raw | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw Self.failure() }
  }

  init(accepted descriptor: Int32) { self.descriptor = descriptor }

  deinit { close() }

  /// Ends a connection or stops listening. No other thread may still be using the socket.
  func close() {
    lock.withLock {
      // A child process that is just being started may have the descriptor for a moment longer.
      if isOpen {
        shutdown(descriptor, Int32(SHUT_RDWR))
        Glibc.close(descriptor)
      }
      isOpen = false
    }
  }

  /// Ends the connection at once: whoever closes it from now on does not say good-bye, but breaks it off.
  func reset() {
    lock.withLock {
      var atOnce = linger(l_onoff: 1, l_linger: 0)
      setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, socklen_t(MemoryLayout<linger>.size))
      if isOpen { Glibc.close(descriptor) }
      isOpen = false
    }
  }

  /// 127.0.0.1.
  static let host: UInt32 = 0x7F00_0001

  static func failure() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }

  /// The port of the socket's own end.
  var port: UInt16 {
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = getsockname(descriptor, $0, &length)
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  /// Takes `port` of 127.0.0.1, or of another address of this machine.
  func bind(port: UInt16, at host: UInt32 = LoopbackSocket.host) throws {
    var on: Int32 = 1
    // For TCP only: connections that linger do not hold the port. For UDP it would let two sockets share one.
    var kind: Int32 = 0
    var length = socklen_t(MemoryLayout<Int32>.size)
    getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &kind, &length)
    if kind == LoopbackSocket.Kind.tcp.raw { setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, length) }
    let result = Self.withAddress(port, at: host) { Glibc.bind(descriptor, $0, $1) }
    guard result == 0 else { throw Self.failure() }
  }

  func connect(port: UInt16) throws {
    let result = Self.withAddress(port) { Glibc.connect(descriptor, $0, $1) }
    guard result == 0 else { throw Self.failure() }
  }

  func send(_ octets: [UInt8], to port: UInt16) {
    _ = Self.withAddress(port) { sendto(descriptor, octets, octets.count, 0, $0, $1) }
  }

  /// Sends all octets on a connection; false where the other side is gone.
  @discardableResult
  func sendAll(_ octets: [UInt8]) -> Bool {
    var rest = octets[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard sent > 0 else { return false }
      rest = rest.dropFirst(sent)
    }
    return true
  }

  /// One packet and the port that it came from; nil where none came in time or the socket has an error.
  func receive(within limit: Duration) -> (octets: [UInt8], port: UInt16)? {
    guard isReadable(within: limit) else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var address = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let count = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        recvfrom(descriptor, &buffer, buffer.count, 0, $0, &length)
      }
    }
    guard count >= 0 else { return nil }
    return (Array(buffer.prefix(count)), UInt16(bigEndian: address.sin_port))
  }

  /// Exactly `count` octets of a connection; nil where it ends before or takes longer.
  func read(_ count: Int, within limit: Duration) -> [UInt8]? {
    let end = Instant.now + limit
    var octets: [UInt8] = []
    while octets.count < count {
      let rest = end - Instant.now
      guard rest > .zero, isReadable(within: rest) else { return nil }
      var buffer = [UInt8](repeating: 0, count: count - octets.count)
      let received = recv(descriptor, &buffer, buffer.count, 0)
      guard received > 0 else { return nil }
      octets += buffer.prefix(received)
    }
    return octets
  }

  /// Whether something can be read, also an end or an error. `interrupt` is a descriptor that ends the wait.
  func isReadable(within limit: Duration?, interrupt: Int32 = -1) -> Bool {
    var descriptors = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: interrupt, events: Int16(POLLIN), revents: 0),
    ]
    let milliseconds = limit.map {
      Int32(clamping: $0 / .milliseconds(1) > 1 ? Int($0 / .milliseconds(1)) : 1)
    }
    var result: Int32
    repeat { result = poll(&descriptors, 2, milliseconds ?? -1) } while result < 0 && errno == EINTR
    return result > 0 && descriptors[1].revents == 0
  }

  private static func withAddress<Result>(
    _ port: UInt16, at host: UInt32 = LoopbackSocket.host,
    _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
  ) -> Result {
    let address = sockaddr_in(
      sin_family: sa_family_t(AF_INET), sin_port: port.bigEndian,
      sin_addr: in_addr(s_addr: host.bigEndian), sin_zero: (0, 0, 0, 0, 0, 0, 0, 0))
    return withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
  }
}

extension LoopbackSocket {
  /// A UDP socket and a listening TCP socket on one free port.
  static func pairOnFreePort() throws -> (udp: LoopbackSocket, tcp: LoopbackSocket) {
    for _ in 0..<50 {
      let tcp = try LoopbackSocket(.tcp)
      try tcp.bind(port: 0)
      let udp = try LoopbackSocket(.udp)
      do { try udp.bind(port: tcp.port) } catch { continue }
      return (udp, tcp)
    }
    throw POSIXError(.EADDRINUSE)
  }

  /// Sends `octets` to `port` from 127.0.0.2: from `source` there or, where somebody has that, from any port.
  static func strangerSends(_ octets: [UInt8], from source: UInt16, to port: UInt16) {
    guard let stranger = try? LoopbackSocket(.udp) else { return }
    do { try stranger.bind(port: source, at: host + 1) } catch { try? stranger.bind(port: 0, at: host + 1) }
    stranger.send(octets, to: port)
  }

  /// A port of 127.0.0.1 on which nobody listens, neither over UDP nor over TCP.
  static func freePort() throws -> UInt16 { try pairOnFreePort().udp.port }
}

/// DNS asked by hand, without the program's own resolver.
enum RawDNS {
  /// A query of one question, recursion desired, without EDNS.
  static func query(_ name: String, type: UInt16, id: UInt16 = 0x1234) -> [UInt8] {
    WireWriter.header(id: id, flags: 0x0100, counts: [1, 0, 0, 0]) + WireWriter.name(name)
      + WireWriter.number(type) + [0, 1]
  }

  static func askUDP(_ query: [UInt8], port: UInt16, within limit: Duration = .seconds(2)) throws -> [UInt8]?
  {
    let socket = try LoopbackSocket(.udp)
    socket.send(query, to: port)
    return socket.receive(within: limit)?.octets
  }

  /// The same of a server at any address.
  static func askUDP(_ query: [UInt8], _ server: ServerAddress, within limit: Duration) throws -> [UInt8]? {
    let socket = try LoopbackSocket(.udp)
    server.withSocketAddress { _ = sendto(socket.descriptor, query, query.count, 0, $0, $1) }
    return socket.receive(within: limit)?.octets
  }

  /// The answer over TCP, without its length prefix (RFC 1035 §4.2.2).
  static func askTCP(_ query: [UInt8], port: UInt16, within limit: Duration = .seconds(2)) throws -> [UInt8]?
  {
    let socket = try LoopbackSocket(.tcp)
    try socket.connect(port: port)
    socket.sendAll(WireWriter.number(UInt16(query.count)) + query)
    guard let prefix = socket.read(2, within: limit) else { return nil }
    return socket.read(Int(prefix[0]) << 8 | Int(prefix[1]), within: limit)
  }
}
