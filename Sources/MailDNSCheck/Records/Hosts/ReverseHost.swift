/// The name that DNS has for an address, and whether that name has the address in turn: forward-confirmed reverse DNS, which
/// large receivers ask of whoever sends (RFC 1912 §2.1).
struct ReverseHost: Sendable {
  let address: IPAddress
  /// The names of the PTR records, as many as are looked at.
  let names: [DomainName]
  let state: State

  enum State: Hashable, Sendable {
    /// That name has the address.
    case confirmed(DomainName)
    /// None of the names has the address.
    case unconfirmed
    case absent
    case unknown(Failure)
  }

  /// The name that is known to be the host's.
  var confirmedName: DomainName? { if case .confirmed(let name) = state { name } else { nil } }

  static func gather(
    _ address: IPAddress, from known: KnownAnswers
  ) throws(MissingAnswers) -> ReverseHost {
    let answer = try known.answer(to: Question(address.reverseName, .ptr))
    if let failure = answer.failure {
      return ReverseHost(address: address, names: [], state: .unknown(failure))
    }
    let names = answer.records.compactMap { record in
      if case .ptr(let name) = record.data { name } else { nil }
    }.sorted().prefix(SPFEvaluator.maximumReverseNames)
    // Of the root nothing is asked.
    let answers = try known.answers(
      to: names.filter { !$0.isRoot }.map { Question($0, address.family.recordType) })
    return ReverseHost(address: address, names: Array(names), state: State(address, names, answers))
  }
}

extension ReverseHost.State {
  /// One name that has the address is enough.
  fileprivate init(_ address: IPAddress, _ names: some Collection<DomainName>, _ answers: [Answer]) {
    let confirming = answers.first { answer in answer.records.contains { $0.data.address == address } }
    if names.isEmpty {
      self = .absent
    } else if let confirming {
      self = .confirmed(confirming.question.name)
    } else {
      self = answers.lazy.compactMap(\.failure).first.map(Self.unknown) ?? .unconfirmed
    }
  }
}
