extension Zone {
  /// What the zone says about one question.
  enum Finding: Hashable, Sendable {
    /// One or more; a wildcard's records have the question's name as their owner.
    case records([ResourceRecord])
    /// The name is an alias: a CNAME record, or one made from a DNAME record (RFC 6672 §3.1).
    case alias(Answer.Alias)
    case noData(Answer.Denial)
    case noSuchName(Answer.Denial)
    /// The name that a DNAME record makes of the question's is too long (RFC 6672 §2.2).
    case unusableName
    /// A line that is about this can't be read.
    case unreadable
    /// It may be in a part of the zone that this program has not read.
    case unread
    /// The zone's own server makes the answer, of a record that it alone knows.
    case foreign
  }

  /// The algorithm of RFC 1034 §4.3.2, with wildcards as RFC 4592 has them and DNAME as RFC 6672 has it.
  ///
  /// Nil where it is not for this zone to say: the name lies outside it, or at or below a delegation.
  func lookUp(_ question: Question) -> Finding? {
    guard question.name.isAtOrBelow(origin) else { return nil }
    let gap = index.hasGaps ? index.gap(on: index.tree.path(to: question.name)) : nil
    let labels = LabelPlaces(question.name)
    var labelsLeft = labels.count - depth
    var encloser = apex
    var step: NameTree.Number? = apex
    while let number = step {
      let marks = index.tree[number].marks
      guard number == apex || marks.contains(.exists) else { break }
      encloser = number
      let isQuestion = labelsLeft == 0
      // DS records at a delegation are the parent's (RFC 4035 §3.1.4.1); its NS records are to be the child's, too (RFC 1034
      // §4.2.2).
      if number != apex, !marks.isDisjoint(with: [.apex, .nameServers]) {
        let tells = question.type == .ds || question.type == .ns && !marks.contains(.apex)
        guard isQuestion, tells else { return nil }
      }
      if isQuestion { return answer(to: question, from: number, gap) }
      if marks.contains(.unreadable), hidesBelow(number) { return .unreadable }
      if marks.contains(.redirection) {
        let name = index.tree.name(number)
        if let redirection = records(of: number, named: name, where: { $0 == .dname }).first {
          return redirect(question.name, by: redirection.record)
        }
      }
      labelsLeft -= 1
      step = labels.withLabel(labelsLeft) { index.tree.find($0, below: number) }
    }
    // A name that is not found may be in what was not read, and a wildcard then does not answer for it.
    return gap?.finding ?? wildcardAnswer(to: question, closestEncloser: encloser)
  }

  /// Whether a broken line of the name is a delegation, or a DNAME record: then it is not known what is below.
  private func hidesBelow(_ number: NameTree.Number) -> Bool {
    entries(of: number).contains { entry in
      entry.kind == .unreadable && (entry.type == .dname || entry.type == .ns && number != apex)
    }
  }

  private func answer(
    to question: Question, from number: NameTree.Number, _ gap: ZoneGap? = nil
  ) -> Finding {
    let marks = index.tree[number].marks
    if marks.contains(.unreadable) {
      let lost = entries(of: number).filter { entry in
        !entry.kind.isReadable && [question.type, .any, .cname].contains(entry.type)
      }
      if lost.contains(where: { $0.kind == .unreadable }) { return .unreadable }
      if !lost.isEmpty { return .foreign }
    }
    let found = records(of: number, named: question.name) { $0 == question.type || question.type == .any }
    if !found.isEmpty { return .records(found.map(\.record)) }
    if marks.contains(.alias), question.type != .any,
      let alias = records(of: number, named: question.name, where: { $0 == .cname }).first?.record,
      case .cname(let target) = alias.data
    {
      return .alias(Answer.Alias(owner: question.name, target: target, timeToLive: alias.timeToLive))
    }
    if let gap, gap.mayHold(question.type) { return gap.finding }
    return .noData(denial)
  }

  /// The source of synthesis is `*` right below the closest encloser, and no other (RFC 4592 §3.3.1).
  private func wildcardAnswer(to question: Question, closestEncloser: NameTree.Number) -> Finding? {
    guard let wildcard = index.tree.wildcard(below: closestEncloser),
      index.tree[wildcard].marks.contains(.exists)
    else { return .noSuchName(denial) }
    // What NS records of a wildcard mean is undefined (RFC 4592 §4.2): we do not answer for another zone.
    let isCut = !index.tree[wildcard].marks.isDisjoint(with: [.apex, .nameServers])
    return isCut ? nil : answer(to: question, from: wildcard)
  }

  private func redirect(_ name: DomainName, by record: ResourceRecord) -> Finding {
    guard case .other(_, let wire) = record.data,
      let target = DomainName(wire: name.wire.dropLast(record.owner.wireLength) + wire)
    else { return .unusableName }
    return .alias(Answer.Alias(owner: name, target: target, timeToLive: record.timeToLive))
  }
}
