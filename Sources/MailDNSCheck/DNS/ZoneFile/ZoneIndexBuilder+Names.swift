/// Names and their records.
extension ZoneIndexBuilder {
  mutating func insert(_ record: IndexedRecord, at owner: NameTree.Number, isSPF: Bool) {
    append(record, to: owner)
    tree[owner].marks.formUnion(record.type.marks)
    markMail(owner, record.type, isSPF: isSPF)
    if !isZone[record.source] { isZone[record.source] = true }
    understoodCount += 1
  }

  /// A line of that name that says nothing to us: broken, or its server's own.
  mutating func insertUnreadable(
    _ type: RecordType, at owner: NameTree.Number, place: Int, line: Int, _ source: Int,
    _ kind: IndexedRecord.Kind = .unreadable, isSPF: Bool = false
  ) {
    append(
      IndexedRecord(
        place: place, line: line, origin: origin ?? NameTree.root, timeToLive: 0, type: type, source: source,
        kind: kind), to: owner)
    tree[owner].marks.insert(.unreadable)
    // What may be a key or a policy is one of whatever type.
    markMail(owner, type == .any ? .txt : type, isSPF: isSPF)
  }

  private mutating func append(_ record: IndexedRecord, to owner: NameTree.Number) {
    var record = record
    record.previous = tree[owner].lastRecord
    records.append(record)
    tree[owner].lastRecord = UInt32(records.count)
    var step = owner
    while !tree[step].marks.contains(.exists) {
      tree[step].marks.insert(.exists)
      step = tree[step].parent
    }
  }

  /// Marks the domain that a record says something of the mail of.
  private mutating func markMail(_ owner: NameTree.Number, _ type: RecordType, isSPF: Bool) {
    if type == .mx || isSPF {
      tree[owner].marks.insert(.mail)
    } else if type == .txt || type == .cname, owner != NameTree.root {
      if tree[owner].marks.contains(.keys), let above = tree.keysAbove(owner), above != owner {
        tree[tree[above].parent].marks.insert(.mail)
      } else if tree.isLabel(owner, "_dmarc") {
        tree[tree[owner].parent].marks.insert(.mail)
      }
    }
  }

  /// What is noted of the records of a name, in the order of the file.
  func entries(of owner: NameTree.Number) -> [IndexedRecord] {
    records.entries(endingBefore: tree[owner].lastRecord)
  }

  func record(_ entry: IndexedRecord, of owner: NameTree.Number) -> ZoneRecord? {
    IndexedRecordReader.record(
      entry, owner: tree.name(owner), origin: tree.name(entry.origin), source: sources[entry.source],
      generated: entry.kind == .generated ? generated[Int(entry.place)] : nil)
  }

  /// Marks the names that lie in a zone of the file, and notes those that do not.
  mutating func markInside() {
    for index in tree.nodes.indices {
      let number = NameTree.Number(index)
      let node = tree[number]
      let isInside =
        node.marks.contains(.apex) || (index > 0 && tree[node.parent].marks.contains(.inside))
      if isInside {
        tree[number].marks.insert(.inside)
      } else if node.lastRecord > 0 {
        noteOutside(number)
      }
    }
  }

  private mutating func noteOutside(_ number: NameTree.Number) {
    guard let entry = entries(of: number).first, let record = record(entry, of: number) else { return }
    let source = sources[entry.source]
    faults.add(
      ZoneFileError(
        file: source.name, ZoneFileError.Fault(.outsideEveryZone(tree.name(number)), at: record.position)))
  }
}

extension NameTree.Marks {
  /// Whether one of both is a CNAME.
  func mayConflict(with type: RecordType) -> Bool {
    type == .cname ? !isDisjoint(with: [.alias, .other]) : contains(.alias) && !type.mayJoinAlias
  }
}

extension RecordType {
  /// RFC 6672.
  static let dname = RecordType(rawValue: 39)

  /// RFC 4034 §3, §4; RFC 2181 §10.1.
  var mayJoinAlias: Bool { self == .rrsig || self == .nsec }

  fileprivate var marks: NameTree.Marks {
    switch self {
    case .cname: .alias
    case .rrsig, .nsec: []
    case .ns: [.nameServers, .other]
    case .dname: [.redirection, .other]
    default: .other
    }
  }
}
