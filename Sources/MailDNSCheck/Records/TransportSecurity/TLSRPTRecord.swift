/// The record at `_smtp._tls.<domain>` that says who wants reports on TLS failures (RFC 8460 §3).
struct TLSRPTRecord: TransportRecord {
  let text: [UInt8]
  /// Where reports can be sent, as published: `mailto:` and `https:`.
  let addresses: [String]
  /// What stands among the addresses and no report can be sent to.
  let unusable: [UnusableAddress]

  static let beginning: StaticString = "v=TLSRPTv1;"
  static let likeness: StaticString = "v=TLSRPT"

  struct UnusableAddress: Hashable, Sendable {
    /// Nil for a scheme that the document does not know.
    let error: DMARCReportURIError?
    /// In octets of the text from 0.
    let place: Range<Int>
  }

  /// Without any that can be used the record stands all the same: nobody sends a report then.
  init(parsing text: [UInt8]) throws(TransportRecordError) {
    let fields = try TransportRecordFields(text, behind: Self.beginning)
    let lists = fields.fields.filter { $0.name == "rua" }
    if lists.isEmpty {
      throw TransportRecordError(reason: .missingAddresses, place: text.count..<text.count)
    }
    try fields.checkValues(besides: ["rua"])
    var addresses: [String] = []
    var unusable: [UnusableAddress] = []
    for item in lists.flatMap({
      $0.value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    }) {
      let address = item.trimmingWhitespace
      do throws(DMARCReportURIError) {
        let uri = try DMARCReportURI(address)
        switch uri.target {
        case .mail, .other(scheme: "https"): addresses.append(uri.text)
        case .other: unusable.append(UnusableAddress(error: nil, place: uri.place))
        }
      } catch {
        unusable.append(
          UnusableAddress(error: error, place: address.isEmpty ? item.indices : address.indices))
      }
    }
    self.text = text
    self.addresses = addresses
    self.unusable = unusable
  }

  /// Where the record of `domain` is. Throws where that is too long for a name, and so can't be there.
  static func name(of domain: DomainName) throws(DomainNameError) -> DomainName {
    try domain.prepending("_smtp._tls")
  }
}
