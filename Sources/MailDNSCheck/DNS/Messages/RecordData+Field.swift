extension RecordData {
  /// One piece of RDATA, as its type lays it out and as a master file shows it.
  enum Field {
    case number8, number16, number32
    /// A domain name, uncompressed.
    case name
    /// One character-string, quoted (RFC 1035 §3.3).
    case string
    /// One or more character-strings, to the end.
    case strings
    /// The rest as one quoted string (RFC 8659 §4.1.1, RFC 7553 §4.5).
    case text
    /// Length and tag of a CAA property (RFC 8659 §4.1).
    case propertyTag
    /// The rest, one octet or more.
    case hexadecimal, base64
    /// Length and salt of NSEC3; `-` where there is none (RFC 5155 §3.3).
    case salt
    /// Length and next hashed owner name of NSEC3 (RFC 5155 §3.3).
    case hashedName
    /// The type that a signature covers (RFC 4034 §3.2).
    case type
    /// The type bit map, to the end (RFC 4034 §4.1.2).
    case types
    /// Seconds since 1970 as `YYYYMMDDHHmmSS` in UTC (RFC 4034 §3.2).
    case time
    /// Two digits for each of so many octets, with hyphens (RFC 7043 §3.2, §4.2).
    case hardwareAddress(Int)
    /// The 16 octets of a place (RFC 1876 §2).
    case location
    /// Items of address prefixes, to the end (RFC 3123 §4).
    case addressPrefixes
    /// SvcParams, to the end (RFC 9460 §2.2).
    case serviceParameters

    /// The pieces of the data of `type` in order; nil where the type has no notation here.
    static func fields(of type: RecordType) -> [Field]? { layouts[type] }

    private static let layouts: [RecordType: [Field]] = notations.reduce(into: [:]) { layouts, notation in
      for type in notation.types.compactMap({ RecordType($0) }) { layouts[type] = notation.fields }
    }

    private static let notations: [(types: [String], fields: [Field])] = [
      (["HINFO"], [.string, .string]),
      (["SPF"], [.strings]),
      (["RP", "MINFO"], [.name, .name]),
      (["AFSDB", "KX"], [.number16, .name]),
      (["DNAME"], [.name]),
      (["SRV"], [.number16, .number16, .number16, .name]),
      (["NAPTR"], [.number16, .number16, .string, .string, .string, .name]),
      (["URI"], [.number16, .number16, .text]),
      (["CAA"], [.number8, .propertyTag, .text]),
      (["DS", "CDS"], [.number16, .number8, .number8, .hexadecimal]),
      (["DNSKEY", "CDNSKEY", "KEY"], [.number16, .number8, .number8, .base64]),
      (["CERT"], [.number16, .number16, .number8, .base64]),
      (["LOC"], [.location]),
      (["APL"], [.addressPrefixes]),
      (["EUI48"], [.hardwareAddress(6)]),
      (["EUI64"], [.hardwareAddress(8)]),
      (["CSYNC"], [.number32, .number16, .types]),
      (["RRSIG", "SIG"], [.type, .number8, .number8, .number32, .time, .time, .number16, .name, .base64]),
      (["NSEC"], [.name, .types]),
      (["NSEC3"], [.number8, .number8, .number16, .salt, .hashedName, .types]),
      (["NSEC3PARAM"], [.number8, .number8, .number16, .salt]),
      (["TLSA", "SMIMEA"], [.number8, .number8, .number8, .hexadecimal]),
      (["SSHFP"], [.number8, .number8, .hexadecimal]),
      (["OPENPGPKEY", "DHCID"], [.base64]),
      (["ZONEMD"], [.number32, .number8, .number8, .hexadecimal]),
      (["SVCB", "HTTPS"], [.number16, .name, .serviceParameters]),
    ]
  }
}
