/// The recipients of all exports, counted as they come. What it holds grows with the kinds and domains, and by a few octets
/// with each recipient, so that one that several exports name is counted once.
struct RecipientTally: Sendable {
  private(set) var total = 0
  /// How many of each kind; those whose kind no export says are not in it.
  private(set) var kinds: [RecipientKind: Int] = [:]
  /// Those that the service takes, by kind; nil for those of an unknown kind.
  private(set) var synchronisedKinds: [RecipientKind?: Int] = [:]
  private(set) var domains: [String: Int] = [:]
  private(set) var leftOut = 0
  private(set) var excluded = 0
  private(set) var synchronised = 0
  private(set) var addresses = 0
  private(set) var addressesWithAliases = 0
  private(set) var candidates: [Candidate] = []
  private(set) var candidateCount = 0
  /// Recipients of which it is not known whether they are taken out, and those whose addresses are not known.
  private(set) var undecided = 0
  private(set) var withoutAliases = 0
  private(set) var withoutKind = 0
  private(set) var withoutAddress = 0
  /// Those that are not in an older export; nil where there was none.
  private(set) var changes: RecipientChanges?

  private var seen: Set<Int> = []
  private var seenInThisExport: Set<Int> = []

  static let maximumCandidates = 100_000
  private static let maximumNames = 1_000

  /// A recipient that could do without being synchronised.
  struct Candidate: Hashable, Sendable {
    /// Not safe to show.
    let address: String
    let kind: RecipientKind
    let reason: RecipientKind.Candidacy
    /// What the attribute by which recipients are excluded holds now; nil where it is empty. Not safe to show.
    var before: String?
  }

  init(since old: RecipientTally? = nil) {
    if let old { changes = RecipientChanges(since: old) }
  }

  /// Says that another export begins: what the ones before named is not counted again.
  mutating func beginExport() {
    seen.formUnion(seenInThisExport)
    seenInThisExport = []
  }

  mutating func add(_ recipient: Recipient) {
    if let primary = recipient.primary {
      var hasher = Hasher()
      hasher.combine(primary.asciiLowercased)
      let hash = hasher.finalize()
      guard !seen.contains(hash) else { return }
      seenInThisExport.insert(hash)
      changes?.meet(
        hash, primary, isBilled: recipient.isExcluded != true && recipient.kind?.isLeftOut != true)
    }
    total += 1
    if let kind = recipient.kind {
      if kinds.count < Self.maximumNames || kinds[kind] != nil { kinds[kind, default: 0] += 1 }
    } else {
      withoutKind += 1
    }
    if recipient.kind?.isLeftOut == true {
      leftOut += 1
      return
    }
    switch recipient.isExcluded {
    case true?: excluded += 1
    case false?: addSynchronised(recipient)
    case nil:
      undecided += 1
      addSynchronised(recipient)
    }
  }

  private mutating func addSynchronised(_ recipient: Recipient) {
    synchronised += 1
    if synchronisedKinds.count < Self.maximumNames || synchronisedKinds[recipient.kind] != nil {
      synchronisedKinds[recipient.kind, default: 0] += 1
    }
    if let primary = recipient.primary {
      addresses += 1
      let domain = primary.split(separator: "@").last.map { $0.asciiLowercased } ?? ""
      if domains.count < Self.maximumNames || domains[domain] != nil { domains[domain, default: 0] += 1 }
      if let kind = recipient.kind, let reason = kind.candidacy {
        candidateCount += 1
        if candidates.count < Self.maximumCandidates {
          candidates.append(
            Candidate(address: primary, kind: kind, reason: reason, before: recipient.attribute))
        }
      }
    } else {
      withoutAddress += 1
    }
    if let count = recipient.addressCount { addressesWithAliases += count } else { withoutAliases += 1 }
  }

  /// Every recipient that an export names, by what tells it from others.
  var fingerprints: Set<Int> { seen.union(seenInThisExport) }

  /// Whether it is known of everybody whether the keyword takes him out.
  var isDecided: Bool { undecided == 0 }

  /// By how much the sum of billed addresses has grown since the older export; nil where one of the two is not known.
  var growth: Int? { isDecided ? changes?.oldAddresses.map { addresses - $0 } : nil }

  /// Whether every alias is known.
  var hasAliases: Bool { withoutAliases == 0 && isDecided }
}

/// What has changed since an older export.
struct RecipientChanges: Sendable {
  private let old: Set<Int>
  /// What the old export came to; nil where it can't tell who is excluded.
  let oldAddresses: Int?
  private(set) var added = 0
  /// Of those, the ones that are billed.
  private(set) var addedBilled = 0
  /// The first of them, as the export has them: not safe to show.
  private(set) var names: [String] = []
  private var met = 0

  private static let maximumNames = 1_000

  init(since tally: RecipientTally) {
    old = tally.fingerprints
    oldAddresses = tally.isDecided ? tally.addresses : nil
  }

  var removed: Int { max(0, old.count - met) }

  fileprivate mutating func meet(_ hash: Int, _ name: String, isBilled: Bool) {
    if old.contains(hash) {
      met += 1
      return
    }
    added += 1
    if isBilled { addedBilled += 1 }
    if names.count < Self.maximumNames { names.append(name) }
  }
}
