/// What to do where a record is to be published at a name that is a CNAME, or lies below a DNAME: no other record can stand
/// there (RFC 1034 §3.6.2, RFC 6672 §2.4). It belongs where the name leads.
struct AliasAdvice {
  /// Where names lead that have a CNAME of their own, by the first step and to the end of the chain.
  private let ends: [DomainName: (next: DomainName, end: DomainName)]

  init(_ answers: [Answer]) {
    var ends: [DomainName: (next: DomainName, end: DomainName)] = [:]
    // A wildcard gives every name below it the same target; a record of the name's own takes its place (RFC 4592 §2.2.1).
    var wildcards: Set<[DomainName]> = []
    for answer in answers {
      let name = answer.question.name
      guard let first = answer.aliases.first, answer.canonicalName != name else { continue }
      if name.firstLabel.elementsEqual(RandomLabel.ofRun.utf8), let parent = name.parent {
        wildcards.insert([parent, first.target])
      }
      // A resolver follows a chain to its end and comes first; a name server knows its own zone's part.
      if ends[name] == nil { ends[name] = (first.target, answer.canonicalName) }
    }
    guard !wildcards.isEmpty else {
      self.ends = ends
      return
    }
    self.ends = ends.filter { name, target in
      !(name.ancestors.contains { wildcards.contains([$0, target.next]) })
    }
  }

  /// Where `name` leads; nil where it is no CNAME, or one that only a wildcard gives it.
  func end(of name: DomainName) -> DomainName? { ends[name]?.end }

  /// The finding with the right place for its records, where that is another one.
  func applied(to finding: Finding) -> Finding {
    guard !ends.isEmpty else { return finding }
    let edits = finding.edits
    let misplaced = edits.filter { !$0.added.isEmpty && ends[$0.owner] != nil }
    guard !misplaced.isEmpty else { return finding }
    // Where the CNAME itself goes, what stands in its place may stand there.
    let gone = Set(edits.filter(\.removesAlias).map(\.owner))
    let moved = misplaced.filter { !gone.contains($0.owner) }
    guard let first = moved.first, let target = ends[first.owner], let fix = finding.fix else {
      return finding
    }
    let placed = edits.map { edit -> RecordEdit in
      guard moved.contains(edit), let end = ends[edit.owner]?.end else { return edit }
      return RecordEdit(owner: end, removed: edit.removed, added: edit.added)
    }
    let places = moved.compactMap { edit in ends[edit.owner].map { (owner: edit.owner, end: $0.end) } }
    return finding.remedied(
      by: {
        let note = Wording(
          "\(first.owner) is a CNAME (to \(target.next)), beside which no other record can stand: the record belongs at \(target.end), or in place of the CNAME. ",
          "\(first.owner) はCNAME(→ \(target.next))で、ほかのレコードを併記できません。レコードは \(target.end) に登録するか、CNAMEと置き換えてください。"
        )
        return places.reduce(note + fix) { $0.moving($1.owner, to: $1.end) }
      }, edits: { placed })
  }
}

extension Wording {
  /// With the records below the text that are at `owner` at `end`.
  fileprivate func moving(_ owner: DomainName, to end: DomainName) -> Wording {
    func moved(_ text: String) -> String {
      let (text, lines) = text.textAndLines
      let start = owner.absolutePresentation + " "
      let others = lines.map {
        $0.hasPrefix(start) ? end.absolutePresentation + " " + $0.dropFirst(start.count) : $0
      }
      return ([text] + others).joined(separator: "\n")
    }
    return Wording(moved(english), moved(japanese))
  }
}

extension RecordEdit {
  fileprivate var removesAlias: Bool {
    switch removed {
    case .every(.cname), .record(.cname): true
    case .every, .record, .text, .nothing: false
    }
  }
}

extension DomainName {
  /// The names above, the nearest first, without the root.
  fileprivate var ancestors: [DomainName] {
    sequence(first: self, next: \.parent).dropFirst().filter { !$0.isRoot }
  }
}
