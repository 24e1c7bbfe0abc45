/// Which TXT records of a name are SPF records (RFC 7208 §4.5).
struct SPFRecordSelection: Hashable, Sendable {
  let outcome: Outcome
  /// Texts that are meant as SPF records, but that no receiver takes for one.
  let nearMisses: [SPFNearMiss]

  /// Texts are the octets of whole records, their strings joined with nothing in between (§3.3).
  enum Outcome: Hashable, Sendable {
    case none
    case one([UInt8])
    /// More than one: "permerror", even where they are identical.
    case several([[UInt8]])
  }

  init(_ records: [CharacterStrings]) {
    var selected: [[UInt8]] = []
    var nearMisses: [SPFNearMiss] = []
    for record in records {
      let text = record.joined
      if Self.isSelected(text) {
        selected.append(text)
      } else if let miss = SPFNearMiss(text) {
        nearMisses.append(miss)
      }
    }
    outcome =
      switch selected.count {
      case 0: .none
      case 1: .one(selected[0])
      default: .several(selected)
      }
    self.nearMisses = nearMisses
  }

  /// Whether the version section, up to the first space or the end, is exactly `v=spf1`, in either case.
  static func isSelected(_ text: [UInt8]) -> Bool {
    guard text.startsIgnoringCase(with: SPFRecord.version) else { return false }
    let rest = text.dropFirst(SPFRecord.version.utf8CodeUnitCount)
    return rest.isEmpty || rest.first == 0x20
  }
}

/// A text that is meant as an SPF record, but is none.
struct SPFNearMiss: Hashable, Sendable {
  /// Octets of the whole record.
  let text: [UInt8]
  let reason: Reason

  enum Reason: Hashable, Sendable {
    /// White space, a quotation mark or an invisible character stands before `v=spf1`.
    case leadingCharacters
    /// `v=spf1` goes on with this octet where a space must stand: `v=spf1;`, `v=spf1mx`.
    case versionGoesOn(UInt8)
    /// `spf1` without the `v=`.
    case missingVersionTag
    /// `v=spf`, `v = spf1`, `v:spf1`.
    case misspeltVersion
  }

  /// Nil where `text` is an SPF record, or no attempt at one; `v=spf10` and `v=spf2.0` (Sender ID) are other
  /// versions.
  init?(_ text: [UInt8]) {
    guard !SPFRecordSelection.isSelected(text), let reason = Self.reason(text) else { return nil }
    self.text = text
    self.reason = reason
  }

  private static func reason(_ text: [UInt8]) -> Reason? {
    let version = SPFRecord.version
    let start = text.drop(while: \.standsBeforeVersion)
    // Every spelling below begins with one of these; most other texts of a name do not.
    guard let first = start.first?.asciiLowercased, first == UInt8(ascii: "v") || first == UInt8(ascii: "s")
    else { return nil }
    if start.startsIgnoringCase(with: version) {
      let next = start.dropFirst(version.utf8CodeUnitCount).first
      if next?.isDigit == true { return nil }
      guard start.startIndex == text.startIndex, let next else { return .leadingCharacters }
      return .versionGoesOn(next)
    }
    // The version as far as it was meant, spaces aside: bounded, since a text may be long.
    let head = start.prefix(16).filter { !$0.isWhitespace }
    let hasEnd = { (length: Int) in
      start.dropFirst(length).first.map { !$0.isLetterDigitHyphen && $0 != 0x2E } ?? true
    }
    if start.startsIgnoringCase(with: "spf1"), hasEnd(4) { return .missingVersionTag }
    if start.startsIgnoringCase(with: "v=spf"), hasEnd(5) { return .misspeltVersion }
    if head.startsIgnoringCase(with: version) || head.startsIgnoringCase(with: "v:spf1") {
      return head.dropFirst(6).first?.isDigit == true ? nil : .misspeltVersion
    }
    return nil
  }
}

extension UInt8 {
  /// White space, quotation marks and invisible characters.
  fileprivate var standsBeforeVersion: Bool {
    switch self {
    case ...0x20, 0x7F..., UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "\\"): true
    default: false
    }
  }
}
