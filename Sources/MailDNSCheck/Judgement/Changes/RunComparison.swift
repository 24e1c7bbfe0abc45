/// What has changed between two runs: counted, however much it is, and kept as far as anybody reads it.
struct RunComparison: Sendable {
  /// When the earlier and the later run were made: their first reports.
  var before: String?
  var after: String?
  /// Domains of the earlier run, of the later one, and those that both have.
  var earlier = 0
  var later = 0
  private(set) var compared = 0
  /// Of which there is anything to tell.
  private(set) var told = 0
  /// Of those that both have.
  private(set) var changed = 0
  private(set) var critical = 0
  /// With nothing but what is worth knowing.
  private(set) var infos = 0
  /// Of which something that was seen could not be seen.
  private(set) var unseen = 0
  private(set) var added = 0
  private(set) var addedCritical = 0
  private(set) var gone = 0
  /// Domains of the earlier run of which one of the two reports can't be read, and the numbers of those of the earlier run.
  private(set) var skipped = 0
  private(set) var unreadable: [Int] = []
  private(set) var unreadableCount = 0
  private(set) var kinds: [ChangeKind: Int] = [:]
  /// The same change at many domains.
  private var groups: [Group: Int] = [:]
  private var criticalEntries: [Entry] = []
  private var otherEntries: [Entry] = []
  private(set) var goneDomains: [String] = []
  private(set) var addedDomains: [(domain: String, status: Status?)] = []

  /// Domains that are kept, of each sort; groups that are counted.
  static let maximumKept = 10_000
  private static let maximumGroups = 1_000
  private static let maximumUnreadable = 10
  /// Fewer domains say nothing of a share.
  private static let leastForShare = 10
  private static let suddenPercentage = 30

  typealias Entry = DomainChanges

  /// A change without the domain at which it is.
  struct Group: Hashable, Sendable {
    let kind: ChangeKind
    let removed: [String]
    let added: [String]
  }

  /// Notes a domain that both runs have; nil where nothing is to be told of it.
  mutating func add(_ changes: DomainChanges?, keeping isKept: Bool = true) {
    compared += 1
    guard let changes, !changes.isEmpty else { return }
    told += 1
    switch changes.weight {
    case .critical:
      changed += 1
      critical += 1
    case .change: changed += 1
    case .info: if !changes.changes.isEmpty { infos += 1 }
    }
    if !changes.unseen.isEmpty { unseen += 1 }
    for kind in Set(changes.changes.lazy.filter { $0.weight != .info }.map(\.subject.kind)) {
      kinds[kind, default: 0] += 1
    }
    for change in changes.changes where change.weight != .info && change.finding == nil {
      let group = Group(kind: change.subject.kind, removed: change.removed, added: change.added)
      if groups.count < Self.maximumGroups || groups[group] != nil { groups[group, default: 0] += 1 }
    }
    guard isKept else { return }
    if changes.weight == .critical {
      if criticalEntries.count < Self.maximumKept { criticalEntries.append(changes) }
    } else if otherEntries.count < Self.maximumKept {
      otherEntries.append(changes)
    }
  }

  /// With a domain of a run that is under way; nothing is kept of it but the counts.
  mutating func count(_ changes: DomainChanges) {
    later += 1
    if before == nil { before = changes.before }
    if changes.isNew { added += 1 } else { add(changes, keeping: false) }
  }

  /// Notes a report of the earlier run that can't be compared; `isOld` where it is that which can't be read.
  mutating func skip(_ number: Int, isOld: Bool) {
    skipped += 1
    guard isOld else { return }
    unreadableCount += 1
    if unreadable.count < Self.maximumUnreadable { unreadable.append(number) }
  }

  mutating func addAdded(_ domain: String, _ status: Status?) {
    added += 1
    if status == .critical { addedCritical += 1 }
    if addedDomains.count < Self.maximumKept { addedDomains.append((domain, status)) }
  }

  mutating func addGone(_ domain: String) {
    gone += 1
    if goneDomains.count < Self.maximumKept { goneDomains.append(domain) }
  }
}

extension RunComparison {
  /// What is critical before all else, then in the order of the later run; what is kept of it.
  var entries: [Entry] {
    let changes = otherEntries.filter { $0.weight == .change }
    let rest = otherEntries.filter { $0.weight == .info && !$0.changes.isEmpty }
    let unseen = otherEntries.filter { $0.weight == .info && $0.changes.isEmpty }
    return criticalEntries + changes + rest + unseen
  }

  /// Whether so many domains have changed at once that it is a fault of the resolver or a provider's move rather than what somebody
  /// did to each: more than 30 % of at least 10.
  var isSudden: Bool {
    compared >= Self.leastForShare && changed * 100 > compared * Self.suddenPercentage
  }

  /// Whether there is anything that counts.
  var hasChanges: Bool { changed + added + gone > 0 }
  var isCritical: Bool { critical + addedCritical > 0 }

  /// The changes that most domains share, the most frequent first.
  func commonChanges(_ count: Int) -> [(group: Group, domains: Int)] {
    groups.filter { $0.value > 1 }.sorted { left, right in
      (right.value, left.key.kind.rawValue, left.key.added.joined())
        < (left.value, right.key.kind.rawValue, right.key.added.joined())
    }.prefix(count).map { (group: $0.key, domains: $0.value) }
  }
}

extension RunComparison {
  /// What one piece of the later run comes to.
  private struct PieceResult: Sendable {
    var content: RunPiece.Content
    /// The numbers of the reports of the earlier run that were found, and the changes where there are any.
    var pairs: [(number: Int, changes: DomainChanges?)] = []
    /// Those of which one of the two reports can't be read; `isOld` where it is the earlier one.
    var unreadable: [(number: Int, isOld: Bool)] = []
    var added: [(name: UInt64, domain: String, status: Status?)] = []
    var date: String?
  }

  /// Holds a run against an earlier one.
  ///
  /// The later file is read piece by piece, and each report looked up by the hash of its domain; only where the hashes of the
  /// texts differ are both reports read. `complain` is told what could not be read of the later file.
  static func compare(
    _ index: RunIndex, with file: RunFile, complain: ([BrokenRow], _ count: Int) -> Void
  ) async -> RunComparison {
    var comparison = RunComparison()
    var seen = [Bool](repeating: false, count: index.count)
    // Those that the earlier run does not have.
    var names: Set<UInt64> = []
    var broken = RunPiece.Content()
    await RunScan.each(of: file) { piece in
      let result = Self.result(of: piece, index)
      piece.release()
      return result
    } then: { result in
      broken.append(result.content)
      if comparison.after == nil { comparison.after = result.date }
      for (number, changes) in result.pairs where !seen[number] {
        seen[number] = true
        comparison.later += 1
        comparison.add(changes)
      }
      for (number, isOld) in result.unreadable where !seen[number] {
        seen[number] = true
        comparison.skip(number, isOld: isOld)
      }
      for (name, domain, status) in result.added where names.insert(name).inserted {
        comparison.addAdded(domain, status)
        comparison.later += 1
      }
    }
    complain(broken.broken, broken.brokenCount)
    comparison.before = index.date
    comparison.earlier = index.domains
    index.missing(from: seen) { number, domain in
      if let domain { comparison.addGone(domain) } else { comparison.skip(number, isOld: true) }
    }
    return comparison
  }

  private static func result(of piece: RunPiece, _ index: RunIndex) -> PieceResult {
    var result = PieceResult(content: piece.content(index.hash))
    for (mark, line) in zip(result.content.marks, result.content.markLines) {
      let number = index.number(of: mark.name)
      if let number, index.mark(at: number).text == mark.text {
        result.pairs.append((number, nil))
        continue
      }
      guard let new = piece.file.snapshot(mark) else {
        result.content.add(BrokenRow(line: line, reason: .noReport))
        if let number { result.unreadable.append((number, false)) }
        continue
      }
      guard let number else {
        result.added.append((mark.name, new.domain, new.status))
        continue
      }
      if let old = index.snapshot(at: number) {
        result.pairs.append((number, DomainChanges(from: old, to: new)))
      } else {
        result.unreadable.append((number, true))
      }
    }
    if let first = result.content.marks.first { result.date = piece.file.snapshot(first)?.checkedAt }
    (result.content.marks, result.content.markLines) = ([], [])
    return result
  }
}
