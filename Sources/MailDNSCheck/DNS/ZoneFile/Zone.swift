/// One zone as a master file has it, with each record's place in the file. Look-up is in `Zone+LookUp.swift`.
///
/// A class, though a value in all but name: every answer begins with one of them.
final class Zone: Sendable {
  let origin: DomainName
  /// The file's name as the caller gave it.
  let file: String
  /// Nil where the file lacks it.
  let startOfAuthority: ZoneRecord?
  /// What comes with every negative answer from this zone (RFC 2308 §5).
  let denial: Answer.Denial
  let index: ZoneIndex
  let apex: NameTree.Number
  /// Whether the file has a zone above, to which DS records at the origin belong (RFC 4035 §2.4).
  private let isBelowAnother: Bool
  /// Labels of the origin.
  let depth: Int

  init(apex: NameTree.Number, in index: ZoneIndex, file: String) {
    self.index = index
    self.apex = apex
    self.file = file
    let origin = index.tree.name(apex)
    self.origin = origin
    depth = origin.labelCount
    let soa = index.entries(of: apex).first { $0.type == .soa && $0.kind.isReadable }
    let startOfAuthority = soa.flatMap { index.record($0, of: origin, below: index.tree.name($0.origin)) }
    self.startOfAuthority = startOfAuthority
    denial = Answer.Denial(zone: origin, timeToLive: startOfAuthority?.denialTimeToLive)
    isBelowAnother = apex != NameTree.root && index.tree[index.tree[apex].parent].marks.contains(.inside)
  }

  /// The records at `name` with their places; empty where there are none.
  func records(at name: DomainName) -> [ZoneRecord] {
    guard let number = number(of: name), holds(number) || isCut(number) else { return [] }
    let records = records(of: number, named: index.tree.name(number)) { _ in true }
    guard records.contains(where: { $0.record.type == .soa }) else { return records }
    return records.filter { $0.record.type == .soa } + records.filter { $0.record.type != .soa }
  }

  /// Whether a deeper zone of the file begins right there, whose DS records are here.
  private func isCut(_ number: NameTree.Number) -> Bool {
    number > apex && index.tree[number].marks.contains(.apex) && holds(index.tree[number].parent)
  }

  func number(of name: DomainName) -> NameTree.Number? {
    guard name.isAtOrBelow(origin) else { return nil }
    return index.tree.number(of: name, below: apex, depth)
  }

  /// The records of a name that belong to this zone and whose types are meant, in the order of the file. The same record
  /// once more is no other one (RFC 2181 §5).
  func records(
    of number: NameTree.Number, named name: DomainName, where isMeant: (RecordType) -> Bool
  ) -> [ZoneRecord] {
    let entries = entries(of: number, where: isMeant)
    var found: [ZoneRecord] = []
    found.reserveCapacity(entries.count)
    for entry in entries {
      let below = entry.origin == apex ? origin : index.tree.name(entry.origin)
      if let record = index.record(entry, of: name, below: below) { found.append(record) }
    }
    return found.count > 1 ? found.withoutRepeated { $0.record.data } : found
  }

  func entries(
    of number: NameTree.Number, where isMeant: (RecordType) -> Bool = { _ in true }
  ) -> [IndexedRecord] {
    let isOwnApex = number == apex
    let isShared = isOwnApex ? isBelowAnother : index.tree[number].marks.contains(.apex)
    return index.entries(of: number) { entry in
      isMeant(entry.type) && (!isShared || (entry.type == .ds) != isOwnApex)
    }
  }

  /// Every name of the zone, those that only have names below them too, in the order of the file.
  var names: [DomainName] {
    index.tree.nodes.indices.compactMap { position in
      let number = NameTree.Number(position)
      let isThere = index.tree[number].marks.contains(.exists) || number == apex
      return isThere && holds(number) ? index.tree.name(number) : nil
    }
  }

  /// Whether the name lies in the zone and in none that is deeper.
  func holds(_ number: NameTree.Number) -> Bool {
    var step = number
    while step != apex {
      if step < apex || index.tree[step].marks.contains(.apex) { return false }
      step = index.tree[step].parent
    }
    return true
  }
}

extension ZoneRecord {
  /// RFC 2308 §5; nil for another type than SOA.
  fileprivate var denialTimeToLive: UInt32? {
    guard case .soa(let soa) = record.data else { return nil }
    return min(record.timeToLive, soa.minimum)
  }
}
