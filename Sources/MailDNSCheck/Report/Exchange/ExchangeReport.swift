/// What exports of Exchange Online come to.
struct ExchangeReport: Sendable {
  let evidence: ExchangeEvidence
  let catalogue: ProviderCatalogue
  /// Worst first: those on the exports, and on what DNS shows beside them where it was asked.
  let findings: [Finding]

  var status: Status { Status(findings) }
}
