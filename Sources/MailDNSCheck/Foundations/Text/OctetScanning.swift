import Glibc

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
