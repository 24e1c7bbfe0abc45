/// Why a run ends without a report, or without the whole of it.
enum ProgramError: Error {
  case usage(UsageError)
  /// `path` is nil for standard output.
  case output(path: String?, Errno)
  case input(path: String?, Errno)
  /// A file of `headers` that holds no message; nil is standard input.
  case noMessage(path: String?)
  case zoneFile(path: String, Errno)
  /// At least one mistake.
  case zone([ZoneFileError])
  /// A folder without zone files.
  case noZoneFile(path: String, leftOut: [ZoneFileLoader.LeftOut])
  /// A file of providers, or a policy.
  case settings(SettingsError)
  case catalogue(ProviderCatalogue.TableError)
  /// A file for `--resume` that holds something else than reports in NDJSON.
  case notResumable(path: String, line: Int)
  /// One whose reports lack what this run is to tell.
  case resumedInPart(path: String, line: Int)
  /// A file for `--resume` that another run writes to.
  case inUse(path: String)
  /// A file for `--resume` that is a pipe, a device or a socket.
  case noRegularFile(path: String)
  /// An output that would take the place of a file that is read.
  case outputIsInput(path: String)
  /// A file to be made that is there already.
  case alreadyThere(path: String)
  /// A table without the column that `--column` names, and those that it has; `path` is nil for standard input.
  case noColumn(path: String?, ListColumn, columns: [String])
  /// A list that is a workbook of Excel or another packed file.
  case workbook(path: String?)
  /// A file to be written behind a symbolic link that is not followed.
  case foreignLink(path: String)
  /// An export that can't be read; nil is standard input.
  case export(path: String?, Errno)
  /// A file that is no export that we know, and the columns that it has instead; none where it is empty.
  case foreignExport(path: String?, columns: [String])
  /// An export of which no object could be read, and why not the first.
  case brokenExport(path: String?, BrokenRow)
  /// Older exports that name no recipient.
  case noOlderRecipients(path: String)
  /// Exports for a message that are no message trace.
  case noTrace(path: String)
  /// A file of an earlier run in which there is no report; nil is standard input.
  case noReports(path: String?)
  /// A file that somebody wrote to while it was read.
  case changedMeanwhile(path: String)
  case noConfiguration
  /// A DNS server that was named and whose address could not be found; the failure is nil where it has none.
  case serverName(DomainName, Failure?)
  /// No descriptors or threads left.
  case resources(Errno)
}

extension ProgramError {
  /// 4 where it lies with the command line or a file that it names, 3 where the system had nothing to ask DNS with.
  var exitStatus: ExitStatus {
    switch self {
    case .noConfiguration, .resources: .unknown
    case .serverName(_, let failure): failure == nil ? .unusable : .unknown
    default: .unusable
    }
  }

  /// Whether the report itself could not be written, or would take the place of something else.
  var isOfOutput: Bool {
    switch self {
    case .output, .outputIsInput, .foreignLink, .alreadyThere, .usage: true
    default: false
    }
  }

  /// What it says, each with the file and the line that it is about, where they are known.
  var places: [(wording: Wording, file: String?, line: Int?)] {
    switch self {
    case .zone(let errors): errors.map { ($0.wholeWording, $0.file, $0.position.line) }
    case .settings(let error): [(wording, error.file, error.fault.place.line)]
    case .notResumable(let path, let line), .resumedInPart(let path, let line): [(wording, path, line)]
    case .input(let path, _), .noMessage(let path), .noReports(let path), .foreignExport(let path, _),
      .brokenExport(let path, _),
      .noColumn(let path, _, _), .workbook(let path):
      [(wording, path, nil)]
    case .zoneFile(let path, _), .noZoneFile(let path, _), .noOlderRecipients(let path), .noTrace(let path),
      .changedMeanwhile(let path):
      [(wording, path, nil)]
    default: [(wording, nil, nil)]
    }
  }
}
