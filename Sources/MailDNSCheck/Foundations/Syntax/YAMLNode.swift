/// A value of a YAML file, and where in the file it stands.
struct YAMLNode: Sendable {
  /// Of its first sign, or of what leads to it where it is empty.
  let place: FilePlace
  let value: Value
  /// A tag that this program makes nothing of, `!include`; nil where there is none.
  var tag: String?

  indirect enum Value: Sendable {
    case scalar(YAMLScalar)
    case sequence([YAMLNode])
    /// In the order of the file. A key may be there more than once: most programs take the last.
    case mapping([YAMLEntry])
  }

  var scalar: YAMLScalar? {
    guard case .scalar(let scalar) = value, tag == nil else { return nil }
    return scalar
  }

  /// Scalars and collections in it, itself one of them.
  var weight: Int {
    switch value {
    case .scalar: 1
    case .sequence(let nodes): nodes.reduce(1) { $0 + $1.weight }
    case .mapping(let entries): entries.reduce(1) { $0 + 1 + $1.value.weight }
    }
  }
}

/// A key of a mapping and what belongs to it.
struct YAMLEntry: Sendable {
  let key: YAMLScalar
  /// Of the key.
  let place: FilePlace
  let value: YAMLNode
  /// Whether it comes out of another mapping, by the key `<<`.
  var isMerged = false
}

/// A text, and whether it is one to programs that tell texts from numbers.
struct YAMLScalar: Hashable, Sendable {
  let text: String
  /// Without quotation marks, and neither in lines below `|` or `>` nor with the tag `!!str`.
  let isPlain: Bool

  /// Whether PyYAML makes nothing of it (YAML 1.1, https://yaml.org/type/null.html).
  var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

  /// Whether PyYAML makes a text of it, and no number, truth value, date or nothing (YAML 1.1, https://yaml.org/type/).
  var isText: Bool {
    guard isPlain else { return true }
    let octets = Array(text.utf8)[...]
    return !isNull && !Self.words.contains(text) && !octets.isInteger && !octets.isReal && !octets.isDate
  }

  private static let words: Set<String> = [
    "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On",
    "ON", "off", "Off", "OFF", "=", "<<",
  ]
}

extension ArraySlice<UInt8> {
  /// `1`, `-1`, `010`, `0x10`, `0b1`, `1_000`, `12:30`.
  fileprivate var isInteger: Bool {
    let digits = withoutSign
    guard let first = digits.first, first.isDigit else { return false }
    if digits.startsIgnoringCase(with: "0x") {
      return digits.count > 2 && digits.dropFirst(2).allSatisfy { $0.isHexadecimalDigit || $0.isLowLine }
    }
    let parts = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.allSatisfy({ $0.isDigit || $0.isLowLine }) else {
      return digits.starts(with: [UInt8(ascii: "0"), UInt8(ascii: "b")])
        && digits.dropFirst(2).allSatisfy { $0.isDigit || $0.isLowLine }
    }
    return parts.dropFirst().allSatisfy { (1...2).contains($0.count) && $0.allSatisfy(\.isDigit) }
  }

  /// `1.10`, `.5`, `1.`, `1.5e+3`, `12:30.5`, `.inf`, `.nan`.
  fileprivate var isReal: Bool {
    let digits = withoutSign
    if digits.equalsIgnoringCase(".inf") || digits.equalsIgnoringCase(".nan") { return true }
    guard let dot = digits.firstIndex(of: UInt8(ascii: ".")) else { return false }
    let (whole, behind) = (digits[..<dot], digits[dot...].dropFirst())
    let isWhole = whole.allSatisfy { $0.isDigit || $0.isLowLine || $0 == UInt8(ascii: ":") }
    guard isWhole, !whole.isEmpty || behind.first?.isDigit == true else { return false }
    let exponent = behind.firstIndex { $0.asciiLowercased == UInt8(ascii: "e") } ?? behind.endIndex
    let tail = behind[exponent...].dropFirst()
    return behind[..<exponent].allSatisfy { $0.isDigit || $0.isLowLine }
      && (exponent == behind.endIndex
        || tail.count > 1 && tail.withoutSign.count == tail.count - 1
          && tail.withoutSign.allSatisfy(\.isDigit))
  }

  /// `2026-12-01`, and with a time behind it.
  fileprivate var isDate: Bool {
    let parts = prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count),
      parts[0].allSatisfy(\.isDigit), parts[1].allSatisfy(\.isDigit), parts[2].first?.isDigit == true
    else { return false }
    return allSatisfy { $0.isDigit || $0.isSpaceOrTab || "-:.+TtZ".utf8.contains($0) }
  }

  private var withoutSign: ArraySlice<UInt8> {
    first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? dropFirst() : self
  }
}

extension UInt8 {
  fileprivate var isLowLine: Bool { self == UInt8(ascii: "_") }
}
