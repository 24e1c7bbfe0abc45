extension RecordData {
  /// Takes RDATA apart from the front and writes it as a master file does.
  struct FieldReader {
    private var rest: ArraySlice<UInt8>

    init(_ octets: [UInt8]) { rest = octets[...] }

    /// All of the data as `fields`; nil where they do not fit or something is left over.
    mutating func read(_ fields: [Field]) -> String? {
      var words: [String] = []
      for field in fields {
        guard let word = read(field) else { return nil }
        // A list without members leaves no trace.
        if !word.isEmpty { words.append(word) }
      }
      return rest.isEmpty ? words.joined(separator: " ") : nil
    }

    private mutating func read(_ field: Field) -> String? {
      switch field {
      case .number8: return number(of: 1).map { String($0) }
      case .number16: return number(of: 2).map { String($0) }
      case .number32: return number(of: 4).map { String($0) }
      case .name: return name()
      case .string: return counted()?.quotedPresentation
      case .strings: return strings()
      case .text: return remaining().quotedPresentation
      case .propertyTag: return propertyTag()
      case .hexadecimal: return rest.isEmpty ? nil : remaining().hexadecimalDigits
      case .base64: return rest.isEmpty ? nil : remaining().base64Digits
      case .salt: return counted().map { $0.isEmpty ? "-" : $0.hexadecimalDigits }
      case .hashedName: return counted().flatMap { $0.isEmpty ? nil : $0.base32HexDigits }
      case .type: return number(of: 2).map { RecordType(rawValue: UInt16($0)).description }
      case .types: return types()
      case .time: return number(of: 4).map { SignatureTime(seconds: $0).description }
      case .hardwareAddress(let count):
        return take(count).map { $0.map(\.hexadecimal).joined(separator: "-") }
      case .location: return Location(remaining())?.description
      case .addressPrefixes: return AddressPrefixes(remaining())?.description
      case .serviceParameters: return ServiceParameters(remaining())?.description
      }
    }

    /// The next `count` octets; nil where there are fewer.
    private mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
      guard rest.count >= count else { return nil }
      defer { rest = rest.dropFirst(count) }
      return rest.prefix(count)
    }

    private mutating func remaining() -> ArraySlice<UInt8> {
      defer { rest = [] }
      return rest
    }

    /// The next `count` octets, at most 4, as one number, high octet first.
    private mutating func number(of count: Int) -> UInt32? {
      take(count).map { $0.reduce(0) { $0 << 8 | UInt32($1) } }
    }

    /// A length octet and as many octets as it says.
    private mutating func counted() -> ArraySlice<UInt8>? {
      number(of: 1).flatMap { take(Int($0)) }
    }

    /// A compression pointer, which nothing is left to expand with, is no length of a label: such data don't fit.
    private mutating func name() -> String? {
      let start = rest
      while let label = counted() {
        if label.isEmpty { return DomainName(wire: start[..<label.endIndex])?.absolutePresentation }
      }
      return nil
    }

    private mutating func strings() -> String? {
      guard !rest.isEmpty else { return nil }
      var strings: [String] = []
      while !rest.isEmpty {
        guard let string = counted() else { return nil }
        strings.append(string.quotedPresentation)
      }
      return strings.joined(separator: " ")
    }

    private mutating func propertyTag() -> String? {
      guard let tag = counted(), !tag.isEmpty, tag.allSatisfy({ $0.isLetter || $0.isDigit }) else {
        return nil
      }
      return String(decoding: tag, as: UTF8.self)
    }

    /// Only the one right form of a map is written as types, because no other comes back from them: windows in order,
    /// none empty, no zero octets at an end (RFC 4034 §4.1.2).
    private mutating func types() -> String? {
      var names: [String] = []
      var lastWindow: UInt32?
      while let window = number(of: 1) {
        if let lastWindow, window <= lastWindow { return nil }
        lastWindow = window
        guard let map = counted(), map.count <= 32, let final = map.last, final != 0 else { return nil }
        for (index, octet) in map.enumerated() {
          for bit in 0..<8 where octet & (0x80 >> UInt8(bit)) != 0 {
            names.append(RecordType(rawValue: UInt16(Int(window) * 256 + index * 8 + bit)).description)
          }
        }
      }
      return names.joined(separator: " ")
    }
  }
}
