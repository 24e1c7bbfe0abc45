/// A query in wire form (RFC 1035 §4.1): one question. To a resolver it has the AD bit, which asks for its DNSSEC verdict
/// (RFC 6840 §5.7); CD and DO where the answer is wanted whatever that is (RFC 4035 §3.2.2, RFC 3225 §3).
struct QueryMessage {
  let octets: [UInt8]

  /// The payload that we accept over UDP, in octets: what passes any IPv6 path in one piece (RFC 9715 §3).
  static let payloadSize: UInt16 = 1232

  private static let recursionDesired: UInt8 = 0x01
  private static let authenticData: UInt8 = 0x20
  private static let checkingDisabled: UInt8 = 0x10
  /// DO in the first octet of the flags that EDNS adds (RFC 3225 §3).
  private static let signaturesWanted: UInt8 = 0x80

  /// - Parameters:
  ///   - isRecursive: Whether the server is to ask others (RD); a name server is asked for what it holds itself.
  ///   - wantsSignatures: Whether RRSIG records are to come along (DO); of no effect without EDNS.
  init(
    _ question: Question, id: UInt16, withEDNS: Bool, isRecursive: Bool = true, wantsSignatures: Bool = false
  ) {
    let name = question.name.wire
    let type = question.type.rawValue
    let isUnchecked = question.checking == .disabled
    let flags = Self.authenticData | (isUnchecked ? Self.checkingDisabled : 0)
    let size = Self.payloadSize
    octets = Array(capacity: 12 + name.count + 4 + 11) { octets in
      octets.appendAll(UInt8(id >> 8), UInt8(id & 0xFF))
      octets.appendAll(isRecursive ? Self.recursionDesired : 0, isRecursive ? flags : 0)
      // QDCOUNT, ANCOUNT, NSCOUNT, ARCOUNT.
      octets.appendAll(0, 1, 0, 0, 0, 0, 0, withEDNS ? 1 : 0)
      name.withUnsafeBufferPointer { octets.append($0) }
      octets.appendAll(UInt8(type >> 8), UInt8(type & 0xFF), 0, 1)
      guard withEDNS else { return }
      // The OPT pseudo-record of EDNS(0), without options (RFC 6891 §6.1.2).
      octets.appendAll(0, 0, UInt8(RecordType.opt.rawValue), UInt8(size >> 8), UInt8(size & 0xFF), 0, 0)
      octets.appendAll(wantsSignatures || isUnchecked ? Self.signaturesWanted : 0, 0, 0, 0)
    }
  }
}

extension OutputSpan<UInt8> {
  fileprivate mutating func appendAll(_ octets: UInt8...) { for octet in octets { append(octet) } }
}
