/// The names of a master file and where their records stand. What the records say is read when it is asked for.
final class ZoneIndex: @unchecked Sendable {
  // Sendable by hand: nothing of it changes once it is made.
  let tree: NameTree
  private let records: GrowingBuffer<IndexedRecord>
  private let generated: GrowingBuffer<GeneratedLine>
  /// The zone file first.
  let sources: [ZoneSource]
  private let gaps: [NameTree.Number: ZoneGap]
  /// Whether a text stands in one of the files otherwise than somebody meant it.
  let hasUnquotedTexts: Bool
  /// `_domainkey` and a name below it that has a record, in the order of the former.
  private let keys: [(above: NameTree.Number, key: NameTree.Number)]

  init(
    tree: consuming NameTree, records: consuming GrowingBuffer<IndexedRecord>,
    generated: consuming GrowingBuffer<GeneratedLine>, sources: [ZoneSource],
    gaps: [NameTree.Number: ZoneGap], hasUnquotedTexts: Bool
  ) {
    var keys: [(NameTree.Number, NameTree.Number)] = []
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      guard node.marks.contains(.keys), node.lastRecord > 0 else { continue }
      let number = NameTree.Number(index)
      if let above = tree.keysAbove(number), above != number { keys.append((above, number)) }
    }
    self.keys = keys.sorted { ($0.0, $0.1) < ($1.0, $1.1) }
    self.tree = tree
    self.records = records
    self.generated = generated
    self.sources = sources
    self.gaps = gaps
    self.hasUnquotedTexts = hasUnquotedTexts
  }

  /// Whether every file still is what it was.
  var isIntact: Bool { sources.allSatisfy { $0.content.isIntact } }

  /// Whether anything was not read.
  var hasGaps: Bool { !gaps.isEmpty }

  /// What was not read and may belong to the last name of `path`, or lie below it; nil where nothing is.
  func gap(on path: [NameTree.Number]) -> ZoneGap? {
    guard !gaps.isEmpty else { return nil }
    return path.compactMap { gaps[$0] }.reduce(ZoneGap?.none) { $0?.joined(with: $1) ?? $1 }
  }

  /// What the index knows of the records of a name that are meant, in the order of the file.
  func entries(
    of name: NameTree.Number, where isMeant: (IndexedRecord) -> Bool = { _ in true }
  ) -> [IndexedRecord] {
    records.entries(endingBefore: tree[name].lastRecord, where: isMeant)
  }

  /// The record at `entry`, whose owner is `owner`, read with that origin; nil where it can't be read.
  func record(_ entry: IndexedRecord, of owner: DomainName, below origin: DomainName) -> ZoneRecord? {
    IndexedRecordReader.record(
      entry, owner: owner, origin: origin, source: sources[entry.source],
      generated: entry.kind == .generated ? generated[Int(entry.place)] : nil)
  }

  /// The names right below `_domainkey`, or deeper, that have records: the selectors whose keys are at them.
  func keys(below above: NameTree.Number) -> [NameTree.Number] {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].above < above { low = middle + 1 } else { high = middle }
    }
    return keys[low...].prefix { $0.above == above }.map(\.key)
  }
}

extension NameTree {
  /// The `_domainkey` at or above a name; nil where there is none.
  func keysAbove(_ number: Number) -> Number? {
    var step = number
    while step != Self.root {
      if isLabel(step, "_domainkey") { return step }
      step = nodes[Int(step)].parent
    }
    return nil
  }
}
