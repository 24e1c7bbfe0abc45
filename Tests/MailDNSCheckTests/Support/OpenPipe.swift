import Foundation

/// A named pipe that stays open: whoever reads from it waits for more, and whoever writes to it until there is room.
final class OpenPipe: Sendable {
  private let directory: TemporaryDirectory
  let path: String
  /// For reading and writing.
  let descriptor: Int32

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path + "/pipe"
    guard mkfifo(path, 0o600) == 0 else { throw POSIXError(.EIO) }
    descriptor = open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { throw POSIXError(.EIO) }
  }

  deinit { close(descriptor) }

  /// Puts `text` into it, which must be no more than it has room for.
  func put(_ text: String) throws {
    let octets = Array(text.utf8)
    guard write(descriptor, octets, octets.count) == octets.count else { throw POSIXError(.EIO) }
  }

  /// Octets that nobody has read yet.
  var held: Int32 {
    var count: Int32 = 0
    _ = ioctl(descriptor, UInt(FIONREAD), &count)
    return count
  }
}
