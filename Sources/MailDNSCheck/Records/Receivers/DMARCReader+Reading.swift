/// Where a program may find the record for a message, in the order in which it looks.
struct DMARCReadingPlace: Sendable {
  /// The TXT records, in the order in which they came.
  let texts: [CharacterStrings]
  /// Whether the name is that of the Organizational Domain above the domain that the mail is from, whom `sp` is for.
  let isOfParent: Bool
  /// The tags of the record, where all programs agree on them.
  let plainTags: [DMARCReaderTag]?

  init(texts: [CharacterStrings], isOfParent: Bool) {
    self.texts = texts
    self.isOfParent = isOfParent
    plainTags = DMARCPlainTags.of(texts)
  }
}

extension DMARCReader {
  /// What the program does with mail that fails DMARC, given what stands at the places where it looks. It looks at the next
  /// one only where the one before has nothing that it takes for a record.
  func result(at places: [DMARCReadingPlace]) -> DMARCReceiverResult {
    for place in places {
      // Every program passes over a name without a text.
      if place.texts.isEmpty { continue }
      if let tags = place.plainTags { return verdict(onPlain: tags, isForSubdomain: place.isOfParent) }
      switch selected(from: place.texts) {
      case .nothing: continue
      case .unusable: return rules.withoutPolicy
      case .text(let text): return verdict(on: text, isForSubdomain: place.isOfParent)
      }
    }
    return .ignored
  }

  /// The same for the only record there, which every program selects, and of which all take the same tags.
  private func verdict(onPlain tags: [DMARCReaderTag], isForSubdomain: Bool) -> DMARCReceiverResult {
    // The version is no pair to `Notation.grammar`, but what must come before them.
    let tags = if case .grammar = notation { tags.dropFirst() } else { tags[...] }
    if case .eachReadable = selection, rules.verdict(on: tags, isForSubdomain: false) == .ignored {
      return rules.withoutPolicy
    }
    return rules.verdict(on: tags, isForSubdomain: isForSubdomain)
  }

  /// What it makes of one record that it takes for DMARC.
  func verdict(on text: [UInt8], isForSubdomain: Bool) -> DMARCReceiverResult {
    guard let tags = notation.tags(of: text) else { return rules.withoutPolicy }
    return rules.verdict(on: tags[...], isForSubdomain: isForSubdomain)
  }
}

extension DMARCReader.Rules {
  private typealias Last = (
    policy: [UInt8]?, subdomainPolicy: [UInt8]?, percentage: [UInt8]?, version: [UInt8]?, reports: [UInt8]?
  )

  fileprivate func verdict(
    on tags: ArraySlice<DMARCReaderTag>, isForSubdomain: Bool
  ) -> DMARCReceiverResult {
    if version == .first, !(tags.first?.isVersion(matchingCase: true) ?? false) { return withoutPolicy }
    if refusesDuplicates, tags.repeatsKnownTag { return withoutPolicy }
    var last: Last = (nil, nil, nil, nil, nil)
    var lists = 0
    for tag in tags {
      guard isValid(tag) else { return withoutPolicy }
      switch tag.name {
      case .v: last.version = tag.value
      case .p: last.policy = tag.value
      case .sp: last.subdomainPolicy = tag.value
      case .pct: last.percentage = tag.value
      case .rua:
        lists += 1
        last.reports = tag.value
      default: break
      }
    }
    if version == .required, !(last.version?.equalsIgnoringCase("DMARC1") ?? false) { return withoutPolicy }
    if reports == .lists, lists > 1 { return withoutPolicy }
    return verdict(on: last, isForSubdomain: isForSubdomain)
  }

  private func verdict(on last: Last, isForSubdomain: Bool) -> DMARCReceiverResult {
    guard let policy = last.policy, !policy.isEmpty else {
      if case .checked(let otherwise) = subdomainPolicy, !reportsStandIn, let word = last.subdomainPolicy,
        words.policy(word) == nil
      {
        return otherwise
      }
      let standsIn = reportsStandIn && last.reports.map(DMARCReportMembers.hasAddress) ?? false
      return standsIn ? .none : missingPolicy
    }
    switch subdomainPolicy {
    case .appliesToDomain: return result(of: last.subdomainPolicy ?? policy, last.percentage)
    case .checked(let otherwise):
      guard words.policy(policy) != nil else { return withoutPolicy }
      if let word = last.subdomainPolicy, words.policy(word) == nil { return otherwise }
    case .unchecked: if words.policy(policy) == nil { return withoutPolicy }
    }
    return result(of: isForSubdomain ? last.subdomainPolicy ?? policy : policy, last.percentage)
  }

  private func result(of word: [UInt8], _ percentage: [UInt8]?) -> DMARCReceiverResult {
    guard let policy = words.policy(word) else { return withoutPolicy }
    let result = DMARCReceiverResult(policy)
    guard result != .none else { return .none }
    let isSampledOut = percentage.map { !self.percentage.applies($0) } ?? false
    guard words == .lowerCaseApplies, word.contains(where: \.isUpperCaseLetter) else {
      return isSampledOut ? result.nextWeaker : result
    }
    // What is sampled out of a word that it does not know gets none.
    return isSampledOut ? .none : .ignored
  }

  /// Whether a value is one with which the program reads on.
  private func isValid(_ tag: DMARCReaderTag) -> Bool {
    let value = tag.value
    switch tag.name {
    case .v: return version != .anywhere || tag.isVersion(matchingCase: false)
    case .p, .sp: return !judgesEveryPolicy || words.policy(value) != nil
    case .adkim, .aspf: return alignment.allows(value)
    case .pct: return percentage.allows(value)
    case .rua, .ruf: return reports.allows(value)
    case .fo: return reportOptions.allows(value, isFailureOptions: true)
    case .rf: return reportOptions.allows(value, isFailureOptions: false)
    case .ri: return interval.allows(value)
    case .t: return !checksTesting || value.equalsIgnoringCase("y") || value.equalsIgnoringCase("n")
    case .np: return !checksNewTags || words.policy(value) != nil
    case .psd: return !checksNewTags || value.count == 1 && "ynu".utf8.contains(value[0].asciiLowercased)
    case nil: return true
    }
  }
}

extension DMARCReceiverResult {
  init(_ policy: DMARCPolicy) {
    self =
      switch policy {
      case .none: .none
      case .quarantine: .quarantine
      case .reject: .reject
      }
  }

  fileprivate var nextWeaker: DMARCReceiverResult { self == .reject ? .quarantine : .none }
}

extension DMARCReaderTag {
  fileprivate func isVersion(matchingCase: Bool) -> Bool {
    guard name == .v, value.equalsIgnoringCase("DMARC1") else { return false }
    return !matchingCase || value.elementsEqual(DMARCVersion.text.utf8)
  }
}

extension ArraySlice<DMARCReaderTag> {
  fileprivate var repeatsKnownTag: Bool {
    // So few names are known that looking through them is quicker than hashing.
    var seen: [DMARCTagName] = []
    for case let name? in lazy.map(\.name) {
      if seen.contains(name) { return true }
      seen.append(name)
    }
    return false
  }
}
