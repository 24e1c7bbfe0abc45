/// One zone as a master file has it, with each record's place in the file. Look-up is in `Zone+LookUp.swift`.
struct Zone: Sendable {
  let origin: DomainName
  /// The file's name as the caller gave it.
  let file: String
  let startOfAuthority: ZoneRecord
  /// What comes with every negative answer from this zone (RFC 2308 §5).
  let denial: Answer.Denial
  /// Every name that exists, also those that only have names below them: empty non-terminals (RFC 8020 §2).
  private(set) var nodes: [DomainName: Node]

  static let maximumNames = 2_000_000

  /// The zone that the SOA record `record` opens, with nothing else in it. Nil for a record of another type.
  init?(startOfAuthority record: ZoneRecord, file: String) {
    guard case .soa(let soa) = record.record.data else { return nil }
    origin = record.record.owner
    self.file = file
    startOfAuthority = record
    denial = Answer.Denial(zone: origin, timeToLive: min(record.record.timeToLive, soa.minimum))
    nodes = [origin: Node(startOfAuthority: record)]
  }

  /// The records at `name` with their places; empty where there are none.
  func records(at name: DomainName) -> [ZoneRecord] { nodes[name]?.records ?? [] }

  /// Adds a record at or below the origin. The same record once more changes nothing (RFC 2181 §5).
  mutating func insert(_ record: ZoneRecord) throws(ZoneFileError.Fault) {
    try register(record.record.owner, position: record.position)
    try nodes[record.record.owner, default: Node()].insert(record)
  }

  /// Leaves everything at and below `name` to another zone, whether there are NS records for it or not.
  mutating func insertCut(at name: DomainName, position: ZoneFilePosition) throws(ZoneFileError.Fault) {
    try register(name, position: position)
    nodes[name, default: Node()].isCut = true
  }

  /// Makes `name` and all names between it and the origin exist (RFC 4592 §2.2.2).
  private mutating func register(
    _ name: DomainName, position: ZoneFilePosition
  ) throws(ZoneFileError.Fault) {
    var missing: DomainName? = name
    while let next = missing, nodes[next] == nil {
      guard nodes.count < Self.maximumNames else {
        throw ZoneFileError.Fault(.tooManyNames(maximum: Self.maximumNames), at: position)
      }
      nodes[next] = Node()
      missing = next.parent
    }
  }
}

extension Zone {
  /// What is at one name.
  struct Node: Sendable {
    private(set) var records: [ZoneRecord] = []
    /// Whether the name has NS records or another zone's SOA: below the origin, a delegation (RFC 1034 §4.2.1).
    var isCut = false
    private var aliasIndex: UInt32?
    private var redirectionIndex: UInt32?
    /// The first record that may not stand beside a CNAME.
    private var otherIndex: UInt32?
    /// All data at the name, once there are so many that comparing them one by one would be slow.
    private var known: Set<RecordData> = []

    private static let fewRecords = 16

    init() {}

    fileprivate init(startOfAuthority record: ZoneRecord) {
      records = [record]
      otherIndex = 0
    }

    /// The CNAME record.
    var alias: ZoneRecord? { aliasIndex.map { records[Int($0)] } }
    /// The DNAME record.
    var redirection: ZoneRecord? { redirectionIndex.map { records[Int($0)] } }
    private var other: ZoneRecord? { otherIndex.map { records[Int($0)] } }

    fileprivate mutating func insert(_ record: ZoneRecord) throws(ZoneFileError.Fault) {
      guard isNew(record.record.data) else { return }
      let index = UInt32(clamping: records.count)
      switch record.record.type {
      case .cname:
        if let alias {
          throw ZoneFileError.Fault(
            .secondCNAME(record.record.owner, line: alias.line), at: record.position)
        }
        if let other { throw conflict(record, other) }
        aliasIndex = index
      // RFC 4034 §3, §4; RFC 2181 §10.1.
      case .rrsig, .nsec: break
      default:
        if let alias { throw conflict(record, alias) }
        if otherIndex == nil { otherIndex = index }
        if record.record.type == .ns { isCut = true }
        if record.record.type == .dname, redirectionIndex == nil { redirectionIndex = index }
      }
      records.append(record)
    }

    private func conflict(_ later: ZoneRecord, _ earlier: ZoneRecord) -> ZoneFileError.Fault {
      ZoneFileError.Fault(
        .cnameBesideOtherData(
          later.record.owner, type: later.record.type, earlier: earlier.record.type, line: earlier.line),
        at: later.position)
    }

    private mutating func isNew(_ data: RecordData) -> Bool {
      guard records.count >= Self.fewRecords else { return !records.contains { $0.record.data == data } }
      if known.isEmpty { known = Set(records.map(\.record.data)) }
      return known.insert(data).inserted
    }
  }
}

extension RecordType {
  /// RFC 6672.
  fileprivate static let dname = RecordType(rawValue: 39)
}
