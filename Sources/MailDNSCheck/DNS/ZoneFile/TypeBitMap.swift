/// The types of NSEC, NSEC3 and CSYNC records (RFC 4034 §4.1.2).
enum TypeBitMap {
  /// Windows in order, none empty, no zero octets at an end.
  static func wire(_ types: [RecordType]) -> [UInt8] {
    var wire: [UInt8] = []
    let windows = Dictionary(grouping: Set(types.map(\.rawValue))) { UInt8($0 >> 8) }
    for (window, numbers) in windows.sorted(by: { $0.key < $1.key }) {
      let positions = numbers.map { Int($0 & 0xFF) }
      var map = [UInt8](repeating: 0, count: (positions.max() ?? 0) / 8 + 1)
      for position in positions { map[position / 8] |= 0x80 >> UInt8(position % 8) }
      wire += [window, UInt8(map.count)] + map
    }
    return wire
  }

  static func read(_ tokens: ArraySlice<MasterFileToken>) throws(ZoneFileError.Fault) -> [UInt8] {
    var types: [RecordType] = []
    for token in tokens { try types.append(token.recordType()) }
    return wire(types)
  }
}

extension MasterFileToken {
  /// The record type that the token names.
  func recordType() throws(ZoneFileError.Fault) -> RecordType {
    try requireBare()
    guard let type = RecordType(String(decoding: text, as: UTF8.self)) else {
      throw fault(.unknownType(shown))
    }
    return type
  }
}
