/// A place on earth as a master file has it (RFC 1876 §3):
/// `d1 [m1 [s1]] N|S d2 [m2 [s2]] E|W altitude[m] [size[m] [horizontal[m] [vertical[m]]]]`.
enum LocationText {
  static func read(_ fields: inout MasterFileFields) throws(ZoneFileError.Fault) -> [UInt8] {
    let latitude = try angle(&fields, .latitude, maximum: 90, positive: "N", negative: "S")
    let longitude = try angle(&fields, .longitude, maximum: 180, positive: "E", negative: "W")
    let token = try fields.nextBare(.altitude)
    guard let centimetres = metres(token), let altitude = UInt32(exactly: centimetres + 10_000_000) else {
      throw token.fault(.badField(.altitude, token.shown))
    }
    // A size of 1 m, a precision of 10 km across and of 10 m in height, where they are not written.
    let sizes = [try size(&fields) ?? 0x12, try size(&fields) ?? 0x16, try size(&fields) ?? 0x13]
    return [0] + sizes + [latitude, longitude, altitude].flatMap(\.networkOrder)
  }

  /// Thousandths of a second of arc, counted from 2^31 at the equator and the prime meridian.
  private static func angle(
    _ fields: inout MasterFileFields, _ field: MasterFileField, maximum: Int, positive: StaticString,
    negative: StaticString
  ) throws(ZoneFileError.Fault) -> UInt32 {
    var parts: [Int] = []
    while true {
      let token = try fields.nextBare(field)
      let isPositive = token.text.equalsIgnoringCase(positive)
      if !parts.isEmpty, isPositive || token.text.equalsIgnoringCase(negative) {
        let factors = [3_600_000, 60_000, 1]
        let total = zip(parts, factors).reduce(0) { $0 + $1.0 * $1.1 }
        guard total <= maximum * factors[0] else { throw token.fault(.badField(field, token.shown)) }
        return UInt32(1 << 31 + (isPositive ? total : -total))
      }
      let limit = parts.isEmpty ? maximum : parts.count == 1 ? 59 : 59_999
      guard parts.count < 3, let part = fixed(token.text, decimals: parts.count == 2 ? 3 : 0),
        (0...limit).contains(part)
      else { throw token.fault(.badField(field, token.shown)) }
      parts.append(part)
    }
  }

  /// A length as one digit and a power of ten, in centimetres: digits behind the first are cut off, as RFC 1876's own
  /// program does. Nil where there is none.
  private static func size(_ fields: inout MasterFileFields) throws(ZoneFileError.Fault) -> UInt8? {
    guard fields.first != nil else { return nil }
    let token = try fields.nextBare(.size)
    guard var mantissa = metres(token), (0...9_000_000_000).contains(mantissa) else {
      throw token.fault(.badField(.size, token.shown))
    }
    var exponent = 0
    while mantissa >= 10 {
      mantissa /= 10
      exponent += 1
    }
    return UInt8(mantissa << 4 | exponent)
  }

  /// In centimetres.
  private static func metres(_ token: MasterFileToken) -> Int? {
    let unit = token.text.last.map { $0.asciiLowercased == UInt8(ascii: "m") } ?? false
    let number = unit ? token.text.dropLast() : token.text
    if number.first == UInt8(ascii: "-") { return fixed(number.dropFirst(), decimals: 2).map { -$0 } }
    return fixed(number, decimals: 2)
  }

  /// The number in units of its last decimal; nil where it is none or has more decimals.
  private static func fixed(_ text: ArraySlice<UInt8>, decimals: Int) -> Int? {
    let parts = text.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count > 1 ? parts[1] : []
    guard let whole = parts.first, !whole.isEmpty, whole.count <= 9, fraction.count <= decimals,
      decimals > 0 || parts.count == 1
    else { return nil }
    let zeros = [UInt8](repeating: UInt8(ascii: "0"), count: decimals - fraction.count)
    var value = 0
    for octet in whole + fraction + zeros {
      guard let digit = octet.decimalDigit else { return nil }
      value = value * 10 + digit
    }
    return value
  }
}
