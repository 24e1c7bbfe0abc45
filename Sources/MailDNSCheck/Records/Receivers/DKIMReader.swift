/// How one program reads DKIM keys: its habits, which one interpreter follows.
struct DKIMReader: Sendable {
  let receiver: Receiver
  let selection: Selection
  let notation: Notation
  let rules: Rules

  /// Which of the TXT records at a selector it takes.
  enum Selection: Sendable {
    /// The only one; none where there are several.
    case only
    case first
    /// The first that does not begin with another version than one that begins with `DKIM`.
    case firstUnlessOtherVersion
    /// The first in which it finds a key.
    case firstReadable
  }

  /// How it takes the text apart.
  enum Notation: Sendable {
    /// Character by character: names begin with a letter or digit, nothing may be empty, blanks count nowhere, and only ASCII
    /// is text. More than `longestText` octets are not read.
    case characters(longestText: Int)
    /// At each `;`, blanks around names and values dropped; empty pieces are passed over, one without `=` breaks the record.
    case lenientPieces
    /// The same, but an empty piece within, a name that begins with no letter, and one that is there twice break it.
    case strictPieces
    /// At each `;` that is not doubled (`;;` is a `;`). A tag is told by its first letter, and blanks behind `=` are a part of
    /// the value. A record of more than `longestText` octets is none.
    case firstLetters(longestText: Int)
    /// Letter by letter: the last one before `=` is the tag, and values end at `;` and, but for `p`, at blanks.
    case lastLetters
  }

  /// What it makes of the tags.
  struct Rules: Sendable {
    var version = Version.exact
    var keyType = KeyType.ignored
    var hashes = Members.ignored
    var services = Members.ignored
    /// `g` must match an empty local part, which is what a signature without `i` has.
    var checksGranularity = false
    let digits: Digits
    let keyForm: KeyForm
    var ed25519 = Ed25519.bare
    /// Bits of an RSA key at least; 0 where it does not look.
    var minimumBits = 0

    enum Version: Sendable {
      case ignored
      /// `DKIM1`, where there is a `v` at all.
      case exact
      /// The same; an empty one is none.
      case exactUnlessEmpty
    }
    enum KeyType: Sendable {
      case ignored
      /// `rsa` or `ed25519` in either case, whichever the signature is of.
      case known
      /// `rsa` unless it is empty or not there.
      case onlyRSA
      /// Says of which type the key is: `rsa` where it is not there, no other word.
      case decides
      /// The same; whatever is not `ed25519` in either case is RSA.
      case decidesOrRSA
    }
    /// `h`, for SHA-256, and `s`, for mail.
    enum Members: Sendable {
      case ignored
      /// Between colons, in either case.
      case listIgnoringCase
      /// The same; any value that it knows will do.
      case listKnown
      /// Between colons, blanks and case as they are; an empty list is none.
      case listAsWritten
      /// Between colons, without blanks around.
      case listTrimmed
      /// One word and nothing else.
      case word
    }
    /// Base64.
    enum Digits: Sendable {
      /// Other characters are passed over, and the first `=` ends it.
      case untilPadding
      /// Other characters are passed over; the digits must come out even.
      case pythonic
      /// Nothing but digits, padded at the end; blanks and quotation marks are dropped before.
      case padded
      /// The same, but for quotation marks, and blanks may stand anywhere.
      case paddedAmongBlanks
      /// Other characters are passed over but at the end, and padding need not be right.
      case anyButJunkAtEnd
    }
    enum KeyForm: Sendable {
      /// It does not look into the key.
      case unparsed
      /// A SubjectPublicKeyInfo; what follows it does not count.
      case wrapped
      /// A SubjectPublicKeyInfo and nothing behind it.
      case wrappedAlone
      /// The same as `wrapped`, or an RSAPublicKey.
      case wrappedOrBare
    }
    enum Ed25519: Sendable { case unsupported, bare, bareOrWrapped }
  }
}
