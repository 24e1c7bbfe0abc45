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
  }

  /// The algorithm of RFC 1034 §4.3.2, with wildcards as RFC 4592 has them and DNAME as RFC 6672 has it.
  ///
  /// Nil where it is not for this zone to say: the name lies outside it, or at or below a delegation.
  func lookUp(_ question: Question) -> Finding? {
    guard question.name.isAtOrBelow(origin) else { return nil }
    // From the question's name up to the origin.
    var path: [DomainName] = []
    var step: DomainName? = question.name
    while let name = step {
      path.append(name)
      step = name == origin ? nil : name.parent
    }
    for name in path.reversed() {
      guard let node = nodes[name] else { break }
      let isQuestion = name == question.name
      // DS records at a delegation are the parent's (RFC 4035 §3.1.4.1); its NS records are to be the child's, too (RFC 1034
      // §4.2.2).
      if node.isCut, name != origin, !(isQuestion && node.tells(question.type)) { return nil }
      if !isQuestion, let redirection = node.redirection { return redirect(question.name, by: redirection) }
    }
    if let node = nodes[question.name] { return answer(to: question, from: node) }
    return wildcardAnswer(to: question, closestEncloser: path.first { nodes[$0] != nil } ?? origin)
  }

  private func answer(to question: Question, from node: Node) -> Finding {
    let records = node.records.lazy.map(\.record).filter {
      $0.type == question.type || question.type == .any
    }
    if !records.isEmpty { return .records(records.map { $0.owned(by: question.name) }) }
    if let alias = node.alias?.record, case .cname(let target) = alias.data, question.type != .any {
      return .alias(Answer.Alias(owner: question.name, target: target, timeToLive: alias.timeToLive))
    }
    return .noData(denial)
  }

  /// The source of synthesis is `*` right below the closest encloser, and no other (RFC 4592 §3.3.1).
  private func wildcardAnswer(to question: Question, closestEncloser: DomainName) -> Finding? {
    guard let wildcard = try? closestEncloser.prepending(label: [UInt8(ascii: "*")]),
      let node = nodes[wildcard]
    else { return .noSuchName(denial) }
    // What NS records of a wildcard mean is undefined (RFC 4592 §4.2): we do not answer for another zone.
    return node.isCut ? nil : answer(to: question, from: node)
  }

  private func redirect(_ name: DomainName, by redirection: ZoneRecord) -> Finding {
    let record = redirection.record
    guard case .other(_, let wire) = record.data,
      let target = DomainName(wire: name.wire.dropLast(record.owner.wire.count) + wire)
    else { return .unusableName }
    return .alias(Answer.Alias(owner: name, target: target, timeToLive: record.timeToLive))
  }
}

extension ResourceRecord {
  fileprivate func owned(by name: DomainName) -> ResourceRecord {
    owner == name ? self : ResourceRecord(owner: name, timeToLive: timeToLive, data: data)
  }
}

extension Zone.Node {
  /// Whether a delegation's own zone above answers for records of that type.
  fileprivate func tells(_ type: RecordType) -> Bool {
    type == .ds || type == .ns && records.contains { $0.record.type == .ns }
  }
}
