/// How a domain stands to what the large mailbox providers require of senders.
struct SenderRequirements: Sendable {
  let rows: [Row]

  struct Row: Hashable, Sendable {
    let requirement: SenderRequirement
    let state: State
    /// Whether only those must meet it who send much.
    let isForBulk: Bool
    /// Who requires it.
    let providers: [MailboxProvider]
  }

  enum State: String, Hashable, Sendable {
    case met
    case notMet = "not-met"
    /// DNS can't tell, or could not be asked.
    case unknown

    fileprivate init(_ isMet: Bool?) {
      self = isMet.map { $0 ? .met : .notMet } ?? .unknown
    }
  }
}

extension SenderRequirements {
  /// Nil unless all areas were looked at.
  init?(_ report: DomainReport) {
    guard report.areas.isSuperset(of: .full) else { return nil }
    let standing = Standing(facts: report.facts, alignments: report.alignments)
    rows = [false, true].flatMap { isForBulk in
      SenderRequirement.allCases.compactMap { requirement in
        let providers = MailboxProvider.all.filter {
          (isForBulk ? $0.ofBulk : $0.ofAll).contains(requirement)
        }
        guard !providers.isEmpty else { return nil }
        return Row(
          requirement: requirement, state: State(standing.meets(requirement)), isForBulk: isForBulk,
          providers: providers)
      }
    }
  }
}

/// What DNS shows of a domain as a sender; nil is what it does not show.
private struct Standing {
  let facts: DomainFacts
  let alignments: [OutboundAlignment]

  func meets(_ requirement: SenderRequirement) -> Bool? {
    switch requirement {
    case .spfOrDKIM: spf == true || dkim == true ? true : both
    case .spfAndDKIM: spf == false || dkim == false ? false : both
    case .dmarc: hasPolicy
    case .alignment: isAligned
    case .reverseNames: hasReverseNames
    // It shows in the connection alone.
    case .tls: nil
    }
  }

  /// What both come to where they are the same.
  private var both: Bool? { spf == dkim ? spf : nil }

  private var spf: Bool? {
    guard let tree = facts.spf, let own = tree.own, own.answer.failure == nil else { return nil }
    if own.record == nil || !tree.errors.isEmpty { return false }
    return tree.isComplete ? true : nil
  }

  /// That there is a key, with which mail can be signed; whether it is, only the mail shows.
  private var dkim: Bool? {
    guard let dkim = facts.dkim else { return nil }
    if dkim.keys.contains(where: \.isUsable) { return true }
    return dkim.existence == .none ? false : nil
  }

  private var hasPolicy: Bool? {
    switch facts.policy {
    case .applies?: true
    case .nothing?: false
    case .unknown?, nil: nil
    }
  }

  /// Of every system of the route. What other senders do is not known.
  private var isAligned: Bool? {
    if spf == false && dkim == false || alignments.contains(where: \.isHopeless) { return false }
    let aligned = alignments.filter { $0.spf.isAligned == true || $0.dkim.isAligned == true }
    return alignments.isEmpty || aligned.count < alignments.count ? nil : true
  }

  private var hasReverseNames: Bool? {
    guard let hosts = facts.hosts else { return nil }
    if hosts.hosts.contains(where: { $0.state == .absent || $0.state == .unconfirmed }) { return false }
    let isKnown = hosts.senders.gap == nil && hosts.hosts.allSatisfy { $0.confirmedName != nil }
    return isKnown && !hosts.hosts.isEmpty ? true : nil
  }
}
