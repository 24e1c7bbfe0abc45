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
