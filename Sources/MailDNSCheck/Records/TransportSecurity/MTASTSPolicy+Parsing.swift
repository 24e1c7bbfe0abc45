extension MTASTSPolicy {
  /// Reads a policy: lines of `key: value` that end in LF or CRLF. Keys that nobody knows are passed over, and of a key that
  /// comes again, but for `mx`, the first one counts (RFC 8461 §3.2).
  init(parsing octets: [UInt8]) throws(MTASTSPolicyError) {
    guard octets.count <= Self.maximumSize else { throw MTASTSPolicyError(reason: .tooLarge) }
    var version = false
    var mode: Mode?
    var maximumAge: UInt32?
    var patterns: [MXPattern] = []
    var emptyLines: [Int] = []
    var lines = octets.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What stands behind the last line's end.
    if lines.last?.isEmpty == true { lines.removeLast() }
    if lines.isEmpty { throw MTASTSPolicyError(reason: .empty) }
    for (index, text) in lines.enumerated() {
      let number = index + 1
      let line = text.last == UInt8(ascii: "\r") ? text.dropLast() : text
      if line.allSatisfy(\.isSpaceOrTab) {
        emptyLines.append(number)
        continue
      }
      let (key, value) = try Self.field(line, number)
      switch key {
      case "version" where !version:
        guard value.elementsEqual("STSv1".utf8) else {
          throw MTASTSPolicyError(reason: .badVersion(Array(value)), line: number)
        }
        version = true
      case "mode" where mode == nil:
        guard let found = Mode(rawValue: String(decoding: value, as: UTF8.self)) else {
          throw MTASTSPolicyError(reason: .badMode(Array(value)), line: number)
        }
        mode = found
      case "max_age" where maximumAge == nil:
        guard value.count <= 10, value.allSatisfy(\.isDigit),
          let found = UInt32(String(decoding: value, as: UTF8.self)), found <= Self.longestAge
        else { throw MTASTSPolicyError(reason: .badMaximumAge(Array(value)), line: number) }
        maximumAge = found
      case "mx":
        guard let pattern = MXPattern(value) else {
          throw MTASTSPolicyError(reason: .badPattern(Array(value)), line: number)
        }
        patterns.append(pattern)
      default: break
      }
    }
    guard version else { throw MTASTSPolicyError(reason: .missing(key: "version")) }
    guard let mode else { throw MTASTSPolicyError(reason: .missing(key: "mode")) }
    guard let maximumAge else { throw MTASTSPolicyError(reason: .missing(key: "max_age")) }
    guard !patterns.isEmpty || mode == .none else { throw MTASTSPolicyError(reason: .noPattern) }
    self.mode = mode
    self.maximumAge = maximumAge
    self.patterns = patterns.uniqued
    self.emptyLines = emptyLines
  }

  private static func field(
    _ line: ArraySlice<UInt8>, _ number: Int
  ) throws(MTASTSPolicyError) -> (key: String, value: ArraySlice<UInt8>) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else {
      throw MTASTSPolicyError(reason: .noKey(Array(line)), line: number)
    }
    let key = line[..<colon]
    let isKey =
      !key.isEmpty
      && key.allSatisfy { $0.isLetterDigitHyphen || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") }
    guard isKey else { throw MTASTSPolicyError(reason: .noKey(Array(line)), line: number) }
    let name = String(decoding: key, as: UTF8.self)
    let value = line[(colon + 1)...].trimmingWhitespace
    // Extensions may have any character of Unicode, but none that acts.
    guard value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
      throw MTASTSPolicyError(reason: .badValue(key: name), line: number)
    }
    return (name, value)
  }
}
