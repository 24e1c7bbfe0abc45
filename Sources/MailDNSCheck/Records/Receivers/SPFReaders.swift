/// The programs that read SPF, as measured.
extension SPFReader {
  static let all = [pyspf, mailSPF, spamAssassin, libspf2, exim, chasquid, rspamd]

  private static let pyspf = SPFReader(
    receiver: Receiver(name: "pyspf", version: "2.0.14", isInWideUse: true), selection: .versioned,
    grammar: .standard(Deviations(modifiersHaveCase: true, macrosAreLoose: true)),
    course: Course(lookupLimit: 10, voids: .all, exchanges: .errorBeyondTen, isExchangeSorted: true))

  private static func perl(emptyLabel: SPFResult) -> SPFReader.Deviations {
    SPFReader.Deviations(
      slashMayBeginDomain: true, mapsAddresses: true, emptyLabel: emptyLabel, refusesCapitalReverse: true)
  }

  private static let mailSPF = SPFReader(
    receiver: Receiver(name: "Mail::SPF", version: "2.9.0", isInWideUse: true),
    selection: .versionedOrSenderID,
    grammar: .standard(perl(emptyLabel: .permerror)), course: Course(lookupLimit: 10, voids: .allButRecords))

  /// Mail::SPF with a limit of its own.
  private static let spamAssassin = SPFReader(
    receiver: Receiver(name: "SpamAssassin", version: "4.0.1", isInWideUse: true),
    selection: .versionedOrSenderID,
    grammar: .standard(perl(emptyLabel: .temperror)),
    course: Course(lookupLimit: 20, voids: .allButRecords, rootExchange: .temperror))

  private static let libspf2 = SPFReader(
    receiver: Receiver(name: "libspf2", version: "1.2.10", isInWideUse: true), selection: .versioned,
    grammar: .compiled,
    course: Course(lookupLimit: 10, counts: .eachRecord, voidLimit: nil, exchanges: .tenThenError))

  /// libspf2, with look-ups of its own.
  private static let exim = SPFReader(
    receiver: Receiver(name: "Exim", version: "4.96", isInWideUse: true), selection: .versionedFirstString,
    grammar: .compiled,
    course: Course(
      lookupLimit: 10, counts: .eachRecord, voidLimit: nil, exchanges: .tenThenError, emptyTarget: .temperror)
  )

  private static let chasquid = SPFReader(
    receiver: Receiver(name: "chasquid", version: "1.11", isInWideUse: false), selection: .versioned,
    grammar: .words,
    course: Course(
      lookupLimit: 10, counts: .atNextTerm, exchanges: .errorBeyondTen, asksBothFamilies: true,
      helloIsSenderDomain: true, comparesTextsOfPointers: true, resolvesAddresses: true))

  private static let rspamd = SPFReader(
    receiver: Receiver(name: "rspamd", version: "3.4", isInWideUse: true), selection: .firstBeginning,
    grammar: .beginnings, course: Course(lookupLimit: 30, voidLimit: nil, asksBothFamilies: true))
}
