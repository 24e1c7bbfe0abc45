import Glibc

/// The reports of an earlier run in a file, each where it lies: lines of NDJSON, or JSON objects, alone, in an array or one behind the
/// other.
///
/// The file is mapped, so that only the part that is being read is in memory; what can't be mapped, as a pipe, is first put into a
/// temporary file that has no name any more.
final class RunFile: Sendable {
  /// As it was named; nil is standard input.
  let path: String?
  let content: FileContent

  /// Octets of a report; beyond, it is something else.
  static let maximumReport = 16 << 20

  init(_ path: String?) throws(Errno) {
    self.path = path
    let descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? dup(STDIN_FILENO)
    guard descriptor >= 0 else { throw .last }
    var info = stat()
    let isFile = fstat(descriptor, &info) == 0 && info.st_mode & S_IFMT == S_IFREG
    if info.st_mode & S_IFMT == S_IFDIR {
      close(descriptor)
      throw Errno(code: EISDIR)
    }
    content = try FileContent(
      taking: isFile && lseek(descriptor, 0, SEEK_CUR) == 0 ? descriptor : try Self.spooled(descriptor),
      atMost: .max - 1)
  }

  /// For tests and fuzzing.
  init(octets: [UInt8]) {
    path = nil
    content = FileContent(octets)
  }

  /// A copy that is in no folder. Takes `source`.
  private static func spooled(_ source: Int32) throws(Errno) -> Int32 {
    defer { close(source) }
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(folder)/maildnscheck-XXXXXX".utf8CString)
    let copy = mkstemp(&template)
    guard copy >= 0 else { throw .last }
    unlink(template)
    var buffer = [UInt8](repeating: 0, count: 1 << 17)
    while true {
      let count = read(source, &buffer, buffer.count)
      if count == 0 { break }
      if count < 0, errno == EINTR { continue }
      guard count > 0, write(copy, &buffer, count) == count else {
        let error = count > 0 && errno == 0 ? Errno(code: ENOSPC) : Errno.last
        close(copy)
        throw error
      }
    }
    lseek(copy, 0, SEEK_SET)
    return copy
  }

  var octets: UnsafeRawBufferPointer { content.octets }

  /// The report at `mark`, read; nil where what it says of an area is no JSON after all.
  func snapshot(_ mark: ReportMark) -> DomainSnapshot? {
    (try? SnapshotReader.snapshot(of: octets, at: mark.offset)) ?? nil
  }

  /// Whether every line is a report of its own.
  var isLines: Bool {
    var scanner = JSONScanner(octets, at: start)
    guard scanner.next() == UInt8(ascii: "{") else { return scanner.next() != UInt8(ascii: "[") }
    let first = scanner.index
    let end = lineEnd(from: first)
    var line = JSONScanner(UnsafeRawBufferPointer(rebasing: octets[first..<end]))
    // A line that can't be read is one of many, or the first line of an object that has several.
    return (try? line.skip()) != nil || octets[first..<end].dropFirst().contains { !$0.isWhitespace }
  }

  /// Behind a byte order mark.
  private var start: Int { octets.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Pieces that end with a line, for `RunPiece`; one where objects have several lines.
  var pieces: RunPieces { RunPieces(file: self, isLines: isLines, position: start) }

  fileprivate func lineEnd(from index: Int) -> Int {
    guard let base = octets.baseAddress, index < octets.count,
      let found = memchr(base + index, Int32(UInt8(ascii: "\n")), octets.count - index)
    else { return octets.count }
    return base.distance(to: UnsafeRawPointer(found))
  }
}

/// The pieces of a file, one after the other.
struct RunPieces {
  fileprivate let file: RunFile
  fileprivate let isLines: Bool
  fileprivate var position: Int
  private static let size = 2 << 20

  mutating func next() -> RunPiece? {
    guard position < file.octets.count else { return nil }
    let start = position
    guard isLines else {
      position = file.octets.count
      return RunPiece(file: file, range: start..<position, isLines: false)
    }
    position = min(file.lineEnd(from: min(start + Self.size, file.octets.count)) + 1, file.octets.count)
    return RunPiece(file: file, range: start..<position, isLines: true)
  }
}
