/// A query in wire form (RFC 1035 §4.1): one question. To a resolver it has the AD bit, which asks for its DNSSEC verdict
/// (RFC 6840 §5.7); CD and DO where the answer is wanted whatever that is (RFC 4035 §3.2.2, RFC 3225 §3).
struct QueryMessage {
  private let name: [UInt8]
  private let head: InlineArray<12, UInt8>
  /// What follows the name: type and class, and with EDNS its record.
  private let tail: InlineArray<15, UInt8>
  private let tailCount: Int

  /// The payload that we accept over UDP, in octets: what passes any IPv6 path in one piece (RFC 9715 §3).
  static let payloadSize: UInt16 = 1232
  /// Octets of the longest query.
  static let maximumLength = 12 + DomainName.maximumWireLength + 15

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
    name = question.name.wire
    let type = question.type.rawValue
    let isUnchecked = question.checking == .disabled
    let flags = Self.authenticData | (isUnchecked ? Self.checkingDisabled : 0)
    let size = Self.payloadSize
    // QDCOUNT, ANCOUNT, NSCOUNT, ARCOUNT follow the flags.
    head = [
      UInt8(id >> 8), UInt8(id & 0xFF), isRecursive ? Self.recursionDesired : 0, isRecursive ? flags : 0,
      0, 1, 0, 0, 0, 0, 0, withEDNS ? 1 : 0,
    ]
    // The class, and the OPT pseudo-record of EDNS(0), without options (RFC 6891 §6.1.2).
    tail = [
      UInt8(type >> 8), UInt8(type & 0xFF), 0, 1,
      0, 0, UInt8(RecordType.opt.rawValue), UInt8(size >> 8), UInt8(size & 0xFF), 0, 0,
      wantsSignatures || isUnchecked ? Self.signaturesWanted : 0, 0, 0, 0,
    ]
    tailCount = withEDNS ? 15 : 4
  }

  /// What `body` makes of the octets, which are there for as long as that takes.
  func withOctets<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.maximumLength) { octets in
      let length = head.count + name.count + tailCount
      head.span.withUnsafeBufferPointer { octets.fill(from: $0, at: 0) }
      name.withUnsafeBufferPointer { octets.fill(from: $0, at: head.count) }
      tail.span.withUnsafeBufferPointer { tail in
        octets.fill(from: UnsafeBufferPointer(rebasing: tail[..<tailCount]), at: head.count + name.count)
      }
      return body(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(octets)[..<length]))
    }
  }

  var octets: [UInt8] { withOctets { Array($0) } }
}
