/// The key by which a signature was made, whose public half a record is to hold.
enum DKIMSigningKey: Hashable, Sendable {
  case rsa(modulus: [UInt8], exponent: [UInt8])
  case ed25519([UInt8])

  /// The public key in `octets`, wrapped or bare; nil where they are none.
  init?(rsa octets: [UInt8]) {
    guard let key = DKIMKeyOctets(octets).rsa(.wrappedOrBare) else { return nil }
    self = key
  }

  /// 32 octets, or those within a SubjectPublicKeyInfo.
  init?(ed25519 octets: [UInt8], wrapped: Bool) {
    if octets.count == 32 {
      self = .ed25519(octets)
    } else if wrapped, octets.count == 44, octets.starts(with: Self.ed25519Prefix) {
      self = .ed25519(Array(octets.suffix(32)))
    } else {
      return nil
    }
  }

  /// SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 §4).
  private static let ed25519Prefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  var bits: Int {
    switch self {
    case .rsa(let modulus, _): modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0)
    case .ed25519: 256
    }
  }
}

extension DKIMSigningKey {
  /// The key that the owner of `texts` signs with, as far as the records show: the last `p` of the first text that has one,
  /// read as leniently as can be. Nil where none has a key.
  init?(publishedIn texts: [CharacterStrings]) { self.init(publishedIn: texts.map(DKIMReaderText.init)) }

  init?(publishedIn texts: [DKIMReaderText]) {
    for text in texts {
      guard let key = Self.key(in: text) else { continue }
      self = key
      return
    }
    return nil
  }

  private static func key(in text: DKIMReaderText) -> DKIMSigningKey? {
    // There is one `p` there, and one reading of it.
    if let octets = text.plainTags?.plainKey { return octets.signingKey }
    let pieces = text.octets.split(separator: UInt8(ascii: ";"))
    return pieces.lazy.reversed().compactMap { DKIMSigningKey(within: $0) }.first
  }

  private init?(within piece: ArraySlice<UInt8>) {
    // Behind blanks in place of a `;` it is `p=` all the same.
    guard let start = piece.indices.last(where: { piece.spellsTag(at: $0) }) else { return nil }
    let value = Array(piece[start...].drop { $0 != UInt8(ascii: "=") }.dropFirst())
    for digits in [DKIMReader.Rules.Digits.untilPadding, .pythonic, .anyButJunkAtEnd] {
      guard let octets = digits.decoded(value), let key = DKIMKeyOctets(octets).signingKey else { continue }
      self = key
      return
    }
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether `p`, in either case, and `=` begin at `index`, at the start or behind a blank.
  fileprivate func spellsTag(at index: Int) -> Bool {
    guard self[index].asciiLowercased == UInt8(ascii: "p"),
      index == startIndex || self[index - 1].isBlankToC
    else { return false }
    let rest = self[(index + 1)...].drop(while: \.isBlankToC)
    return rest.first == UInt8(ascii: "=")
  }
}
