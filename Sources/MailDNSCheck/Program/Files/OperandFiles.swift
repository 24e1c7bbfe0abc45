import Glibc

/// The files that operands name: a file itself, and every file below a folder, in the order of their names.
enum OperandFiles {
  static let maximumDepth = 32
  static let maximumFiles = 1_000_000

  struct Item {
    /// Nil for standard input.
    let path: String?
    /// The folder in which it was found; nil where it was named itself: what is of another kind is then an error.
    let folder: String?

    var isNamed: Bool { folder == nil }
  }

  static func list(_ operand: String) throws(Errno) -> [Item] {
    if operand == "-" { return [Item(path: nil, folder: nil)] }
    var info = stat()
    guard stat(operand, &info) == 0 else { throw .last }
    guard info.st_mode & S_IFMT == S_IFDIR else { return [Item(path: operand, folder: nil)] }
    var found: [Item] = []
    try walk(operand, of: operand, depth: 0, &found)
    return found
  }

  /// Links are not followed: they may lead round in circles, or out of the folder.
  private static func walk(_ path: String, of operand: String, depth: Int, _ found: inout [Item])
    throws(Errno)
  {
    guard depth < maximumDepth, let folder = opendir(path) else {
      if depth == 0 { throw .last }
      return
    }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    closedir(folder)
    for name in names.sorted() {
      let inner = path.hasSuffix("/") ? path + name : path + "/" + name
      var info = stat()
      guard found.count < maximumFiles else { continue }
      guard lstat(inner, &info) == 0 else {
        // Its name is not in UTF-8, or it has just gone: whoever reads it finds out, and says so.
        found.append(Item(path: inner, folder: operand))
        continue
      }
      switch info.st_mode & S_IFMT {
      case S_IFDIR: try walk(inner, of: operand, depth: depth + 1, &found)
      case S_IFREG: found.append(Item(path: inner, folder: operand))
      default: break
      }
    }
  }
}
