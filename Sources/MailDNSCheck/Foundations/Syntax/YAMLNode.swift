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
    return !isNull && truth == nil && !Self.signs.contains(text) && YAMLNumber(text) == nil
      && !Array(text.utf8)[...].isDate
  }

  /// The whole number that Python's `int` makes of what PyYAML makes of it; nil where that is an error.
  var integer: Int? {
    guard isPlain, !isText else { return YAMLNumber.ofText(text) }
    if let truth { return truth ? 1 : 0 }
    return YAMLNumber(text)?.whole
  }

  /// Nil where it is no truth value.
  private var truth: Bool? {
    Self.truths.contains(text) ? true : Self.falsehoods.contains(text) ? false : nil
  }

  private static let truths: Set<String> = ["yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"]
  private static let falsehoods: Set<String> = [
    "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF",
  ]
  private static let signs: Set<String> = ["=", "<<"]
}

extension ArraySlice<UInt8> {
  /// `2026-12-01`, and with a time behind it.
  fileprivate var isDate: Bool {
    let parts = prefix(10).split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, (1...2).contains(parts[1].count),
      parts[0].allSatisfy(\.isDigit), parts[1].allSatisfy(\.isDigit), parts[2].first?.isDigit == true
    else { return false }
    return allSatisfy { $0.isDigit || $0.isSpaceOrTab || "-:.+TtZ".utf8.contains($0) }
  }
}
