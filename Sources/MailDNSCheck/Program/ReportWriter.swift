import FoundationEssentials

/// Writes reports as they are finished, in the format that was asked for.
struct ReportWriter {
  private let options: ReportOptions
  private let isList: Bool
  private let language: Language
  private let catalogue: ProviderCatalogue
  private let output: Output
  private var counts: [Status: Int] = [:]
  private var written = 0

  static let standardWidth = 80
  static let maximumWidth = 120

  /// Opens the output. `isList` is whether there may be more than one domain.
  init(
    _ options: ReportOptions, isList: Bool, language: Language, catalogue: ProviderCatalogue
  ) throws(ProgramError) {
    self.options = options
    self.isList = isList
    self.language = language
    self.catalogue = catalogue
    do { output = try Output.open(options.outputFile) } catch {
      throw .output(path: options.outputFile, error)
    }
  }

  mutating func write(_ report: DomainReport) throws(ProgramError) {
    counts[report.status, default: 0] += 1
    switch options.format {
    case .text:
      let text = TextReport(
        report: report, catalogue: catalogue, language: language, ink: output.ink(options.color), width: width,
        verbosity: options.verbosity
      ).text
      try put(written > 0 && options.verbosity >= 0 ? "\n" + text : text)
    case .ndjson:
      try put(try Self.json(JSONReport(report, in: catalogue, language: language), pretty: false) + "\n")
    case .json:
      let json = try Self.json(JSONReport(report, in: catalogue, language: language), pretty: true)
      try put(isList ? (written == 0 ? "[\n" : ",\n") + json : json + "\n")
    }
    written += 1
  }

  /// Closes what has been begun, and gives a file its name.
  mutating func finish() throws(ProgramError) {
    switch options.format {
    case .json where isList: try put(written == 0 ? "[]\n" : "\n]\n")
    case .text where written > 1 && options.verbosity >= 0: try put("\n" + summary + "\n")
    case .json, .ndjson, .text: break
    }
    do { try output.finish() } catch { throw .output(path: options.outputFile, error) }
  }

  private var summary: String {
    let counts = [Status.ok, .unknown, .warning, .critical].compactMap { status in
      self.counts[status].map { (status, $0) }
    }
    return Wording.summary(domains: written, counts)[language]
  }

  private var width: Int { min(output.columns ?? Self.standardWidth, Self.maximumWidth) }

  private func put(_ text: String) throws(ProgramError) {
    do { try output.write(text) } catch { throw .output(path: options.outputFile, error) }
  }

  /// `value` as JSON text with sorted keys, so that the same report is always the same text.
  static func json(_ value: some Encodable, pretty: Bool) throws(ProgramError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting =
      pretty ? [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted] : [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(value), as: UTF8.self)
    } catch {
      throw .encoding("\(error)")
    }
  }
}

extension Output {
  /// The colours that the option, the environment and the terminal agree on (no-color.org).
  func ink(_ color: ReportOptions.Color) -> Ink {
    switch color {
    case .always: return Ink(isColored: true)
    case .never: return .plain
    case .auto:
      let environment = Program.environment
      return Ink(
        isColored: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb")
    }
  }
}
