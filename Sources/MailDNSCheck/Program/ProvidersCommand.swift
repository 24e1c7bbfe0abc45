/// Lists the provider catalogue in force.
struct ProvidersCommand {
  let options: ReportOptions
  let language: Language

  func run() throws(ProgramError) -> ExitStatus {
    let listing = ProviderListing(catalogue: .builtIn)
    let output: Output
    do { output = try Output.open(options.outputFile) } catch { throw .output(path: options.outputFile, error) }
    let text =
      switch options.format {
      case .text:
        listing.text(language: language, ink: output.ink(options.color), width: output.columns ?? ReportWriter.standardWidth)
      case .json, .ndjson:
        try ReportWriter.json(listing.json, pretty: true) + "\n"
      }
    do {
      try output.write(text)
      try output.finish()
    } catch { throw .output(path: options.outputFile, error) }
    return .ok
  }
}
