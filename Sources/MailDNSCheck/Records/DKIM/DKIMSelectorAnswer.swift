/// What DNS says about one DKIM selector of a domain.
struct DKIMSelectorAnswer: Sendable {
  let selector: DKIMSelector
  let answer: Answer
  let selection: DKIMKeySelection
  /// Whether the answer is just what any selector gets, from a wildcard. A key that it has is there for this selector all
  /// the same.
  let isFromWildcard: Bool
  /// Whether the CNAME at the selector's own name is made for every name alike, by a wildcard or a DNAME (RFC 6672): then
  /// nobody has set up this selector, unless a key is at its end.
  let hasSynthesizedAlias: Bool
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
    let isSynthesized = answer.isSynthesized(as: randomSelector)
    hasSynthesizedAlias = isSynthesized
    status = Status(answer, selection, isForAll: isFromWildcard || isSynthesized)
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

    fileprivate init(_ answer: Answer, _ selection: DKIMKeySelection, isForAll: Bool) {
      if let failure = answer.failure {
        self = .unknown(failure)
      } else {
        switch selection.outcome {
        case .key(let key) where key.isUsable || !isForAll: self = .key(key)
        case _ where isForAll: self = .absent
        case .key: self = .absent
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

  /// Whether there is a key that every other selector has too.
  var isKeyOfWildcard: Bool { isFromWildcard && key != nil }

  var key: DKIMKeyRecord? { if case .key(let key) = status { key } else { nil } }
}

extension Answer {
  /// Whether the first CNAME is made by the rule that makes the one of `other`, a name beside it that nobody publishes: it
  /// has the same target (a wildcard), or the same with the name's own labels in front (a DNAME).
  fileprivate func isSynthesized(as other: Answer) -> Bool {
    guard let target = aliases.first?.target, let otherTarget = other.aliases.first?.target else {
      return false
    }
    if target == otherTarget { return true }
    guard let place = other.question.name.parent, let otherPlace = otherTarget.parent,
      target.isBelow(otherPlace), question.name.isBelow(place)
    else { return false }
    let labels = question.name.canonicalLabels.dropLast(place.labelCount)
    return labels.elementsEqual(target.canonicalLabels.dropLast(otherPlace.labelCount)) {
      $0.elementsEqual($1)
    }
  }

  /// The texts of the TXT records found.
  var texts: [CharacterStrings] {
    records.compactMap { record in
      if case .txt(let strings) = record.data { strings } else { nil }
    }
  }
}
