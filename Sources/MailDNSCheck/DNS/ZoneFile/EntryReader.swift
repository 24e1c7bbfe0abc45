/// Reads the entries of a master file one after the other (RFC 1035 §5.1, RFC 2308 §4).
struct EntryReader {
  var origin: DomainName?
  var previousOwner: DomainName?
  /// $TTL, in seconds.
  var defaultTimeToLive: UInt32?
  var previousTimeToLive: UInt32?
  /// Whether nobody stated the origin: a name that ends in it is then whole, as some exports have the zone's own.
  var isOriginAssumed = false
  /// Whether the last $ORIGIN could not be read: then nobody knows what relative names belong to.
  var isOriginLost = false
  /// Whether the zone's own name stands without its final dot, and a TTL of 1 for another, as Cloudflare exports them.
  var isCloudflareExport = false
  /// Whether it has been noted that a record has no TTL, nor a $TTL above: one stands for all.
  var hasNotedUnstatedTimeToLive = false
  /// What is not as every name server takes it, though it was read: of the last entry.
  private(set) var notes: [ZoneFileError.Fault] = []
  /// How far the last entry was understood, where it is broken.
  private(set) var owner: DomainName?
  private(set) var type: RecordType?

  /// What an entry is.
  enum Meaning {
    case record(ZoneRecord)
    /// Taken in: $ORIGIN, $TTL.
    case directive
    /// The file's name as written, and the origin that it begins with where one is stated.
    case include(MasterFileToken, origin: DomainName?)
    case generate(Generation)
    /// A record that only one program knows.
    case foreign(ForeignRecord, ZoneFilePosition)
  }

  /// Takes the owner and the type of a broken entry from the tokens that it begins with, as far as they can be read.
  mutating func understand(_ tokens: [MasterFileToken], startsBlank: Bool) {
    notes = []
    (owner, type) = (nil, nil)
    var fields = MasterFileFields(
      MasterFileEntry(tokens: tokens, startsBlank: startsBlank, end: .start, cut: nil))
    if !startsBlank {
      _ = fields.takeZoneInFront()
      guard let first = try? fields.next(.domainName) else { return }
      owner = try? readOwner(first)
      previousOwner = owner
    } else {
      owner = previousOwner
    }
    type = (try? head(&fields))?.type
  }

  mutating func read(_ entry: MasterFileEntry) throws(ZoneFileError.Fault) -> Meaning {
    notes = []
    (owner, type) = (nil, nil)
    var fields = MasterFileFields(entry)
    if let first = fields.first, !first.isQuoted, first.text.first == UInt8(ascii: "$") {
      return try follow(fields.next(.type), &fields, entry)
    }
    return try record(entry, &fields)
  }

  private mutating func follow(
    _ directive: MasterFileToken, _ fields: inout MasterFileFields, _ entry: MasterFileEntry
  ) throws(ZoneFileError.Fault) -> Meaning {
    if directive.text.equalsIgnoringCase("$ORIGIN") {
      try setOrigin(fields.next(.origin))
    } else if directive.text.equalsIgnoringCase("$TTL") {
      let token = try fields.nextBare(.timeToLive)
      defaultTimeToLive = try timeToLive(token)
    } else if directive.text.equalsIgnoringCase("$INCLUDE") {
      let file = try fields.next(.fileName)
      let origin = try fields.first == nil ? nil : fields.next(.origin).name(relativeTo: origin)
      try fields.finish()
      return .include(file, origin: origin)
    } else if directive.text.equalsIgnoringCase("$GENERATE") {
      notes.append(directive.fault(.generateNotEverywhere))
      let generation = try Generation(&fields, of: entry)
      if let cut = entry.cut, generation.isCut {
        notes.append(directive.fault(.textCut(MasterFileToken.shown(cut.trimmingWhitespace))))
      } else if let (ambiguity, text) = generation.ambiguity {
        notes.append(directive.fault(.generateReadOtherwise(ambiguity, text)))
      }
      return .generate(generation)
    } else {
      throw directive.fault(.unknownDirective(directive.shown))
    }
    try fields.finish()
    return .directive
  }

  /// A relative $ORIGIN belongs to the one before to some servers, to the root to others; a third kind refuses it.
  private mutating func setOrigin(_ token: MasterFileToken) throws(ZoneFileError.Fault) {
    if isOriginLost, !token.isAbsolute { throw token.fault(.noOrigin(token.shown)) }
    guard !token.isAbsolute else {
      origin = try token.name(relativeTo: origin)
      return
    }
    let alone = try token.name(relativeTo: .root)
    let isWhole = origin.map { alone.isAtOrBelow($0) } ?? (alone.labelCount > 1)
    let read = try isWhole ? alone : token.name(relativeTo: origin)
    notes.append(token.fault(.relativeOrigin(token.shown, read: read)))
    origin = read
  }

  private mutating func record(
    _ entry: MasterFileEntry, _ fields: inout MasterFileFields
  ) throws(ZoneFileError.Fault) -> Meaning {
    if !entry.startsBlank { _ = fields.takeZoneInFront() }
    let position = fields.first?.position ?? entry.end
    let owner: DomainName
    if entry.startsBlank {
      guard let previousOwner else { throw ZoneFileError.Fault(.noPreviousOwner, at: position) }
      owner = previousOwner
    } else {
      owner = try readOwner(fields.next(.domainName))
      previousOwner = owner
    }
    self.owner = owner
    let head = try head(&fields)
    if let foreign = head.foreign {
      _ = fields.remaining()
      return .foreign(foreign, head.position)
    }
    type = head.type
    let missingQuotes = head.type == .txt ? fields.missingQuotes(isCut: entry.cut != nil) : nil
    var encoder = RecordDataEncoder(head.type, origin: origin)
    let data = try encoder.read(&fields, start: head.position)
    if missingQuotes == .cut, let cut = entry.cut {
      notes.append(
        ZoneFileError.Fault(.textCut(MasterFileToken.shown(cut.trimmingWhitespace)), at: head.position))
    }
    notes += encoder.notes
    let isStated = head.timeToLive != nil || defaultTimeToLive != nil
    guard let timeToLive = head.timeToLive ?? inheritedTimeToLive(for: data) else {
      throw ZoneFileError.Fault(.missingTimeToLive, at: head.position)
    }
    if !isStated, !hasNotedUnstatedTimeToLive, timeToLive != Self.usualTimeToLive {
      hasNotedUnstatedTimeToLive = true
      notes.append(ZoneFileError.Fault(.timeToLiveUnstated(timeToLive), at: head.position))
    }
    previousTimeToLive = timeToLive
    return .record(
      ZoneRecord(
        record: ResourceRecord(owner: owner, timeToLive: timeToLive, data: data), position: position,
        missingQuotes: missingQuotes))
  }

  private mutating func readOwner(_ token: MasterFileToken) throws(ZoneFileError.Fault) -> DomainName {
    let name = try token.name(relativeTo: origin)
    guard let origin, !token.isAbsolute, name.repeats(origin) else { return name }
    if isCloudflareExport, name.withoutOrigin(origin) == origin { return origin }
    notes.append(token.fault(.finalDotMissing(name)))
    return isOriginAssumed ? name.withoutOrigin(origin) ?? name : name
  }

  /// What NSD and Knot take where none is stated.
  static let usualTimeToLive: UInt32 = 3_600

  /// The TTL of a record that states none: $TTL, the previous record's, or the minimum of the SOA that comes first, which then is
  /// that of all others, as BIND has it and Windows means it.
  private mutating func inheritedTimeToLive(for data: RecordData) -> UInt32? {
    if let timeToLive = defaultTimeToLive ?? previousTimeToLive { return timeToLive }
    guard case .soa(let soa) = data else { return nil }
    // What has the highest bit set counts as 0 (RFC 2181 §8).
    defaultTimeToLive = soa.minimum <= MasterFileNumber.maximumTimeToLive ? soa.minimum : 0
    return defaultTimeToLive
  }

  private struct Head {
    let timeToLive: UInt32?
    let type: RecordType
    /// The type's place.
    let position: ZoneFilePosition
    var foreign: ForeignRecord?
  }

  /// TTL and class, each optional and in either order, then the type.
  private mutating func head(_ fields: inout MasterFileFields) throws(ZoneFileError.Fault) -> Head {
    var timeToLive: UInt32?
    var hasClass = false
    // Windows puts the age of records that were registered by hosts themselves in front.
    _ = fields.take { $0.startsIgnoringCase(with: "[AGE:") && $0.last == UInt8(ascii: "]") }
    while true {
      let token = try fields.nextBare(.type)
      if timeToLive == nil, token.text.first?.isDigit == true {
        timeToLive = try self.timeToLive(token)
      } else if !hasClass, let isInternet = token.isInternetClass {
        guard isInternet else { throw token.fault(.refusedClass(token.shown)) }
        hasClass = true
      } else if let foreign = ForeignRecord(token.text, &fields) {
        return Head(timeToLive: timeToLive, type: .any, position: token.position, foreign: foreign)
      } else {
        return Head(timeToLive: timeToLive, type: try Self.type(token), position: token.position)
      }
    }
  }

  private mutating func timeToLive(_ token: MasterFileToken) throws(ZoneFileError.Fault) -> UInt32 {
    guard let seconds = MasterFileNumber.seconds(token.text), seconds <= MasterFileNumber.maximumTimeToLive
    else { throw token.fault(.badTimeToLive(token.shown)) }
    if token.text.count(where: \.isLetter) > 1 { notes.append(token.fault(.compoundTimeToLive(token.shown))) }
    return seconds
  }

  private static func type(_ token: MasterFileToken) throws(ZoneFileError.Fault) -> RecordType {
    guard let type = RecordType(String(decoding: token.text, as: UTF8.self)) else {
      throw token.fault(.unknownType(token.shown))
    }
    // RFC 6895 §3.1: 0, OPT and 128 to 255 never are types of data.
    switch type.rawValue {
    case 0, RecordType.opt.rawValue, 128...255: throw token.fault(.pseudoType(type))
    default: return type
    }
  }
}

extension MasterFileFields {
  /// `knotc zone-read` puts the zone's name in front of each record.
  fileprivate mutating func takeZoneInFront() -> MasterFileToken? {
    take { $0.first == UInt8(ascii: "[") && $0.last == UInt8(ascii: "]") }
  }
}

extension MasterFileToken {
  /// Whether the token is class IN, by mnemonic or number (RFC 3597 §5); nil where it is no class.
  fileprivate var isInternetClass: Bool? {
    if text.equalsIgnoringCase("IN") { return true }
    if text.equalsIgnoringCase("CH") || text.equalsIgnoringCase("HS") || text.equalsIgnoringCase("CS") {
      return false
    }
    guard text.startsIgnoringCase(with: "CLASS") else { return nil }
    return MasterFileNumber.decimal(text.dropFirst(5)).map { $0 == 1 }
  }
}
