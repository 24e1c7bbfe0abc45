enum Version {
  /// Semantic version of the program; CHANGELOG.md says what is in it.
  static let current = "0.1.0"
}
