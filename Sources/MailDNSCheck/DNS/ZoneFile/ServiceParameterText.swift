/// The SvcParams of an SVCB or HTTPS record: `key`, `key=value` or `key="value"`, in any order (RFC 9460 §2.1).
enum ServiceParameterText {
  private typealias Parameters = RecordData.ServiceParameters

  static func read(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var rest = tokens
    var values: [UInt16: [UInt8]] = [:]
    var places: [UInt16: MasterFileToken] = [:]
    while let token = rest.popFirst() {
      try token.requireBare()
      let equals = token.text.firstIndex(of: UInt8(ascii: "=")) ?? token.text.endIndex
      guard let (key, isNumbered) = key(token.text[..<equals]) else {
        throw token.fault(.unknownParameter(token.shown))
      }
      let name = Parameters.name(of: key)
      var value = MasterFileToken(
        text: token.text[equals...].dropFirst(), isQuoted: false, position: token.position)
      // The quotation mark stands between the two.
      if equals == token.text.endIndex - 1, let next = rest.first, next.isQuoted,
        next.text.startIndex == token.text.endIndex + 1
      {
        value = next
        rest = rest.dropFirst()
      }
      guard values[key] == nil else { throw token.fault(.repeatedParameter(name)) }
      let octets = try value.unescaped()
      guard let wire = isNumbered ? octets : wire(octets, of: key), wire.count <= 0xFFFF,
        Parameters.presentation(of: key, wire[...]) != nil
      else { throw token.fault(.badParameterValue(name)) }
      values[key] = wire
      places[key] = token
    }
    if let mandatory = values[0], let place = places[0],
      let missing = Parameters.keys(in: mandatory[...])?.first(where: { values[$0] == nil })
    {
      throw place.fault(.missingMandatoryParameter(Parameters.name(of: missing)))
    }
    return values.sorted { $0.key < $1.key }.flatMap { key, value in
      key.networkOrder + UInt16(value.count).networkOrder + value
    }
  }

  /// The key's number, and whether it is written as a number: the value of such a key is taken as it is.
  private static func key(_ text: ArraySlice<UInt8>) -> (UInt16, isNumbered: Bool)? {
    let name = String(decoding: text, as: UTF8.self).asciiLowercased
    if let key = Parameters.key(named: name) { return (key, false) }
    let digits = name.utf8.dropFirst(3)
    guard name.hasPrefix("key"), digits.count == 1 || digits.first != UInt8(ascii: "0"),
      let number = MasterFileNumber.decimal(digits), let key = UInt16(exactly: number)
    else { return nil }
    return (key, true)
  }

  /// The value's wire form; nil where it has none.
  private static func wire(_ value: [UInt8], of key: UInt16) -> [UInt8]? {
    switch key {
    case 0:
      let keys: [UInt16?] = items(value).map { Self.key($0[...])?.0 }
      guard keys.allSatisfy({ $0 != nil }), Set(keys).count == keys.count else { return nil }
      return keys.compactMap(\.self).sorted().flatMap(\.networkOrder)
    case 1:
      let protocols = items(value)
      guard protocols.allSatisfy({ $0.count <= 0xFF }) else { return nil }
      return protocols.flatMap { [UInt8($0.count)] + $0 }
    case 3: return MasterFileNumber.decimal(value).flatMap { UInt16(exactly: $0)?.networkOrder }
    case 4: return joined(items(value)) { IPv4Address($0)?.octets }
    case 5: return BinaryText.base64(value)
    case 6: return joined(items(value)) { IPv6Address($0)?.octets }
    default: return value
    }
  }

  private static func joined(_ items: [[UInt8]], _ octets: (String) -> [UInt8]?) -> [UInt8]? {
    var wire: [UInt8] = []
    for item in items {
      guard let octets = octets(String(decoding: item, as: UTF8.self)) else { return nil }
      wire += octets
    }
    return wire
  }

  /// The items between commas; a backslash takes the meaning from the octet behind it (RFC 9460 §A.1).
  private static func items(_ value: [UInt8]) -> [[UInt8]] {
    var items: [[UInt8]] = [[]]
    var isEscaped = false
    for octet in value {
      if !isEscaped, octet == UInt8(ascii: "\\") {
        isEscaped = true
      } else if !isEscaped, octet == UInt8(ascii: ",") {
        items.append([])
      } else {
        items[items.count - 1].append(octet)
        isEscaped = false
      }
    }
    return items
  }
}
