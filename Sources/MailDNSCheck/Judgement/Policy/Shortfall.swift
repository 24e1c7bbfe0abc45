/// Why a sender that SPF must authorise is not.
enum SPFShortfall: Hashable, Sendable {
  case noRecord
  /// Receivers stop at an error, and authorise nobody.
  case invalid
  /// The record is in order, and leaves the sender out.
  case leftOut
}

/// Why a DKIM key that must be there does not do.
enum DKIMShortfall: Hashable, Sendable {
  /// Nothing that is a key, whatever else may be there.
  case missing
  case revoked
  /// Verifiers do not take it: a type that they do not know, or a key that is not for mail or not for SHA-256.
  case unusable
  case tooShort(bits: Int, minimum: Int)

  /// Whether that is how a selector looks while its signer uses another one.
  var isRest: Bool { self == .missing || self == .revoked }
}
