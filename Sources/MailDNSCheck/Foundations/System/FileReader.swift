import Glibc

enum FileReader {
  /// The octets of the file at `path`, at most `maximum` and one more, so that a larger file shows as such.
  static func contents(of path: String, atMost maximum: Int) throws(Errno) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    return try contents(of: descriptor, atMost: maximum)
  }

  /// The same from an open file, from where it stands.
  static func contents(of descriptor: Int32, atMost maximum: Int) throws(Errno) -> [UInt8] {
    var octets: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while octets.count <= maximum {
      let count = read(descriptor, &buffer, buffer.count)
      if count == 0 { break }
      if count > 0 {
        octets.append(contentsOf: buffer[..<count])
      } else if errno != EINTR {
        throw .last
      }
    }
    return octets
  }
}
