/// Lists the provider catalogue in force, or says whose a host is.
struct ProvidersCommand {
  let options: ReportOptions
  /// Those of `--providers`.
  let files: [String]
  /// A provider, a host name or an address; nil for all providers.
  let subject: String?
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: files)
    try options.refuseClashes(reading: providers.paths)
    let catalogue = try providers.catalogue()
    if let subject { return try await show(subject, catalogue) }
    _ = try await options.publish {
      ProviderListing(catalogue: catalogue)
    } json: { listing in
      listing.json
    } text: { listing, ink, width in
      listing.text(language: language, ink: ink, width: width)
    }
    return .ok
  }

  private func show(_ text: String, _ catalogue: ProviderCatalogue) async throws(ProgramError) -> ExitStatus {
    guard let subject = ProviderSubject(text, in: catalogue) else {
      let nearest = NearestWord.nearest(to: text, among: catalogue.ids)
      throw .usage(.unknownProvider(text, suggestion: nearest))
    }
    let suffixes = PublicSuffixList.system
    _ = try await options.publish {
      ProviderCard(subject: subject, publicSuffixes: suffixes)
    } json: { card in
      card.json
    } text: { card, ink, width in
      card.text(language: language, ink: ink, width: width)
    }
    return .ok
  }
}
