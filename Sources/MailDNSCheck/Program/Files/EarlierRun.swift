/// Files of earlier runs, opened, and complained of.
enum EarlierRun {
  /// The file at `path`, `-` for standard input, with which domain is where in it. A line that can't be read is named, and the
  /// others count; throws where none can be.
  static func open(_ path: String, language: Language) async throws(ProgramError) -> RunIndex {
    let index = await RunIndex(try file(path))
    complain(index.broken, index.brokenCount, index.file.path, language)
    guard index.count > 0 else { throw .noReports(path: index.file.path) }
    return index
  }

  static func file(_ path: String) throws(ProgramError) -> RunFile {
    let path = path == "-" ? nil : path
    do { return try RunFile(path) } catch { throw .input(path: path, error) }
  }

  /// Names lines that could not be read, as far as they are kept.
  static func complain(_ rows: [BrokenRow], _ count: Int, _ path: String?, _ language: Language) {
    for row in rows { Diagnostics.complain(row.reason.wording.at(line: row.line, of: path), language) }
    if count > rows.count { Diagnostics.complain(.furtherEntries(count - rows.count), language) }
  }
}
