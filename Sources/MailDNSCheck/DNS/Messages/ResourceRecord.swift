/// One resource record of class IN (RFC 1035 §3.2.1).
struct ResourceRecord: Hashable, Sendable {
  let owner: DomainName
  /// Seconds; a value with the highest bit set counts as 0 (RFC 2181 §8).
  let timeToLive: UInt32
  let data: RecordData

  var type: RecordType { data.type }
}

/// The data of a resource record, taken apart as far as the program looks into it.
enum RecordData: Hashable, Sendable {
  case a(IPv4Address)
  case aaaa(IPv6Address)
  case ns(DomainName)
  case cname(DomainName)
  case ptr(DomainName)
  case soa(StartOfAuthority)
  case mx(preference: UInt16, exchange: DomainName)
  case txt(CharacterStrings)
  /// Any other type: the RDATA in wire form, names in it uncompressed.
  case other(RecordType, [UInt8])

  var type: RecordType {
    switch self {
    case .a: .a
    case .aaaa: .aaaa
    case .ns: .ns
    case .cname: .cname
    case .ptr: .ptr
    case .soa: .soa
    case .mx: .mx
    case .txt: .txt
    case .other(let type, _): type
    }
  }
}

extension RecordData {
  /// Of an A or AAAA record; nil for every other type.
  var address: IPAddress? {
    switch self {
    case .a(let address): .v4(address)
    case .aaaa(let address): .v6(address)
    default: nil
    }
  }

  /// Octets of memory that the data take beside those of every record, about.
  var size: Int {
    switch self {
    case .a, .aaaa: 0
    case .ns(let name), .cname(let name), .ptr(let name), .mx(_, let name):
      Self.head + name.wireLength
    case .soa(let soa): 2 * Self.head + soa.primary.wireLength + soa.mailbox.wireLength
    case .txt(let text): Self.head * (1 + text.strings.count) + text.length
    case .other(_, let octets): Self.head + octets.count
    }
  }

  /// What an array takes before its elements, and to be pointed to.
  private static let head = 48
}

/// The data of a TXT record: one or more strings of at most 255 octets each (RFC 1035 §3.3.14).
struct CharacterStrings: Hashable, Sendable {
  let strings: [[UInt8]]

  static let maximumLength = 255

  /// Nil where there is no string or one is too long.
  init?(_ strings: [[UInt8]]) {
    guard !strings.isEmpty, strings.allSatisfy({ $0.count <= Self.maximumLength }) else { return nil }
    self.strings = strings
  }

  /// `text` in as few strings as it takes, each cut where it is full.
  init(cutting text: [UInt8]) {
    strings = stride(from: 0, to: max(1, text.count), by: Self.maximumLength).map { start in
      Array(text[start..<min(start + Self.maximumLength, text.count)])
    }
  }

  /// The strings put together with nothing in between (RFC 7208 §3.3, RFC 6376 §3.6.2.2).
  var joined: [UInt8] {
    if strings.count == 1 { return strings[0] }
    var joined: [UInt8] = []
    joined.reserveCapacity(length)
    for string in strings { joined += string }
    return joined
  }

  /// Octets of the strings put together.
  var length: Int {
    var length = 0
    for string in strings { length += string.count }
    return length
  }

  /// Octets of the record's data: each string behind its length (RFC 1035 §3.3).
  var wireLength: Int { strings.count + length }
}

/// The data of an SOA record (RFC 1035 §3.3.13); times in seconds.
struct StartOfAuthority: Hashable, Sendable {
  let primary: DomainName
  let mailbox: DomainName
  let serial: UInt32
  let refresh: UInt32
  let retry: UInt32
  let expire: UInt32
  /// How long a negative answer may be kept (RFC 2308 §4).
  let minimum: UInt32
}
