/// Reads ASN.1 values in DER (X.690 §8, §10.1), one after another, as far as public keys need it: one-octet tags and
/// definite lengths in the shortest form, up to 65535 octets.
struct DERReader {
  private let octets: ArraySlice<UInt8>
  /// Where the next value begins, in octets of the outermost encoding from 0.
  private(set) var position: Int

  enum Tag: UInt8, Sendable {
    case integer = 0x02
    case bitString = 0x03
    case null = 0x05
    case objectIdentifier = 0x06
    case sequence = 0x30
  }

  /// `octets` must be a slice of the outermost encoding, so that places in errors count from its start.
  init(_ octets: ArraySlice<UInt8>) {
    self.octets = octets
    position = octets.startIndex
  }

  var isAtEnd: Bool { position >= octets.endIndex }

  /// The tag of the next value; nil at the end and for a tag that keys do not have.
  var nextTag: Tag? { isAtEnd ? nil : Tag(rawValue: octets[position]) }

  /// The contents of the next value, which must have that tag.
  mutating func read(_ tag: Tag) throws(DERError) -> ArraySlice<UInt8> {
    guard !isAtEnd else { throw DERError(.truncated, at: position) }
    guard octets[position] == tag.rawValue else {
      throw DERError(.unexpectedTag(octets[position]), at: position)
    }
    let lengthAt = position + 1
    guard lengthAt < octets.endIndex else { throw DERError(.truncated, at: lengthAt) }
    var start = lengthAt + 1
    var length = Int(octets[lengthAt])
    if length >= 0x80 {
      let width = length - 0x80
      guard width == 1 || width == 2 else { throw DERError(.badLength, at: lengthAt) }
      guard start + width <= octets.endIndex else { throw DERError(.truncated, at: octets.endIndex) }
      length = octets[start..<(start + width)].reduce(0) { $0 << 8 | Int($1) }
      guard length >= (width == 1 ? 0x80 : 0x100) else { throw DERError(.badLength, at: lengthAt) }
      start += width
    }
    guard length <= octets.endIndex - start else { throw DERError(.truncated, at: octets.endIndex) }
    position = start + length
    return octets[start..<position]
  }

  /// The magnitude of the next value, an INTEGER above 0, without leading zero octets.
  mutating func readPositiveInteger() throws(DERError) -> ArraySlice<UInt8> {
    let start = position
    let contents = try read(.integer)
    guard let first = contents.first, first < 0x80 else { throw DERError(.badInteger, at: start) }
    let magnitude = contents.drop { $0 == 0 }
    guard !magnitude.isEmpty else { throw DERError(.badInteger, at: start) }
    return magnitude
  }

  /// Throws where something is left over.
  func end() throws(DERError) {
    guard isAtEnd else { throw DERError(.trailingOctets, at: position) }
  }
}

extension DERReader.Tag {
  /// A value of this type with `contents`, which has at most 65535 octets.
  func encoding(of contents: [UInt8]) -> [UInt8] {
    let length: [UInt8] =
      switch contents.count {
      case ..<0x80: [UInt8(contents.count)]
      case ..<0x100: [0x81, UInt8(contents.count)]
      default:
        [0x82, UInt8(truncatingIfNeeded: contents.count >> 8), UInt8(truncatingIfNeeded: contents.count)]
      }
    return [rawValue] + length + contents
  }
}

/// What breaks a DER encoding, and where.
struct DERError: Error, Hashable, Sendable {
  let reason: Reason
  /// In octets of the decoded key from 0.
  let offset: Int

  init(_ reason: Reason, at offset: Int) {
    self.reason = reason
    self.offset = offset
  }

  enum Reason: Hashable, Sendable {
    /// The encoding ends before the value does.
    case truncated
    /// Another type than the one that belongs here.
    case unexpectedTag(UInt8)
    /// An indefinite length, one longer than it need be, or one beyond all keys.
    case badLength
    /// A number that is empty, negative or 0.
    case badInteger
    case trailingOctets
  }
}
