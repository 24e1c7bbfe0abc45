import Glibc

/// A connected UDP socket and the questions that wait for an answer at it, by the id each was sent with.
final class PooledSocket {
  private let socket: Socket
  /// When it is to be used no more.
  let end: Instant
  fileprivate(set) var sendings = 0
  /// Where it is in its pool.
  fileprivate var index = 0
  fileprivate(set) var isRetired = false
  /// Whether the event loop has let go of it.
  var isReleased = false
  /// Packets that came and answered nothing that was asked.
  private(set) var strays = 0
  /// In no order. So few, hardly ever more than ten, that looking through them is quicker than hashing.
  private(set) var waiting: [(id: UInt16, passage: Passage)] = []

  /// Throws the system's error.
  init(to server: ServerAddress, end: Instant) throws(Errno) {
    socket = try Socket(SOCK_DGRAM, connectedTo: server)
    self.end = end
  }

  var descriptor: Int32 { socket.descriptor }

  /// Takes `passage` in under an id that nobody else waits with here; `proposal` where that is free.
  func admit(_ passage: Passage, proposal: UInt16) -> UInt16 {
    var id = proposal
    while place(of: id) != nil { id = .random(in: .min ... .max) }
    waiting.append((id, passage))
    sendings += 1
    return id
  }

  func forget(_ id: UInt16) {
    guard let place = place(of: id) else { return }
    waiting.swapAt(place, waiting.count - 1)
    waiting.removeLast()
  }

  private func place(of id: UInt16) -> Int? { waiting.firstIndex { $0.id == id } }

  private func passage(waitingAs id: UInt16) -> Passage? { place(of: id).map { waiting[$0].passage } }

  /// What came of reading one packet.
  enum Arrival {
    /// With its length in octets.
    case answer(Passage, MessageHead, Int)
    case stray
    case failure(Errno)
  }

  /// Reads one packet and finds the question that it answers, by id and question.
  func receive(into buffer: UnsafeMutableRawBufferPointer) -> Arrival {
    let count = recv(descriptor, buffer.baseAddress, buffer.count, 0)
    guard count >= 0 else { return .failure(.last) }
    let octets = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    guard let head = MessageHead(octets), let passage = passage(waitingAs: head.id),
      head.answers(passage.exchange.question, in: octets)
    else {
      strays += 1
      return .stray
    }
    return .answer(passage, head, count)
  }
}

/// The sockets from which questions go to one server: many, drawn from at random, each used for a short time.
///
/// Who forges answers has to guess the port and the id of a question (RFC 5452 §4.2). A question alone has a fresh port;
/// a thousand in a second share `capacity` ports, of which none is older than `lifetime` or has sent more than
/// `maximumSendings` times. A port is drawn anew for every sending: to whom does not know the ports in use, it is one of
/// the 28,232 that the system gives out, as before. docs/security.md has the arithmetic.
struct SocketPool {
  let server: ServerAddress
  private let capacity: Int
  private var sockets: [PooledSocket] = []

  static let capacity = 512
  static let lifetime = Duration.seconds(1)
  static let maximumSendings = 64

  init(server: ServerAddress, capacity: Int) {
    self.server = server
    self.capacity = max(1, min(capacity, Self.capacity))
  }

  /// A socket to send from; `isFresh` is whether it has just been opened. Throws the system's error where there is none.
  mutating func draw(
    _ random: UInt64, at now: Instant
  ) throws(Errno) -> (socket: PooledSocket, isFresh: Bool) {
    // The upper bits; the lower ones make the id.
    let index = sockets.isEmpty ? 0 : Int((random >> 16) % UInt64(sockets.count))
    if sockets.count == capacity {
      let socket = sockets[index]
      if socket.end > now, socket.sendings < Self.maximumSendings { return (socket, false) }
    }
    do {
      let socket = try PooledSocket(to: server, end: now + Self.lifetime)
      if sockets.count == capacity { retire(sockets[index]) }
      socket.index = sockets.count
      sockets.append(socket)
      return (socket, true)
    } catch {
      // An old port is better than no question.
      guard !sockets.isEmpty else { throw error }
      return (sockets[index], false)
    }
  }

  /// Takes `socket` out of use.
  mutating func retire(_ socket: PooledSocket) {
    guard !socket.isRetired else { return }
    socket.isRetired = true
    let last = sockets.removeLast()
    guard last !== socket else { return }
    last.index = socket.index
    sockets[socket.index] = last
  }
}
