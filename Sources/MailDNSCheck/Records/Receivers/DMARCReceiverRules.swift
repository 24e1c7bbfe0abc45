extension DMARCFacts {
  /// Which programs make something else of the domain's own record than its owner meant.
  var receiverFindings: [Finding] {
    // Of several records none counts: what is wrong with one of them is not what keeps the domain from its policy.
    guard let own, own.records.count <= 1, let answer = answers.first,
      let difference = DMARCReader.difference(own, answer.texts)
    else { return [] }
    return [
      .receivers.dmarc(
        answer.canonicalName, difference, severity: difference.concernsWideUse ? .warning : .info)
    ]
  }
}

extension DMARCReader {
  /// Nil where all read what is published as they read its plain form, or nothing is meant as a policy.
  static func difference(
    _ selection: DMARCSelection, _ texts: [CharacterStrings]
  ) -> ReceiverDifference<DMARCReceiverResult>? {
    guard let form = DMARCPlainForm(selection) else { return nil }
    // What becomes of a part of the mail is told by a finding of its own.
    let measured = form.percentage.map { form.text + Array("; pct=".utf8) + $0 } ?? form.text
    let ideal = [CharacterStrings(cutting: measured)]
    guard texts != ideal else { return nil }
    let place = DMARCReadingPlace(texts: texts, isOfParent: false)
    let idealPlace = DMARCReadingPlace(texts: ideal, isOfParent: false)
    // The same tags are the same to all.
    if let tags = place.plainTags, tags == idealPlace.plainTags { return nil }
    let (readings, idealReadings) = (readings(at: place), readings(at: idealPlace))
    guard readings != idealReadings else { return nil }
    return ReceiverDifference(
      readings, ideal: idealReadings, meant: DMARCReceiverResult(form.policy),
      plain: form.isWhole ? form.text : nil)
  }

  private static func readings(at place: DMARCReadingPlace) -> [ReceiverReading<DMARCReceiverResult>] {
    all.map { ReceiverReading(receiver: $0.receiver, result: $0.result(at: [place])) }
  }
}
