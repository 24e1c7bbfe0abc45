/// Why a text that somebody gave as a domain is none.
struct MailDomainError: Error, Equatable {
  /// The text as it was given, cut to `maximumLength` characters; not safe to show as it is.
  let text: String
  let reason: Reason

  static let maximumLength = 80

  init(text: String, reason: Reason) {
    self.text = text.cut(to: Self.maximumLength)
    self.reason = reason
  }

  enum Reason: Error, Hashable {
    /// Nothing there, or nothing but a dot.
    case empty
    case ipAddress(IPAddress)
    /// More than 63 octets (RFC 1035 §2.3.4).
    case labelTooLong
    /// More than 253 characters, 255 octets on the wire (RFC 1035 §2.3.4).
    case nameTooLong
    /// Two dots in a row, or one at the start.
    case emptyLabel
    /// A name for DNS, not for mail: `_dmarc.example.jp`.
    case underscore
    /// Not a letter, digit or hyphen (RFC 1123 §2.1, RFC 5321 §4.1.2).
    case badCharacter(Unicode.Scalar)
    /// A label that begins or ends with a hyphen (RFC 1123 §2.1).
    case hyphen
    /// Not allowed by IDNA (RFC 5891), with what libidn2 says, in English.
    case idna(IDNARefusal)
    /// The mnemonic of a record type, which is hardly meant as a top-level domain.
    case recordType(RecordType)
    /// Several cells of a table, not all of them domains.
    case tableRow
    /// A row of a table that can't be read.
    case brokenRow(BrokenRowReason)
    /// Not ASCII, and there is no libidn2 to turn it into A-labels.
    case idnaUnavailable
  }
}

extension String {
  /// The text if it has at most `count` Unicode scalars, or as many of them and `…`.
  func cut(to count: Int) -> String {
    guard let end = unicodeScalars.index(startIndex, offsetBy: count, limitedBy: unicodeScalars.endIndex),
      end < unicodeScalars.endIndex
    else { return self }
    return String(unicodeScalars[..<end]) + "…"
  }
}
