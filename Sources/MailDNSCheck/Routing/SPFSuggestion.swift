/// A record for a domain without SPF to begin with, made of what its MX shows: who takes mail for a domain usually sends
/// for it too.
struct SPFSuggestion: Sendable {
  let record: String

  init(_ verdict: RouteVerdict, in catalogue: ProviderCatalogue) {
    var terms: [String] = []
    let platforms = verdict.mailbox.map { [HostProvider.provider($0)] } ?? []
    for host in (verdict.inbound + platforms).uniqued {
      switch host {
      case .own, .unknown: terms.append("mx")
      // Which host below the suffix it is differs from customer to customer.
      case .provider(.securemx): terms.append("include:<host>.securemx.jp")
      case .provider(let id): terms += catalogue[id]?.spfSuffixes.first.map { ["include:\($0)"] } ?? []
      }
    }
    record = (["v=spf1"] + terms.uniqued + ["-all"]).joined(separator: " ")
  }
}
