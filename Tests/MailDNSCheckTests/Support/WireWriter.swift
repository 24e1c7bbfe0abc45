/// The pieces of DNS messages in wire form (RFC 1035 §4.1), written without the program's own code.
enum WireWriter {
  static func number(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }

  static func number(_ value: UInt32) -> [UInt8] {
    number(UInt16(value >> 16)) + number(UInt16(value & 0xFFFF))
  }

  /// A name without escapes, uncompressed; `` and `.` are the root.
  static func name(_ text: String) -> [UInt8] {
    text.split(separator: ".").flatMap { [UInt8($0.utf8.count)] + Array($0.utf8) } + [0]
  }

  static func header(id: UInt16, flags: UInt16, counts: [UInt16]) -> [UInt8] {
    number(id) + number(flags) + counts.flatMap { number($0) }
  }

  static func record(_ owner: String, type: UInt16, class: UInt16 = 1, ttl: UInt32, data: [UInt8]) -> [UInt8]
  {
    name(owner) + number(type) + number(`class`) + number(ttl) + number(UInt16(data.count)) + data
  }
}
