/// One text as every program reads it, as a policy, a key and an SPF record; the RFC's own reading is the same before and
/// after.
enum ReadersTarget {
  static func run(_ text: [UInt8]) {
    let strings = CharacterStrings(cutting: Array(text.prefix(65_000)))
    let before = (DMARCSelection([strings]), DKIMKeySelection([strings]), SPFRecordSelection([strings]))
    let place = DMARCReadingPlace(texts: [strings], isOfParent: text.first.map { $0 & 1 == 1 } ?? false)
    for reader in DMARCReader.all { _ = reader.result(at: [place]) }
    let key = DKIMSigningKey(publishedIn: [strings])
    for reader in DKIMReader.all {
      let result = reader.result(of: [strings], signedWith: key)
      demand(
        key != nil || result == .fail || !reader.receiver.isInWideUse, "nothing is verified without a key")
    }
    if let plain = DKIMReceivers([strings]).difference?.plain {
      let again = CharacterStrings(cutting: plain)
      demand(DKIMSigningKey(publishedIn: [again]) == key, "the plain form holds the same key")
      demand(DKIMReceivers([again]).difference == nil, "the plain form is read alike")
    }
    if let difference = DMARCReader.difference(before.0, [strings]), let plain = difference.plain {
      let again = CharacterStrings(cutting: plain)
      demand(
        DMARCReader.difference(DMARCSelection([again]), [again]).map { !$0.concernsWideUse } ?? true,
        "the plain form is read alike")
      for language in Language.allCases { demandVisible(difference.list[language]) }
    }
    readSPF(strings)
    let after = (DMARCSelection([strings]), DKIMKeySelection([strings]), SPFRecordSelection([strings]))
    demand(before == after, "the RFC's reading stays the same")
  }

  /// The text at every name, and nothing else anywhere.
  private static func readSPF(_ strings: CharacterStrings) {
    let known = KnownAnswers { question in
      guard question.type == .txt else { return .assumedAbsent(question) }
      let record = ResourceRecord(owner: question.name, timeToLive: 1, data: .txt(strings))
      return Answer(
        question: question, aliases: [], outcome: .found([record]),
        origin: Answer.Origin(source: .nowhere, started: .now, duration: .zero))
    }
    guard let address = IPAddress("192.0.2.1") else { return }
    let identity = SPFIdentity(address: address, mailFrom: "a@b.example", helo: "c.example", time: 0)
    let readings = try? SPFReader.readings(identity, from: known)
    demand(readings?.count == SPFReader.all.count, "every program comes to a result")
  }
}
