/// What a tree walk found out about a domain (RFC 9989 §4.10.1, §4.10.2).
///
/// Where a query failed, everything is known that would be the same whatever the answer had been, and nothing else.
struct DMARCDiscovery: Sendable {
  let authorDomain: DomainName
  /// The domains of the walk in order, up to the last one that can matter.
  let steps: [DMARCTreeWalk.Step]
  let end: Known<End>
  let organizationalDomain: Known<DomainName>
  let policyRecord: Known<PolicyRecord?>

  /// Something that the answers settle, or leave open.
  enum Known<Value: Hashable & Sendable>: Hashable, Sendable {
    case known(Value)
    case unknown

    var value: Value? { if case .known(let value) = self { value } else { nil } }
  }

  /// Where the walk stopped.
  enum End: Hashable, Sendable {
    /// At the record of that domain, which says `psd=n` or `psd=y`.
    case record(DomainName)
    /// There was nothing more to ask.
    case exhausted
  }

  /// The record whose policy is for mail from the Author Domain.
  struct PolicyRecord: Hashable, Sendable {
    let record: DMARCRecord
    let domain: DomainName
    let source: Source
  }

  /// Whose record it is, in the order of preference.
  enum Source: Hashable, Sendable {
    case authorDomain
    case organizationalDomain
    case publicSuffixDomain
  }

  /// The failures of steps that can matter, with the domains.
  var failures: [(domain: DomainName, failure: Failure)] {
    steps.compactMap { step in step.failure.map { (step.domain, $0) } }
  }
}

extension DMARCDiscovery {
  init(authorDomain: DomainName, steps: [DMARCTreeWalk.Step]) {
    let endings = Self.onlyEnding(of: steps).map { [$0] } ?? Self.endings(of: steps)
    let reach = endings.lazy.map(\.reach).max() ?? 0
    self.authorDomain = authorDomain
    self.steps = reach < steps.count ? Array(steps.prefix(reach)) : steps
    end = Self.agreed(endings) { ending in
      ending.publicSuffix == nil ? .exhausted : .record(steps[ending.reach - 1].domain)
    }
    organizationalDomain = Self.agreed(endings) { $0.organizationalDomain(of: authorDomain, steps) }
    policyRecord =
      switch Self.agreed(endings, { $0.policyLocation(steps) }) {
      case .known(let location): Self.policyRecord(at: location, steps)
      case .unknown: .unknown
      }
  }

  /// What all endings come to, where that is the same.
  private static func agreed<Value>(_ endings: [Ending], _ value: (Ending) -> Value) -> Known<Value> {
    guard let first = endings.first.map(value) else { return .unknown }
    return endings.dropFirst().allSatisfy { value($0) == first } ? .known(first) : .unknown
  }

  private static func policyRecord(
    at location: Ending.Location?, _ steps: [DMARCTreeWalk.Step]
  ) -> Known<PolicyRecord?> {
    guard let location else { return .known(nil) }
    let step = steps[location.step]
    guard let record = step.record else { return .unknown }
    return .known(PolicyRecord(record: record, domain: step.domain, source: location.source))
  }
}

/// One way in which a walk can have gone, given what is known.
private struct Ending: Equatable {
  /// Steps taken.
  var reach: Int
  /// `psd` of the last step's record, where that ended the walk.
  var publicSuffix: DMARCRecord.PublicSuffix?
  /// The first step, where it has a record.
  var hasOwnRecord: Bool
  /// The last step with a record, but for one with `psd=y` further up than the first step.
  var highest: Int?

  struct Location: Hashable {
    let step: Int
    let source: DMARCDiscovery.Source
  }

  /// Takes the step with that number, which has a record with that `psd`; nil is for none.
  mutating func take(_ index: Int, _ publicSuffix: DMARCRecord.PublicSuffix?) {
    reach = index + 1
    guard let publicSuffix else { return }
    if index == 0 { hasOwnRecord = true }
    if publicSuffix != .yes || index == 0 { highest = index }
    if publicSuffix != .undetermined { self.publicSuffix = publicSuffix }
  }

  /// The rules of RFC 9989 §4.10.2 in their order.
  func organizationalDomain(of author: DomainName, _ steps: [DMARCTreeWalk.Step]) -> DomainName {
    if publicSuffix == .yes, reach > 1 {
      return author.suffix(steps[reach - 1].domain.labelCount + 1)
    }
    return highest.map { steps[$0].domain } ?? author
  }

  /// The order of preference of RFC 9989 §4.10.1; nil where there is no record.
  func policyLocation(_ steps: [DMARCTreeWalk.Step]) -> Location? {
    if hasOwnRecord { return Location(step: 0, source: .authorDomain) }
    if publicSuffix == .yes {
      // The Organizational Domain is the step before: where the walk's jump to 7 labels passed over it, that step is the
      // Author Domain, dealt with above.
      if let highest, highest == reach - 2 { return Location(step: highest, source: .organizationalDomain) }
      return Location(step: reach - 1, source: .publicSuffixDomain)
    }
    return highest.map { Location(step: $0, source: .organizationalDomain) }
  }
}

extension DMARCDiscovery {
  /// The way in which the walk has gone, where all steps of it are known, as nearly always; else nil.
  private static func onlyEnding(of steps: [DMARCTreeWalk.Step]) -> Ending? {
    var walk = Ending(reach: 0, hasOwnRecord: false)
    for index in steps.indices {
      guard steps[index].isKnown else { return nil }
      walk.take(index, steps[index].record?.publicSuffix)
      if walk.publicSuffix != nil { break }
    }
    return walk
  }

  /// Every way in which the walk can have gone. A step that nobody knows may have had no record or one of any `psd`;
  /// walks that agree in all that counts later are followed as one, so there are never more than a few.
  private static func endings(of steps: [DMARCTreeWalk.Step]) -> [Ending] {
    var underWay = [Ending(reach: 0, hasOwnRecord: false)]
    var ended: [Ending] = []
    for (index, step) in steps.enumerated() {
      var next: [Ending] = []
      for walk in underWay {
        for publicSuffix in step.possibilities {
          var walk = walk
          walk.take(index, publicSuffix)
          if walk.publicSuffix != nil {
            ended.append(walk)
          } else if !next.contains(walk) {
            next.append(walk)
          }
        }
      }
      underWay = next
    }
    return ended + underWay
  }
}

extension DMARCTreeWalk.Step {
  /// The `psd` of the record that may be there, nil for none.
  fileprivate var possibilities: [DMARCRecord.PublicSuffix?] {
    guard isKnown else { return [nil, .undetermined, .no, .yes] }
    return [record?.publicSuffix]
  }
}
