/// Reads the records of a master file one after the other (RFC 1035 §5.1, RFC 2308 §4).
struct MasterFileParser {
  private var tokenizer: MasterFileTokenizer
  private var origin: DomainName?
  /// $TTL, in seconds.
  private var defaultTimeToLive: UInt32?
  private var previousTimeToLive: UInt32?
  private var previousOwner: DomainName?

  init(_ octets: [UInt8]) throws(ZoneFileError.Fault) {
    tokenizer = try MasterFileTokenizer(octets)
  }

  /// The next record; nil at the end of the file.
  mutating func nextRecord() throws(ZoneFileError.Fault) -> ZoneRecord? {
    while let entry = try tokenizer.nextEntry() {
      var fields = MasterFileFields(entry)
      if let first = fields.first, !first.isQuoted, first.text.first == UInt8(ascii: "$") {
        try follow(fields.next(.type), &fields)
      } else {
        return try record(entry, &fields)
      }
    }
    return nil
  }

  private mutating func follow(
    _ directive: MasterFileToken, _ fields: inout MasterFileFields
  ) throws(ZoneFileError.Fault) {
    if directive.text.equalsIgnoringCase("$ORIGIN") {
      origin = try fields.next(.origin).name(relativeTo: origin)
    } else if directive.text.equalsIgnoringCase("$TTL") {
      defaultTimeToLive = try Self.timeToLive(fields.nextBare(.timeToLive))
    } else if directive.text.equalsIgnoringCase("$INCLUDE") {
      throw directive.fault(.includeRefused)
    } else if directive.text.equalsIgnoringCase("$GENERATE") {
      throw directive.fault(.generateRefused)
    } else {
      throw directive.fault(.unknownDirective(directive.shown))
    }
    try fields.finish()
  }

  private mutating func record(
    _ entry: MasterFileEntry, _ fields: inout MasterFileFields
  ) throws(ZoneFileError.Fault) -> ZoneRecord {
    let position = fields.first?.position ?? entry.end
    let owner: DomainName
    if entry.startsBlank {
      guard let previousOwner else { throw ZoneFileError.Fault(.noPreviousOwner, at: position) }
      owner = previousOwner
    } else {
      owner = try fields.next(.domainName).name(relativeTo: origin)
      previousOwner = owner
    }
    let head = try Self.head(&fields)
    let quoting = head.type == .txt ? fields.quoting(isCut: entry.isCut) : .right
    let data = try RecordDataEncoder.read(&fields, as: head.type, origin: origin, start: head.position)
    guard let timeToLive = head.timeToLive ?? inheritedTimeToLive(for: data) else {
      throw ZoneFileError.Fault(.missingTimeToLive, at: head.position)
    }
    previousTimeToLive = timeToLive
    return ZoneRecord(
      record: ResourceRecord(owner: owner, timeToLive: timeToLive, data: data), position: position,
      quoting: quoting)
  }

  /// The TTL of a record that states none: $TTL, the previous record's, or the minimum of the SOA that comes first.
  private func inheritedTimeToLive(for data: RecordData) -> UInt32? {
    if let timeToLive = defaultTimeToLive ?? previousTimeToLive { return timeToLive }
    guard case .soa(let soa) = data else { return nil }
    // What has the highest bit set counts as 0 (RFC 2181 §8).
    return soa.minimum <= MasterFileNumber.maximumTimeToLive ? soa.minimum : 0
  }

  private struct Head {
    let timeToLive: UInt32?
    let type: RecordType
    /// The type's place.
    let position: ZoneFilePosition
  }

  /// TTL and class, each optional and in either order, then the type.
  private static func head(_ fields: inout MasterFileFields) throws(ZoneFileError.Fault) -> Head {
    var timeToLive: UInt32?
    var hasClass = false
    while true {
      let token = try fields.nextBare(.type)
      if timeToLive == nil, token.text.first?.isDigit == true {
        timeToLive = try Self.timeToLive(token)
      } else if !hasClass, let isInternet = token.isInternetClass {
        guard isInternet else { throw token.fault(.refusedClass(token.shown)) }
        hasClass = true
      } else {
        return try Head(timeToLive: timeToLive, type: type(token), position: token.position)
      }
    }
  }

  private static func timeToLive(_ token: MasterFileToken) throws(ZoneFileError.Fault) -> UInt32 {
    guard let seconds = MasterFileNumber.seconds(token.text), seconds <= MasterFileNumber.maximumTimeToLive
    else { throw token.fault(.badTimeToLive(token.shown)) }
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
