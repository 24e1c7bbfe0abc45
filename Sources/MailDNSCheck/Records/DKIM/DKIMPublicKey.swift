/// The public key of a DKIM key record (RFC 6376 §3.6.1, RFC 8463 §4).
enum DKIMPublicKey: Hashable, Sendable {
  /// `bits` is the bit length of the modulus. `exponent` is nil where it does not fit 64 bits.
  case rsa(bits: Int, exponent: UInt64?)
  case ed25519
  /// An empty `p=`: the key has been withdrawn.
  case revoked
  /// A `k=` that verifiers do not know, and so ignore the record (RFC 6376 §3.6.1).
  case unknownType(String)
}

/// How far signatures by a key can be relied on.
enum DKIMKeyStrength: Hashable, Sendable {
  /// Verifiers must not accept signatures by it (RFC 8301 §3.2), or cannot.
  case unusable
  /// Accepted, and below the 2048 bits that signers should use (RFC 8301 §3.2).
  case weak
  case good
}

extension DKIMPublicKey {
  /// Bits of an RSA modulus that verifiers must have at least, and that signers should use (RFC 8301 §3.2).
  static let minimumBits = 1024
  static let recommendedBits = 2048

  /// Nil for a revoked key, which has none.
  var strength: DKIMKeyStrength? {
    switch self {
    case .rsa(let bits, _) where bits < Self.minimumBits: .unusable
    case .rsa(let bits, _) where bits < Self.recommendedBits: .weak
    case .rsa, .ed25519: .good
    case .unknownType: .unusable
    case .revoked: nil
    }
  }
}

extension DKIMPublicKey {
  private static let ed25519Length = 32
  /// rsaEncryption, 1.2.840.113549.1.1.1 (RFC 8017 appendix A.1).
  private static let rsaIdentifier: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
  /// SubjectPublicKeyInfo of an Ed25519 key up to the key itself (RFC 8410 §4), what OpenSSL writes.
  private static let ed25519Prefix: [UInt8] = [
    0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
  ]

  /// The Ed25519 key in `octets`: the 32 octets alone (RFC 8463 §4.2).
  init(ed25519 octets: [UInt8]) throws(DKIMKeyError.Reason) {
    guard octets.count == Self.ed25519Length else {
      throw Self.isWrappedEd25519(octets) ? .wrappedEd25519 : .ed25519Length(octets.count)
    }
    self = .ed25519
  }

  /// The RSA key in `octets`: an RSAPublicKey (RFC 6376 §3.6.1) bare or, as everybody does it, within a
  /// SubjectPublicKeyInfo (RFC 6376 erratum 3017).
  init(rsa octets: [UInt8]) throws(DKIMKeyError.Reason) {
    if octets.count == Self.ed25519Length || Self.isWrappedEd25519(octets) { throw .ed25519AsRSA }
    let numbers: (modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>)?
    do throws(DERError) {
      numbers = try Self.rsaNumbers(in: octets)
    } catch {
      throw .der(error)
    }
    guard let (modulus, exponent) = numbers else { throw .notRSA }
    let value = exponent.count > 8 ? nil : exponent.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    // RFC 8017 §3.1: odd, and at least 3. With 1, anybody can sign.
    guard value != 1, let last = exponent.last, last % 2 == 1 else { throw .badExponent }
    self = .rsa(bits: modulus.count * 8 - (modulus.first?.leadingZeroBitCount ?? 0), exponent: value)
  }

  /// The SubjectPublicKeyInfo around the RSAPublicKey in `octets`, which is a good one; nil where they are something else.
  static func subjectPublicKeyInfo(ofBare octets: [UInt8]) -> [UInt8]? {
    var outer = DERReader(octets[...])
    guard let body = try? outer.read(.sequence), DERReader(body).nextTag == .integer else { return nil }
    let identifier = DERReader.Tag.objectIdentifier.encoding(of: rsaIdentifier)
    let algorithm = DERReader.Tag.sequence.encoding(of: identifier + DERReader.Tag.null.encoding(of: []))
    return DERReader.Tag.sequence.encoding(of: algorithm + DERReader.Tag.bitString.encoding(of: [0] + octets))
  }

  private static func isWrappedEd25519(_ octets: [UInt8]) -> Bool {
    octets.count == ed25519Prefix.count + ed25519Length && octets.starts(with: ed25519Prefix)
  }

  /// Modulus and exponent, without leading zero octets; nil where the key is of another algorithm.
  private static func rsaNumbers(
    in octets: [UInt8]
  ) throws(DERError) -> (modulus: ArraySlice<UInt8>, exponent: ArraySlice<UInt8>)? {
    var outer = DERReader(octets[...])
    var body = try outer.read(.sequence)
    try outer.end()
    if DERReader(body).nextTag != .integer {
      guard let key = try rsaKey(in: body) else { return nil }
      body = key
    }
    var reader = DERReader(body)
    let modulus = try reader.readPositiveInteger()
    let exponent = try reader.readPositiveInteger()
    try reader.end()
    return (modulus, exponent)
  }

  /// The contents of the RSAPublicKey within those of a SubjectPublicKeyInfo (RFC 5280 §4.1, RFC 3279 §2.3.1); nil where
  /// the algorithm is another one.
  private static func rsaKey(in body: ArraySlice<UInt8>) throws(DERError) -> ArraySlice<UInt8>? {
    var reader = DERReader(body)
    var algorithm = DERReader(try reader.read(.sequence))
    guard try algorithm.read(.objectIdentifier).elementsEqual(rsaIdentifier) else { return nil }
    if !algorithm.isAtEnd { _ = try algorithm.read(.null) }
    try algorithm.end()
    let start = reader.position
    let bits = try reader.read(.bitString)
    try reader.end()
    // The first octet counts unused bits of the last one: a key fills its octets.
    guard bits.first == 0 else { throw DERError(.badLength, at: start) }
    var key = DERReader(bits.dropFirst())
    let sequence = try key.read(.sequence)
    try key.end()
    return sequence
  }
}
