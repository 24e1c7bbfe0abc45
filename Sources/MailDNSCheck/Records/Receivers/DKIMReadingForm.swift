/// All that the readings of one text hang on where every program takes the same tags and the same RSA key from it: what is
/// left out is which key of that size it is.
struct DKIMReadingForm: Equatable, Sendable {
  private let version: [UInt8]?
  private let keyType: [UInt8]?
  private let hashes: [UInt8]?
  private let services: [UInt8]?
  private let granularity: [UInt8]?
  /// One program tells by that whether a text is meant as a key.
  private let beginsWithVersion: Bool
  private let wrapping: DKIMKeyOctets.Wrapping
  private let bits: Int

  /// Octets of a text that every program reads, however it reads it.
  static let longestText = DKIMReader.all.compactMap(\.notation.longestText).min() ?? 0

  /// Nil where the readings hang on more, or `key` is not what the text holds.
  init?(_ text: DKIMReaderText, signedWith key: DKIMSigningKey) {
    guard text.octets.count <= Self.longestText, let tags = text.plainTags, let octets = tags.plainKey,
      let wrapping = octets.wrapping, octets.signingKey == key
    else { return nil }
    (version, keyType, hashes) = (tags.version, tags.keyType, tags.hashes)
    (services, granularity) = (tags.services, tags.granularity)
    beginsWithVersion = text.octets.starts(with: "v=".utf8)
    self.wrapping = wrapping
    bits = key.bits
  }

  /// The form in which all programs read such a key; nil where one of them may find it too long.
  init?(plainFormOf key: DKIMSigningKey) {
    guard case .rsa(let modulus, let exponent) = key, modulus.count + exponent.count <= Self.longestText / 2
    else {
      return nil
    }
    (version, keyType) = (Array("DKIM1".utf8), Array("rsa".utf8))
    (hashes, services, granularity) = (nil, nil, nil)
    beginsWithVersion = true
    wrapping = .wrapped(isAlone: true)
    bits = key.bits
  }
}
