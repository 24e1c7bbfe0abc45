/// The programs that read DKIM keys, as measured.
extension DKIMReader {
  static let all = [
    openDKIM, openDKIMTestkey, perl("Mail::DKIM", "1.20230212"), perl("SpamAssassin", "4.0.1"),
    dkimpy("1.1.4"),
    dkimpy("1.1.8"), exim, rspamd,
  ]

  private static let openDKIM = DKIMReader(
    receiver: Receiver(name: "OpenDKIM", version: "2.11.0b2", isInWideUse: true), selection: .only,
    notation: .characters(longestText: 1_024),
    rules: Rules(
      keyType: .known, hashes: .listIgnoringCase, services: .listIgnoringCase, digits: .untilPadding,
      keyForm: .wrapped, minimumBits: 1_024))

  /// It looks at the record alone, and asks nothing of the signature's hash.
  private static let openDKIMTestkey = DKIMReader(
    receiver: Receiver(name: "opendkim-testkey", version: "2.11.0b2", isInWideUse: false), selection: .only,
    notation: .characters(longestText: 1_024),
    rules: Rules(
      keyType: .known, hashes: .listKnown, services: .listIgnoringCase, digits: .untilPadding,
      keyForm: .unparsed))

  private static func perl(_ name: String, _ version: String) -> DKIMReader {
    DKIMReader(
      receiver: Receiver(name: name, version: version, isInWideUse: true), selection: .first,
      notation: .lenientPieces,
      rules: Rules(
        version: .exactUnlessEmpty, keyType: .onlyRSA, hashes: .listAsWritten, services: .listAsWritten,
        checksGranularity: true, digits: .padded, keyForm: .wrapped, ed25519: .unsupported))
  }

  private static func dkimpy(_ version: String) -> DKIMReader {
    DKIMReader(
      receiver: Receiver(name: "dkimpy", version: version, isInWideUse: true), selection: .first,
      notation: .strictPieces,
      rules: Rules(
        keyType: .decides, services: .word, digits: .pythonic, keyForm: .wrappedOrBare, minimumBits: 1_024))
  }

  private static let exim = DKIMReader(
    receiver: Receiver(name: "Exim", version: "4.96", isInWideUse: true), selection: .firstUnlessOtherVersion,
    notation: .firstLetters(longestText: 4_096),
    rules: Rules(
      hashes: .listTrimmed, services: .word, digits: .paddedAmongBlanks, keyForm: .wrappedAlone,
      ed25519: .bareOrWrapped, minimumBits: 1_024))

  private static let rspamd = DKIMReader(
    receiver: Receiver(name: "rspamd", version: "3.4", isInWideUse: true), selection: .firstReadable,
    notation: .lastLetters,
    rules: Rules(version: .ignored, keyType: .decidesOrRSA, digits: .anyButJunkAtEnd, keyForm: .wrapped))
}
