import CResolv

/// The fixed header of a message and its question: enough to tell whether a packet answers a query at all, also where
/// the rest is cut short (RFC 1035 §4.1.1).
struct MessageHead {
  let id: UInt16
  let isResponse: Bool
  let isAuthoritative: Bool
  let isTruncated: Bool
  let offersRecursion: Bool
  let isAuthenticated: Bool
  /// The four bits of the header alone; `Message.responseCode` has those of EDNS too.
  let responseCode: ResponseCode
  /// Nil where the message repeats no question.
  let question: Question?

  /// Nil where the octets are no message, hold more than one question, or one of another class than IN.
  init?(_ octets: UnsafeRawBufferPointer) {
    guard octets.count >= Int(NS_HFIXEDSZ), octets[2] & 0x78 == 0 else { return nil }
    id = UInt16(octets[0]) << 8 | UInt16(octets[1])
    isResponse = octets[2] & 0x80 != 0
    isAuthoritative = octets[2] & 0x04 != 0
    isTruncated = octets[2] & 0x02 != 0
    offersRecursion = octets[3] & 0x80 != 0
    isAuthenticated = octets[3] & 0x20 != 0
    responseCode = ResponseCode(rawValue: UInt16(octets[3] & 0x0F))
    switch UInt16(octets[4]) << 8 | UInt16(octets[5]) {
    case 0:
      question = nil
    case 1:
      guard let question = Self.question(in: octets) else { return nil }
      self.question = question
    default:
      return nil
    }
  }

  private static func question(in octets: UnsafeRawBufferPointer) -> Question? {
    guard let base = octets.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return nil }
    var wire = [UInt8](repeating: 0, count: Int(NS_MAXCDNAME))
    let used = ns_name_unpack(base, base + octets.count, base + Int(NS_HFIXEDSZ), &wire, wire.count)
    let end = Int(NS_HFIXEDSZ) + Int(used)
    guard used > 0, octets.count >= end + Int(NS_QFIXEDSZ), octets[end + 2] == 0, octets[end + 3] == 1,
      let name = DomainName(unpacked: wire)
    else { return nil }
    return Question(name, RecordType(rawValue: UInt16(octets[end]) << 8 | UInt16(octets[end + 1])))
  }

  /// Whether the message answers `question`, asked with `id`.
  ///
  /// A server that could not even read the query may leave the question out; that is believed for an error only, which
  /// can at worst make us ask again.
  func answers(_ question: Question, id: UInt16) -> Bool {
    guard isResponse, self.id == id else { return false }
    guard let repeated = self.question else {
      return responseCode != .noError && responseCode != .noSuchName
    }
    return repeated == question
  }
}

extension DomainName {
  /// The name at the start of `buffer`, where ns_name_unpack() put it; what lies behind is ignored.
  init?(unpacked buffer: [UInt8]) {
    var end = 0
    while end < buffer.count, buffer[end] != 0 { end += Int(buffer[end]) + 1 }
    guard end < buffer.count else { return nil }
    self.init(wire: buffer[...end])
  }
}
