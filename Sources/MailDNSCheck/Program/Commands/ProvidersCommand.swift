/// Lists the provider catalogue in force.
struct ProvidersCommand {
  let options: ReportOptions
  /// Those of `--providers`.
  let files: [String]
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    let providers = CatalogueSetup(files: files)
    try options.refuseClashes(reading: providers.paths)
    let catalogue = try providers.catalogue()
    _ = try await options.publish {
      ProviderListing(catalogue: catalogue)
    } json: { listing in
      listing.json
    } text: { listing, ink, width in
      listing.text(language: language, ink: ink, width: width)
    }
    return .ok
  }
}
