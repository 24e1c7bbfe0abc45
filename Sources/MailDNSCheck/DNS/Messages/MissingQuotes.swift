/// What came of it that a text stands in a master file without quotation marks (RFC 1035 §5.1).
enum MissingQuotes: Hashable, Sendable {
  /// Its words became strings, which are joined with nothing in between.
  case joined
  /// A `;` began a comment.
  case cut
  /// One of the two on a line that $GENERATE made, which takes quotation marks away.
  case generated
}
