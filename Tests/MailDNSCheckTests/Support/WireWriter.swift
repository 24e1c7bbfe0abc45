/// The pieces of DNS messages in wire form (RFC 1035 §4.1), written without the program's own code.
enum WireWriter {
  static func number(_ value: UInt16) -> [UInt8] { [UInt8(value >> 8), UInt8(value & 0xFF)] }

  static func number(_ value: UInt32) -> [UInt8] {
    number(UInt16(value >> 16)) + number(UInt16(value & 0xFFFF))
  }

  /// A name, uncompressed; `` and `.` are the root. `\DDD` is the octet of that number, a backslash before anything else
  /// makes it part of a label (RFC 1035 §5.1).
  static func name(_ text: String) -> [UInt8] {
    var labels: [[UInt8]] = [[]]
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      switch octet {
      case UInt8(ascii: "."): labels.append([])
      case UInt8(ascii: "\\"):
        let digits = String(decoding: rest.prefix(3), as: UTF8.self)
        if digits.utf8.count == 3, let value = UInt8(digits) {
          labels[labels.count - 1].append(value)
          rest = rest.dropFirst(3)
        } else if let next = rest.popFirst() {
          labels[labels.count - 1].append(next)
        }
      default: labels[labels.count - 1].append(octet)
      }
    }
    return labels.filter { !$0.isEmpty }.flatMap { [UInt8($0.count)] + $0 } + [0]
  }

  static func header(id: UInt16, flags: UInt16, counts: [UInt16]) -> [UInt8] {
    number(id) + number(flags) + counts.flatMap { number($0) }
  }

  static func record(_ owner: String, type: UInt16, class: UInt16 = 1, ttl: UInt32, data: [UInt8]) -> [UInt8]
  {
    name(owner) + number(type) + number(`class`) + number(ttl) + number(UInt16(data.count)) + data
  }
}
