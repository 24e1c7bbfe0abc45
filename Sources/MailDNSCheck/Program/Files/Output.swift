import Glibc

/// Where a report goes: standard output, or a file that gets its name only when it is whole.
final class Output: Sendable {
  private let descriptor: Int32
  private let file: File?
  /// Whether it keeps what is written however the run ends, and so must not end in half a line.
  private let isContinued: Bool

  /// A file that has no name yet.
  private struct File {
    let path: String
    let temporary: String
    /// Whether it takes the place of no other.
    let isNew: Bool
  }

  static let standard = Output(descriptor: STDOUT_FILENO, file: nil)

  private init(descriptor: Int32, file: File?, isContinued: Bool = false) {
    self.descriptor = descriptor
    self.file = file
    self.isContinued = isContinued
  }

  /// Standard output where `path` is nil. Throws where the file can't be created beside its final place; with `isNew`, also
  /// where there is one already.
  static func open(_ path: String?, isNew: Bool = false) throws(FileTarget.Failure) -> Output {
    guard let path else { return .standard }
    var info = stat()
    let isPresent = stat(path, &info) == 0
    if isPresent, info.isStandardOutput { return .standard }
    let place = try FileTarget(path)
    // What is no regular file (a pipe, a terminal) has no place that a new file could take.
    if isPresent, info.st_mode & S_IFMT != S_IFREG {
      // By its own path: links of /proc lead to pipes, but do not say where.
      let descriptor = Glibc.open(path, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw .system(.last) }
      return Output(descriptor: descriptor, file: nil)
    }
    if isNew, isPresent { throw .present }
    let temporary = place.path + ".XXXXXX"
    var template = Array(temporary.utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .system(.last) }
    let name = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    Termination.addUnfinishedFile(name)
    let mask = umask(0)
    umask(mask)
    if let present = place.present {
      // Whoever could not read the old report is not to read the new one. Not everybody may give a file away.
      if present.owner != geteuid() || present.group != getegid() {
        _ = fchown(descriptor, present.owner, present.group)
      }
      fchmod(descriptor, present.mode)
    } else {
      fchmod(descriptor, 0o666 & ~mask)
    }
    return Output(
      descriptor: descriptor, file: File(path: place.path, temporary: name, isNew: isNew))
  }

  /// A file that is written behind what it holds, and keeps what is written however the run ends.
  static func open(continuing path: String) throws(FileTarget.Failure) -> Output {
    let place = try FileTarget(path)
    let descriptor = Glibc.open(place.path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { throw .system(.last) }
    return Output(descriptor: descriptor, file: nil, isContinued: true)
  }

  /// What people are written to in: their locale's encoding. Set once, at the beginning.
  static let encodingForPeople = Guarded(OutputEncoding.utf8)

  /// Whether it gets its name only when it is whole.
  var isNamedAtEnd: Bool { file != nil }

  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// Columns of the terminal; nil where there is none.
  var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Rows of the terminal; nil where there is none.
  var rows: Int? {
    var size = winsize()
    guard isTerminal, ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 else { return nil }
    return Int(size.ws_row)
  }

  /// Writes all of `text`: what people read in the encoding of their locale. Where nobody reads on, the program ends as
  /// SIGPIPE would have it.
  func write(_ text: String, isForPeople: Bool = false) throws(Errno) {
    try write(Self.octets(of: text, isForPeople: isForPeople))
  }

  /// `text` as it is written.
  static func octets(of text: String, isForPeople: Bool) -> [UInt8] {
    let encoding = isForPeople ? encodingForPeople.withLock { $0 } : .utf8
    return encoding.octets(of: text)
  }

  /// Writes all of `octets` as they are.
  func write(_ octets: [UInt8]) throws(Errno) {
    WaitingLine.interrupt()
    var rest = octets[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        Termination.die(by: SIGPIPE)
      } else if errno == EAGAIN {
        // Whoever shares the descriptor has made it non-blocking.
        var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        poll(&ready, 1, -1)
      } else if errno != EINTR {
        let error = Errno.last
        takeBack(octets.count - rest.count)
        throw error
      }
    }
  }

  /// Cuts off the part of a text for the whole of which there was no room.
  private func takeBack(_ count: Int) {
    guard isContinued, count > 0 else { return }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return }
    _ = ftruncate(descriptor, info.st_size - off_t(count))
  }

  /// Gives the file its name.
  func finish() throws(Errno) {
    guard let file else { return }
    guard fsync(descriptor) == 0 || errno == EINVAL else { throw .last }
    if file.isNew, link(file.temporary, file.path) == 0 {
      unlink(file.temporary)
    } else if file.isNew, errno == EEXIST {
      throw .last
    } else {
      // Also for a file system without links.
      guard rename(file.temporary, file.path) == 0 else { throw .last }
    }
    Termination.forgetUnfinishedFile(file.temporary)
  }
}

extension stat {
  /// Whether it is the very file that standard output is, such as `/dev/stdout`.
  fileprivate var isStandardOutput: Bool {
    var other = stat()
    return fstat(STDOUT_FILENO, &other) == 0 && other.st_dev == st_dev && other.st_ino == st_ino
  }
}

/// Standard error, for what is not part of the report.
enum Diagnostics {
  /// Writes one line that begins with the program's name.
  static func complain(_ wording: Wording, _ language: Language) {
    let text = "maildnscheck: \(wording[language])\n"
    var line = Output.encodingForPeople.withLock { $0 }.octets(of: text)[...]
    WaitingLine.interrupt()
    while !line.isEmpty {
      let count = line.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      line = line.dropFirst(count)
    }
  }
}
