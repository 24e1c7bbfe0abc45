import Foundation
import Testing

/// Compares `text` with the file `Golden/<name>` beside the calling test.
///
/// With UPDATE_GOLDEN=1 in the environment the file is written anew, and the test fails all the same: look at the change,
/// then run again.
func expectGolden(
  _ text: String, _ name: String, file: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let golden = URL(fileURLWithPath: file).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
  let isUpdate = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"
  if let complaint = compareGolden(text, with: golden, isUpdate: isUpdate) {
    Issue.record("\(complaint)", sourceLocation: sourceLocation)
  }
}

/// What is wrong with `text` as against the file; nil where they are equal and nothing was to be written.
func compareGolden(_ text: String, with golden: URL, isUpdate: Bool) -> String? {
  if isUpdate {
    do {
      try FileManager.default.createDirectory(
        at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: golden)
      return "\(golden.path) was written anew"
    } catch {
      return "\(golden.path) cannot be written: \(error)"
    }
  }
  guard let expected = try? String(decoding: Data(contentsOf: golden), as: UTF8.self) else {
    return "\(golden.path) is missing; UPDATE_GOLDEN=1 writes it"
  }
  guard text.utf8.elementsEqual(expected.utf8) else {
    return """
      differs from \(golden.lastPathComponent) (- expected, + is):
      \(lineDifference(from: expected, to: text))
      """
  }
  return nil
}

/// The lines that differ, each with its number in the text it belongs to; the removed ones before the added ones.
func lineDifference(from old: String, to new: String) -> String {
  let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
  let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
  let changes = newLines.difference(from: oldLines).map { change in
    switch change {
    case .remove(let offset, let line, _): (offset, 0, "-\(offset + 1): \(line.debugDescription)")
    case .insert(let offset, let line, _): (offset, 1, "+\(offset + 1): \(line.debugDescription)")
    }
  }
  return changes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2).joined(separator: "\n")
}
