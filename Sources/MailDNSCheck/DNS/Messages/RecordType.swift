/// The type of a resource record (RFC 1035 §3.2.2; numbers from IANA's registry "DNS Parameters").
struct RecordType: RawRepresentable, Hashable, Sendable {
  let rawValue: UInt16

  static let a = RecordType(rawValue: 1)
  static let ns = RecordType(rawValue: 2)
  static let cname = RecordType(rawValue: 5)
  static let soa = RecordType(rawValue: 6)
  static let ptr = RecordType(rawValue: 12)
  static let mx = RecordType(rawValue: 15)
  static let txt = RecordType(rawValue: 16)
  static let aaaa = RecordType(rawValue: 28)
  static let srv = RecordType(rawValue: 33)
  static let naptr = RecordType(rawValue: 35)
  static let opt = RecordType(rawValue: 41)
  static let ds = RecordType(rawValue: 43)
  static let sshfp = RecordType(rawValue: 44)
  static let rrsig = RecordType(rawValue: 46)
  static let nsec = RecordType(rawValue: 47)
  static let dnskey = RecordType(rawValue: 48)
  static let tlsa = RecordType(rawValue: 52)
  static let svcb = RecordType(rawValue: 64)
  static let https = RecordType(rawValue: 65)
  static let spf = RecordType(rawValue: 99)
  static let any = RecordType(rawValue: 255)
  static let caa = RecordType(rawValue: 257)

  private static let names: [(name: String, number: UInt16)] = [
    ("A", 1), ("NS", 2), ("CNAME", 5), ("SOA", 6), ("WKS", 11), ("PTR", 12), ("HINFO", 13), ("MINFO", 14),
    ("MX", 15), ("TXT", 16), ("RP", 17), ("AFSDB", 18), ("SIG", 24), ("KEY", 25), ("AAAA", 28), ("LOC", 29),
    ("SRV", 33), ("NAPTR", 35), ("KX", 36), ("CERT", 37), ("DNAME", 39), ("APL", 42), ("DS", 43),
    ("SSHFP", 44),
    ("IPSECKEY", 45), ("RRSIG", 46), ("NSEC", 47), ("DNSKEY", 48), ("DHCID", 49), ("NSEC3", 50),
    ("NSEC3PARAM", 51), ("TLSA", 52), ("SMIMEA", 53), ("HIP", 55), ("CDS", 59), ("CDNSKEY", 60),
    ("OPENPGPKEY", 61), ("CSYNC", 62), ("ZONEMD", 63), ("SVCB", 64), ("HTTPS", 65), ("SPF", 99),
    ("EUI48", 108),
    ("EUI64", 109), ("NXNAME", 128), ("ANY", 255), ("URI", 256), ("CAA", 257),
  ]
  private static let byName = Dictionary(uniqueKeysWithValues: names.map { ($0.name, $0.number) })

  /// Every mnemonic that `init(_:)` takes, in the order of the numbers.
  static var mnemonics: [String] { names.map(\.name) }
}

extension RecordType: LosslessStringConvertible {
  /// The type with that mnemonic, in any case, or written `TYPE12345` (RFC 3597 §5).
  init?(_ text: String) {
    let name = String(decoding: text.utf8.map { $0.isLetter ? $0 & 0xDF : $0 }, as: UTF8.self)
    if let number = Self.byName[name] {
      self.init(rawValue: number)
    } else if name.hasPrefix("TYPE"), name.utf8.dropFirst(4).allSatisfy(\.isDigit),
      let number = UInt16(name.dropFirst(4))
    {
      self.init(rawValue: number)
    } else {
      return nil
    }
  }

  /// The mnemonic, or `TYPE12345` where there is none (RFC 3597 §5).
  var description: String {
    Self.names.first { $0.number == rawValue }?.name ?? "TYPE\(rawValue)"
  }
}
