import Foundation
import Glibc

/// What is allocated on the heap and not freed.
enum Heap {
  /// Whether a sanitizer watches this process.
  static var isSanitized: Bool { dlsym(nil, "__tsan_init") != nil || dlsym(nil, "__asan_init") != nil }

  /// Octets, as malloc_info() tells them; nil where that can't be understood.
  static var inUse: Int? {
    var text: UnsafeMutablePointer<CChar>?
    var size = 0
    guard let symbol = dlsym(nil, "malloc_info"), let stream = open_memstream(&text, &size) else {
      return nil
    }
    let write = unsafeBitCast(
      symbol, to: (@convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32).self)
    let result = write(0, stream)
    fclose(stream)
    defer { free(text) }
    guard result == 0, let text else { return nil }
    // The figures of the single arenas come first.
    let sum = String(cString: text).components(separatedBy: "</heap>").last ?? ""
    func figure(_ start: String) -> Int? {
      guard let range = sum.range(of: start), let size = sum[range.upperBound...].range(of: "size=\"") else {
        return nil
      }
      return Int(sum[size.upperBound...].prefix { $0.isNumber })
    }
    guard let system = figure("<system type=\"current\""), let fast = figure("<total type=\"fast\""),
      let rest = figure("<total type=\"rest\""), let mapped = figure("<total type=\"mmap\"")
    else { return nil }
    return system - fast - rest + mapped
  }
}
