/// Something in a DMARC record that is wrong, useless or out of date, and where.
struct DMARCProblem: Hashable, Sendable {
  let kind: Kind
  /// In octets of the joined text from 0; empty at the end of the text for what is missing.
  let place: Range<Int>
  let effect: Effect

  /// What becomes of the record because of it, from least to worst.
  enum Effect: Int, Comparable, Hashable, Sendable {
    /// Receivers read the record as it is meant.
    case note
    /// Receivers read the record without this part. A policy that is ignored becomes `p=none`.
    case ignoredPart
    /// Programs that some receivers use make nothing of the record, though RFC 9989 has it read.
    case breaksRecordForSome
    /// Receivers do not use the record.
    case breaksRecord

    static func < (left: Effect, right: Effect) -> Bool { left.rawValue < right.rawValue }
  }

  /// Whether programs in use, which are older than RFC 9989, make something of the record all the same: they do not know
  /// `np`, and of a bad `sp` each thinks in its own way.
  var isReadByOldPrograms: Bool {
    switch kind {
    case .invalidPolicy(.nonexistentSubdomains, _, _), .invalidPolicy(.subdomains, _, _): true
    default: false
    }
  }

  enum Kind: Hashable, Sendable {
    case missingPolicy
    /// `nearest` is what was probably meant.
    case invalidPolicy(DMARCPolicyTag, value: String, nearest: DMARCPolicy?)
    /// Any other tag with a closed set of values; receivers take the default.
    case invalidValue(tag: String, value: String, allowed: [String], nearest: String?)
    /// `pct` or `ri` with anything but a number in its range. RFC 9989 does not have them any more.
    case invalidNumber(tag: String, value: String)
    /// `rf` with anything but `afrf` and `iodef`. RFC 9989 does not have it any more.
    case invalidFormat(String)
    /// White space around the `=` of `v=DMARC1`.
    case blanksInVersion
    /// A control character other than a tab, which no tag may hold.
    case controlCharacter(UInt8)
    /// A tag that begins within the value of the one before it, for lack of a `;`.
    case missingSeparator(before: String)
    /// Nothing between two `;`, before the policy or behind it.
    case emptyTag(isBeforePolicy: Bool)
    /// A piece without a `=`.
    case missingEquals(String)
    /// A name with other characters than letters, digits and `_`.
    case badName(String)
    /// The tag was there before. Receivers' programs take the last one; RFC 6376 §3.2 refuses the list.
    case duplicateTag(String)
    /// A name in upper case: RFC 6376 §3.2 tells cases apart, and receivers' programs do not.
    case tagCase(String)
    case unknownTag(String, nearest: String?)
    /// `pct`, `rf` or `ri`, which RFC 9989 does not have any more.
    case removedTag(String)
    /// A report address that receivers ignore.
    case invalidURI(tag: String, text: String, DMARCReportURIError)
    /// The `!10m` behind a report address, which RFC 9989 does not have any more.
    case obsoleteSize(String)
    /// `fo` without a valid `ruf` asks for nothing (RFC 9989 §4.7).
    case failureOptionsWithoutAddress
    /// `p` is not the second tag, as RFC 7489 §6.3 wants it.
    case policyNotSecond
  }
}
