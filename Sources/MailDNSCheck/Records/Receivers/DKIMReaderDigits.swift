extension DKIMReader.Rules.Digits {
  /// The octets that `text` encodes; nil where the program refuses it.
  func decoded(_ text: [UInt8]) -> [UInt8]? {
    switch self {
    case .untilPadding:
      let digits = text.prefix { $0 != UInt8(ascii: "=") }.compactMap(\.base64Value)
      return digits.count % 4 == 1 ? nil : Self.octets(digits)
    case .pythonic: return Self.pythonic(text)
    case .padded:
      let dropped = text.filter { !$0.isWhitespace && $0 != UInt8(ascii: "\"") }
      return Self.padded(dropped)
    case .paddedAmongBlanks: return Self.padded(text.withoutBlanks)
    case .anyButJunkAtEnd: return Self.anyButJunkAtEnd(text.filter { !$0.isBlankToC || $0 == 0x0B })
    }
  }

  /// Whole octets of digits of six bits each.
  private static func octets(_ digits: [UInt8]) -> [UInt8] {
    var octets: [UInt8] = []
    octets.reserveCapacity(digits.count * 3 / 4)
    var bits: UInt32 = 0
    var width = 0
    for digit in digits {
      bits = bits << 6 | UInt32(digit)
      width += 6
      if width >= 8 {
        width -= 8
        octets.append(UInt8(truncatingIfNeeded: bits >> UInt32(width)))
      }
    }
    return octets
  }

  private static func pythonic(_ text: [UInt8]) -> [UInt8]? {
    var digits: [UInt8] = []
    var padding = 0
    for octet in text {
      if octet == UInt8(ascii: "=") {
        let position = digits.count % 4
        padding += 1
        if position >= 2, position + padding >= 4 { return octets(digits) }
      } else if let digit = octet.base64Value {
        padding = 0
        digits.append(digit)
      }
    }
    return digits.count % 4 == 0 ? octets(digits) : nil
  }

  private static func padded(_ text: [UInt8]) -> [UInt8]? {
    let body = text.prefix { $0 != UInt8(ascii: "=") }
    let padding = text.count - body.count
    guard text.count % 4 == 0, padding <= 2, text.suffix(padding).allSatisfy({ $0 == UInt8(ascii: "=") })
    else {
      return nil
    }
    let digits = body.compactMap(\.base64Value)
    return digits.count == body.count ? octets(digits) : nil
  }

  /// Padding counts where it completes four digits at the very end.
  private static func anyButJunkAtEnd(_ text: [UInt8]) -> [UInt8]? {
    guard text.count >= 3 else { return nil }
    let digits = text.compactMap(\.base64Value)
    let body = text.dropLast(text.reversed().prefix { $0 == UInt8(ascii: "=") }.count)
    guard body.last?.base64Value != nil else { return nil }
    let padding = text.count - body.count
    let position = digits.count % 4
    // What comes before is not looked at: digits are counted over all that was passed over.
    guard padding == 0 || position >= 2 && position + padding == 4 else { return nil }
    return octets(digits)
  }
}
