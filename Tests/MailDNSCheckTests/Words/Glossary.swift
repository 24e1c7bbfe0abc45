import Foundation

@testable import MailDNSCheck

/// `docs/glossary.md`, and what it finds wrong in a Japanese text.
struct Glossary {
  /// What has another name.
  let forbidden: [String]
  /// Words that no blank sets off.
  let plainWords: Set<String>

  init() throws {
    let file = Self.root.appendingPathComponent("docs/glossary.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    let rows = lines.filter { $0.hasPrefix("| ") }.map { row in
      row.split(separator: "|", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
    }
    // The first row is the heading; an empty field stands before the first bar and behind the last.
    forbidden = rows.dropFirst().flatMap { row in
      row.count > 3 ? row[3].split(separator: "、").map(String.init) : []
    }
    plainWords = Set((lines.last ?? "").split(separator: "、").map(String.init))
  }

  /// The repository.
  static var root: URL {
    (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  }

  /// What the page does not allow.
  func faults(in text: String) -> [String] {
    var faults = forbidden.filter { text.contains($0) }
    if text.contains(where: { "（），．".contains($0) }) { faults.append("a fullwidth sign") }
    if text.replacing("空応答(void lookup)", with: "").contains("void lookup") { faults.append("void lookup") }
    let scalars = Array(text.unicodeScalars)
    for index in scalars.indices where scalars[index] == " " {
      var (start, end) = (index, index + 1)
      while start > 0, scalars[start - 1].isOfToken { start -= 1 }
      while end < scalars.count, scalars[end].isOfToken { end += 1 }
      let before = scalars[start..<index].drop { $0 == "(" }
      let after = scalars[(index + 1)..<end]
      if index > 0, scalars[index - 1].isJapanese {
        if after.first == "(" { faults.append("a blank before (") }
        if isPlain(after) { faults.append("a blank before \(Self.text(after))") }
      }
      if index + 1 < scalars.count, scalars[index + 1].isJapanese, isPlain(before) {
        faults.append("a blank behind \(Self.text(before))")
      }
    }
    return faults
  }

  /// Whether it is a word of the list, or a figure.
  private func isPlain(_ token: ArraySlice<Unicode.Scalar>) -> Bool {
    guard !token.isEmpty else { return false }
    return plainWords.contains(Self.text(token))
      || token.allSatisfy { (0x30...0x39).contains($0.value) || $0 == "," }
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }
}

extension Unicode.Scalar {
  /// Kana and kanji.
  var isJapanese: Bool { (0x3041...0x30FF).contains(value) || (0x3400...0x9FFF).contains(value) }

  /// Visible ASCII, and what stands for an interpolation in `SourceLiterals`.
  fileprivate var isOfToken: Bool { (0x21...0x7E).contains(value) || self == SourceLiterals.interpolation }
}
