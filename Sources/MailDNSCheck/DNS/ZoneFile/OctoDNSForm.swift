/// How a type's values are written in a zone of OctoDNS 1.22.0 (https://github.com/octodns/octodns, `octodns/record`).
struct OctoDNSForm: Sendable {
  let type: RecordType
  let shape: Shape
  /// Whether only `value` counts.
  var isSingle = false

  enum Shape: Sendable {
    /// One word, which master files have too.
    case word
    case host
    case text
    case fields([Field])
    /// The same with `svcparams`.
    case parameters([Field])
    /// The service makes other records of it, of these types.
    case service([RecordType])
  }

  /// A key of a value that is a mapping.
  struct Field: Sendable {
    /// With those that it had once.
    let keys: [String]
    let kind: Kind
    /// What it is where it is left out; nil where it must not be.
    var standard: String?

    enum Kind: Sendable {
      case number, word, host, string
    }

    init(_ keys: String..., kind: Kind = .number, standard: String? = nil) {
      self.keys = keys
      self.kind = kind
      self.standard = standard
    }
  }

  /// The form of a type; nil where OctoDNS has none of that name, which is in capitals.
  static func of(_ type: String) -> OctoDNSForm? { table[type] }

  /// DS as it was written before OctoDNS 1.0, with keys that DNSKEY has.
  static let formerSigner: [Field] = [
    Field("flags"), Field("protocol"), Field("algorithm"), Field("public_key", kind: .word),
  ]

  private static let table: [String: OctoDNSForm] = {
    let services: [(String, Shape)] = [("ALIAS", .service([.a, .aaaa])), ("URLFWD", .service([.a, .aaaa]))]
    let forms = shapes.compactMap { name, shape in
      RecordType(name).map { (name, OctoDNSForm(type: $0, shape: shape, isSingle: singles.contains(name))) }
    }
    return Dictionary(
      uniqueKeysWithValues: forms + services.map { ($0, OctoDNSForm(type: .any, shape: $1, isSingle: true)) })
  }()

  private static let singles: Set<String> = ["CNAME", "DNAME"]

  private static let shapes: [(String, Shape)] = [
    ("A", .word),
    ("AAAA", .word),
    ("OPENPGPKEY", .word),
    ("NS", .host),
    ("CNAME", .host),
    ("DNAME", .host),
    ("PTR", .host),
    ("TXT", .text),
    ("SPF", .text),
    ("MX", .fields([Field("preference", "priority"), Field("exchange", "value", kind: .host)])),
    ("SRV", .fields([Field("priority"), Field("weight"), Field("port"), Field("target", kind: .host)])),
    (
      "CAA",
      .fields([
        Field("flags", standard: "0"), Field("tag", kind: .word), Field("value", kind: .string),
      ])
    ),
    (
      "NAPTR",
      .fields([
        Field("order"), Field("preference"), Field("flags", kind: .string), Field("service", kind: .string),
        Field("regexp", kind: .string), Field("replacement", kind: .host),
      ])
    ),
    (
      "TLSA",
      .fields([
        Field("certificate_usage"), Field("selector"), Field("matching_type"),
        Field("certificate_association_data", kind: .word),
      ])
    ),
    (
      "SSHFP",
      .fields([Field("algorithm"), Field("fingerprint_type"), Field("fingerprint", kind: .word)])
    ),
    (
      "DS",
      .fields([
        Field("key_tag"), Field("algorithm"), Field("digest_type"), Field("digest", kind: .word),
      ])
    ),
    ("URI", .fields([Field("priority"), Field("weight"), Field("target", kind: .string)])),
    (
      "LOC",
      .fields(
        [
          "lat_degrees", "lat_minutes", "lat_seconds", "lat_direction", "long_degrees", "long_minutes",
          "long_seconds", "long_direction", "altitude", "size", "precision_horz", "precision_vert",
        ].map { Field($0, kind: .word) })
    ),
    ("SVCB", .parameters([Field("svcpriority"), Field("targetname", kind: .host)])),
    ("HTTPS", .parameters([Field("svcpriority"), Field("targetname", kind: .host)])),
  ]
}
