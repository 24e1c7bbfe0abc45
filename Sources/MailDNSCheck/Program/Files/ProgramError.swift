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
  /// An output that would take the place of a file that is read.
  case outputIsInput(path: String)
  /// A file to be written behind a symbolic link that is not followed.
  case foreignLink(path: String)
  /// A file that is no export that we know, and the columns that it has instead; none where it is empty.
  case foreignExport(path: String?, columns: [String])
  /// An export of which no object could be read, and why not the first.
  case brokenExport(path: String?, BrokenRow)
  /// Older exports that name no recipient.
  case noOlderRecipients(path: String)
  /// Exports for a message that are no message trace.
  case noTrace(path: String)
  case noConfiguration
  /// No descriptors or threads left.
  case resources(Errno)
  /// The report could not be put into JSON.
  case encoding(String)
}
