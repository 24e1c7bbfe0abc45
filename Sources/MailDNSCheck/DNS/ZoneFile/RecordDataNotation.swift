/// How the data of a record type are written in a master file and laid out in wire form.
enum RecordDataNotation {
  /// One piece of the data, in both forms.
  enum Element {
    case address4, address6
    case name(MasterFileField)
    case number8(MasterFileField)
    case number16(MasterFileField)
    case number32(MasterFileField)
    /// 32 bits of seconds.
    case time(MasterFileField)
    /// A DNSSEC algorithm by number or mnemonic (RFC 4034 §2.2).
    case algorithm
    /// One character-string (RFC 1035 §3.3).
    case string
    /// One or more character-strings, to the end.
    case strings
    /// The tag of a CAA record (RFC 8659 §4.1).
    case propertyTag
    /// A string without a length octet, to the end (RFC 8659 §4.1, RFC 7553 §4.5).
    case text
    case hexadecimal, base64
    /// One record type, or any number of them to the end (RFC 4034 §3.2, §4.2).
    case type, types
    /// `20261201000000`, or seconds (RFC 4034 §3.2).
    case signatureTime
    /// Hexadecimal, or `-` for none, and base 32: both with a length octet (RFC 5155 §3.3).
    case salt, hashedName
    /// The type of a certificate by number or mnemonic (RFC 4398 §2.1).
    case certificateType
    /// So many octets with hyphens (RFC 7043 §3.2, §4.2).
    case hardwareAddress(Int)
    /// To the end.
    case location, addressPrefixes, serviceParameters
  }

  /// The pieces of the data of `type`; nil where the type has no notation here.
  static func elements(of type: RecordType) -> [Element]? { table[type] }

  private static let notations: [(type: String, elements: [Element])] = [
    ("A", [.address4]),
    ("AAAA", [.address6]),
    ("NS", [.name(.domainName)]),
    ("CNAME", [.name(.domainName)]),
    ("DNAME", [.name(.domainName)]),
    ("PTR", [.name(.domainName)]),
    (
      "SOA",
      [
        .name(.primaryServer), .name(.mailbox), .number32(.serial), .time(.refresh), .time(.retry),
        .time(.expire), .time(.minimum),
      ]
    ),
    ("MX", [.number16(.preference), .name(.exchange)]),
    ("KX", [.number16(.preference), .name(.exchange)]),
    ("AFSDB", [.number16(.number), .name(.domainName)]),
    ("RP", [.name(.mailbox), .name(.domainName)]),
    ("MINFO", [.name(.mailbox), .name(.mailbox)]),
    ("TXT", [.strings]),
    ("SPF", [.strings]),
    ("HINFO", [.string, .string]),
    ("SRV", [.number16(.priority), .number16(.weight), .number16(.port), .name(.target)]),
    (
      "NAPTR",
      [.number16(.number), .number16(.preference), .string, .string, .string, .name(.domainName)]
    ),
    ("CAA", [.number8(.number), .propertyTag, .text]),
    ("URI", [.number16(.priority), .number16(.weight), .text]),
    ("DS", [.number16(.number), .algorithm, .number8(.number), .hexadecimal]),
    ("CDS", [.number16(.number), .algorithm, .number8(.number), .hexadecimal]),
    ("DNSKEY", [.number16(.number), .number8(.number), .algorithm, .base64]),
    ("CDNSKEY", [.number16(.number), .number8(.number), .algorithm, .base64]),
    ("TLSA", [.number8(.number), .number8(.number), .number8(.number), .hexadecimal]),
    ("SMIMEA", [.number8(.number), .number8(.number), .number8(.number), .hexadecimal]),
    ("SSHFP", [.number8(.number), .number8(.number), .hexadecimal]),
    ("KEY", [.number16(.number), .number8(.number), .algorithm, .base64]),
    ("RRSIG", signature),
    ("SIG", signature),
    ("NSEC", [.name(.domainName), .types]),
    ("NSEC3", [.number8(.algorithm), .number8(.number), .number16(.number), .salt, .hashedName, .types]),
    ("NSEC3PARAM", [.number8(.algorithm), .number8(.number), .number16(.number), .salt]),
    ("CSYNC", [.number32(.serial), .number16(.number), .types]),
    ("CERT", [.certificateType, .number16(.number), .algorithm, .base64]),
    ("LOC", [.location]),
    ("APL", [.addressPrefixes]),
    ("EUI48", [.hardwareAddress(6)]),
    ("EUI64", [.hardwareAddress(8)]),
    ("SVCB", [.number16(.priority), .name(.target), .serviceParameters]),
    ("HTTPS", [.number16(.priority), .name(.target), .serviceParameters]),
    ("OPENPGPKEY", [.base64]),
    ("DHCID", [.base64]),
    ("ZONEMD", [.number32(.serial), .number8(.number), .number8(.number), .hexadecimal]),
  ]

  private static let signature: [Element] = [
    .type, .algorithm, .number8(.number), .time(.timeToLive), .signatureTime, .signatureTime,
    .number16(.number),
    .name(.domainName), .base64,
  ]

  private static let table = notations.reduce(into: [RecordType: [Element]]()) { table, notation in
    if let type = RecordType(notation.type) { table[type] = notation.elements }
  }

  /// The number of a DNSSEC algorithm's mnemonic, in any case (IANA, "DNS Security Algorithm Numbers").
  static func algorithm(_ mnemonic: String) -> UInt8? { algorithms[mnemonic.asciiLowercased] }

  private static let algorithms: [String: UInt8] = [
    "rsamd5": 1, "dh": 2, "dsa": 3, "rsasha1": 5, "dsa-nsec3-sha1": 6, "rsasha1-nsec3-sha1": 7,
    "rsasha256": 8,
    "rsasha512": 10, "ecc-gost": 12, "ecdsap256sha256": 13, "ecdsap384sha384": 14, "ed25519": 15, "ed448": 16,
    "indirect": 252, "privatedns": 253, "privateoid": 254,
  ]

  /// The number of a certificate type's mnemonic, in any case (RFC 4398 §2.1).
  static func certificateType(_ mnemonic: String) -> UInt16? { certificateTypes[mnemonic.asciiLowercased] }

  private static let certificateTypes: [String: UInt16] = [
    "pkix": 1, "spki": 2, "pgp": 3, "ipkix": 4, "ispki": 5, "ipgp": 6, "acpkix": 7, "iacpkix": 8, "uri": 253,
    "oid": 254,
  ]
}
