extension RecordData {
  /// The data of a LOC record (RFC 1876 §2), written as §3 has them.
  struct Location: CustomStringConvertible {
    let description: String

    /// Nil for another version than 0, and for what has no notation.
    init?(_ octets: ArraySlice<UInt8>) {
      let octets = Array(octets)
      guard octets.count == 16, octets[0] == 0 else { return nil }
      let numbers = [4, 8, 12].map { start in
        octets[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      }
      let sizes = octets[1...3].compactMap(Self.size)
      guard sizes.count == 3,
        let latitude = Self.angle(numbers[0] - 1 << 31, maximum: 90, positive: "N", negative: "S"),
        let longitude = Self.angle(numbers[1] - 1 << 31, maximum: 180, positive: "E", negative: "W")
      else { return nil }
      let altitude = Self.metres(numbers[2] - 10_000_000)
      description = ([latitude, longitude, altitude] + sizes).joined(separator: " ")
    }

    private static func angle(_ value: Int, maximum: Int, positive: String, negative: String) -> String? {
      let milliseconds = abs(value)
      guard milliseconds <= maximum * 3_600_000 else { return nil }
      let fraction = padded(milliseconds % 1_000, to: 3)
      let seconds = "\(milliseconds / 1_000 % 60).\(fraction)"
      return
        "\(milliseconds / 3_600_000) \(milliseconds / 60_000 % 60) \(seconds) \(value < 0 ? negative : positive)"
    }

    /// Nil for what is no digit with a power of ten.
    private static func size(_ octet: UInt8) -> String? {
      let (mantissa, exponent) = (Int(octet >> 4), Int(octet & 0xF))
      guard mantissa <= 9, exponent <= 9, mantissa > 0 || exponent == 0 else { return nil }
      let centimetres = (0..<exponent).reduce(mantissa) { value, _ in value * 10 }
      return exponent < 2 ? metres(centimetres) : "\(centimetres / 100)m"
    }

    private static func metres(_ centimetres: Int) -> String {
      let size = abs(centimetres)
      return "\(centimetres < 0 ? "-" : "")\(size / 100).\(padded(size % 100, to: 2))m"
    }

    private static func padded(_ number: Int, to count: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }
  }
}
