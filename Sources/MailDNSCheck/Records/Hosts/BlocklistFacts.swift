/// What one list says of what it was asked about, as far as it can be believed.
struct BlocklistFacts: Sendable {
  let list: Blocklist
  /// In the order of the subjects; what the list has no entries for is left out.
  let entries: [Entry]

  struct Entry: Sendable {
    let subject: BlocklistSubject
    let verdict: Verdict
  }

  enum Verdict: Hashable, Sendable {
    case notListed
    case listed([IPv4Address])
    /// An answer that neither blames nor praises.
    case neutral([IPv4Address])
    case praised([IPv4Address])
    case unknown(BlocklistDoubt)
  }

  /// Why something is not known; nil where the list said something of everything.
  var doubt: BlocklistDoubt? {
    entries.lazy.compactMap { if case .unknown(let doubt) = $0.verdict { doubt } else { nil } }.first
  }

  /// Asks the list for what every list has and for what none has, at the same time as for the subjects.
  static func gather(
    _ list: Blocklist, _ subjects: [BlocklistSubject], from known: KnownAnswers
  ) throws(MissingAnswers) -> BlocklistFacts {
    let kinds = list.kinds ?? [.ipv4, .ipv6]
    let asked = subjects.filter { kinds.contains($0.kind) }
    // Of a list that nobody knows only both test entries together tell which family it is for.
    let tested = BlocklistSubject.Kind.allCases.filter { kind in
      kinds.contains(kind) && asked.contains { list.kinds == nil || $0.kind == kind }
    }
    let tests = tested.flatMap { [$0.testEntry, $0.testAbsence] }.compactMap(\.self)
    try known.require((tests + asked).compactMap { $0.question(at: list.zone) })
    var doubts: [BlocklistSubject.Kind: BlocklistDoubt] = [:]
    for kind in tested { doubts[kind] = try doubt(of: list, kind, from: known) }
    let isPartial = list.kinds == nil && doubts.count < tested.count
    let covered = asked.filter { !isPartial || doubts[$0.kind] != .testEntryMissing }
    let entries = try known.each(covered) { subject throws(MissingAnswers) in
      let reply = try reply(of: list, on: subject, from: known)
      return Entry(
        subject: subject,
        verdict: doubts[subject.kind].map(Verdict.unknown) ?? Verdict(reply, of: list))
    }
    return BlocklistFacts(list: list, entries: entries)
  }

  /// Why the list can't be believed about subjects of that kind (RFC 5782 §5); nil where it can.
  private static func doubt(
    of list: Blocklist, _ kind: BlocklistSubject.Kind, from known: KnownAnswers
  ) throws(MissingAnswers) -> BlocklistDoubt? {
    guard let entry = kind.testEntry, let absence = kind.testAbsence else { return .testEntryMissing }
    let present = try reply(of: list, on: entry, from: known)
    let absent = try reply(of: list, on: absence, from: known)
    if let doubt = present.doubt ?? absent.doubt { return doubt }
    if absent != .absent { return .listsEverything }
    return present == .absent ? .testEntryMissing : nil
  }

  private static func reply(
    of list: Blocklist, on subject: BlocklistSubject, from known: KnownAnswers
  ) throws(MissingAnswers) -> BlocklistReply {
    guard let question = subject.question(at: list.zone) else {
      return .doubtful(.failed(Failure(kind: .unusableName)))
    }
    return BlocklistReply(try known.answer(to: question))
  }
}

extension BlocklistFacts.Verdict {
  /// Of a list that can be believed.
  fileprivate init(_ reply: BlocklistReply, of list: Blocklist) {
    switch reply {
    case .absent: self = .notListed
    case .doubtful(let doubt): self = .unknown(doubt)
    case .codes(let codes):
      let meanings = codes.map(list.meaning)
      if meanings.contains(where: \.isBlame) {
        self = .listed(codes)
      } else {
        self = meanings.contains { $0 != .neutral } ? .praised(codes) : .neutral(codes)
      }
    }
  }
}
