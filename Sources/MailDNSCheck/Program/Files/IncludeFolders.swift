import Glibc

/// The files that a zone file may include: those below its own folder, and below the folders that the user named.
struct IncludeFolders: IncludedFiles {
  /// Without links, each with a final slash.
  private let folders: [String]
  /// As the user named them.
  private let named: [String]

  /// `file` is the zone file; nil for standard input, which has no folder.
  init(file: String?, named: [String]) {
    self.named = named
    let own = file.flatMap { Self.resolved($0) }.map { Self.folder(of: $0) }
    folders = ([own] + named.map { Self.resolved($0) }).compactMap(\.self).map {
      $0.hasSuffix("/") ? $0 : $0 + "/"
    }
  }

  func file(_ name: String, from path: String) throws(IncludeFailure) -> (path: String, content: FileContent)
  {
    guard !name.isEmpty, !name.utf8.contains(0) else { throw .outside }
    let candidates = name.hasPrefix("/") ? [name] : ([Self.folder(of: path)] + named).map { $0 + "/" + name }
    for candidate in candidates {
      guard let real = Self.resolved(candidate) else { continue }
      // What a link leads to counts, not where the link stands.
      guard folders.contains(where: { real.hasPrefix($0) }) else { throw .outside }
      return (candidate, try Self.content(of: real))
    }
    // Whether there is such a file elsewhere is not looked at.
    throw candidates.contains(where: isInside) ? .unreadable(Errno(code: ENOENT)) : .outside
  }

  /// Whether a path where nothing is leads into one of the folders.
  private func isInside(_ path: String) -> Bool {
    var folder = Self.folder(of: path)
    while Self.resolved(folder) == nil, folder != "/", folder != "." { folder = Self.folder(of: folder) }
    guard let real = Self.resolved(folder) else { return false }
    return folders.contains { (real + "/").hasPrefix($0) || $0 == "/" }
  }

  private static func content(of path: String) throws(IncludeFailure) -> FileContent {
    // A pipe must not be waited for, nor a link followed that has come in the meantime.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { throw .unreadable(.last) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .unreadable(Errno(code: EINVAL))
    }
    do throws(Errno) { return try FileContent(taking: descriptor, atMost: ZoneFile.maximumSize) } catch {
      throw .unreadable(error)
    }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The path without links, dots and the like; nil where nothing is there.
  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
