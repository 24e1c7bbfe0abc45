import CResolv

/// The fixed header of a message (RFC 1035 §4.1.1): enough to tell whether a packet answers a query at all, also where the
/// rest is cut short.
struct MessageHead: Sendable {
  let id: UInt16
  let isResponse: Bool
  let isAuthoritative: Bool
  let isTruncated: Bool
  let offersRecursion: Bool
  let isAuthenticated: Bool
  /// The four bits of the header alone; `Message.responseCode` has those of EDNS too.
  let responseCode: ResponseCode
  /// Whether the message repeats the question; it never has more than one.
  let hasQuestion: Bool

  /// Nil where the octets are no message, or one that is no plain query or holds more than one question.
  init?(_ octets: UnsafeRawBufferPointer) {
    guard octets.count >= Int(NS_HFIXEDSZ), octets[2] & 0x78 == 0, octets[4] == 0, octets[5] <= 1 else {
      return nil
    }
    id = UInt16(octets[0]) << 8 | UInt16(octets[1])
    isResponse = octets[2] & 0x80 != 0
    isAuthoritative = octets[2] & 0x04 != 0
    isTruncated = octets[2] & 0x02 != 0
    offersRecursion = octets[3] & 0x80 != 0
    isAuthenticated = octets[3] & 0x20 != 0
    responseCode = ResponseCode(rawValue: UInt16(octets[3] & 0x0F))
    hasQuestion = octets[5] == 1
  }

  /// Whether the message, whose octets these are, answers `question`.
  ///
  /// A server that could not even read the query may leave the question out; that is believed for an error only, which
  /// can at worst make us ask again.
  func answers(_ question: Question, in octets: UnsafeRawBufferPointer) -> Bool {
    guard isResponse else { return false }
    guard hasQuestion else { return responseCode != .noError && responseCode != .noSuchName }
    return Self.repeats(question, octets.dropFirst(Int(NS_HFIXEDSZ)))
  }

  /// Whether `octets` begin with `question` in class IN. There is nothing before the first name that it could be compressed
  /// against, and no letter among length octets.
  private static func repeats(_ question: Question, _ octets: Slice<UnsafeRawBufferPointer>) -> Bool {
    let rest = UnsafeRawBufferPointer(rebasing: octets)
    let length = question.name.wireLength
    guard rest.count >= length + Int(NS_QFIXEDSZ) else { return false }
    let isSame = question.name.withCanonicalWire { name in
      // Nearly all servers give the name back as it came.
      if name.hasSameOctets(as: UnsafeRawBufferPointer(rebasing: rest[..<length])) { return true }
      for position in name.indices where rest[position].asciiLowercased != name[position] { return false }
      return true
    }
    guard isSame else { return false }
    let type = UInt16(rest[length]) << 8 | UInt16(rest[length + 1])
    return type == question.type.rawValue && rest[length + 2] == 0 && rest[length + 3] == 1
  }
}
