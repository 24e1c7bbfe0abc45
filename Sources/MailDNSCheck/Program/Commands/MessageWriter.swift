/// Writes reports on messages as they are finished, each into every document that was asked for.
struct MessageWriter {
  enum Entry {
    case report(MessageReport)
    case problem(MessageFileProblem)
  }

  private var documents: [(path: String?, isText: Bool, output: Output, document: any MessageDocument)] = []

  /// Opens the outputs.
  init(_ options: ReportOptions, _ setting: MessageSetting) throws(ProgramError) {
    for document in options.documents {
      let output: Output
      do { output = try Output.open(document.file) } catch {
        throw error.programError(document.file) { .output(path: document.file, $0) }
      }
      documents.append(
        (
          document.file, document.format == .text, output,
          document.format.messages(setting, options, on: output)
        ))
    }
  }

  mutating func write(_ entries: [Entry]) throws(ProgramError) {
    for index in documents.indices {
      var text = ""
      for entry in entries {
        switch entry {
        case .report(let report): text += documents[index].document.add(report)
        // Text on standard output stands beside what standard error says already.
        case .problem where documents[index].isText && documents[index].path == nil: break
        case .problem(let problem): text += documents[index].document.add(problem)
        }
      }
      try put(text, index)
    }
  }

  /// Ends the documents, and gives the files their names.
  mutating func close() throws(ProgramError) {
    for index in documents.indices {
      try put(documents[index].document.end(), index)
      do { try documents[index].output.finish() } catch { throw .output(path: documents[index].path, error) }
    }
  }

  private func put(_ text: String, _ index: Int) throws(ProgramError) {
    guard !text.isEmpty else { return }
    let (path, isText, output, _) = documents[index]
    do { try output.write(text, isForPeople: isText) } catch { throw .output(path: path, error) }
  }
}

extension ReportOptions.Format {
  /// An empty document for `output`; text for the formats that reports on messages do not have.
  fileprivate func messages(
    _ setting: MessageSetting, _ options: ReportOptions, on output: Output
  ) -> any MessageDocument {
    switch self {
    case .json: MessageJSONDocument(setting)
    case .ndjson: MessageNDJSONDocument(setting: setting)
    case .csv: MessageCSVDocument(setting)
    case .markdown: MessageMarkdownDocument(setting)
    case .html: MessagePageDocument(setting)
    case .text, .junit, .sarif, .prometheus, .zabbix, .github:
      MessageTextDocument(
        setting, ink: output.ink(options.color), width: output.pageWidth, verbosity: options.verbosity)
    }
  }
}
