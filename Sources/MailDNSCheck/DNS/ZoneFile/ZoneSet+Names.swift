extension ZoneSet {
  /// Every name that takes mail or publishes SPF, DMARC or keys, file by file, in their order. What is below a delegation is
  /// another zone's, and a wildcard is no name that anybody writes to.
  var mailNames: [DomainName] { files.flatMap(\.mailNames) }

  /// Every name with MX records for which `isMeant` is true, a wildcard too, file by file, in their order.
  func names(withMXWhere isMeant: (DomainName) -> Bool) -> [DomainName] {
    files.flatMap { $0.names(withMXWhere: isMeant) }
  }

  /// Beyond so many, a domain's selectors are no keys that anybody signs with.
  private static let maximumSelectors = 200
  /// Names beside the selectors that say something else: practices (RFC 5617 §4.2.1, and the drafts before it) and where to
  /// send reports (RFC 6651 §3.2).
  private static let namesBesideSelectors = ["_adsp", "_report", "_ssp", "_policy"]
    .compactMap { DomainName($0) }

  /// The selectors of `domain` that have a record, and whether these are all: not where a wildcard answers for any, where
  /// keys lie in another zone, or where there are more than a check has room for.
  func selectors(of domain: DomainName) -> (known: [String], areAll: Bool) {
    guard let above = try? domain.prepending(label: Array("_domainkey".utf8)),
      let zone = zone(holding: above),
      let finding = zone.lookUp(Question(above, .txt))
    else { return ([], false) }
    switch finding {
    case .noSuchName: return ([], true)
    case .noData, .records: break
    case .alias, .unusableName, .unreadable, .unread, .foreign: return ([], false)
    }
    guard let number = zone.number(of: above) else { return ([], false) }
    let depth = above.labelCount
    var selectors: [String] = []
    var areAll = zone.index.tree[number].marks.isDisjoint(with: [.wildcard, .redirection])
    for key in zone.index.keys(below: number) {
      guard zone.holds(key), zone.index.tree[key].marks.isDisjoint(with: [.nameServers, .redirection]),
        let name = zone.index.tree.name(key).leadingLabels(before: depth)
      else {
        areAll = false
        continue
      }
      if Self.namesBesideSelectors.contains(name) { continue }
      guard selectors.count < Self.maximumSelectors else { return (selectors, false) }
      selectors.append(name.description)
    }
    return (selectors, areAll)
  }
}

extension ZoneFile {
  fileprivate var mailNames: [DomainName] {
    guard let index = zones.values.first?.index else { return [] }
    return index.tree.nodes.indices.compactMap { position in
      let number = NameTree.Number(position)
      guard index.tree.saysOfMail(number), !index.tree.isLabel(number, "*") else { return nil }
      return index.tree.name(number)
    }
  }

  fileprivate func names(withMXWhere isMeant: (DomainName) -> Bool) -> [DomainName] {
    guard let index = zones.values.first?.index else { return [] }
    return index.tree.nodes.indices.compactMap { position in
      let number = NameTree.Number(position)
      guard index.tree.saysOfMail(number) else { return nil }
      let name = index.tree.name(number)
      return isMeant(name) && !index.entries(of: number, where: { $0.type == .mx }).isEmpty ? name : nil
    }
  }
}

extension NameTree {
  /// Whether a name lies in a zone of the file, above its delegations, and something is said of its mail.
  fileprivate func saysOfMail(_ number: Number) -> Bool {
    nodes[Int(number)].marks.isSuperset(of: [.mail, .exists, .inside]) && !isBelowCut(number)
  }

  /// Whether a delegation lies at or above a name, and below its zone's origin.
  fileprivate func isBelowCut(_ number: Number) -> Bool {
    var step = number
    while step != Self.root, !nodes[Int(step)].marks.contains(.apex) {
      if nodes[Int(step)].marks.contains(.nameServers) { return true }
      step = nodes[Int(step)].parent
    }
    return false
  }
}
