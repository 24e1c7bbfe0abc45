import Glibc

extension UnsafeRawBufferPointer {
  /// Whether any octet is an ASCII letter in upper case; eight are looked at in one step.
  var hasUpperCaseLetter: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= count {
      let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The highest bit of each octet: of the first sum from `A` on, of the second beyond `Z`, of the word beyond ASCII.
      let low = word & (0x7F * ones)
      let (fromA, beyondZ) = (low + 0x3F * ones, low + 0x25 * ones)
      if fromA & ~beyondZ & ~word & (0x80 * ones) != 0 { return true }
      index += 8
    }
    return self[index...].contains(where: \.isUpperCaseLetter)
  }

  /// Whether any octet must be escaped within a string of JSON (RFC 8259 §7); eight are looked at in one step.
  var hasWhatJSONEscapes: Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = 0
    while index + 8 <= count {
      let word = loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let (quotes, slashes) = (word ^ (0x22 * ones), word ^ (0x5C * ones))
      // The highest bit of an octet: of the first difference where it is below 0x20, of the others where it is that character.
      // What an octet borrows of the next one only comes where it has such a bit itself.
      let found =
        (word &- 0x20 * ones) & ~word | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
      if found & (0x80 * ones) != 0 { return true }
      index += 8
    }
    return self[index...].contains(where: \.isEscapedInJSON)
  }
}

extension ArraySlice<UInt8> {
  /// Where the first line ends: its line feed; nil where it has none.
  var firstLineFeed: Int? { place(of: 0x0A) }

  /// Where `octet` first is; nil where it is not.
  func place(of octet: UInt8) -> Int? {
    withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, let found = memchr(base, Int32(octet), bytes.count) else {
        return nil
      }
      return startIndex + base.distance(to: UnsafeRawPointer(found))
    }
  }

  /// As text, ASCII letters in lower case; U+FFFD for what is no UTF-8.
  var lowercasedText: String {
    String(unsafeUninitializedCapacity: count) { buffer in
      var position = 0
      for octet in self {
        buffer[position] = octet.asciiLowercased
        position += 1
      }
      return position
    }
  }
}

extension UInt8 {
  /// Whether it must be escaped within a string of JSON (RFC 8259 §7).
  var isEscapedInJSON: Bool { self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\") }
}

extension OutputSpan<UInt8> {
  /// Adds `octets`, for which there must be room.
  mutating func append(_ octets: UnsafeBufferPointer<UInt8>) {
    precondition(octets.count <= freeCapacity, "no room")
    withUnsafeMutableBufferPointer { buffer, count in
      guard let base = buffer.baseAddress, let start = octets.baseAddress else { return }
      (base + count).initialize(from: start, count: octets.count)
      count += octets.count
    }
  }
}

extension UnsafeRawBufferPointer {
  /// Whether the other one has the same octets.
  func hasSameOctets(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress else {
      return isEmpty && other.isEmpty
    }
    return memcmp(start, otherStart, count) == 0
  }
}
