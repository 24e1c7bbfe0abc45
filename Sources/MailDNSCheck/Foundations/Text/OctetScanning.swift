import Glibc

extension UnsafeRawBufferPointer {
  /// Whether any octet is an ASCII letter in upper case.
  var hasUpperCaseLetter: Bool {
    hasAny(where: \.isUpperCaseLetter) { word in
      // The highest bit of each octet: of the first sum from `A` on, of the second beyond `Z`, of the word beyond ASCII.
      let low = word & UInt64(everyOctet: 0x7F)
      let (fromA, beyondZ) = (low + UInt64(everyOctet: 0x3F), low + UInt64(everyOctet: 0x25))
      return fromA & ~beyondZ & ~word
    }
  }

  /// Whether any octet must be escaped within a string of JSON (RFC 8259 §7).
  var hasWhatJSONEscapes: Bool {
    hasAny(where: \.isEscapedInJSON) { word in
      let (quotes, slashes) = (word ^ UInt64(everyOctet: 0x22), word ^ UInt64(everyOctet: 0x5C))
      let ones = UInt64(everyOctet: 1)
      // The highest bit of an octet: of the first difference where it is below 0x20, of the others where it is that character.
      // What an octet borrows of the next one only comes where it has such a bit itself.
      return (word &- UInt64(everyOctet: 0x20)) & ~word | (quotes &- ones) & ~quotes
        | (slashes &- ones) & ~slashes
    }
  }

  /// Whether any octet is a blank or a control character below it.
  var hasControlOrSpace: Bool {
    hasAny(where: \.isControlOrSpace) { word in (word &- UInt64(everyOctet: 0x21)) & ~word }
  }

  /// Whether all octets are visible ones of ASCII.
  var isGraphic: Bool {
    !hasAny(where: \.isNotGraphic) { word in
      // The highest bit of each octet: beyond ASCII, at 0x7F, below 0x21.
      let delete = (word & UInt64(everyOctet: 0x7F)) + UInt64(everyOctet: 1)
      return word | delete | ((word &- UInt64(everyOctet: 0x21)) & ~word)
    }
  }

  /// Whether any octet is one that `isMeant`; eight are looked at in one step, by the highest bits of what `test` makes of them.
  private func hasAny(where isMeant: (UInt8) -> Bool, _ test: (UInt64) -> UInt64) -> Bool {
    guard count >= 8 else { return contains(where: isMeant) }
    let highest = UInt64(everyOctet: 0x80)
    var index = 0
    while index + 8 <= count {
      if test(loadUnaligned(fromByteOffset: index, as: UInt64.self)) & highest != 0 { return true }
      index += 8
    }
    // The last eight, of which some have been looked at.
    return test(loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)) & highest != 0
  }
}

extension UInt8 {
  fileprivate var isControlOrSpace: Bool { self <= 0x20 }
  fileprivate var isNotGraphic: Bool { !isGraphic }
}

extension UInt64 {
  /// Eight times the same octet.
  fileprivate init(everyOctet octet: UInt8) { self = 0x0101_0101_0101_0101 * UInt64(octet) }
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

extension UnsafeRawBufferPointer {
  /// Whether the other one has the same octets.
  func hasSameOctets(as other: UnsafeRawBufferPointer) -> Bool {
    guard count == other.count, let start = baseAddress, let otherStart = other.baseAddress else {
      return isEmpty && other.isEmpty
    }
    return memcmp(start, otherStart, count) == 0
  }
}
