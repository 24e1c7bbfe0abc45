import Glibc

/// The file that a path leads to, to be written. What is written is the file, not a symbolic link to it.
struct FileTarget: Sendable {
  /// Without a symbolic link in its last component.
  let path: String
  /// The permissions and owner of the file; nil where there is none yet.
  let present: Present?
  private let identity: Identity

  struct Present: Sendable {
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
  }

  /// What tells one file from another, however its path is spelt.
  enum Identity: Hashable, Sendable {
    case file(device: dev_t, node: ino_t)
    case none(directoryDevice: dev_t, directoryNode: ino_t, name: String)
  }

  /// Why a path leads to no file that may be written.
  enum Failure: Error {
    case system(Errno)
    /// To one that is there, where one was to be made.
    case present
    /// By a symbolic link that somebody else has put into a directory where everybody may.
    case foreignLink
  }

  private static let maximumLinks = 16

  /// Follows links from `path` on, but for those that the kernel does not follow with fs.protected_symlinks; throws also
  /// whatever error the system has for the rest of the path.
  init(_ path: String) throws(Failure) {
    var place = path
    var links = 0
    var info = stat()
    try Self.refuseForeignLinks(in: place)
    while lstat(place, &info) == 0, info.st_mode & S_IFMT == S_IFLNK {
      links += 1
      guard links <= Self.maximumLinks else { throw .system(Errno(code: ELOOP)) }
      let target = try Self.target(of: place)
      place = target.hasPrefix("/") ? target : Self.directory(of: place) + "/" + target
      try Self.refuseForeignLinks(in: place)
    }
    self.path = place
    if lstat(place, &info) == 0 {
      identity = .file(device: info.st_dev, node: info.st_ino)
      present = Present(mode: info.st_mode & 0o7777, owner: info.st_uid, group: info.st_gid)
    } else {
      let directory = try Self.information(on: Self.directory(of: place))
      let name = String(place.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
      identity = .none(directoryDevice: directory.st_dev, directoryNode: directory.st_ino, name: name)
      present = nil
    }
  }

  /// Throws where `path`, or a directory on the way to it, is a link by somebody else in a directory where everybody may
  /// write.
  private static func refuseForeignLinks(in path: String) throws(Failure) {
    let ends = path.indices.dropFirst().filter { path[$0] == "/" } + [path.endIndex]
    for component in ends.map({ String(path[..<$0]) }) {
      var link = stat()
      guard lstat(component, &link) == 0, link.st_mode & S_IFMT == S_IFLNK else { continue }
      let directory = try information(on: directory(of: component))
      let isSafe =
        directory.st_mode & S_IWOTH == 0 || link.st_uid == geteuid() || link.st_uid == directory.st_uid
      guard isSafe else { throw .foreignLink }
    }
  }

  /// Nil for a path that leads nowhere, and for a terminal or the like, which loses nothing.
  static func identity(of path: String) -> Identity? {
    var info = stat()
    guard stat(path, &info) == 0 else { return (try? FileTarget(path))?.identity }
    return identity(info)
  }

  /// That of what is open; nil where nothing is, and for a terminal or the like.
  static func identity(of descriptor: Int32) -> Identity? {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? identity(info) : nil
  }

  private static func identity(_ info: stat) -> Identity? {
    info.st_mode & S_IFMT == S_IFCHR ? nil : .file(device: info.st_dev, node: info.st_ino)
  }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func information(on path: String) throws(Failure) -> stat {
    var info = stat()
    guard stat(path, &info) == 0 else { throw .system(.last) }
    return info
  }

  private static func target(of link: String) throws(Failure) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { throw .system(.last) }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension FileTarget {
  /// Takes away the regular file that `path` leads to, if there is one that may be written.
  static func removeRegularFile(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0, info.st_mode & S_IFMT == S_IFREG, let target = try? FileTarget(path) else {
      return
    }
    unlink(target.path)
  }
}

extension FileTarget.Failure {
  /// The error of a run for which `path` is the file; `other` makes it of the system's.
  func programError(_ path: String?, _ other: (Errno) -> ProgramError) -> ProgramError {
    switch self {
    case .system(let error): other(error)
    case .present: .alreadyThere(path: path ?? "-")
    case .foreignLink: .foreignLink(path: path ?? "-")
    }
  }
}
