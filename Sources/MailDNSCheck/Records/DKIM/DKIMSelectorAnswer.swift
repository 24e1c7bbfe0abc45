/// What DNS says about one DKIM selector of a domain.
struct DKIMSelectorAnswer: Sendable {
  let selector: DKIMSelector
  let answer: Answer
  let selection: DKIMKeySelection
  /// Whether the answer is just what any selector gets, from a wildcard.
  let isFromWildcard: Bool
  let status: Status

  init(_ selector: DKIMSelector, _ answer: Answer, randomSelector: Answer) {
    self.selector = selector
    self.answer = answer
    let selection = DKIMKeySelection(answer.texts)
    let isFromWildcard =
      !(answer.records.isEmpty && answer.aliases.isEmpty) && Set(answer.texts) == Set(randomSelector.texts)
      && answer.aliases.last?.target == randomSelector.aliases.last?.target
    self.selection = selection
    self.isFromWildcard = isFromWildcard
    status = Status(answer, selection, isFromWildcard: isFromWildcard)
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

    fileprivate init(_ answer: Answer, _ selection: DKIMKeySelection, isFromWildcard: Bool) {
      if let failure = answer.failure {
        self = .unknown(failure)
      } else if isFromWildcard {
        self = .absent
      } else {
        switch selection.outcome {
        case .key(let key): self = .key(key)
        case .malformed(let error): self = .malformed(error)
        case .several: self = .several
        case .absent: self = answer.aliases.isEmpty ? .absent : .dangling
        }
      }
    }
  }

  /// Where the selector's CNAME leads first: into the zone of whoever signs.
  var alias: DomainName? { isFromWildcard ? nil : answer.aliases.first?.target }

  /// The text that is meant as a key and is none.
  var malformedText: [UInt8]? {
    answer.texts.lazy.map(\.joined).first { text in
      if case .malformed = DKIMKeyReading(text) { true } else { false }
    }
  }

  var key: DKIMKeyRecord? { if case .key(let key) = status { key } else { nil } }
}

extension Answer {
  /// The texts of the TXT records found.
  var texts: [CharacterStrings] {
    records.compactMap { record in
      if case .txt(let strings) = record.data { strings } else { nil }
    }
  }
}
