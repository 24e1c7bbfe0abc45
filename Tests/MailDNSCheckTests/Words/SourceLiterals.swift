import Foundation

/// The string literals of a Swift source: some words are made deep within the program, where no test can ask for all of them.
struct SourceLiterals {
  /// What stands for a value within a literal.
  static let interpolation: Unicode.Scalar = "\u{FFFC}"

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var line = 1
  private var found: [(line: Int, text: String)] = []

  private init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// All of them, with the line on which each begins.
  static func all(in source: String) -> [(line: Int, text: String)] {
    var scanner = SourceLiterals(source)
    scanner.scan()
    return scanner.found
  }

  private mutating func scan() {
    while index < scalars.count {
      switch scalars[index] {
      case "/" where starts(with: "//"):
        while index < scalars.count, scalars[index] != "\n" { skip(1) }
      case "#" where starts(with: "#\""):
        skip(2)
        while index < scalars.count, !starts(with: "\"#") { skip(1) }
        skip(2)
      case "\"": readLiteral()
      default: skip(1)
      }
    }
  }

  private mutating func readLiteral() {
    let start = line
    let isMultiline = starts(with: "\"\"\"")
    let quotes = isMultiline ? 3 : 1
    var text = String.UnicodeScalarView()
    skip(quotes)
    while index < scalars.count {
      if isMultiline ? starts(with: "\"\"\"") : scalars[index] == "\"" { break }
      guard scalars[index] == "\\", index + 1 < scalars.count else {
        text.append(scalars[index])
        skip(1)
        continue
      }
      let escaped = scalars[index + 1]
      skip(2)
      if escaped == "(" {
        skipInterpolation()
        text.append(Self.interpolation)
      } else if escaped == "\n" {
        while index < scalars.count, scalars[index] == " " { skip(1) }
      } else {
        text.append(escaped)
      }
    }
    skip(quotes)
    found.append((start, String(text)))
  }

  /// Literals within it are literals too.
  private mutating func skipInterpolation() {
    var depth = 1
    while index < scalars.count, depth > 0 {
      if scalars[index] == "\"" {
        readLiteral()
        continue
      }
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      skip(1)
    }
  }

  private func starts(with text: String) -> Bool { scalars[index...].starts(with: text.unicodeScalars) }

  private mutating func skip(_ count: Int) {
    for _ in 0..<count where index < scalars.count {
      if scalars[index] == "\n" { line += 1 }
      index += 1
    }
  }
}
