enum Version {
  /// Semantic version of the program; CHANGELOG.md says what is in it.
  static let current = "0.1.0"
  /// The day of that version, as the manual page has it.
  static let date = "2026-11-25"
}
