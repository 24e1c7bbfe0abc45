/// What every program makes of what is published, in the order of their tables.
extension DMARCFacts {
  /// Of mail from the domain that fails DMARC; empty where DNS could not tell.
  var receiverReadings: [ReceiverReading<DMARCReceiverResult>] {
    guard let places = readingPlaces else { return [] }
    return DMARCReader.all.map { ReceiverReading(receiver: $0.receiver, result: $0.result(at: places)) }
  }

  /// The domain's own name, then that of its Organizational Domain by the public suffix list, as programs look for it; nil
  /// where one of them could not be asked.
  private var readingPlaces: [DMARCReadingPlace]? {
    guard let own = answers.first, own.failure == nil else { return nil }
    var places = [DMARCReadingPlace(texts: own.textsAsSent, isOfParent: false)]
    if case .domain(let parent) = organization, parent != discovery.authorDomain {
      guard let answer = answer(of: parent), answer.failure == nil else { return nil }
      places.append(DMARCReadingPlace(texts: answer.textsAsSent, isOfParent: true))
    }
    return places
  }

  /// What RFC 9989 makes of it, before `t`; nil where DNS could not tell.
  func referenceReading(_ policies: [DMARCPolicyInForce]) -> DMARCReceiverResult? {
    guard let policy = policies.first(where: { $0.scope == .domain })?.policy, policy != .unknown else {
      return nil
    }
    return policy.published.flatMap { DMARCReceiverResult(rawValue: $0.rawValue) } ?? .ignored
  }
}

extension DKIMSelectorAnswer {
  /// Of a good signature by the selector's key; empty where there is no text, or DNS could not tell.
  var receiverReadings: [ReceiverReading<DKIMReceiverResult>] {
    let texts = answer.textsAsSent
    guard answer.failure == nil, !texts.isEmpty else { return [] }
    return receivers(of: texts).readings
  }

  /// What every program makes of the answer's `texts`, in one order or another; in that in which they came it is made once.
  func receivers(of texts: [CharacterStrings]) -> DKIMReceivers {
    guard texts == answer.textsAsSent else { return DKIMReceivers(texts) }
    return answer.derived { DKIMReceivers(texts) }
  }

  /// What RFC 6376 makes of it.
  var referenceReading: DKIMReceiverResult { key?.isUsable == true ? .pass : .fail }
}

extension SPFReader {
  /// Of mail of `identity`. Throws what has to be asked before all of them are known.
  static func readings(
    _ identity: SPFIdentity, from known: KnownAnswers
  ) throws(MissingAnswers) -> [ReceiverReading<SPFResult>] {
    try known.each(all) { reader throws(MissingAnswers) in
      ReceiverReading(
        receiver: reader.receiver, result: try SPFReaderRun.result(reader, identity, from: known))
    }
  }

  /// Questions that the programs may need beyond those of check_host(), and rounds of them.
  private static let maximumQuestions = 60
  private static let maximumRounds = 24

  /// The same, asking what is missing. What is still missing at the end of a bounded number of questions, and everything
  /// where `mayAsk` is false, is "temperror" for whoever needs it.
  static func readings(
    _ identity: SPFIdentity, knowing answers: [Answer], mayAsk: Bool, from resolver: any Resolver
  ) async -> [ReceiverReading<SPFResult>] {
    var answers = Dictionary(answers.map { ($0.question, $0) }) { first, _ in first }
    var asked = 0
    for _ in 0..<(mayAsk ? maximumRounds : 0) {
      let known = answers
      do throws(MissingAnswers) {
        return try readings(identity, from: KnownAnswers { known[$0] })
      } catch {
        let missing = error.questions.uniqued.prefix(maximumQuestions - asked)
        if missing.isEmpty { break }
        asked += missing.count
        for answer in await resolver.answers(to: Array(missing)) { answers[answer.question] = answer }
      }
    }
    let known = answers
    return all.map { reader in
      let result = try? SPFReaderRun.result(reader, identity, from: KnownAnswers { known[$0] })
      return ReceiverReading(receiver: reader.receiver, result: result ?? .temperror)
    }
  }
}
