/// Dotted decimal, read and written octet by octet: records of providers and reports are made of addresses.
extension IPv4Address: LosslessStringConvertible {
  /// Dotted decimal with all four parts and no leading zeros, as inet_pton() takes it.
  init?(_ text: String) { self.init(dotted: text.utf8) }

  /// The same from octets.
  init?(dotted octets: some Collection<UInt8>) {
    var value: UInt32 = 0
    var part: UInt32 = 0
    var (digits, dots) = (0, 0)
    for octet in octets {
      if octet == UInt8(ascii: ".") {
        guard digits > 0, dots < 3 else { return nil }
        value = value << 8 | part
        (part, digits, dots) = (0, 0, dots + 1)
      } else {
        guard octet.isDigit, digits == 0 || part > 0 else { return nil }
        part = part * 10 + UInt32(octet - UInt8(ascii: "0"))
        digits += 1
        guard part <= UInt8.max else { return nil }
      }
    }
    guard digits > 0, dots == 3 else { return nil }
    self.init(value: value << 8 | part)
  }

  var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(15)
    append(to: &text)
    return String(decoding: text, as: UTF8.self)
  }

  fileprivate func append(to text: inout [UInt8]) {
    let zero = UInt8(ascii: "0")
    for shift in stride(from: 24 as UInt32, through: 0, by: -8) {
      let octet = UInt8(truncatingIfNeeded: value >> shift)
      if octet >= 100 { text.append(zero + octet / 100) }
      if octet >= 10 { text.append(zero + octet / 10 % 10) }
      text.append(zero + octet % 10)
      if shift > 0 { text.append(UInt8(ascii: ".")) }
    }
  }
}

extension IPv6Address {
  /// The canonical form (RFC 5952), as inet_ntop() writes it.
  var notation: [UInt8] {
    let colon = UInt8(ascii: ":")
    let zeros = longestZeros
    let isEmbedding = zeros == 0..<6 || zeros == 0..<5 && group(5) == 0xFFFF
    var text: [UInt8] = []
    text.reserveCapacity(39)
    for index in 0..<8 {
      if zeros.contains(index) {
        if index == zeros.lowerBound { text.append(colon) }
        continue
      }
      if index > 0 { text.append(colon) }
      if index == 6, isEmbedding {
        IPv4Address(value: UInt32(truncatingIfNeeded: value)).append(to: &text)
        break
      }
      Self.append(group(index), to: &text)
    }
    if zeros.upperBound == 8 { text.append(colon) }
    return text
  }

  /// The sixteen bits with that number, from the left and 0.
  private func group(_ index: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: value >> UInt128(112 - 16 * index))
  }

  /// The first of the longest runs of groups that are zero; empty where no run has two.
  private var longestZeros: Range<Int> {
    var longest = 0..<0
    var start = 0
    for index in 0..<8 {
      guard group(index) == 0 else {
        start = index + 1
        continue
      }
      if index + 1 - start > max(longest.count, 1) { longest = start..<index + 1 }
    }
    return longest
  }

  /// Hexadecimal without leading zeros.
  private static func append(_ group: UInt16, to text: inout [UInt8]) {
    var isLeading = true
    for shift in stride(from: 12 as UInt16, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: group >> shift & 0xF)
      isLeading = isLeading && digit == 0 && shift > 0
      if !isLeading { text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10) }
    }
  }
}
