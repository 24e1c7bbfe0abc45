/// Lists the provider catalogue in force.
struct ProvidersCommand {
  let options: ReportOptions
  let language: Language

  func run() async throws(ProgramError) -> ExitStatus {
    _ = try await options.publish {
      ProviderListing(catalogue: .builtIn)
    } json: { listing in
      listing.json
    } text: { listing, ink, width in
      listing.text(language: language, ink: ink, width: width)
    }
    return .ok
  }
}
