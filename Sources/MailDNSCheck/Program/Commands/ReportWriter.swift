/// Where the documents of a run wait for their outputs.
struct ReportQueues: Sendable {
  private let queues: [(path: String?, queue: OutputQueue)]

  init(_ queues: [(path: String?, queue: OutputQueue)]) { self.queues = queues }

  /// Writes what waits; leaves it to the thread that is at it, unless the queues are to be empty behind it.
  func drain(wholly: Bool = false) throws(ProgramError) {
    for (path, queue) in queues {
      do { try queue.drain(wholly: wholly) } catch { throw .output(path: path, error) }
    }
  }
}

/// Writes reports as they are finished, each into every document that was asked for: into queues, from where they go to the
/// outputs.
struct ReportWriter {
  private var documents: [OpenDocument]

  /// Opens the outputs.
  init(_ options: ReportOptions, _ setting: ReportSetting) throws(ProgramError) {
    documents = []
    for document in options.documents {
      let output = try OpenDocument.open(document)
      documents.append(
        OpenDocument(
          document, output: output, document.format.document(setting, options, on: output)))
    }
  }

  mutating func write(_ entry: ReportSink.Entry) {
    for index in documents.indices { documents[index].write(entry) }
  }

  /// Writes what has been made of one domain for each document.
  mutating func write(_ parts: [[UInt8]]) {
    for (index, part) in zip(documents.indices, parts) { documents[index].write(part) }
  }

  /// Writes an entry with what `parts` has made of it.
  mutating func write(_ entry: ReportSink.Entry, _ parts: [[UInt8]?]) {
    for (index, part) in zip(documents.indices, parts) {
      if let part { documents[index].write(part) } else { documents[index].write(entry) }
    }
  }

  /// Says in the documents that are closed, and then look whole, that they are not.
  mutating func writeWhereClosed(_ problem: InputProblem) {
    for index in documents.indices where documents[index].looksWhole {
      documents[index].write(.problem(problem))
    }
  }

  /// The files that do not get their names where the run is cut off.
  var filesNamedAtEnd: [String] { documents.filter(\.output.isNamedAtEnd).compactMap(\.path) }

  /// What makes the parts of reports before their turn; nil for a document that hangs together.
  var independentDocuments: [(any IndependentDocument)?] { documents.map(\.independent) }

  /// Leaves a report out, but for what all come to.
  mutating func count(_ report: DomainReport) {
    for index in documents.indices { documents[index].document.count(report) }
  }

  /// Closes what has been begun; a summary, the bracket of a list.
  mutating func close() {
    for index in documents.indices { documents[index].close() }
  }

  /// Where what is written waits for the outputs.
  var queues: ReportQueues { ReportQueues(documents.map { ($0.path, $0.queue) }) }

  /// Gives the files their names.
  func finish() throws(ProgramError) {
    for document in documents { try document.finish() }
  }
}

extension ReportWriter {
  /// Says in every document that the run has ended before it began, so that no reader takes the report of an earlier run for a
  /// new one: in the formats that have words for it, and by taking away the files of the others.
  static func leaveWords(_ problems: [InputProblem], _ options: ReportOptions, _ setting: ReportSetting) {
    for document in options.documents where !document.isContinued {
      if document.format.hasWordsForFailure {
        // Standard error has told those who read text.
        if document.file == nil, document.format == .text { continue }
        try? write(problems, document, options, setting)
      } else if let file = document.file {
        FileTarget.removeRegularFile(file)
      }
    }
  }

  private static func write(
    _ problems: [InputProblem], _ document: ReportOptions.Document, _ options: ReportOptions,
    _ setting: ReportSetting
  ) throws(ProgramError) {
    let output = try OpenDocument.open(document)
    var open = OpenDocument(
      document, output: output, document.format.document(setting, options, on: output))
    for problem in problems { open.write(.problem(problem)) }
    open.close()
    try ReportQueues([(open.path, open.queue)]).drain(wholly: true)
    try open.finish()
  }
}

extension ReportOptions.Format {
  /// Whether a document of the format can say that there was no run; one of the others would be data that there are not.
  fileprivate var hasWordsForFailure: Bool {
    switch self {
    case .text, .markdown, .html, .junit, .sarif, .prometheus, .zabbix, .github: true
    case .json, .ndjson, .csv: false
    }
  }
}

extension ReportOptions {
  /// Whether what stands on standard output must be said to be a part, however little else is said.
  var endsAsIfWhole: Bool { documents.contains { $0.file == nil && $0.format.looksWhole } }
}

extension ReportOptions.Format {
  /// Whether a document that is closed looks whole, while lines just end.
  fileprivate var looksWhole: Bool {
    switch self {
    case .json, .markdown, .html, .junit, .sarif, .prometheus, .zabbix: true
    case .text, .ndjson, .csv, .github: false
    }
  }
}

/// A document under way, and where it goes.
private struct OpenDocument {
  /// Nil for standard output.
  let path: String?
  let output: Output
  let queue: OutputQueue
  var document: any ReportDocument
  /// Whether it is text, in the encoding of the locale.
  private let isForPeople: Bool
  let looksWhole: Bool
  private(set) var isBegun = false

  init(_ document: ReportOptions.Document, output: Output, _ content: any ReportDocument) {
    path = document.file
    self.output = output
    queue = OutputQueue(output)
    self.document = content
    isForPeople = document.format == .text
    looksWhole = document.format.looksWhole
  }

  static func open(_ document: ReportOptions.Document) throws(ProgramError) -> Output {
    do {
      if document.isContinued, let file = document.file { return try Output.open(continuing: file) }
      return try Output.open(document.file)
    } catch { throw error.programError(document.file) { .output(path: document.file, $0) } }
  }

  mutating func write(_ entry: ReportSink.Entry) {
    switch entry {
    case .report(let report) where isBegun && !isForPeople: queue.append(document.octets(on: report))
    case .report(let report): put(document.add(report))
    case .problem(let problem): put(document.add(problem))
    case .leftOut: return
    }
  }

  /// Nil where what stands on a domain hangs on others, or on who reads it.
  var independent: (any IndependentDocument)? { isForPeople ? nil : document.independent }

  /// Writes what `independent` has made.
  mutating func write(_ part: [UInt8]) {
    if !isBegun { put("") }
    queue.append(part)
  }

  mutating func close() { put(document.end()) }

  func finish() throws(ProgramError) {
    do { try output.finish() } catch { throw .output(path: path, error) }
  }

  /// What stands before the first domain waits for it: a run may yet turn out not to be possible.
  private mutating func put(_ text: String) {
    let text = isBegun ? text : document.begin() + text
    isBegun = true
    queue.append(Output.octets(of: text, isForPeople: isForPeople))
  }
}

extension ReportOptions.Format {
  /// An empty document for `output`.
  fileprivate func document(
    _ setting: ReportSetting, _ options: ReportOptions, on output: Output
  ) -> any ReportDocument {
    switch self {
    case .text:
      TextDocument(
        setting, ink: output.ink(options.color), width: output.pageWidth, verbosity: options.verbosity,
        isSummaryAlone: options.isSummaryAlone)
    case .json: JSONDocument(setting)
    case .ndjson: NDJSONDocument(setting: setting)
    case .csv: CSVDocument(setting: setting)
    case .markdown: MarkdownDocument(setting)
    case .html: PageDocument(setting)
    case .junit: JUnitDocument(setting: setting)
    case .sarif: SARIFDocument(setting)
    case .prometheus: PrometheusDocument()
    case .zabbix: ZabbixDocument(setting.language)
    case .github: GitHubDocument(setting: setting)
    }
  }
}

extension Output {
  private static let standardWidth = 80
  /// Longer lines are hard to read however wide the terminal is.
  private static let maximumWidth = 120

  /// Columns that a text report takes.
  var pageWidth: Int {
    if let columns { return min(columns, Self.maximumWidth) }
    // Whoever sets it for a pipe or a file means it.
    guard let text = Program.environment["COLUMNS"], let wanted = Int(text), wanted > 0 else {
      return Self.standardWidth
    }
    return min(max(wanted, Page.minimumWidth), Self.widest)
  }

  /// As wide as anybody can want it.
  private static let widest = 1_000

  /// The colours that the option, the environment and the terminal agree on (no-color.org).
  func ink(_ color: ReportOptions.Color) -> Ink {
    let isASCII = Self.encodingForPeople.withLock { $0 } == .ascii
    let environment = Program.environment
    let isColored =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && environment["NO_COLOR", default: ""].isEmpty && environment["TERM"] != "dumb"
      }
    return Ink(isColored: isColored, isASCII: isASCII)
  }
}

extension ReportOptions {
  /// Opens the outputs, and at the end writes what `make` returns: JSON, or the text for the colours and the width of the
  /// output.
  func publish<Report: Sendable>(
    _ make: () async throws(ProgramError) -> Report,
    json: (Report) -> any JSONValue,
    text: (Report, Ink, Int) -> String
  ) async throws(ProgramError) -> Report {
    try await publish(make) { report, format, ink, width in
      if format == .text { return text(report, ink, width) }
      return JSONText.make(json(report), pretty: format == .json) + "\n"
    }
  }

  /// The same in whatever format; `render` makes the whole document.
  func publish<Report: Sendable>(
    _ make: () async throws(ProgramError) -> Report,
    render: (Report, Format, Ink, Int) -> String
  ) async throws(ProgramError) -> Report {
    try await publish(
      make,
      each: { report, document, output in
        render(report, document.format, output.ink(color), output.pageWidth)
      })
  }

  /// The same where it matters which document it is.
  func publish<Report: Sendable>(
    _ make: () async throws(ProgramError) -> Report, document render: (Report, Document) -> String
  ) async throws(ProgramError) -> Report {
    try await publish(make, each: { report, document, _ in render(report, document) })
  }

  private func publish<Report: Sendable>(
    _ make: () async throws(ProgramError) -> Report, each render: (Report, Document, Output) -> String
  ) async throws(ProgramError) -> Report {
    var outputs: [(document: Document, output: Output)] = []
    for document in documents { outputs.append((document, try OpenDocument.open(document))) }
    let report = try await make()
    for (document, output) in outputs {
      do {
        try output.write(render(report, document, output), isForPeople: document.format == .text)
      } catch {
        throw .output(path: document.file, error)
      }
    }
    for (document, output) in outputs {
      do { try output.finish() } catch { throw .output(path: document.file, error) }
    }
    return report
  }
}
