/// Which files are zones of OctoDNS's YamlProvider.
enum OctoDNSFile {
  /// By its name and its first line, or by that line and a key `type`.
  static func isZone(name: String, _ octets: UnsafeRawBufferPointer) -> Bool {
    let isNamed = OctoDNSName.isYAML(name)
    switch firstLine(octets.prefix(65_536)) {
    case .nothing: return isNamed
    case .entry: return isNamed || hasType(octets.prefix(65_536))
    case .other: return false
    }
  }

  private enum FirstLine {
    case nothing, entry, other
  }

  /// Behind comments, directives and `---`.
  private static func firstLine(_ octets: Slice<UnsafeRawBufferPointer>) -> FirstLine {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let octets = octets.starts(with: mark) ? octets.dropFirst(3) : octets
    for line in octets.split(separator: UInt8(ascii: "\n")) {
      var line = Array(line).trimmingWhitespace
      if line.starts(with: "---".utf8), line.count == 3 || line.dropFirst(3).first?.isSpaceOrTab == true {
        line = Array(line.dropFirst(3)).trimmingWhitespace
      }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      switch first {
      case UInt8(ascii: "%") where line.starts(with: "%YAML".utf8) || line.starts(with: "%TAG".utf8): continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): return .entry
      case UInt8(ascii: "-") where line.dropFirst().first?.isSpaceOrTab == true: return .entry
      case UInt8(ascii: "?") where line.dropFirst().first?.isSpaceOrTab == true: return .entry
      case UInt8(ascii: ";"), UInt8(ascii: "$"), UInt8(ascii: "@"): return .other
      default: return hasColon(line) ? .entry : .other
      }
    }
    return .nothing
  }

  /// Whether a colon ends the line, or a word of it; also behind a space of full width, or of that width itself.
  private static func hasColon(_ line: ArraySlice<UInt8>) -> Bool {
    let text = String(decoding: line, as: UTF8.self).replacing("：", with: ": ").utf8
    return zip(text, text.dropFirst() + [0x20]).contains {
      $0 == UInt8(ascii: ":") && ($1.isSpaceOrTab || $1 == 0xE3)
    }
  }

  /// Whether there is a key `type`.
  private static func hasType(_ octets: Slice<UnsafeRawBufferPointer>) -> Bool {
    octets.split(separator: UInt8(ascii: "\n")).contains { line in
      guard let start = line.firstIndex(of: UInt8(ascii: "t")) else { return false }
      return line[start...].starts(with: "type:".utf8)
        || line.contains(UInt8(ascii: "{")) && String(decoding: line, as: UTF8.self).contains("type:")
    }
  }
}
