/// Reads the data of one record, as a master file has them, into wire form.
struct RecordDataEncoder {
  private let type: RecordType
  private let origin: DomainName?
  private var wire: [UInt8] = []
  /// What was read, though not by every name server.
  private(set) var notes: [ZoneFileError.Fault] = []

  /// RDLENGTH has 16 bits (RFC 1035 §4.1.3).
  static let maximumLength = 0xFFFF

  init(_ type: RecordType, origin: DomainName?) {
    self.type = type
    self.origin = origin
  }

  /// The data in `fields`, all of which are taken; relative names belong to the origin. `start` is the type's place.
  ///
  /// A type that has no notation here is refused unless it is in the generic form: no data are made up.
  mutating func read(
    _ fields: inout MasterFileFields, start: ZoneFilePosition
  ) throws(ZoneFileError.Fault) -> RecordData {
    if let first = fields.first, !first.isQuoted, first.text.equalsIgnoringCase("\\#") {
      return try Self.generic(&fields, as: type)
    }
    guard let elements = RecordDataNotation.elements(of: type) else {
      throw ZoneFileError.Fault(.genericFormNeeded(type), at: start)
    }
    for element in elements { try append(element, from: &fields) }
    try fields.finish()
    guard wire.count <= Self.maximumLength else {
      throw ZoneFileError.Fault(.dataTooLong(type), at: start)
    }
    guard let data = RecordData(type, uncompressed: wire) else {
      throw ZoneFileError.Fault(.genericData(type), at: start)
    }
    return data
  }

  /// `\# length hexadecimal…`, good for every type (RFC 3597 §5).
  private static func generic(
    _ fields: inout MasterFileFields, as type: RecordType
  ) throws(ZoneFileError.Fault) -> RecordData {
    let marker = try fields.next(.dataLength)
    let length = try fields.nextBare(.dataLength)
    guard let stated = MasterFileNumber.decimal(length.text), stated <= UInt32(maximumLength) else {
      throw length.fault(.badNumber(length.shown, maximum: UInt32(maximumLength)))
    }
    let octets = try BinaryText.hexadecimal(fields.remaining())
    guard octets.count == Int(stated) else {
      throw length.fault(.genericLength(stated: Int(stated), actual: octets.count))
    }
    guard let data = RecordData(type, uncompressed: octets) else { throw marker.fault(.genericData(type)) }
    return data
  }

  private mutating func append(
    _ element: RecordDataNotation.Element, from fields: inout MasterFileFields
  ) throws(ZoneFileError.Fault) {
    switch element {
    case .address4:
      let token = try fields.nextBare(.address)
      guard let address = token.printable.flatMap({ IPv4Address($0) }) else {
        throw token.fault(.badIPv4Address(token.shown))
      }
      wire += address.octets
    case .address6:
      let token = try fields.nextBare(.address)
      guard let address = token.printable.flatMap({ IPv6Address($0) }) else {
        throw token.fault(.badIPv6Address(token.shown))
      }
      wire += address.octets
    case .name(let field): try append(name: fields.next(field))
    case .number8(let field): try append(number: fields.nextBare(field), as: UInt8.self)
    case .number16(let field): try append(number: fields.nextBare(field), as: UInt16.self)
    case .number32(let field): try append(number: fields.nextBare(field), as: UInt32.self)
    case .time(let field):
      let token = try fields.nextBare(field)
      guard let seconds = MasterFileNumber.seconds(token.text) else {
        throw token.fault(.badTime(token.shown))
      }
      wire += seconds.networkOrder
    case .algorithm:
      let token = try fields.nextBare(.algorithm)
      if let number = token.printable.flatMap({ RecordDataNotation.algorithm($0) }) {
        wire.append(number)
      } else {
        try append(number: token, as: UInt8.self)
      }
    case .string: try append(string: fields.next(.string))
    case .strings: for token in try fields.rest(.string) { try append(text: token) }
    case .propertyTag: try append(propertyTag: fields.nextBare(.propertyTag))
    case .text: wire += try fields.next(.propertyValue).unescaped()
    case .hexadecimal: wire += try BinaryText.hexadecimal(fields.rest(.hexadecimal))
    case .base64: wire += try BinaryText.base64(fields.rest(.base64))
    case .type: wire += try fields.next(.type).recordType().rawValue.networkOrder
    case .types: wire += try TypeBitMap.read(fields.remaining())
    case .signatureTime:
      let token = try fields.nextBare(.signatureTime)
      guard let time = RecordData.SignatureTime(token.text) else {
        throw token.fault(.badField(.signatureTime, token.shown))
      }
      wire += time.seconds.networkOrder
    case .salt: try append(salt: fields.nextBare(.salt))
    case .hashedName:
      let token = try fields.nextBare(.hashedName)
      guard let octets = BinaryText.base32Hex(token.text), (1...0xFF).contains(octets.count) else {
        throw token.fault(.badField(.hashedName, token.shown))
      }
      wire += [UInt8(octets.count)] + octets
    case .certificateType:
      let token = try fields.nextBare(.certificateType)
      if let number = token.printable.flatMap({ RecordDataNotation.certificateType($0) }) {
        wire += number.networkOrder
      } else {
        try append(number: token, as: UInt16.self)
      }
    case .hardwareAddress(let count):
      let token = try fields.nextBare(.hardwareAddress)
      let parts = token.text.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      let octets = parts.compactMap { $0.count == 2 ? BinaryText.hexadecimal($0)?.first : nil }
      guard parts.count == count, octets.count == count else {
        throw token.fault(.badField(.hardwareAddress, token.shown))
      }
      wire += octets
    case .location: wire += try LocationText.read(&fields)
    case .addressPrefixes: wire += try AddressPrefixText.read(fields.remaining())
    case .serviceParameters: wire += try ServiceParameterText.read(fields.remaining())
    }
  }

  private mutating func append(salt token: MasterFileToken) throws(ZoneFileError.Fault) {
    let isNone = token.text.elementsEqual([UInt8(ascii: "-")])
    guard let salt = isNone ? [] : BinaryText.hexadecimal(token.text), salt.count <= 0xFF else {
      throw token.fault(.badField(.salt, token.shown))
    }
    wire += [UInt8(salt.count)] + salt
  }

  private mutating func append<Number: FixedWidthInteger & UnsignedInteger>(
    number token: MasterFileToken, as _: Number.Type
  ) throws(ZoneFileError.Fault) {
    guard let value = MasterFileNumber.decimal(token.text), let number = Number(exactly: value) else {
      throw token.fault(.badNumber(token.shown, maximum: UInt32(Number.max)))
    }
    wire += number.networkOrder
  }

  private mutating func append(name token: MasterFileToken) throws(ZoneFileError.Fault) {
    let name = try token.name(relativeTo: origin)
    if !token.isAbsolute, let origin, name.repeats(origin) {
      notes.append(token.fault(.finalDotMissing(name)))
    }
    wire += name.wire
  }

  /// Strings of any length: those that are too long are cut into several, as PowerDNS, Knot and gdnsd do.
  private mutating func append(text token: MasterFileToken) throws(ZoneFileError.Fault) {
    var octets = try token.unescaped()[...]
    if octets.count > CharacterStrings.maximumLength { notes.append(token.fault(.stringTooLong(type))) }
    repeat {
      let piece = octets.prefix(CharacterStrings.maximumLength)
      wire.append(UInt8(piece.count))
      wire += piece
      octets = octets.dropFirst(piece.count)
    } while !octets.isEmpty
  }

  private mutating func append(string token: MasterFileToken) throws(ZoneFileError.Fault) {
    let octets = try token.unescaped()
    guard octets.count <= CharacterStrings.maximumLength else { throw token.fault(.stringTooLong(type)) }
    wire.append(UInt8(octets.count))
    wire += octets
  }

  private mutating func append(propertyTag token: MasterFileToken) throws(ZoneFileError.Fault) {
    guard token.text.count <= CharacterStrings.maximumLength,
      token.text.allSatisfy({ $0.isLetter || $0.isDigit })
    else { throw token.fault(.badPropertyTag(token.shown)) }
    wire.append(UInt8(token.text.count))
    wire += token.text
  }
}

extension MasterFileToken {
  /// The text where it is printable ASCII; nil where it is not. No NUL gets to a function of C this way.
  fileprivate var printable: String? {
    text.allSatisfy { (0x21...0x7E).contains($0) } ? String(decoding: text, as: UTF8.self) : nil
  }
}

extension FixedWidthInteger {
  /// The octets, highest first.
  var networkOrder: [UInt8] { withUnsafeBytes(of: bigEndian, Array.init) }
}
