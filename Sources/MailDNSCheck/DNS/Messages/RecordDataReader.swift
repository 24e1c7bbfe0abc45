import CResolv

/// Reads RDATA of a message, whose names may be compressed against the whole of it (RFC 1035 §4.1.4).
struct RecordDataReader {
  private let base: UnsafePointer<UInt8>
  private let end: UnsafePointer<UInt8>

  init(_ message: ns_msg) {
    base = message._msg
    end = message._eom
  }

  /// Throws where the data do not fit the type or something is left over behind them.
  func read(_ data: UnsafeRawBufferPointer, as type: RecordType) throws(MalformedMessage) -> RecordData {
    guard let value = value(of: data, as: type) else { throw .recordData(type) }
    return value
  }

  private func value(of data: UnsafeRawBufferPointer, as type: RecordType) -> RecordData? {
    switch type {
    case .a: return IPv4Address(octets: data).map(RecordData.a)
    case .aaaa: return IPv6Address(octets: data).map(RecordData.aaaa)
    case .ns: return onlyName(in: data).map(RecordData.ns)
    case .cname: return onlyName(in: data).map(RecordData.cname)
    case .ptr: return onlyName(in: data).map(RecordData.ptr)
    case .mx:
      guard data.count > 2, let exchange = onlyName(in: data, from: 2) else { return nil }
      return .mx(preference: data.number(at: 0), exchange: exchange)
    case .txt: return Self.strings(in: data).map(RecordData.txt)
    case .soa: return startOfAuthority(in: data).map(RecordData.soa)
    case .srv:
      guard data.count > 6, let target = onlyName(in: data, from: 6) else { return nil }
      return .other(.srv, data.prefix(6) + target.wire)
    default: return .other(type, Array(data))
    }
  }

  /// The name at `offset` of the data, and how many octets it takes there.
  private func name(in data: UnsafeRawBufferPointer, at offset: Int) -> (DomainName, length: Int)? {
    unpack(data, at: offset) { DomainName(unpacked: $0) }
  }

  /// How many octets the name at `offset` of the data takes there; nil where there is no whole one.
  private func nameLength(in data: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    unpack(data, at: offset) { _ in () }?.length
  }

  /// What `body` makes of the name at `offset` of the data, in wire form without compression, and how many octets it takes there.
  private func unpack<Value>(
    _ data: UnsafeRawBufferPointer, at offset: Int, _ body: (UnsafeMutableBufferPointer<UInt8>) -> Value?
  ) -> (Value, length: Int)? {
    guard offset < data.count, let start = data.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
      return nil
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Int(NS_MAXCDNAME)) { wire in
      guard let buffer = wire.baseAddress else { return nil }
      let used = ns_name_unpack(base, end, start + offset, buffer, wire.count)
      guard used > 0, offset + Int(used) <= data.count, let value = body(wire) else { return nil }
      return (value, Int(used))
    }
  }

  /// The last number of an SOA record: how long a negative answer may be kept (RFC 2308 §4), in seconds. Nil where the data are
  /// no SOA record's.
  func minimum(inSOA data: UnsafeRawBufferPointer) -> UInt32? {
    guard let first = nameLength(in: data, at: 0), let second = nameLength(in: data, at: first),
      data.count == first + second + 20
    else { return nil }
    return data.longNumber(at: data.count - 4)
  }

  private func onlyName(in data: UnsafeRawBufferPointer, from offset: Int = 0) -> DomainName? {
    guard let (name, length) = name(in: data, at: offset), offset + length == data.count else { return nil }
    return name
  }

  private func startOfAuthority(in data: UnsafeRawBufferPointer) -> StartOfAuthority? {
    guard let (primary, first) = name(in: data, at: 0), let (mailbox, second) = name(in: data, at: first),
      data.count == first + second + 20
    else { return nil }
    func number(_ index: Int) -> UInt32 { data.longNumber(at: first + second + 4 * index) }
    return StartOfAuthority(
      primary: primary, mailbox: mailbox, serial: number(0), refresh: number(1), retry: number(2),
      expire: number(3), minimum: number(4))
  }

  private static func strings(in data: UnsafeRawBufferPointer) -> CharacterStrings? {
    // No string at all is against RFC 1035 §3.3.14, and no reason to lose the records beside it.
    if data.isEmpty { return CharacterStrings([[]]) }
    var strings: [[UInt8]] = []
    var position = 0
    while position < data.count {
      let end = position + 1 + Int(data[position])
      guard end <= data.count else { return nil }
      strings.append(Array(data[(position + 1)..<end]))
      position = end
    }
    return CharacterStrings(strings)
  }
}

extension DomainName {
  /// The name at the start of `buffer`, where ns_name_unpack() put it; what lies behind is ignored.
  fileprivate init?(unpacked buffer: UnsafeMutableBufferPointer<UInt8>) {
    var end = 0
    while end < buffer.count, buffer[end] != 0 { end += Int(buffer[end]) + 1 }
    guard end < buffer.count else { return nil }
    self.init(wire: buffer[...end])
  }
}

extension UnsafeRawBufferPointer {
  /// The two octets at `offset` as one number, high octet first.
  fileprivate func number(at offset: Int) -> UInt16 {
    UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
  }

  /// The same of four octets.
  fileprivate func longNumber(at offset: Int) -> UInt32 {
    UInt32(number(at: offset)) << 16 | UInt32(number(at: offset + 2))
  }
}
