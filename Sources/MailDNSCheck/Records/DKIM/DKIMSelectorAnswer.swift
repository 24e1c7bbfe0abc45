/// What DNS says about one DKIM selector of a domain.
struct DKIMSelectorAnswer: Sendable {
  let selector: DKIMSelector
  let answer: Answer
  let selection: DKIMKeySelection
  /// Whether the answer is just what any selector gets, from a wildcard or a DNAME.
  let isFromWildcard: Bool
  /// The CNAMEs that are there for this selector, and not for any.
  let ownAliases: [Answer.Alias]
  let status: Status

  init(_ selector: DKIMSelector, _ answer: Answer, randomSelector: Answer) {
    self.selector = selector
    self.answer = answer
    guard !answer.records.isEmpty || !answer.aliases.isEmpty else {
      // So it is at most selectors.
      (selection, isFromWildcard, ownAliases) = (DKIMKeySelection([]), false, [])
      status = answer.failure.map(Status.unknown) ?? .absent
      return
    }
    let selection = DKIMKeySelection(answer.texts)
    ownAliases = Array(answer.ownAliases(beside: randomSelector))
    isFromWildcard = answer.isMadeForAny(ownAliases: ownAliases.count, like: randomSelector)
    self.selection = selection
    status = Status(answer, selection, isFromWildcard: isFromWildcard, isAlias: !ownAliases.isEmpty)
  }

  /// What a wildcard gives every selector, given the answer at one that nobody publishes, where that is a key that verifiers
  /// can use; nil where it is anything else.
  init?(wildcard randomSelector: Answer) {
    // Without a text there is no key.
    guard !randomSelector.records.isEmpty, let answer = randomSelector.atWildcard() else { return nil }
    self.answer = answer
    selector = .every
    selection = DKIMKeySelection(answer.texts)
    isFromWildcard = true
    ownAliases = []
    status = Status(answer, selection, isFromWildcard: true, isAlias: false)
    guard key != nil else { return nil }
  }

  enum Status: Hashable, Sendable {
    case key(DKIMKeyRecord)
    case malformed(DKIMKeyError)
    /// Several texts that are meant as keys: undefined for verifiers (RFC 6376 §3.6.2.2).
    case several
    /// A CNAME that leads to no key.
    case dangling
    case absent
    case unknown(Failure)

    fileprivate init(
      _ answer: Answer, _ selection: DKIMKeySelection, isFromWildcard: Bool, isAlias: Bool
    ) {
      if let failure = answer.failure {
        self = .unknown(failure)
        return
      }
      switch selection.outcome {
      // Verifiers take a key wherever it comes from. What else a wildcard says is about no selector.
      case .key(let key): self = isFromWildcard && !key.isUsable ? .absent : .key(key)
      case .malformed(let error): self = isFromWildcard ? .absent : .malformed(error)
      case .several: self = isFromWildcard ? .absent : .several
      case .absent: self = isAlias ? .dangling : .absent
      }
    }
  }

  /// Where the selector's name leads first, by whatever makes it do so.
  var alias: DomainName? { isFromWildcard ? nil : answer.aliases.first?.target }
  /// Where the CNAME of this very selector leads first: into the zone of whoever signs.
  var ownAlias: DomainName? { ownAliases.first?.target }

  /// Whether what stands at the selector's own name was put there for it: where a DNAME or a wildcard made a CNAME, nothing
  /// does.
  var isPublishedHere: Bool { !isFromWildcard && ownAliases.count == answer.aliases.count }

  /// The text that is meant as a key and is none.
  var malformedText: [UInt8]? {
    answer.texts.lazy.map(\.joined).first { text in
      if case .malformed = DKIMKeyReading(text) { true } else { false }
    }
  }

  /// Whether what was published for this very selector is nothing that is meant as a key.
  var hasOtherText: Bool { status == .absent && !isFromWildcard && !selection.readings.isEmpty }

  /// The text that is the key.
  var keyText: [UInt8]? {
    answer.texts.lazy.map(\.joined).first { text in
      if case .key = DKIMKeyReading(text) { true } else { false }
    }
  }

  var key: DKIMKeyRecord? { if case .key(let key) = status { key } else { nil } }
}

extension Answer {
  /// Whether the answer at a selector is just what any selector gets, from a wildcard or a DNAME.
  func isMadeForAny(like randomSelector: Answer) -> Bool {
    isMadeForAny(ownAliases: ownAliases(beside: randomSelector).count, like: randomSelector)
  }

  fileprivate func isMadeForAny(ownAliases: Int, like randomSelector: Answer) -> Bool {
    !(records.isEmpty && aliases.isEmpty) && ownAliases == 0
      && aliases.count == randomSelector.aliases.count && hasTexts(of: randomSelector)
  }

  /// Whether the texts are the same, in one order or another, each once or more often.
  private func hasTexts(of other: Answer) -> Bool {
    let (texts, others) = (texts, other.texts)
    return texts == others || !texts.isEmpty && !others.isEmpty && Set(texts) == Set(others)
  }

  /// The texts of the TXT records found.
  var texts: [CharacterStrings] { records.texts }
  /// The same in the order in which they came, where that means anything.
  var textsAsSent: [CharacterStrings] { recordsAsSent.texts }
}

extension [ResourceRecord] {
  fileprivate var texts: [CharacterStrings] {
    if isEmpty { return [] }
    var texts: [CharacterStrings] = []
    texts.reserveCapacity(count)
    for record in self { if case .txt(let strings) = record.data { texts.append(strings) } }
    return texts
  }
}
