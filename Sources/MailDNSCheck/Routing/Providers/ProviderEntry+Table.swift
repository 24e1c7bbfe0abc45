extension ProviderEntry {
  /// The entries of a table as `BuiltInProviders` has it.
  static func entries(of table: String) -> [ProviderEntry] {
    let lines = table.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(Substring($0))
      }
    }
    guard let fields = lines.first else { return [] }
    return lines.dropFirst().compactMap { line in
      ProviderEntry(row: Dictionary(zip(fields, line), uniquingKeysWith: { first, _ in first }))
    }
  }

  /// The entry that a line of the table spells, by the names of its fields; nil where a field is missing
  /// that every entry has, or a kind or the certainty is none.
  private init?(row: [String: String]) {
    func items(_ field: String) -> [String] {
      (row[field] ?? "").utf8.split {
        $0 == UInt8(ascii: " ") || field == "selectors" && $0 == UInt8(ascii: ">")
      }
      .map { String(Substring($0)) }
    }
    func text(_ field: String) -> String? { row[field].flatMap { $0.isEmpty ? nil : $0 } }
    let kinds = items("kinds").map { Provider.Kind(rawValue: $0) }
    guard let id = text("id"), let name = text("name"), let source = text("source"),
      let certainty = text("certainty").flatMap({ Provider.Certainty(rawValue: $0) }), !kinds.contains(nil)
    else { return nil }
    self.init(
      id: id, name: Wording(name, text("ja") ?? name), kinds: Set(kinds.compactMap(\.self)),
      include: text("include"), signingDomain: text("signingDomain"), source: source, certainty: certainty)
    for field in ProviderField.allCases { self[keyPath: field.path] = items(field.rawValue) }
  }
}
