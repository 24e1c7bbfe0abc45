/// What the digits of a key stand for, and the RSA key in it, which programs want in one form or another.
struct DKIMKeyOctets: Hashable, Sendable {
  private let octets: [UInt8]
  private let rsa: RSA?

  /// An RSAPublicKey, and how it was found.
  private struct RSA: Hashable, Sendable {
    let key: DKIMSigningKey
    /// Within a SubjectPublicKeyInfo.
    let isWrapped: Bool
    /// With nothing behind it.
    let isAlone: Bool

    init?(_ octets: [UInt8]) {
      var outer = DERReader(octets[...])
      guard var body = try? outer.read(.sequence) else { return nil }
      isAlone = outer.isAtEnd
      isWrapped = DERReader(body).nextTag != .integer
      if isWrapped {
        var wrapper = DERReader(body)
        guard (try? wrapper.read(.sequence)) != nil, let string = try? wrapper.read(.bitString),
          string.first == 0
        else { return nil }
        var key = DERReader(string.dropFirst())
        guard let sequence = try? key.read(.sequence) else { return nil }
        body = sequence
      }
      var reader = DERReader(body)
      guard let modulus = try? reader.readPositiveInteger(),
        let exponent = try? reader.readPositiveInteger()
      else { return nil }
      key = .rsa(modulus: Array(modulus), exponent: Array(exponent))
    }
  }

  init(_ octets: [UInt8]) {
    self.octets = octets
    rsa = RSA(octets)
  }

  /// The RSA key; nil where it is not in that form.
  func rsa(_ form: DKIMReader.Rules.KeyForm) -> DKIMSigningKey? {
    guard let rsa else { return nil }
    return switch form {
    case .unparsed: nil
    case .wrapped: rsa.isWrapped ? rsa.key : nil
    case .wrappedAlone: rsa.isWrapped && rsa.isAlone ? rsa.key : nil
    case .wrappedOrBare: rsa.key
    }
  }

  /// The Ed25519 key: 32 octets, or those within a SubjectPublicKeyInfo.
  func ed25519(wrapped: Bool) -> DKIMSigningKey? { DKIMSigningKey(ed25519: octets, wrapped: wrapped) }

  /// How an RSA key was found.
  enum Wrapping: Hashable, Sendable {
    /// An RSAPublicKey.
    case bare(isAlone: Bool)
    /// One within a SubjectPublicKeyInfo. Alone is with nothing behind it.
    case wrapped(isAlone: Bool)
  }

  /// Nil where there is no RSA key.
  var wrapping: Wrapping? {
    rsa.map { $0.isWrapped ? .wrapped(isAlone: $0.isAlone) : .bare(isAlone: $0.isAlone) }
  }

  /// The key that its owner signs with, in whatever form.
  var signingKey: DKIMSigningKey? { rsa(.wrappedOrBare) ?? ed25519(wrapped: true) }
}
