/// Writes reports as they are finished, in the format that was asked for.
struct ReportWriter {
  private let options: ReportOptions
  private let isList: Bool
  private let language: Language
  private let catalogue: ProviderCatalogue
  private let output: Output
  private var counts: [Status: Int] = [:]
  private var written = 0
  /// Domains of which something is expected, and those of them that are as expected.
  private var expectedCount = 0
  private var met: [String] = []

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
    if let isMet = report.meetsExpectation {
      expectedCount += 1
      if isMet { met.append(report.domain.name.description) }
    }
    switch options.format {
    case .text:
      let text = TextReport(
        report: report, catalogue: catalogue, language: language, ink: output.ink(options.color),
        width: width,
        verbosity: options.verbosity
      ).text
      try put(written > 0 && options.verbosity >= 0 ? "\n" + text : text)
    case .ndjson:
      try put(try json(report, pretty: false) + "\n")
    case .json:
      let json = try json(report, pretty: true)
      try put(isList ? (written == 0 ? "[\n" : ",\n") + json : json + "\n")
    }
    written += 1
  }

  /// Closes what has been begun; a summary, the bracket of a list.
  mutating func close() throws(ProgramError) {
    switch options.format {
    case .json where isList: try put(written == 0 ? "[]\n" : "\n]\n")
    case .text where written > 1 && options.verbosity >= 0:
      try put("\n" + summary + "\n")
      if expectedCount > 0 { try put(expectationSummary + "\n") }
    case .json, .ndjson, .text: break
    }
  }

  /// Gives a file its name.
  func finish() throws(ProgramError) {
    do { try output.finish() } catch { throw .output(path: options.outputFile, error) }
  }

  private var summary: String {
    let counts = [Status.ok, .unknown, .warning, .critical].compactMap { status in
      self.counts[status].map { (status, $0) }
    }
    return Wording.summary(domains: written, counts)[language]
  }

  /// More domains than these are not named, only counted.
  private static let namedDomains = 8

  private var expectationSummary: String {
    let names = met.count > Self.namedDomains ? [] : met
    return Wording.expectationSummary(met: met.count, of: expectedCount, names: names)[language]
  }

  private var width: Int { output.pageWidth }

  private func json(_ report: DomainReport, pretty: Bool) throws(ProgramError) -> String {
    let report = JSONReport(report, in: catalogue, language: language)
    do { return try JSONText.make(report, pretty: pretty) } catch { throw .encoding("\(error)") }
  }

  private func put(_ text: String) throws(ProgramError) {
    do { try output.write(text) } catch { throw .output(path: options.outputFile, error) }
  }
}

extension Output {
  private static let standardWidth = 80
  /// Longer lines are hard to read however wide the terminal is.
  private static let maximumWidth = 120

  /// Columns that a text report takes.
  var pageWidth: Int { min(columns ?? Self.standardWidth, Self.maximumWidth) }

  /// The colours that the option, the environment and the terminal agree on (no-color.org).
  func ink(_ color: ReportOptions.Color) -> Ink {
    switch color {
    case .always: return Ink(isColored: true)
    case .never: return .plain
    case .auto:
      let environment = Program.environment
      return Ink(
        isColored: isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
      )
    }
  }
}

extension ReportOptions {
  /// Opens the output, and at its end writes what `make` returns: JSON, or the text for the colours and the width of the
  /// output.
  func publish<Report: Sendable>(
    _ make: () async throws(ProgramError) -> Report, json: (Report) -> any Encodable,
    text: (Report, Ink, Int) -> String
  ) async throws(ProgramError) -> Report {
    let output: Output
    do { output = try Output.open(outputFile) } catch { throw .output(path: outputFile, error) }
    let report = try await make()
    var result = ""
    switch format {
    case .text: result = text(report, output.ink(color), output.pageWidth)
    case .json, .ndjson:
      do { result = try JSONText.make(json(report), pretty: format == .json) + "\n" } catch {
        throw .encoding("\(error)")
      }
    }
    do throws(Errno) {
      try output.write(result)
      try output.finish()
    } catch {
      throw .output(path: outputFile, error)
    }
    return report
  }
}
