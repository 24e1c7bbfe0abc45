/// How one program reads DMARC: its habits, which one interpreter follows.
struct DMARCReader: Sendable {
  let receiver: Receiver
  let selection: Selection
  let notation: Notation
  let rules: Rules

  /// Which of the TXT records at a `_dmarc` name it takes for the record.
  enum Selection: Sendable {
    /// The first one that holds `v=DMARC` anywhere, with that case. Behind one that does not, it loses its place in the
    /// answer, and finds no other.
    case firstHolding
    /// Each whose first eight octets spell `v=DMARC1` in either case, with a blank where two of its strings meet; more than
    /// one are none.
    case eachBeginning
    /// Each that `Notation.grammar` reads; more than one are a bad policy.
    case eachReadable
    /// Each that begins with `v=DMARC1` once written as in a master file, quotation marks included; more than one are none.
    case eachQuoted
    /// The only one.
    case only
    /// The only one, which must begin as RFC 9989 §4.8 has it, with `v` in either case.
    case onlyVersioned
  }

  /// How it takes the text apart.
  enum Notation: Sendable {
    case pieces(PieceHabits)
    /// A version, then as many `name=value` as follow each other: a value ends at a blank, a `;` or a backslash, and whatever
    /// is no such pair ends the reading.
    case grammar
    /// The whole text must follow RFC 9989 §4.8, with names of letters.
    case strict
  }

  /// Taking apart at each `;`.
  struct PieceHabits: Sendable {
    /// More than that of the text is not read, in octets.
    var longestText = 65_535
    /// A name or value that is longer is passed over.
    var longestPart = 65_535
    /// Read as in a master file: strings in quotation marks, with escapes.
    var isQuoted = false
    /// Which blanks are no part of names and values.
    var blanks = Blanks.aroundParts
    /// `\;`, `;;` and `;0;` are taken for `;`.
    var mendsSemicolons = false
    /// What may stand between name and value.
    var separators = "="
    /// What becomes of a piece that is empty.
    var emptyPiece = Fault.passedOver
    /// What becomes of a piece without a separator.
    var bareName = Fault.passedOver
    /// What becomes of a name without a value.
    var emptyValue = Fault.kept
    /// Whether a second `=` ends the value.
    var endsAtSecondEquals = false
    /// Whether a trailing `;` or blank is no part of the record.
    var dropsTail = false
    /// Pieces that there must be.
    var leastPieces = 1

    enum Blanks: Sendable {
      case everywhere
      case aroundParts
      /// Those of Unicode as well.
      case unicodeEverywhere
      case unicodeAroundParts
    }

    enum Fault: Sendable { case passedOver, kept, breaksRecord }
  }

  /// What it makes of the tags.
  struct Rules: Sendable {
    var version = Version.unchecked
    var words = Words.ignoringCase
    /// Whether it looks at every `p` and `sp`; else only at the last one, which counts in any case.
    var judgesEveryPolicy = false
    /// What comes of a record without a version, or with a bad one or a bad `p`.
    var withoutPolicy = DMARCReceiverResult.ignored
    var missingPolicy = DMARCReceiverResult.ignored
    /// Without a `p`, a report address makes it `none`.
    var reportsStandIn = false
    var subdomainPolicy = SubdomainPolicy.unchecked
    var alignment = Alignment.unchecked
    var percentage = Percentage.unchecked
    var reports = Reports.unchecked
    var reportOptions = ReportOptions.unchecked
    var interval = Interval.unchecked
    /// `t` must be `y` or `n`.
    var checksTesting = false
    /// `np` must be a policy, `psd` one of its letters.
    var checksNewTags = false
    /// A known tag that is there twice voids the record.
    var refusesDuplicates = false

    enum Version: Sendable {
      case unchecked
      /// Wherever it stands; `DMARC1` in either case. It need not be there.
      case anywhere
      /// The same, and it must be there.
      case required
      /// The first tag, `DMARC1` with that case.
      case first
    }
    enum Words: Sendable {
      case ignoringCase
      /// Any beginning of a word, in either case.
      case beginnings
      /// In either case; but only words in lower case are applied.
      case lowerCaseApplies
    }
    /// `sp`, which is for mail from below the domain.
    enum SubdomainPolicy: Sendable {
      /// Looked at where it applies.
      case unchecked
      /// Another word is a bad record, whomever the mail is from.
      case checked(else: DMARCReceiverResult)
      /// Applied in place of `p` for mail from the domain itself, too; then `p` may be any word.
      case appliesToDomain
    }
    enum Alignment: Sendable {
      case unchecked
      /// `r` or `s` in either case; another value voids the record.
      case letters
      /// Any beginning of `relaxed` or `strict`.
      case beginnings
    }
    enum Percentage: Sendable {
      case unchecked
      /// A number from 0 to 100 must begin it; for how much mail the policy is, another part of the program sees to.
      case leadingNumber
      case integer
      /// Applies the next weaker policy to what is sampled out. What the larger part of the mail gets is told here, and at
      /// 50 % what was seen. What is no number is all, or, where `textIsZero`, what number begins it.
      case samples(appliesAtHalf: Bool, textIsZero: Bool)
    }
    /// `rua` and `ruf`.
    enum Reports: Sendable {
      case unchecked
      /// One list each, no member of it empty or longer than 256 octets.
      case lists
      case addresses
    }
    /// `fo` and `rf`.
    enum ReportOptions: Sendable {
      case unchecked
      /// The first letter of each member of `fo`, the beginning of each of `rf`.
      case beginnings
      /// The members of `fo`.
      case members
    }
    /// `ri`.
    enum Interval: Sendable { case unchecked, digits, integer }
  }
}
