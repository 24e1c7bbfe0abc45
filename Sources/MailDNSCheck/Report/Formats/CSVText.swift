/// Comma-separated values (RFC 4180) that a spreadsheet opens without harm.
enum CSVText {
  /// Without it Excel takes UTF-8 for the code page of the system.
  static let byteOrderMark = "\u{FEFF}"

  static func row(_ cells: [String]) -> String {
    var row = CSVRow()
    for cell in cells { row.add(cell) }
    return row.end
  }

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
    func isPlain(_ octet: UInt8) -> Bool {
      octet > 0x20 && octet < 0x7F && octet != UInt8(ascii: ",") && octet != UInt8(ascii: "\"")
    }
    return octets.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? octets.allSatisfy(isPlain)
  }

  private static let formulaSigns = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)
}

/// A row under way.
struct CSVRow {
  private var text = ""
  private var isBegun = false

  /// Nil is an empty cell.
  mutating func add(_ cell: String?) {
    separate()
    if let cell { text += CSVText.cell(cell) }
  }

  mutating func add(_ number: Int?) {
    separate()
    if let number { text += String(number) }
  }

  private mutating func separate() {
    if isBegun { text += "," }
    isBegun = true
  }

  /// The whole of it.
  var end: String { text + "\r\n" }
}
