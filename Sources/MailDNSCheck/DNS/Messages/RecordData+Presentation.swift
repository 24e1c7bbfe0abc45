extension RecordData {
  /// The data as a master file has them (RFC 1035 §5.1 and the type's own RFC), in one line of printable ASCII, names
  /// with the final dot. What does not fit its type, and types without a notation here, are in the generic form of
  /// RFC 3597 §5.
  var presentation: String {
    switch self {
    case .a(let address): return address.description
    case .aaaa(let address): return address.description
    case .ns(let name), .cname(let name), .ptr(let name): return name.absolutePresentation
    case .soa(let soa): return soa.presentation
    case .mx(let preference, let exchange): return "\(preference) \(exchange.absolutePresentation)"
    case .txt(let text): return text.strings.map(\.quotedPresentation).joined(separator: " ")
    case .other(let type, let octets):
      guard let fields = Field.fields(of: type) else { return Self.generic(octets) }
      var reader = FieldReader(octets)
      return reader.read(fields) ?? Self.generic(octets)
    }
  }

  /// `\# 4 0a000001`: length and octets, whatever they mean (RFC 3597 §5).
  private static func generic(_ octets: [UInt8]) -> String {
    octets.isEmpty ? "\\# 0" : "\\# \(octets.count) \(octets.hexadecimalDigits)"
  }
}

extension StartOfAuthority {
  fileprivate var presentation: String {
    let numbers = [serial, refresh, retry, expire, minimum].map(String.init).joined(separator: " ")
    return "\(primary.absolutePresentation) \(mailbox.absolutePresentation) \(numbers)"
  }
}

extension Collection<UInt8> {
  /// The octets as a quoted string: `\"`, `\\`, and `\DDD` for what is not printable ASCII (RFC 1035 §5.1). UTF-8 is
  /// no exception: nothing says which encoding a TXT is in, and any reader of master files gets the same octets back.
  var quotedPresentation: String {
    var text: [UInt8] = [UInt8(ascii: "\"")]
    text.reserveCapacity(count + 2)
    for octet in self {
      switch octet {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        text.append(UInt8(ascii: "\\"))
        text.append(octet)
      case 0x20...0x7E: text.append(octet)
      default: text.append(contentsOf: octet.decimalEscape)
      }
    }
    text.append(UInt8(ascii: "\""))
    return String(decoding: text, as: UTF8.self)
  }

  /// Two lower-case digits for each octet.
  var hexadecimalDigits: String { map(\.hexadecimal).joined() }

  /// Base 64 with padding (RFC 4648 §4).
  var base64Digits: String {
    let digits = digits(ofBits: 6, from: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    return digits + String(repeating: "=", count: (4 - digits.utf8.count % 4) % 4)
  }

  /// Base 32 with the extended hex alphabet, without padding: hashed owner names of NSEC3 (RFC 5155 §3.3).
  var base32HexDigits: String { digits(ofBits: 5, from: "0123456789ABCDEFGHIJKLMNOPQRSTUV") }

  /// One digit of `alphabet` for each `bits` bits, the last one filled up with zeros.
  private func digits(ofBits bits: Int, from alphabet: StaticString) -> String {
    var text: [UInt8] = []
    var pending = 0
    var pendingBits = 0
    alphabet.withUTF8Buffer { alphabet in
      for octet in self {
        pending = (pending << 8 | Int(octet)) & 0xFFFF
        pendingBits += 8
        while pendingBits >= bits {
          pendingBits -= bits
          text.append(alphabet[pending >> pendingBits & (1 << bits - 1)])
        }
      }
      if pendingBits > 0 { text.append(alphabet[pending << (bits - pendingBits) & (1 << bits - 1)]) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
