import CResolv

/// A query in wire form (RFC 1035 §4.1), made by libresolv: one question, recursion desired, AD bit set to ask for the
/// resolver's DNSSEC verdict (RFC 6840 §5.7).
struct QueryMessage {
  private(set) var octets: [UInt8]

  /// The payload that we accept over UDP, in octets: what passes any IPv6 path in one piece (RFC 9715 §3).
  static let payloadSize: UInt16 = 1232

  /// Nil where libresolv makes no message of the question.
  init?(_ question: Question, id: UInt16, withEDNS: Bool) {
    var buffer = [UInt8](repeating: 0, count: 512)
    let name = question.name.absolutePresentation
    let length = cresolv_make_query(name, Int32(question.type.rawValue), &buffer, Int32(buffer.count))
    guard length > 0 else { return nil }
    octets = Array(buffer[..<Int(length)])
    octets[3] |= 0x20
    if withEDNS { appendOptions() }
    identify(as: id)
  }

  /// Sets the message's id.
  mutating func identify(as id: UInt16) {
    octets[0] = UInt8(id >> 8)
    octets[1] = UInt8(id & 0xFF)
  }

  /// Adds the OPT pseudo-record of EDNS(0), without options (RFC 6891 §6.1.2).
  private mutating func appendOptions() {
    let size = Self.payloadSize
    octets += [0, 0, UInt8(RecordType.opt.rawValue), UInt8(size >> 8), UInt8(size & 0xFF), 0, 0, 0, 0, 0, 0]
    octets[11] = 1
  }
}
