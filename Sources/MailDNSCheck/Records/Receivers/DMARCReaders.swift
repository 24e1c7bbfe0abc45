/// The programs that read DMARC, as measured.
extension DMARCReader {
  static let all = [
    openDMARC, mailDMARC, spamAssassin, rspamd, authheaders("0.15.2"), authheaders("0.16.3"), dmarcPython,
    checkdmarc,
  ]

  private static let openDMARC = DMARCReader(
    receiver: Receiver(name: "OpenDMARC", version: "1.4.2", isInWideUse: true), selection: .firstHolding,
    notation: .pieces(
      PieceHabits(longestText: 8_191, longestPart: 512, blanks: .everywhere, emptyValue: .passedOver)),
    rules: Rules(
      version: .anywhere, words: .beginnings, judgesEveryPolicy: true,
      subdomainPolicy: .checked(else: .ignored),
      alignment: .beginnings, percentage: .leadingNumber, reports: .lists, reportOptions: .beginnings,
      interval: .digits))

  private static func perl(
    _ name: String, _ version: String, _ words: Rules.Words, withoutPolicy: DMARCReceiverResult
  ) -> DMARCReader {
    DMARCReader(
      receiver: Receiver(name: name, version: version, isInWideUse: true), selection: .eachBeginning,
      notation: .pieces(
        PieceHabits(
          blanks: .unicodeEverywhere, mendsSemicolons: true, separators: "=:-", emptyValue: .passedOver)),
      rules: Rules(
        version: .required, words: words, withoutPolicy: withoutPolicy, missingPolicy: withoutPolicy,
        reportsStandIn: true, subdomainPolicy: .checked(else: .none),
        percentage: .samples(appliesAtHalf: true, textIsZero: true)))
  }

  private static let mailDMARC = perl("Mail::DMARC", "1.20211209", .ignoringCase, withoutPolicy: .ignored)
  /// It looks at what Mail::DMARC disposes, and takes a record without a policy for `none`.
  private static let spamAssassin = perl("SpamAssassin", "4.0.1", .lowerCaseApplies, withoutPolicy: .none)

  private static let rspamd = DMARCReader(
    receiver: Receiver(name: "rspamd", version: "3.4", isInWideUse: true), selection: .eachReadable,
    notation: .grammar,
    rules: Rules(
      missingPolicy: .none, alignment: .letters, percentage: .samples(appliesAtHalf: false, textIsZero: false)
    ))

  private static func authheaders(_ version: String) -> DMARCReader {
    DMARCReader(
      receiver: Receiver(name: "authheaders", version: version, isInWideUse: false), selection: .eachQuoted,
      notation: .pieces(PieceHabits(isQuoted: true, bareName: .breaksRecord, endsAtSecondEquals: true)),
      rules: Rules(subdomainPolicy: .appliesToDomain))
  }

  private static let dmarcPython = DMARCReader(
    receiver: Receiver(name: "dmarc (PyPI)", version: "1.2.1", isInWideUse: false), selection: .only,
    notation: .pieces(
      PieceHabits(
        blanks: .unicodeAroundParts, emptyPiece: .breaksRecord, bareName: .breaksRecord, dropsTail: true,
        leastPieces: 2)),
    rules: Rules(
      version: .first, judgesEveryPolicy: true, subdomainPolicy: .checked(else: .ignored),
      alignment: .letters,
      percentage: .integer, interval: .integer, checksTesting: true))

  private static let checkdmarc = DMARCReader(
    receiver: Receiver(name: "checkdmarc", version: "6.0.4", isInWideUse: false), selection: .onlyVersioned,
    notation: .strict,
    rules: Rules(
      missingPolicy: .none, subdomainPolicy: .checked(else: .ignored), reports: .addresses,
      reportOptions: .members,
      checksTesting: true, checksNewTags: true, refusesDuplicates: true))
}
