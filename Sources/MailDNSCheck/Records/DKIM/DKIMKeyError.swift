/// Why a text that is meant as a DKIM key record is none (RFC 6376 §3.6.1), and where.
struct DKIMKeyError: Error, Hashable, Sendable {
  let reason: Reason
  /// In octets of the joined text from 0; the whole value of `p=` where the key within it is wrong.
  let place: Range<Int>

  enum Reason: Error, Hashable, Sendable {
    case tagList(TagListError.Reason)
    /// `v=` with another value than exactly `DKIM1`.
    case badVersion(String)
    /// No `p=`.
    case missingKey
    /// A tag that begins within the value before it, for lack of a `;`.
    case missingSeparator(before: String)
    /// An octet that base64 does not have, or a `=` before the end.
    case badBase64(UInt8)
    /// A number of base64 digits that can't be: cut off, or without its `=` at the end.
    case base64Length(Int)
    case der(DERError)
    /// A key of another algorithm than RSA under `k=rsa`, the default.
    case notRSA
    /// An RSA exponent that is even or 1.
    case badExponent
    /// An Ed25519 key without `k=ed25519`.
    case ed25519AsRSA
    /// An Ed25519 key within a SubjectPublicKeyInfo, where the bare 32 octets belong (RFC 8463 §4.2).
    case wrappedEd25519
    /// An Ed25519 key of that many octets, and not 32.
    case ed25519Length(Int)
  }
}
