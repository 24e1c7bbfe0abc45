extension Sequence<String> {
  /// Names one after the other, with the comma of each language.
  var listed: Wording { Wording(joined(separator: ", "), joined(separator: "、")) }
}

extension Sequence<Wording> {
  /// The same of names that differ by language.
  var listed: Wording { Wording(map(\.english).listed.english, map(\.japanese).listed.japanese) }

  /// One text, with `separator` in between.
  func joined(separator: String) -> Wording {
    Wording(
      map(\.english).joined(separator: separator), map(\.japanese).joined(separator: separator))
  }
}

extension Wording {
  /// What stands behind a list of which `count` items are not shown; empty where that is none.
  static func andMore(_ count: Int) -> Wording {
    count > 0
      ? Wording(" and \(count.grouped) more", "、ほか\(count.grouped)件") : Wording(verbatim: "")
  }
}
