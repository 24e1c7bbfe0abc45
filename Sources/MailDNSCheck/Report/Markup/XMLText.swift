/// Text for an XML 1.0 document.
enum XMLText {
  /// `text` as the content of an element or of an attribute. What XML 1.0 can't carry in any form is left out (§2.2).
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where isAllowed(scalar) {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      // In an attribute a parser makes spaces of these unless they are written as numbers (§3.3.3).
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// ` name="value"` for each that has one.
  static func attributes(_ pairs: KeyValuePairs<String, String?>) -> String {
    pairs.compactMap { name, value in value.map { " \(name)=\"\(escaped($0))\"" } }.joined()
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x9, 0xA, 0xD, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }
}
