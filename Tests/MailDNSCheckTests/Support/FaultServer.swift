import Foundation
import Glibc

@testable import MailDNSCheck

/// A DNS server on a free port of 127.0.0.1 that does what a closure says: also what no decent server does.
///
/// It has threads of its own, so that it answers while a test blocks. The closure is called for one query at a time.
final class FaultServer: Sendable {
  enum Transport: Hashable, Sendable { case udp, tcp }

  /// A query as it came in.
  struct Query: Sendable {
    let octets: [UInt8]
    let id: UInt16
    let name: DomainName
    let type: RecordType
    let transport: Transport
    /// Counts all queries of this server from 0.
    let sequence: Int
    let sourcePort: UInt16
    let hasEDNS: Bool
    let received: Instant
  }

  /// What is done about a query, one after the other.
  enum Action: Sendable {
    case reply([UInt8])
    /// The same from another port of this machine; nothing over TCP.
    case replyFromOtherPort([UInt8])
    /// The same from the server's port of 127.0.0.2; nothing over TCP.
    case replyFromOtherAddress([UInt8])
    /// From the server's own port to another one of the client's machine; nothing over TCP.
    case replyToOtherPort([UInt8], UInt16)
    /// Waits, without holding up other queries.
    case delay(milliseconds: Int)
    case drop
    /// Closes the connection; nothing over UDP.
    case close
    /// Breaks the connection off, so that the other side gets a reset; nothing over UDP.
    case reset
    /// Over TCP these octets behind a length prefix that may announce more (nil: no prefix); over UDP just the octets.
    case partial([UInt8], lengthPrefix: UInt16?)

    static func reply(_ reply: Reply) -> Action { .reply(reply.octets) }
    static func replyFromOtherPort(_ reply: Reply) -> Action { .replyFromOtherPort(reply.octets) }
    static func replyFromOtherAddress(_ reply: Reply) -> Action { .replyFromOtherAddress(reply.octets) }
  }

  let port: UInt16
  private let log: Log
  /// A pipe whose read end is readable once the server is to stop.
  private let stopPipe: (read: Int32, write: Int32)
  private let running = DispatchGroup()
  private let sockets: [LoopbackSocket]

  /// Starts the server. Over a transport that is left out nobody listens. Without `keepsQueries` the queries are counted
  /// and forgotten, for those who ask without end.
  init(
    transports: Set<Transport> = [.udp, .tcp], keepsQueries: Bool = true,
    _ behaviour: @escaping @Sendable (Query) -> [Action]
  ) throws {
    log = Log(keepsQueries: keepsQueries)
    let (udp, tcp) = try LoopbackSocket.pairOnFreePort()
    port = udp.port
    sockets = [udp, tcp]
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw LoopbackSocket.failure() }
    stopPipe = (ends[0], ends[1])
    let worker = Worker(log: log, behaviour: behaviour, stopSignal: ends[0], running: running)
    if transports.contains(.udp) {
      worker.start { $0.serveUDP(udp) }
    } else {
      udp.close()
    }
    if transports.contains(.tcp) {
      guard listen(tcp.descriptor, 64) == 0 else { throw LoopbackSocket.failure() }
      worker.start { $0.serveTCP(tcp) }
    }
  }

  deinit {
    stop()
    close(stopPipe.read)
    close(stopPipe.write)
  }

  /// Closes the port and ends all connections; returns when that is done.
  func stop() {
    write(stopPipe.write, "x", 1)
    running.wait()
    for socket in sockets { socket.close() }
  }

  var address: ServerAddress { ServerAddress(address: IPAddress("127.0.0.1")!, port: port) }

  /// The queries so far, in the order in which they came.
  var queries: [Query] { log.queries }

  /// Packets that were no query with one question.
  var malformed: [[UInt8]] { log.malformed }
}

extension FaultServer {
  /// The queries of a server, from several threads.
  fileprivate final class Log: @unchecked Sendable {
    private let lock = NSLock()
    private let keepsQueries: Bool
    private var count = 0
    private var all: [Query] = []
    private var rejects: [[UInt8]] = []

    init(keepsQueries: Bool) { self.keepsQueries = keepsQueries }

    var queries: [Query] { lock.withLock { all } }
    var malformed: [[UInt8]] { lock.withLock { rejects } }

    /// Records the query and decides about it, so that the closure sees queries in the order of their numbers.
    func take(
      _ octets: [UInt8], _ transport: Transport, port: UInt16, _ behaviour: (Query) -> [Action]
    ) -> [Action] {
      lock.withLock {
        guard
          let query = Query(octets, transport: transport, sequence: count, sourcePort: port)
        else {
          if keepsQueries { rejects.append(octets) }
          return []
        }
        count += 1
        if keepsQueries { all.append(query) }
        return behaviour(query)
      }
    }
  }

  /// What the threads share; it does not keep the server alive.
  fileprivate struct Worker: Sendable {
    let log: Log
    let behaviour: @Sendable (Query) -> [Action]
    /// Readable once the server is to stop.
    let stopSignal: Int32
    let running: DispatchGroup

    func start(_ body: @escaping @Sendable (Worker) -> Void) {
      running.enter()
      Thread.detachNewThread {
        body(self)
        running.leave()
      }
    }

    func serveUDP(_ socket: LoopbackSocket) {
      while socket.isReadable(within: nil, interrupt: stopSignal) {
        guard let (octets, port) = socket.receive(within: .zero) else { continue }
        let actions = log.take(octets, .udp, port: port, behaviour)
        if actions.contains(where: \.waits) {
          start { $0.perform(actions, on: socket, to: port) }
        } else {
          perform(actions, on: socket, to: port)
        }
      }
    }

    private func perform(_ actions: [Action], on socket: LoopbackSocket, to port: UInt16) {
      for action in actions {
        switch action {
        case .reply(let octets), .partial(let octets, _): socket.send(octets, to: port)
        case .replyFromOtherPort(let octets): try? LoopbackSocket(.udp).send(octets, to: port)
        case .replyFromOtherAddress(let octets):
          LoopbackSocket.strangerSends(octets, from: socket.port, to: port)
        case .replyToOtherPort(let octets, let other): socket.send(octets, to: other)
        case .delay(let milliseconds): if !pause(milliseconds) { return }
        case .drop, .close, .reset: break
        }
      }
    }

    func serveTCP(_ listener: LoopbackSocket) {
      while listener.isReadable(within: nil, interrupt: stopSignal) {
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let descriptor = withUnsafeMutablePointer(to: &address) { pointer in
          pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            accept(listener.descriptor, $0, &length)
          }
        }
        guard descriptor >= 0 else { continue }
        let connection = LoopbackSocket(accepted: descriptor)
        let port = UInt16(bigEndian: address.sin_port)
        start { $0.serve(connection, port: port) }
      }
    }

    private func serve(_ connection: LoopbackSocket, port: UInt16) {
      defer { connection.close() }
      while connection.isReadable(within: nil, interrupt: stopSignal) {
        guard let prefix = connection.read(2, within: .seconds(5)),
          let octets = connection.read(Int(prefix[0]) << 8 | Int(prefix[1]), within: .seconds(5))
        else { return }
        for action in log.take(octets, .tcp, port: port, behaviour) {
          switch action {
          case .reply(let octets):
            guard connection.sendAll(WireWriter.number(UInt16(octets.count)) + octets) else { return }
          case .partial(let octets, let prefix):
            guard connection.sendAll((prefix.map { WireWriter.number($0) } ?? []) + octets) else { return }
          case .delay(let milliseconds): if !pause(milliseconds) { return }
          case .close: return
          case .reset:
            connection.reset()
            return
          case .drop, .replyFromOtherPort, .replyFromOtherAddress, .replyToOtherPort: break
          }
        }
      }
    }

    /// Waits; false where the server stopped meanwhile.
    private func pause(_ milliseconds: Int) -> Bool {
      var descriptor = pollfd(fd: stopSignal, events: Int16(POLLIN), revents: 0)
      return poll(&descriptor, 1, Int32(milliseconds)) == 0
    }
  }
}

extension FaultServer.Action {
  fileprivate var waits: Bool { if case .delay = self { true } else { false } }
}

extension FaultServer.Query {
  fileprivate init?(
    _ octets: [UInt8], transport: FaultServer.Transport, sequence: Int, sourcePort: UInt16
  ) {
    guard octets.count > 16, octets[2] & 0x80 == 0, octets[4] == 0, octets[5] == 1 else { return nil }
    var end = 12
    while end < octets.count, octets[end] != 0 { end += Int(octets[end]) + 1 }
    guard end + 5 <= octets.count, let name = DomainName(wire: octets[12...end]) else { return nil }
    self.octets = octets
    id = UInt16(octets[0]) << 8 | UInt16(octets[1])
    self.name = name
    type = RecordType(rawValue: UInt16(octets[end + 1]) << 8 | UInt16(octets[end + 2]))
    self.transport = transport
    self.sequence = sequence
    self.sourcePort = sourcePort
    // The OPT record of a query without other additional records follows its question (RFC 6891 §6.1.2).
    hasEDNS = octets[(end + 5)...].starts(with: [0, 0, 41])
    received = .now
  }

  /// The question section as it came.
  var questionSection: [UInt8] { name.wire + WireWriter.number(type.rawValue) + [0, 1] }
}
