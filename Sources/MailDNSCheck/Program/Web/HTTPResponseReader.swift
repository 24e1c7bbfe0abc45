/// Takes one answer out of what comes, however it is cut (RFC 9112 §6, §7.1).
struct HTTPResponseReader {
  let maximumBody: Int

  private var pending: [UInt8] = []
  private var head: HTTPHead?
  private var body: [UInt8] = []
  private var part = Part.head

  private enum Part: Equatable {
    case head
    /// Octets still to come; nil for all until the connection ends.
    case body(Int?)
    case chunkSize
    case chunk(Int)
    case chunkEnd
    /// Fields behind the last chunk.
    case trailer
    case end
  }

  init(maximumBody: Int) { self.maximumBody = maximumBody }

  /// Takes what has come. The answer where it is whole; nil where more must come.
  mutating func take(_ octets: [UInt8]) throws(HTTPFault) -> HTTPSResponse? {
    pending += octets
    while try advance() {}
    return part == .end ? response : nil
  }

  /// Nothing more comes.
  mutating func finish() throws(HTTPFault) -> HTTPSResponse {
    guard part == .end || part == .body(nil), let response else { throw .cutShort }
    return response
  }

  private var response: HTTPSResponse? {
    head.map { HTTPSResponse(status: $0.status, mediaType: $0["content-type"], body: body) }
  }

  /// Whether there is more that can be read.
  private mutating func advance() throws(HTTPFault) -> Bool {
    switch part {
    case .head:
      guard let found = try HTTPHead.take(from: &pending) else { return false }
      // 1yz comes in front of the answer.
      if found.status < 200 { return true }
      head = found
      part = try Self.framing(of: found)
      return true
    case .body(let rest):
      let taken = min(rest ?? pending.count, pending.count)
      try moveToBody(taken)
      if let rest { part = rest == taken ? .end : .body(rest - taken) }
      return false
    case .chunkSize:
      guard let line = try takeLine() else { return false }
      let digits = line.prefix { $0.isHexadecimalDigit }
      guard (1...8).contains(digits.count), let size = Int(String(decoding: digits, as: UTF8.self), radix: 16)
      else { throw .malformed }
      part = size == 0 ? .trailer : .chunk(size)
      return true
    case .chunk(let rest):
      let taken = min(rest, pending.count)
      try moveToBody(taken)
      part = rest == taken ? .chunkEnd : .chunk(rest - taken)
      return rest == taken
    case .chunkEnd:
      guard let line = try takeLine() else { return false }
      guard line.isEmpty else { throw .malformed }
      part = .chunkSize
      return true
    case .trailer:
      guard let line = try takeLine() else { return false }
      if line.isEmpty { part = .end }
      return !line.isEmpty
    case .end: return false
    }
  }

  /// What comes behind the head. Of an answer that is no document nothing more is wanted.
  private static func framing(of head: HTTPHead) throws(HTTPFault) -> Part {
    guard head.status == 200 else { return .end }
    if let coding = head["transfer-encoding"] {
      guard coding.equalsIgnoringCase("chunked") else { throw .malformed }
      return .chunkSize
    }
    guard let length = head["content-length"] else { return .body(nil) }
    guard (1...18).contains(length.count), length.allSatisfy(\.isDigit),
      let count = Int(String(decoding: length, as: UTF8.self))
    else { throw .malformed }
    return count == 0 ? .end : .body(count)
  }

  private mutating func moveToBody(_ count: Int) throws(HTTPFault) {
    guard body.count + count <= maximumBody else { throw .tooLarge }
    body += pending.prefix(count)
    pending.removeFirst(count)
  }

  private mutating func takeLine() throws(HTTPFault) -> [UInt8]? {
    guard let end = pending[...].firstLineFeed else {
      // One more for a CR whose line feed has not come.
      guard pending.count <= Self.maximumLine + 1 else { throw .malformed }
      return nil
    }
    var line = pending[..<end]
    if line.last == UInt8(ascii: "\r") { line = line.dropLast() }
    guard line.count <= Self.maximumLine else { throw .malformed }
    defer { pending.removeSubrange(...end) }
    return Array(line)
  }

  /// Octets of a line between chunks.
  private static let maximumLine = 4_096
}
