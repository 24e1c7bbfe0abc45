import Glibc

/// An error number of the operating system.
struct Errno: Error, Hashable, Sendable {
  let code: Int32

  /// The error of the system call that has just failed on this thread.
  static var last: Errno { Errno(code: errno) }
}

extension Errno: CustomStringConvertible {
  /// The system's own words, in English: the C locale is never left.
  var description: String {
    var buffer = [CChar](repeating: 0, count: 128)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "error \(code)" }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}
