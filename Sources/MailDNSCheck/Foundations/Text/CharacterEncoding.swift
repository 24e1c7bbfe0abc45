import Glibc

/// How octets stand for text, in the files and messages that people have. Decoded by the C library's iconv(3).
///
/// Where the library has no table for one (a system without libc's converters), `decode` says so by nil.
enum CharacterEncoding: Hashable, Sendable {
  case utf8
  case utf16LittleEndian
  case utf16BigEndian
  /// Windows' Shift_JIS, which Excel writes in Japan.
  case cp932
  /// RFC 1468, in messages.
  case iso2022JP
  /// Any other by its name, as in `=?iso-8859-1?Q?…?=`: letters, digits and `-_.:` only.
  case named(String)

  /// By a name of IANA's list, whatever its case; nil for what can be no name.
  init?(name: String) {
    let octets = name.utf8
    guard !octets.isEmpty, octets.count <= 40, octets.allSatisfy(\.isEncodingName) else { return nil }
    switch name.asciiLowercased {
    case "utf-8", "utf8", "us-ascii", "ascii": self = .utf8
    case "utf-16le": self = .utf16LittleEndian
    case "utf-16be": self = .utf16BigEndian
    case "shift_jis", "sjis", "shift-jis", "x-sjis", "cp932", "windows-31j", "ms_kanji": self = .cp932
    case "iso-2022-jp", "iso-2022-jp-ms", "csiso2022jp": self = .iso2022JP
    default: self = .named(name)
    }
  }

  /// The encoding that a mark at the beginning shows (Unicode §23.8), and how long the mark is; nil without one.
  static func marked(_ octets: some Collection<UInt8>) -> (encoding: CharacterEncoding, markLength: Int)? {
    let start = Array(octets.prefix(3))
    if start == [0xEF, 0xBB, 0xBF] { return (.utf8, 3) }
    if start.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if start.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The text that `octets` stand for, U+FFFD for what is none; nil where the system can't read the encoding.
  func decode(_ octets: some Collection<UInt8>) -> String? {
    switch self {
    case .utf8: return String(decoding: octets, as: UTF8.self)
    case .utf16LittleEndian, .utf16BigEndian:
      let octets = Array(octets)
      let units = stride(from: 0, to: octets.count - 1, by: 2).map { index in
        let (first, second) = (UInt16(octets[index]), UInt16(octets[index + 1]))
        return self == .utf16LittleEndian ? second << 8 | first : first << 8 | second
      }
      return String(decoding: units, as: UTF16.self) + (octets.count % 2 == 0 ? "" : "\u{FFFD}")
    case .cp932, .iso2022JP, .named: return converted(Array(octets))
    }
  }

  /// What iconv(3) calls it.
  private var library: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .cp932: "CP932"
    // The superset: what Windows writes under that name has its own signs.
    case .iso2022JP: "ISO-2022-JP-3"
    case .named(let name): name
    }
  }

  private func converted(_ octets: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", library), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var source = octets.map(CChar.init(bitPattern:))
    var text: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 4096)
    var start = 0
    while start < source.count {
      let (used, written, result) = Self.step(converter, &source, start, &buffer)
      text += buffer[..<written].lazy.map(UInt8.init(bitPattern:))
      start += used
      // Room ran out, or all is done; anything else is an octet that stands for nothing.
      if result == 0 || result == E2BIG { continue }
      text += Array("\u{FFFD}".utf8)
      start += 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Octets used and written, and errno, or 0.
  private static func step(
    _ converter: iconv_t, _ source: inout [CChar], _ start: Int, _ buffer: inout [CChar]
  ) -> (used: Int, written: Int, error: Int32) {
    let (size, room) = (source.count - start, buffer.count)
    return source.withUnsafeMutableBufferPointer { source in
      buffer.withUnsafeMutableBufferPointer { buffer in
        var input = source.baseAddress.map { $0 + start }
        var output = buffer.baseAddress
        var (left, space) = (size, room)
        let result = iconv(converter, &input, &left, &output, &space)
        return (size - left, room - space, result == -1 ? errno : 0)
      }
    }
  }
}

extension UInt8 {
  fileprivate var isEncodingName: Bool { isLetter || isDigit || "-_.:".utf8.contains(self) }
}
