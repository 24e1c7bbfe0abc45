/// Lists the provider catalogue in force.
struct ProvidersCommand {
  let options: ReportOptions
  let language: Language

  func run() throws(ProgramError) -> ExitStatus {
    let listing = ProviderListing(catalogue: .builtIn)
    try options.publish(listing.json) { ink, width in
      listing.text(language: language, ink: ink, width: width)
    }
    return .ok
  }
}
