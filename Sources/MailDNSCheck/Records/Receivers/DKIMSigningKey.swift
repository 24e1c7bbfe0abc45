/// The key by which a signature was made, whose public half a record is to hold.
enum DKIMSigningKey: Hashable, Sendable {
  case rsa(modulus: [UInt8], exponent: [UInt8])
  case ed25519([UInt8])

  /// The public key in `octets`; nil where they are none. `form` is how a program wants it.
  init?(rsa octets: [UInt8], form: DKIMReader.Rules.KeyForm = .wrappedOrBare) {
    guard form != .unparsed, let numbers = Self.numbers(in: octets, form) else { return nil }
    self = numbers
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

  private static func numbers(in octets: [UInt8], _ form: DKIMReader.Rules.KeyForm) -> DKIMSigningKey? {
    var outer = DERReader(octets[...])
    guard var body = try? outer.read(.sequence), form != .wrappedAlone || outer.isAtEnd else { return nil }
    if DERReader(body).nextTag == .integer {
      guard form == .wrappedOrBare else { return nil }
    } else {
      var wrapper = DERReader(body)
      guard (try? wrapper.read(.sequence)) != nil, let string = try? wrapper.read(.bitString),
        string.first == 0
      else { return nil }
      var key = DERReader(string.dropFirst())
      guard let sequence = try? key.read(.sequence) else { return nil }
      body = sequence
    }
    var reader = DERReader(body)
    guard let modulus = try? reader.readPositiveInteger(), let exponent = try? reader.readPositiveInteger()
    else {
      return nil
    }
    return .rsa(modulus: Array(modulus), exponent: Array(exponent))
  }
}

extension DKIMSigningKey {
  /// The key that the owner of `texts` signs with, as far as the records show: the last `p` of the first text that has one,
  /// read as leniently as can be. Nil where none has a key.
  init?(publishedIn texts: [CharacterStrings]) {
    for text in texts.map(\.joined) {
      for piece in text.split(at: UInt8(ascii: ";")).reversed() {
        if let key = DKIMSigningKey(within: piece) {
          self = key
          return
        }
      }
    }
    return nil
  }

  private init?(within piece: [UInt8]) {
    // Behind blanks in place of a `;` it is `p=` all the same.
    guard let start = piece.indices.last(where: { piece.spellsTag(at: $0) }) else { return nil }
    let value = Array(piece[start...].drop { $0 != UInt8(ascii: "=") }.dropFirst())
    for digits in [DKIMReader.Rules.Digits.untilPadding, .pythonic, .anyButJunkAtEnd] {
      guard let octets = digits.decoded(value),
        let key = DKIMSigningKey(rsa: octets) ?? DKIMSigningKey(ed25519: octets, wrapped: true)
      else { continue }
      self = key
      return
    }
    return nil
  }
}

extension [UInt8] {
  /// Whether `p`, in either case, and `=` begin at `index`, at the start or behind a blank.
  fileprivate func spellsTag(at index: Int) -> Bool {
    guard self[index].asciiLowercased == UInt8(ascii: "p"), index == 0 || self[index - 1].isBlankToC else {
      return false
    }
    let rest = self[(index + 1)...].drop(while: \.isBlankToC)
    return rest.first == UInt8(ascii: "=")
  }
}
