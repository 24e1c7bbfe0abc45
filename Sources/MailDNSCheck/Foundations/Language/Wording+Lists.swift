extension Sequence<String> {
  /// Names one after the other, with the comma of each language.
  var listed: Wording { Wording(joined(separator: ", "), joined(separator: "、")) }
}
