/// The record at `_mta-sts.<domain>` that says that the domain has an MTA-STS policy, and which (RFC 8461 §3.1).
struct MTASTSRecord: TransportRecord {
  let text: [UInt8]
  /// 1 to 32 letters and digits; another one tells senders that the policy is another one.
  let id: String

  static let beginning: StaticString = "v=STSv1;"
  static let likeness: StaticString = "v=STS"

  static let maximumIDLength = 32

  init(parsing text: [UInt8]) throws(TransportRecordError) {
    let fields = try TransportRecordFields(text, behind: Self.beginning)
    guard let field = fields["id"] else {
      throw TransportRecordError(reason: .missingID, place: text.count..<text.count)
    }
    guard field.value.count <= Self.maximumIDLength, field.value.allSatisfy({ $0.isLetter || $0.isDigit })
    else { throw TransportRecordError(reason: .badID, place: field.value.indices) }
    try fields.checkValues(besides: ["id"])
    self.text = text
    id = String(decoding: field.value, as: UTF8.self)
  }

  /// Where the record of `domain` is. Throws where that is too long for a name, and so can't be there.
  static func name(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending(label: "_mta-sts".utf8)
  }

  /// The host that the policy of `domain` is fetched from (§3.3).
  static func policyHost(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending(label: "mta-sts".utf8)
  }
}
