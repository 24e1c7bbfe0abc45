import Foundation
import Glibc

/// What a process holds of the system at a moment, as /proc counts it.
struct ProcessSample: Equatable, Sendable {
  /// Open ones.
  let descriptors: Int
  let threads: Int
  /// Octets of memory that are in use and resident.
  let resident: Int

  /// Nil where there is no such process (any more), or somebody else's.
  init?(of process: pid_t = getpid()) {
    let folder = "/proc/\(process)"
    guard let descriptors = try? FileManager.default.contentsOfDirectory(atPath: folder + "/fd").count,
      let threads = try? FileManager.default.contentsOfDirectory(atPath: folder + "/task").count,
      let figures = try? String(contentsOfFile: folder + "/statm", encoding: .ascii).split(separator: " "),
      figures.count > 1, let pages = Int(figures[1])
    else { return nil }
    self.descriptors = descriptors
    self.threads = threads
    resident = pages * Int(getpagesize())
  }
}

extension Int {
  /// Of octets.
  var megabytes: Double { Double(self) / 1_048_576 }
}
