/// A plain scalar of YAML 1.1 that is a number to PyYAML (https://yaml.org/type/int.html, https://yaml.org/type/float.html;
/// measured with PyYAML 6.0.4).
struct YAMLNumber: Equatable, Sendable {
  /// Without what is behind the point; nil where it is infinite, no number or beyond all that a record has.
  let whole: Int?

  /// Nil where it is none.
  init?(_ text: String) {
    let octets = Array(text.utf8)[...]
    let isNegative = octets.first == UInt8(ascii: "-")
    let digits = octets.withoutSign
    if digits.equalsIgnoringCase(".inf") || octets.equalsIgnoringCase(".nan") {
      whole = nil
    } else if let value = Self.integer(digits) ?? Self.real(digits, hasSign: digits.count < octets.count) {
      whole = value.map { isNegative ? -$0 : $0 }
    } else {
      return nil
    }
  }

  /// The number that Python's `int` makes of a text: digits, between them single low lines, blanks around.
  static func ofText(_ text: String) -> Int? {
    let octets = Array(text.utf8)[...].trimmingWhitespace
    let isNegative = octets.first == UInt8(ascii: "-")
    let parts = octets.withoutSign.split(separator: UInt8(ascii: "_"), omittingEmptySubsequences: false)
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isDigit) }) else { return nil }
    return number(parts.joined(), 10).map { isNegative ? -$0 : $0 }
  }

  /// `1`, `010` (8), `0x10`, `0b1`, `1_000`, `12:30` (750). Nil where it is no integer; nil in it where it is too large.
  private static func integer(_ digits: ArraySlice<UInt8>) -> Int?? {
    guard let first = digits.first, first.isDigit else { return nil }
    let rest = digits.dropFirst()
    guard first == UInt8(ascii: "0"), !rest.isEmpty else { return sexagesimal(digits) }
    let (base, behind): (Int, ArraySlice<UInt8>) =
      switch rest.first {
      case UInt8(ascii: "x"): (16, rest.dropFirst())
      case UInt8(ascii: "b"): (2, rest.dropFirst())
      default: (8, rest)
      }
    guard !behind.isEmpty, behind.allSatisfy({ $0.isLowLine || $0.isDigit(ofBase: base) }) else { return nil }
    return .some(number(behind.filter { !$0.isLowLine }, base))
  }

  private static func sexagesimal(_ digits: ArraySlice<UInt8>) -> Int?? {
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.allSatisfy({ $0.isDigit || $0.isLowLine }),
      parts.dropFirst().allSatisfy(\.isSixtieth)
    else { return nil }
    guard var value = number(whole.filter { !$0.isLowLine }, 10) else { return .some(nil) }
    for part in parts.dropFirst() {
      guard value <= maximum / 60, let next = number(part, 10) else { return .some(nil) }
      value = value * 60 + next
    }
    return .some(value)
  }

  /// `1.10`, `.5` but not `+.5`, `1.`, `1.5e+3`, `12:30.5`.
  private static func real(_ digits: ArraySlice<UInt8>, hasSign: Bool) -> Int?? {
    guard let dot = digits.firstIndex(of: UInt8(ascii: ".")) else { return nil }
    let (whole, behind) = (digits[..<dot], digits[dot...].dropFirst())
    let exponent = behind.firstIndex { $0.asciiLowercased == UInt8(ascii: "e") } ?? behind.endIndex
    let (fraction, tail) = (behind[..<exponent], behind[exponent...].dropFirst())
    guard fraction.allSatisfy({ $0.isDigit || $0.isLowLine }),
      whole.first?.isDigit ?? (!hasSign && fraction.first?.isDigit == true),
      exponent == behind.endIndex
        || tail.count > 1 && tail.withoutSign.count == tail.count - 1
          && tail.withoutSign.allSatisfy(\.isDigit)
    else { return nil }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard parts.count < 2 else { return exponent == behind.endIndex ? sexagesimal(whole) : nil }
    guard whole.allSatisfy({ $0.isDigit || $0.isLowLine }) else { return nil }
    let value = Double("0" + String(decoding: digits.filter { !$0.isLowLine }, as: UTF8.self))
    return .some(value.flatMap { abs($0) <= Double(maximum) ? Int($0) : nil })
  }

  /// More than any record has, and far from where numbers end.
  private static let maximum = 1 << 48

  private static func number(_ digits: some Sequence<UInt8>, _ base: Int) -> Int? {
    Int(String(decoding: Array(digits), as: UTF8.self), radix: base).flatMap { $0 <= maximum ? $0 : nil }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var withoutSign: ArraySlice<UInt8> {
    first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? dropFirst() : self
  }

  /// `0` to `59`.
  fileprivate var isSixtieth: Bool {
    (1...2).contains(count) && allSatisfy(\.isDigit) && (count == 1 || self[startIndex] < UInt8(ascii: "6"))
  }
}

extension UInt8 {
  fileprivate var isLowLine: Bool { self == UInt8(ascii: "_") }

  fileprivate func isDigit(ofBase base: Int) -> Bool {
    switch base {
    case 16: isHexadecimalDigit
    case 2: self == UInt8(ascii: "0") || self == UInt8(ascii: "1")
    default: (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(self)
    }
  }
}
