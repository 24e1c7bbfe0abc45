/// What stands at the domain's own name: enough to say whether it exists, and whether it has to do with mail at all.
struct ApexFacts: Sendable {
  let domain: DomainName
  let mx: Answer
  let text: Answer
  let addresses: HostAddresses

  static func gather(
    _ domain: DomainName, from known: KnownAnswers
  ) throws(MissingAnswers) -> ApexFacts {
    let answers = try known.answers(
      to: [
        Question(domain, .mx), Question(domain, .txt), Question(domain, .a), Question(domain, .aaaa),
      ])
    return ApexFacts(
      domain: domain, mx: answers[0], text: answers[1],
      addresses: .of(domain, answers[2], answers[3]))
  }

  var answers: [Answer] { [mx, text, addresses.v4, addresses.v6] }

  /// Whether the domain exists (RFC 8020 §2). NODATA alone says that it does, although a server with compact denial
  /// (RFC 9824) says so of every name.
  enum Existence: Hashable, Sendable {
    case exists
    case doesNotExist
    case unknown(Failure)
  }

  var existence: Existence {
    if answers.contains(where: { $0.failure == nil && !$0.deniesName }) { return .exists }
    if answers.contains(where: \.deniesName) { return .doesNotExist }
    return .unknown(answers.lazy.compactMap(\.failure).first ?? Failure(kind: .noServer))
  }
}
