/// What samples of findings are made of: as the documentation shows them, or as hostile as a test wants them.
struct FindingSpecimens: Sendable {
  /// The domain that is checked.
  let domain: DomainName
  /// Any other name.
  let name: DomainName
  /// Text out of a record.
  let text: String
  let failure: Failure

  /// The octets of `text`.
  var octets: [UInt8] { Array(text.utf8) }

  /// `labels` below the domain: `_dmarc`. The domain itself where it has no room for them.
  func below(_ labels: String) -> DomainName { (try? domain.prepending(labels)) ?? domain }
}
