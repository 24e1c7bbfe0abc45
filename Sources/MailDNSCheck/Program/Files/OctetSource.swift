import Glibc

/// The octets of a file or of standard input, piece by piece, so that a file can be larger than memory.
final class OctetSource {
  private let descriptor: Int32
  private let isOwned: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)

  /// Nil is standard input. Throws where the file can't be opened.
  init(_ path: String?) throws(Errno) {
    isOwned = path != nil
    descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? STDIN_FILENO
    guard descriptor >= 0 else { throw .last }
  }

  deinit { if isOwned, descriptor >= 0 { close(descriptor) } }

  /// The next piece; empty at the end.
  func next() throws(Errno) -> ArraySlice<UInt8> {
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count >= 0 { return buffer[..<count] }
      if errno != EINTR { throw .last }
    }
  }
}
