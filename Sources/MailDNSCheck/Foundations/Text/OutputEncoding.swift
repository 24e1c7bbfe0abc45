import Glibc

/// In which signs people are written to: what their locale can show.
enum OutputEncoding: Hashable, Sendable {
  case utf8
  case ascii
  /// Another, by iconv's name.
  case named(String)

  /// That of the locale (POSIX, "Environment Variables" §8.2: LC_ALL, LC_CTYPE, LANG); of none it is ASCII.
  init(environment: [String: String]) {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "C"
    let parts = locale.prefix { $0 != "@" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first.map(String.init) ?? ""
    guard parts.count == 2 else {
      // Without a name of an encoding glibc has that of the language's early days.
      switch name.prefix(2) {
      case "ja": self = .named("EUC-JP-MS")
      default: self = name == "C" || name == "POSIX" ? .ascii : .named("ISO-8859-1")
      }
      return
    }
    switch String(parts[1]).asciiLowercased.filter({ $0 != "-" && $0 != "_" }) {
    case "utf8": self = .utf8
    case "ascii", "usascii", "ansix3.41968", "646": self = .ascii
    case "eucjp", "ujis", "eucjpms": self = .named("EUC-JP-MS")
    case "sjis", "shiftjis", "cp932", "windows31j", "mskanji", "pck": self = .named("CP932")
    default: self = .named(String(parts[1].prefix(40)))
    }
  }

  /// Whether the C library can write it.
  var isAvailable: Bool {
    guard case .named(let name) = self else { return true }
    guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else { return false }
    iconv_close(converter)
    return true
  }

  /// `text`, safe to show, in the encoding; what that lacks as the nearest sign, or as `\u{…}`.
  func octets(of text: String) -> [UInt8] {
    if self == .utf8 || text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    switch self {
    case .utf8: return Array(text.utf8)
    case .ascii:
      for scalar in text.unicodeScalars { result += Self.plain(scalar).utf8 }
    case .named(let name):
      guard let converter = iconv_open(name, "UTF-8"), Int(bitPattern: converter) != -1 else {
        return Array(text.utf8)
      }
      defer { iconv_close(converter) }
      for scalar in text.unicodeScalars {
        let candidates = [scalar] + (Self.relatives[scalar].map { [$0] } ?? [])
        let found =
          scalar.isASCII
          ? Array(String(scalar).utf8) : candidates.lazy.compactMap { Self.convert($0, converter) }.first
        result += found ?? Array(Self.plain(scalar).utf8)
      }
    }
    return result
  }

  private static func plain(_ scalar: Unicode.Scalar) -> String {
    if scalar.isASCII { return String(Character(scalar)) }
    return PlainSigns.sign(for: scalar) ?? "\\u{\(String(scalar.value, radix: 16))}"
  }

  /// Signs that tables of Japanese encodings have one of.
  private static let relatives: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{301C}": "\u{FF5E}", "\u{FF5E}": "\u{301C}", "\u{2212}": "\u{FF0D}", "\u{FF0D}": "\u{2212}",
    "\u{2014}": "\u{2015}",
    "\u{2016}": "\u{2225}",
  ]

  private static func convert(_ scalar: Unicode.Scalar, _ converter: iconv_t) -> [UInt8]? {
    var source = String(Character(scalar)).utf8.map(CChar.init(bitPattern:))
    var buffer = [CChar](repeating: 0, count: 16)
    let (size, room) = (source.count, buffer.count)
    let written = source.withUnsafeMutableBufferPointer { source in
      buffer.withUnsafeMutableBufferPointer { buffer in
        var input = source.baseAddress
        var output = buffer.baseAddress
        var (left, space) = (size, room)
        // A positive result is a character that was replaced.
        return iconv(converter, &input, &left, &output, &space) == 0 ? room - space : nil
      }
    }
    return written.map { buffer[..<$0].map(UInt8.init(bitPattern:)) }
  }
}
