import Glibc

/// The file that a path leads to. What is written is the file, not a symbolic link to it.
struct FileTarget: Hashable, Sendable {
  /// Without a symbolic link in its last component.
  let path: String
  /// The permissions and owner of the file; nil where there is none yet.
  let present: Present?
  private let identity: Identity

  struct Present: Hashable, Sendable {
    let isRegular: Bool
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
  }

  /// What tells one file from another, however its path is spelt.
  private enum Identity: Hashable {
    case file(device: dev_t, node: ino_t)
    case none(directoryDevice: dev_t, directoryNode: ino_t, name: String)
  }

  private static let maximumLinks = 16

  /// Follows links from `path` on. Throws EACCES for one that somebody else has put into a directory where everybody may, as
  /// the kernel does with fs.protected_symlinks, and whatever error the system has for the rest of the path.
  init(_ path: String) throws(Errno) {
    var place = path
    var links = 0
    var info = stat()
    while lstat(place, &info) == 0, info.st_mode & S_IFMT == S_IFLNK {
      links += 1
      guard links <= Self.maximumLinks else { throw Errno(code: ELOOP) }
      let directory = try Self.information(on: Self.directory(of: place))
      let isSafe =
        directory.st_mode & S_IWOTH == 0 || info.st_uid == geteuid() || info.st_uid == directory.st_uid
      guard isSafe else { throw Errno(code: EACCES) }
      let target = try Self.target(of: place)
      place = target.hasPrefix("/") ? target : Self.directory(of: place) + "/" + target
    }
    self.path = place
    if lstat(place, &info) == 0 {
      identity = .file(device: info.st_dev, node: info.st_ino)
      present = Present(
        isRegular: info.st_mode & S_IFMT == S_IFREG, mode: info.st_mode & 0o7777, owner: info.st_uid,
        group: info.st_gid)
    } else {
      let directory = try Self.information(on: Self.directory(of: place))
      let name = String(place.split(separator: "/", omittingEmptySubsequences: true).last ?? "")
      identity = .none(directoryDevice: directory.st_dev, directoryNode: directory.st_ino, name: name)
      present = nil
    }
  }

  /// Whether a new file may take the place: it is free, or a regular file and no pipe or terminal.
  var isReplaceable: Bool { present?.isRegular ?? true }

  static func == (left: FileTarget, right: FileTarget) -> Bool { left.identity == right.identity }
  func hash(into hasher: inout Hasher) { hasher.combine(identity) }

  private static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func information(on path: String) throws(Errno) -> stat {
    var info = stat()
    guard stat(path, &info) == 0 else { throw .last }
    return info
  }

  private static func target(of link: String) throws(Errno) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(link, &buffer, buffer.count)
    guard count > 0 else { throw .last }
    return String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
