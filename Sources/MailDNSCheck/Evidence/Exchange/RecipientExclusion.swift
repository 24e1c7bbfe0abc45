/// What takes a recipient out of the synchronisation: an attribute that has exactly a keyword, as `CustomAttribute1=NOSYNC`.
struct RecipientExclusion: Hashable, Sendable {
  /// As PowerShell spells it.
  let attribute: String
  let keyword: String

  /// The attributes that administrators can set to what they like.
  static let attributes =
    (1...15).map { "CustomAttribute\($0)" } + (1...5).map { "ExtensionCustomAttribute\($0)" }

  /// Whether the attribute holds a list: then the keyword is added to it and taken from it.
  var isOfSeveral: Bool { attribute.hasPrefix("Extension") }

  /// Nil where `text` is not ATTRIBUTE=KEYWORD with one of the attributes, in whatever case, and a keyword.
  init?(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[1].isEmpty, parts[1].utf8.count <= 1_024,
      let attribute = Self.attributes.first(where: { $0.asciiLowercased == parts[0].asciiLowercased })
    else { return nil }
    self.attribute = attribute
    keyword = String(parts[1])
  }

  /// Whether it takes out the recipient of `row`; nil where the export lacks the attribute.
  func covers(_ row: ExportRow) -> Bool? {
    guard let cell = row[attribute.asciiLowercased] else { return nil }
    switch cell {
    case .empty: return false
    case .items(let items): return items.contains(keyword)
    case .text, .flag: return cell.text == keyword
    }
  }
}
