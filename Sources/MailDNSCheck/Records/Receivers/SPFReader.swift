/// How one program reads SPF: its habits, which one interpreter follows.
struct SPFReader: Sendable {
  let receiver: Receiver
  let selection: Selection
  let grammar: Grammar
  let course: Course

  /// Which TXT records it takes for SPF.
  enum Selection: Sendable {
    /// Those whose first word is `v=spf1` in either case; several are an error.
    case versioned
    /// The same; and `spf2.0` for the envelope sender (RFC 4406). Each must be right, and the kind of the first one counts.
    case versionedOrSenderID
    /// The same as `versioned`, but the first string of the record must hold the version.
    case versionedFirstString
    /// The first that begins with `v=spf1`, whatever follows; else the first that does behind blanks or in another case, or
    /// begins with `spf2.`.
    case firstBeginning
  }

  /// How it takes a record apart.
  enum Grammar: Sendable {
    /// By RFC 7208's grammar; a term that does not follow it is an error of the whole record.
    case standard(Deviations)
    /// Compiled by libspf2: `redirect` is a mechanism, and terms beyond its buffer are lost.
    case compiled
    /// Word by word as evaluation comes to them; an unknown word is an error only then.
    case words
    /// Word by word, by what a word begins with; what it can't use is passed over.
    case beginnings
  }

  /// Where a program that follows the grammar does not.
  struct Deviations: Sendable {
    /// Names of modifiers are told by their case, and none may be there twice.
    var modifiersHaveCase = false
    /// Whatever a macro has behind its letter that it does not know is passed over, and an unclosed one is text.
    var macrosAreLoose = false
    /// `a/name.example` has a domain.
    var slashMayBeginDomain = false
    /// An IPv4-mapped network in `ip6` holds IPv4 clients.
    var mapsAddresses = false
    /// What a name with an empty label comes to; nil where nothing is there.
    var emptyLabel: SPFResult?
    /// `R` in a macro does not turn it round, but is an error.
    var refusesCapitalReverse = false
  }

  /// How it goes about evaluation.
  struct Course: Sendable {
    /// Terms that look something up; more are an error.
    let lookupLimit: Int
    /// Where look-ups are counted.
    var counts = Counting.everywhere
    /// Look-ups without an answer; more are an error. Nil where they are not counted.
    var voidLimit: Int? = 2
    var voids = Voids.ownLookups
    var exchanges = Exchanges.ten
    /// What an included domain without a record is; nil where it is nothing.
    var isExchangeSorted = false
    /// Asks for both families of addresses, and takes them together.
    var asksBothFamilies = false
    /// `%{h}` is the domain of the sender.
    var helloIsSenderDomain = false
    /// `ptr` compares texts, not labels.
    var comparesTextsOfPointers = false
    /// What an include or redirect of an empty domain comes to.
    var emptyTarget = SPFResult.permerror
    /// An address in place of a name is its own.
    var resolvesAddresses = false
    /// What the root as the host of an MX record comes to; nil where nothing is there.
    var rootExchange: SPFResult?

    enum Counting: Sendable {
      /// In the whole tree; and a `redirect` as soon as it is read.
      case everywhere
      /// The same; it stops at the next term.
      case atNextTerm
      /// In each record that is included anew; it stops at the next term.
      case eachRecord
    }
    enum Voids: Sendable {
      /// Each that a term makes itself.
      case ownLookups
      /// Those of MX hosts as well; an alias is an answer.
      case allButRecords
      /// Those for records as well.
      case all
    }
    enum Exchanges: Sendable {
      case ten
      /// The first ten, and an error where none of them matches and there are more.
      case tenThenError
      /// An error where there are more.
      case errorBeyondTen
    }
  }
}
