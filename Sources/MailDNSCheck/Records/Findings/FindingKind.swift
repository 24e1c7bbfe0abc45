/// What all findings of one kind have in common.
///
/// A class, though a value in all but name: every finding refers to its kind.
final class FindingKind: Sendable {
  /// Stable for good.
  let id: String
  /// How much it matters unless the circumstances say otherwise.
  let severity: Severity
  let area: Finding.Area
  /// The document and section that it follows.
  let reference: String
  /// In a few words, and without the values of one of them.
  let title: Wording
  /// When the severity is another one: `info for a domain that neither takes nor sends mail`; nil where it never is, or
  /// where the texts show it.
  let otherwise: Wording?

  init(
    id: String, severity: Severity, area: Finding.Area, reference: String, title: Wording, otherwise: Wording?
  ) {
    self.id = id
    self.severity = severity
    self.area = area
    self.reference = reference
    self.title = title
    self.otherwise = otherwise
  }
}
