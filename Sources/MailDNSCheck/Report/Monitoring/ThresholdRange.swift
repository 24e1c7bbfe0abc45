/// A range of the monitoring-plugins development guidelines: `[@]start:end`. A value outside raises an alert; with `@`, one
/// inside does. Both ends belong to the range.
///
/// `10` is 0 to 10, `10:` is 10 and more, `~:10` is everything up to 10, `@10:20` is all but 10 to 20.
struct ThresholdRange: Hashable, Sendable {
  /// As typed: decimal digits, `-`, `.`, `:`, `~` and `@` only.
  let description: String
  /// Minus infinity for `~`.
  let start: Double
  /// Infinity where the range has no end.
  let end: Double
  let alertsInside: Bool

  func alerts(_ value: Double) -> Bool { (start...end).contains(value) == alertsInside }
}

/// Why a text is no range. The texts are as typed: not safe to show as they are.
enum ThresholdRangeError: Error, Hashable, Sendable {
  /// Nothing there, or nothing but `@`.
  case empty
  /// Not a decimal number, such as `1e3`, `1,5` or `x`.
  case notNumber(String)
  /// `~` in another place than the start.
  case misplacedInfinity
  case startAboveEnd
}

extension ThresholdRange: CustomStringConvertible {
  init(parsing text: String) throws(ThresholdRangeError) {
    let alertsInside = text.hasPrefix("@")
    let body = alertsInside ? text.dropFirst() : text[...]
    guard !body.isEmpty else { throw .empty }
    var start = 0.0
    let end: Substring
    if let colon = body.firstIndex(of: ":") {
      let typed = body[..<colon]
      end = body[body.index(after: colon)...]
      // As the guidelines' own parser has it, nothing before the colon is 0.
      if !typed.isEmpty { start = typed == "~" ? -.infinity : try Self.number(typed) }
    } else {
      end = body
    }
    self.start = start
    self.end = end.isEmpty ? .infinity : try Self.number(end)
    guard self.start <= self.end else { throw .startAboveEnd }
    self.alertsInside = alertsInside
    description = text
  }

  /// The two ends, without `@`: `0:10`, `~:5`, `10:`.
  var interval: String {
    let body = alertsInside ? description.dropFirst() : description[...]
    return body.contains(":") ? String(body) : "0:\(body)"
  }

  private static func number(_ text: Substring) throws(ThresholdRangeError) -> Double {
    if text == "~" { throw .misplacedInfinity }
    let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    // Double would also take exponents, hexadecimal digits, and words for infinity.
    guard parts.count <= 2, parts.allSatisfy({ $0.allSatisfy(\.isDigit) }), parts.first?.isEmpty == false,
      parts.last?.isEmpty == false, let number = Double(text), number.isFinite
    else { throw .notNumber(String(text)) }
    return number
  }
}
