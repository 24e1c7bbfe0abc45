/// The `data` file of tinydns as a master file: a line a record, its kind in the first sign
/// (https://cr.yp.to/djbdns/tinydns-data.html).
enum TinyDNSData {
  /// Nil where the octets are something else.
  static func source(name: String, _ content: FileContent) -> ZoneSource? {
    guard isData(content.octets) else { return nil }
    var text = Array("$TTL 86400\n".utf8)
    var translation = Translation()
    translation.append([(1, .start)])
    for (index, line) in content.octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated()
    {
      for entry in entries(Array(line)) {
        text += entry + [UInt8(ascii: "\n")]
        translation.append([(1, ZoneFilePosition(line: index + 1, column: 1))])
      }
    }
    return ZoneSource(name: name, content: FileContent(text), translation: translation)
  }

  /// Whether the first line that says something is one of such a file.
  private static func isData(_ octets: UnsafeRawBufferPointer) -> Bool {
    let first = octets.prefix(65_536).split(separator: UInt8(ascii: "\n")).first { line in
      line.first != UInt8(ascii: "#") && !Array(line).trimmingWhitespace.isEmpty
    }
    guard let first, let sign = first.first, kinds.contains(sign) else { return false }
    let fields = first.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard fields.count > (sign == UInt8(ascii: "@") ? 2 : 1), let name = fields.first else { return false }
    return !name.isEmpty && name.allSatisfy { $0 > 0x20 } && name.contains(UInt8(ascii: "."))
  }

  private static let kinds = Set(".&=+@'^CZ:-36".utf8)

  /// The lines of a master file that say the same.
  private static func entries(_ line: [UInt8]) -> [[UInt8]] {
    let line = line.trimmingWhitespace
    guard let sign = line.first else { return [] }
    let fields = line.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    func field(_ index: Int) -> String { index < fields.count ? fields[index] : "" }
    let name = absolute(field(0))
    func entry(_ owner: String, _ ttl: Int, _ standard: String, _ data: String) -> String {
      "\(owner) \(field(ttl).isEmpty ? standard : field(ttl)) IN \(data)"
    }
    func host(_ text: String, _ label: String) -> String {
      text.utf8.contains(UInt8(ascii: "."))
        ? absolute(text) : text.isEmpty ? name : "\(text).\(label).\(name)"
    }
    var entries: [String]
    switch sign {
    case UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "%"): entries = []
    case UInt8(ascii: "."), UInt8(ascii: "&"):
      let server = host(field(2).isEmpty ? "a" : field(2), "ns")
      entries = [entry(name, 3, "259200", "NS \(server)")]
      if sign == UInt8(ascii: ".") {
        entries.insert(
          entry(name, 9, "2560", "SOA \(server) hostmaster.\(name) 1 16384 2048 1048576 2560"), at: 0)
      }
      if !field(1).isEmpty { entries.append(entry(server, 3, "259200", "A \(field(1))")) }
    case UInt8(ascii: "+"), UInt8(ascii: "="): entries = [entry(name, 2, "86400", "A \(field(1))")]
    case UInt8(ascii: "3"), UInt8(ascii: "6"): entries = [entry(name, 2, "86400", "AAAA \(groups(field(1)))")]
    case UInt8(ascii: "@"):
      let server = host(field(2).isEmpty ? "a" : field(2), "mx")
      entries = [entry(name, 4, "86400", "MX \(field(3).isEmpty ? "0" : field(3)) \(server)")]
      if !field(1).isEmpty { entries.append(entry(server, 4, "86400", "A \(field(1))")) }
    case UInt8(ascii: "'"): entries = [entry(name, 2, "86400", "TXT \(strings(field(1)))")]
    case UInt8(ascii: "^"): entries = [entry(name, 2, "86400", "PTR \(absolute(field(1)))")]
    case UInt8(ascii: "C"): entries = [entry(name, 2, "86400", "CNAME \(absolute(field(1)))")]
    case UInt8(ascii: "Z"):
      let numbers = zip(3..., ["1", "16384", "2048", "1048576", "2560"]).map { index, standard in
        field(index).isEmpty ? standard : field(index)
      }
      entries = [
        entry(
          name, 8, "2560", "SOA \(absolute(field(1))) \(absolute(field(2))) \(numbers.joined(separator: " "))"
        )
      ]
    case UInt8(ascii: ":"):
      let octets = unescaped(field(2))
      entries = [
        entry(name, 3, "86400", "TYPE\(field(1)) \\# \(octets.count) \(octets.map(\.hexadecimal).joined())")
      ]
    default: return [Array(line)]
    }
    return entries.map { Array($0.utf8) }
  }

  private static func absolute(_ name: String) -> String {
    let text = unescaped(name).reduce(into: [UInt8]()) { text, octet in
      let isPlain =
        octet.isLetterDigitHyphen
        || [UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "*")].contains(octet)
      text += isPlain ? [octet] : octet.decimalEscape
    }
    let name = String(decoding: text, as: UTF8.self)
    return name.hasSuffix(".") ? name : name + "."
  }

  /// Text in strings of 127 octets, as tinydns-data cuts it.
  private static func strings(_ text: String) -> String {
    var rest = unescaped(text)[...]
    var strings: [String] = []
    repeat {
      let piece = rest.prefix(127)
      strings.append("\"\(String(decoding: piece.flatMap(\.decimalEscape), as: UTF8.self))\"")
      rest = rest.dropFirst(127)
    } while !rest.isEmpty
    return strings.joined(separator: " ")
  }

  /// 32 hexadecimal digits as an IPv6 address.
  private static func groups(_ digits: String) -> String {
    let digits = Array(digits)
    guard digits.count == 32 else { return String(digits) }
    return stride(from: 0, to: 32, by: 4).map { String(digits[$0..<$0 + 4]) }.joined(separator: ":")
  }

  /// With `\ooo`, three octal digits, as the octet that it stands for.
  private static func unescaped(_ text: String) -> [UInt8] {
    var octets: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let octet = rest.popFirst() {
      let digits = rest.prefix(3).compactMap(\.decimalDigit)
      if octet == UInt8(ascii: "\\"), digits.count == 3, digits.allSatisfy({ $0 < 8 }),
        let value = UInt8(exactly: digits.reduce(0) { $0 * 8 + $1 })
      {
        octets.append(value)
        rest = rest.dropFirst(3)
      } else {
        octets.append(octet)
      }
    }
    return octets
  }
}
