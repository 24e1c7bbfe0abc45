import CResolv
import Glibc

/// The octets of a file: a copy of a small one or of a pipe, a mapping of a large one, which stays where it is.
///
/// A mapped file may be changed or cut by others while it is read. Nothing traps then (`MappingGuard.h`), but what was read
/// can't be trusted: `isIntact` tells.
final class FileContent: @unchecked Sendable {
  // Sendable by hand: what `octets` points to is never written, and lives as long as this.
  let octets: UnsafeRawBufferPointer
  private let mapping: Mapping?

  private struct Mapping {
    let descriptor: Int32
    let guardNumber: Int32
    let stamp: Stamp
  }

  /// What changes when somebody writes to a file.
  private struct Stamp: Equatable {
    let size: Int
    let written: SIMD2<Int>
    let changed: SIMD2<Int>

    init?(_ descriptor: Int32) {
      var info = stat()
      guard fstat(descriptor, &info) == 0 else { return nil }
      size = Int(info.st_size)
      written = [info.st_mtim.tv_sec, info.st_mtim.tv_nsec]
      changed = [info.st_ctim.tv_sec, info.st_ctim.tv_nsec]
    }
  }

  /// From so many octets on a file is mapped.
  static let leastMapped = 4 << 20

  /// A copy of `octets`.
  init(_ octets: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: octets.count, alignment: 1)
    copy.copyBytes(from: octets)
    self.octets = UnsafeRawBufferPointer(copy)
    mapping = nil
  }

  private init(_ octets: UnsafeRawBufferPointer, _ mapping: Mapping) {
    self.octets = octets
    self.mapping = mapping
  }

  deinit {
    guard let mapping else {
      octets.deallocate()
      return
    }
    mapping_guard_remove(mapping.guardNumber)
    munmap(UnsafeMutableRawPointer(mutating: octets.baseAddress), octets.count)
    close(mapping.descriptor)
  }

  /// The file at `path`, at most `maximum` octets and one more, so that a larger one shows as such; nil is standard input.
  convenience init(of path: String?, atMost maximum: Int) throws(Errno) {
    let descriptor = path.map { open($0, O_RDONLY | O_CLOEXEC) } ?? dup(STDIN_FILENO)
    guard descriptor >= 0 else { throw .last }
    try self.init(taking: descriptor, atMost: maximum)
  }

  /// The same from a descriptor, which is closed, now or with this.
  convenience init(taking descriptor: Int32, atMost maximum: Int) throws(Errno) {
    if let (octets, mapping) = Self.map(descriptor, atMost: maximum) {
      self.init(octets, mapping)
      return
    }
    defer { close(descriptor) }
    self.init(try FileReader.contents(of: descriptor, atMost: maximum))
  }

  private static func map(
    _ descriptor: Int32, atMost maximum: Int
  ) -> (UnsafeRawBufferPointer, Mapping)? {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG,
      lseek(descriptor, 0, SEEK_CUR) == 0, let stamp = Stamp(descriptor),
      stamp.size >= leastMapped, stamp.size <= maximum,
      let start = mmap(nil, stamp.size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
    else { return nil }
    let number = mapping_guard_add(start, stamp.size)
    guard number >= 0 else {
      munmap(start, stamp.size)
      return nil
    }
    madvise(start, stamp.size, MADV_SEQUENTIAL)
    return (
      UnsafeRawBufferPointer(start: start, count: stamp.size),
      Mapping(descriptor: descriptor, guardNumber: number, stamp: stamp)
    )
  }

  /// Whether the octets still are what they were when the file was opened.
  var isIntact: Bool {
    guard let mapping else { return true }
    return mapping_guard_is_broken(mapping.guardNumber) == 0 && Stamp(mapping.descriptor) == mapping.stamp
  }

  /// Gives the memory back in which the pages of `range` lie. Read again, they come from the file.
  func release(_ range: Range<Int>) {
    guard mapping != nil, let base = octets.baseAddress else { return }
    let page = 65_536
    let (lower, upper) = (range.lowerBound / page * page, range.upperBound / page * page)
    guard lower < upper else { return }
    madvise(UnsafeMutableRawPointer(mutating: base + lower), upper - lower, MADV_DONTNEED)
  }
}
