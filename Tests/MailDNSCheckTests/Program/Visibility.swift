import Foundation

/// What a terminal, a log or a report must never get raw.
enum Visibility {
  /// What is wrong with `octets` as output: not UTF-8, control characters but newline, bidirectional and other invisible
  /// format characters, line and paragraph separators. Each kind once.
  static func violations(in octets: [UInt8]) -> [String] {
    guard let text = String(validating: octets, as: UTF8.self) else { return ["not UTF-8"] }
    return violations(in: text, except: ["\n"])
  }

  static func violations(in text: String, except allowed: Set<Unicode.Scalar> = []) -> [String] {
    let bad: Set<Unicode.GeneralCategory> = [.control, .format, .lineSeparator, .paragraphSeparator]
    let found = text.unicodeScalars.filter {
      bad.contains($0.properties.generalCategory) && !allowed.contains($0)
    }
    return Set(found.map { "U+\(String($0.value, radix: 16))" }).sorted()
  }

  /// The same for every string in a JSON document, keys included.
  static func violations(inJSON octets: [UInt8]) throws -> [String] {
    var all: Set<String> = []
    var rest: [Any] = [try JSONSerialization.jsonObject(with: Data(octets))]
    while let value = rest.popLast() {
      switch value {
      case let text as String: all.formUnion(violations(in: text))
      case let list as [Any]: rest += list
      case let object as [String: Any]:
        rest += object.keys.map { $0 as Any }
        rest += object.values
      default: break
      }
    }
    return all.sorted()
  }
}
