/// `X-Forefront-Antispam-Report`: what Exchange Online Protection made of a message (Defender documentation, "Anti-spam
/// message headers"): `CIP:192.0.2.1;CTRY:JP;SCL:-1;SFV:SKN;CAT:NONE;DIR:INB;`.
struct AntispamReport: Hashable, Sendable {
  private let values: FieldList

  init(_ value: [UInt8]) { values = FieldList(value) }

  /// Nil where the field is missing or empty; `(null)` occurs, and is nothing.
  subscript(name: StaticString) -> String? {
    values[name].flatMap { value in
      value.isEmpty || value.equalsIgnoringCase("(null)") ? nil : String(decoding: value, as: UTF8.self)
    }
  }

  /// The connecting address: of the gateway, or with Enhanced Filtering of the true sender; 255.255.255.255 is internal.
  var address: IPAddress? { self["CIP"].flatMap { IPAddress($0) } }
  /// The spam confidence level: -1 is an instruction, not a measurement.
  var level: Int? { self["SCL"].flatMap { Int($0) }.flatMap { (-1...9).contains($0) ? $0 : nil } }
  /// Why the message was filtered or not: `NSPM`, `SKN`, `BLK` …
  var filter: String? { self["SFV"]?.uppercased() }
  /// `NONE`, `SPM`, `HPHSH` …
  var category: String? { self["CAT"]?.uppercased() }
  var direction: String? { self["DIR"]?.uppercased() }
  /// `CAL` where an allow list of addresses was the reason.
  var addressVerdict: String? { self["IPV"]?.uppercased() }
  /// Signs of impersonation: `9.19`, `9.20`, `9.25`.
  var safety: String? { self["SFTY"] }
  /// The name that the connecting address has in the reverse tree; nil where there is none.
  var reverseName: String? {
    self["PTR"].flatMap { $0 == "InfoDomainNonexistent" ? nil : $0.asciiLowercased }
  }

  /// Whether the message is the tenant's own: `DIR:INT`, or skipped as such without an address from outside.
  var isOnOwnMail: Bool {
    direction == "INT"
      || filter == "SKI" && addressVerdict != "CAL"
        && address.map { $0.description == "255.255.255.255" } ?? false
  }

  /// Whether it was made when mail left a tenant: the sender's side, which is no judgement on mail that came in.
  var isOutbound: Bool {
    isDirection("OUT")
      || values["SFP"].map { $0.elementsEqual("1101".utf8) || $0.elementsEqual("1102".utf8) } ?? false
  }
  /// Whether it is a judgement on mail that came in, or on the tenant's own.
  var isInbound: Bool {
    !isOutbound && (isDirection("INB") || isDirection("INT") || direction == nil)
  }

  private func isDirection(_ name: StaticString) -> Bool { values["DIR"]?.equalsIgnoringCase(name) ?? false }
}
