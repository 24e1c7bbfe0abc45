/// Answers that a name server makes for every name: from a wildcard (RFC 4592), TXT or CNAME, or from a DNAME above (RFC
/// 6672 §3.1), which gives each name below it a CNAME shaped from its own. They show nothing that somebody did for one name.
extension Answer {
  /// The aliases that are there for this name alone: those behind the ones that `random`, the answer to the same question
  /// at a name beside this one that nobody publishes, has as well.
  func ownAliases(beside random: Answer) -> ArraySlice<Alias> {
    guard let first = aliases.first, let above = random.question.name.parent,
      let label = random.question.name.labels.first,
      let own = question.name.leadingLabels(before: above.labelCount)
    else { return aliases[...] }
    if random.failure != nil, random.aliases.isEmpty {
      // Nobody can tell: what looks as if a DNAME had made it is not held against the name.
      let rest = first.target.suffix(max(0, first.target.labelCount - own.labelCount))
      return first.target == (try? rest.prepending(own)) ? aliases.dropFirst() : aliases[...]
    }
    let shared = zip(aliases, random.aliases).prefix { alias, other in
      if alias.target == other.target { return true }
      guard other.target.firstLabel.elementsEqual(label), let rest = other.target.parent else {
        return false
      }
      return alias.target == (try? rest.prepending(own))
    }
    return aliases.dropFirst(shared.count)
  }

  /// The answer as a wildcard's own: with `*` in place of the label that was made up to get it.
  func atWildcard() -> Answer? {
    guard let label = question.name.labels.first.map(Array.init) else { return nil }
    func starred(_ name: DomainName) -> DomainName {
      guard name.firstLabel.elementsEqual(label), let parent = name.parent else { return name }
      return (try? parent.prepending(label: "*".utf8)) ?? name
    }
    return Answer(
      question: Question(starred(question.name), question.type),
      aliases: aliases.map {
        Alias(owner: starred($0.owner), target: starred($0.target), timeToLive: $0.timeToLive)
      },
      outcome: outcome, origin: origin)
  }
}
