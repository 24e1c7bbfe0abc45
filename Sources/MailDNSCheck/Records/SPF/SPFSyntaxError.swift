/// Why, and where, text is not an SPF record: for a receiver, "permerror" (RFC 7208 §4.6).
struct SPFSyntaxError: Error, Hashable, Sendable {
  let reason: Reason
  /// The offending place, in octets of the text from 0.
  let range: Range<Int>

  var offset: Int { range.lowerBound }
  var length: Int { range.count }

  init(_ reason: Reason, _ range: Range<Int>) {
    self.reason = reason
    self.range = range
  }

  /// Texts of terms are octets as published, to be escaped before they are shown; a suggestion is text to
  /// write instead.
  enum Reason: Hashable, Sendable {
    /// More octets than a TXT record can hold.
    case tooLong(limit: Int)
    case tooManyTerms(limit: Int)
    /// The text does not begin with `v=spf1` and a space or the end (§4.5).
    case missingVersion
    /// Something but visible ASCII and spaces (§4.6.1); `lookalike` is the ASCII character that was probably
    /// meant.
    case illegalCharacter([UInt8], lookalike: String?)

    /// A term that begins with `:`, `/` or `=`.
    case missingName
    /// A qualifier with no mechanism behind it.
    case missingMechanism
    /// A qualifier in front of a `name=value` term.
    case qualifiedModifier
    case unknownMechanism([UInt8], suggestion: String?)
    /// `redirect` or `exp` for the second time (§6).
    case repeatedModifier(name: String)
    /// Nothing behind a name that needs an argument; `name` closes with its `:` or `=`.
    case missingArgument(name: String)
    /// A space between such a name and its argument.
    case separatedArgument(name: String, argument: [UInt8])
    /// Something behind `all` (§5.1).
    case unexpectedArgument(name: String)
    /// Another term begins here, without a space in front of it.
    case missingSpace(before: [UInt8])
    /// A comma or semicolon where terms are separated by spaces.
    case separator(UInt8)

    /// A domain without a dot, as §7.1 wants it before the top-level label.
    case singleLabelDomain
    case numericTopLabel
    /// The end of a domain that is not a label of letters, digits and inner hyphens.
    case invalidTopLabel
    case addressAsDomain(suggestion: String?)

    case invalidIPv4Address(suggestion: String?)
    /// So many parts of an IPv4 address, and not all four; none where the address is missing.
    case shortIPv4Address(parts: Int)
    /// One of the four parts of an address is not a number from 0 to 255 without leading zeros.
    case invalidIPv4Part
    case invalidIPv6Address(suggestion: String?)
    case missingPrefixLength
    case malformedPrefixLength
    case zeroPaddedPrefixLength
    case prefixLengthTooLarge(maximum: Int)
    /// One slash before the IPv6 length of `a` or `mx`, which takes two (§5.6).
    case singleSlashPrefixLength
    /// Two slashes in `ip4` or `ip6`, which have one length (§5.6).
    case doubleSlashPrefixLength
    /// A prefix length behind a mechanism or modifier that has none.
    case prefixLengthNotAllowed(name: String)

    /// `%` without `{`, `%`, `_` or `-` behind it (§7.1).
    case strayPercent
    case unterminatedMacro
    case unknownMacroLetter(UInt8)
    /// `c`, `r` or `t` outside explanation text (§7.2).
    case explanationMacroLetter(UInt8)
    /// The number of parts to keep is 0 (§7.3).
    case zeroMacroParts
    case unexpectedInMacro(UInt8)
  }
}

/// The syntax errors of a record in the order of their places: at least one, at most `maximumCount`.
struct SPFSyntaxErrors: Error, Hashable, Sendable {
  let first: SPFSyntaxError
  let others: [SPFSyntaxError]

  static let maximumCount = 100

  /// Nil where there is none; what is more than the maximum is left out.
  init?(_ errors: some Sequence<SPFSyntaxError>) {
    var iterator = errors.prefix(Self.maximumCount).makeIterator()
    guard let first = iterator.next() else { return nil }
    self.first = first
    others = Array(IteratorSequence(iterator))
  }

  init(_ error: SPFSyntaxError) {
    first = error
    others = []
  }

  var all: [SPFSyntaxError] { [first] + others }
}
