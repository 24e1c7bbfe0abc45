/// Comma-separated values (RFC 4180) that a spreadsheet opens without harm.
enum CSVText {
  /// Without it Excel takes UTF-8 for the code page of the system.
  static let byteOrderMark = "\u{FEFF}"

  static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

  /// What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text; Japanese ones take
  /// the fullwidth signs for the same.
  static func cell(_ text: String) -> String {
    if isPlain(text) { return text }
    let scalars = text.unicodeScalars
    var cell = scalars.first.map(Self.formulaSigns.contains) == true ? "'" + text : text
    if scalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) {
      cell = "\"" + cell.escapingScalars { $0 == "\"" ? "\"\"" : nil } + "\""
    }
    return cell
  }

  /// Whether a cell can hold `text` as it is: no spreadsheet takes it for a formula.
  static func isHarmless(_ text: String) -> Bool {
    text.unicodeScalars.first.map(formulaSigns.contains) != true
  }

  /// Whether nothing in `text` needs care, as in nearly all cells; a negative number is a number.
  private static func isPlain(_ text: String) -> Bool {
    let octets = text.utf8
    guard let first = octets.first else { return true }
    let isNegative =
      first == UInt8(ascii: "-") && octets.count > 1 && octets.dropFirst().allSatisfy(\.isDigit)
    guard isNegative || first.isLetter || first.isDigit || first == UInt8(ascii: "<") else { return false }
    return octets.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") }
  }

  private static let formulaSigns = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
}
