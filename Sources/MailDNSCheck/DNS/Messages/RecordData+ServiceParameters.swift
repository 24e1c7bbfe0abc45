extension RecordData {
  /// The SvcParams of an SVCB or HTTPS record, written as RFC 9460 §2.1 has them, with quotes where dig sets them.
  struct ServiceParameters: CustomStringConvertible {
    let description: String

    /// Nil where the octets break the rules of RFC 9460 §2.2 or of a key's own section.
    init?(_ octets: ArraySlice<UInt8>) {
      var rest = octets
      var parameters: [String] = []
      var lastKey: UInt16?
      var mandatory: [UInt16] = []
      while !rest.isEmpty {
        guard let key = Self.number(&rest), let length = Self.number(&rest), rest.count >= Int(length),
          lastKey.map({ $0 < key }) ?? true,
          let parameter = Self.presentation(of: key, rest.prefix(Int(length)))
        else { return nil }
        parameters.append(parameter)
        if key == 0 { mandatory = Self.keys(in: rest.prefix(Int(length))) ?? [] }
        mandatory.removeAll { $0 == key }
        lastKey = key
        rest = rest.dropFirst(Int(length))
      }
      // Whatever is mandatory is there (RFC 9460 §8).
      guard mandatory.isEmpty else { return nil }
      description = parameters.joined(separator: " ")
    }

    /// Keys with a name of their own, in the order of their numbers (RFC 9460 §14.3.2).
    private static let names = [
      "mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint",
    ]

    static func name(of key: UInt16) -> String {
      names.indices.contains(Int(key)) ? names[Int(key)] : "key\(key)"
    }

    /// The number of the key with that name. The two behind the others are written as numbers: nothing is known of their
    /// values here (RFC 9461 §5, RFC 9540 §4).
    static func key(named name: String) -> UInt16? {
      (names + ["dohpath", "ohttp"]).firstIndex(of: name).map { UInt16($0) }
    }

    /// The parameter as written; nil where `value` can't be one of the key's.
    static func presentation(of key: UInt16, _ value: ArraySlice<UInt8>) -> String? {
      let text: String?
      switch key {
      case 0: text = keys(in: value)?.map(name).joined(separator: ",")
      case 1: text = protocols(value)
      case 2: return value.isEmpty ? name(of: key) : nil
      case 3:
        var rest = value
        text = number(&rest).flatMap { rest.isEmpty ? String($0) : nil }
      case 4: text = addresses(value, of: 4) { IPv4Address(octets: $0)?.description }
      case 5: text = value.isEmpty ? nil : value.base64Digits
      case 6: text = addresses(value, of: 16) { IPv6Address(octets: $0)?.description }
      default:
        if value.isEmpty { return name(of: key) }
        text = value.quotedPresentation
      }
      return text.map { "\(name(of: key))=\($0)" }
    }

    /// Keys in strictly increasing order, one or more, `mandatory` itself not among them (RFC 9460 §8).
    static func keys(in value: ArraySlice<UInt8>) -> [UInt16]? {
      var rest = value
      var keys: [UInt16] = []
      while !rest.isEmpty {
        guard let key = number(&rest), key > keys.last ?? 0 else { return nil }
        keys.append(key)
      }
      return keys.isEmpty ? nil : keys
    }

    /// Protocol ids, each with a length octet (RFC 9460 §7.1.1). In a list `,` and `\` are escaped once more than in
    /// any quoted string (RFC 9460 §A.1).
    private static func protocols(_ value: ArraySlice<UInt8>) -> String? {
      var rest = value
      var list: [UInt8] = []
      while let length = rest.popFirst() {
        guard length > 0, rest.count >= Int(length) else { return nil }
        if !list.isEmpty { list.append(UInt8(ascii: ",")) }
        for octet in rest.prefix(Int(length)) {
          if octet == UInt8(ascii: ",") || octet == UInt8(ascii: "\\") { list.append(UInt8(ascii: "\\")) }
          list.append(octet)
        }
        rest = rest.dropFirst(Int(length))
      }
      return list.isEmpty ? nil : list.quotedPresentation
    }

    private static func addresses(
      _ value: ArraySlice<UInt8>, of size: Int, _ text: (ArraySlice<UInt8>) -> String?
    ) -> String? {
      var rest = value
      var addresses: [String] = []
      while !rest.isEmpty {
        guard let address = text(rest.prefix(size)) else { return nil }
        addresses.append(address)
        rest = rest.dropFirst(size)
      }
      return addresses.isEmpty ? nil : addresses.joined(separator: ",")
    }

    /// Takes two octets off the front as one number.
    private static func number(_ octets: inout ArraySlice<UInt8>) -> UInt16? {
      guard octets.count >= 2 else { return nil }
      defer { octets = octets.dropFirst(2) }
      return octets.prefix(2).reduce(0) { $0 << 8 | UInt16($1) }
    }
  }
}
