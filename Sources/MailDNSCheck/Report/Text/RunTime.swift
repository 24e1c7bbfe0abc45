/// When a run was, as sentences and pages say it: `2026-11-28 01:02 UTC`, as all times do that are not those of a clock on
/// the wall. Reports for programs keep ISO 8601.
///
/// UTC and not the time of the place: the same sentences stand in CSV, JUnit and what is kept beside them, whoever made them
/// and wherever.
struct RunTime: CustomStringConvertible {
  let description: String

  /// `text` is out of a file, and may be anything; what is no second in UTC by ISO 8601 is shown as it is.
  init(_ text: String) {
    let isSecond =
      text.utf8.count == Self.pattern.count
      && zip(text.utf8, Self.pattern).allSatisfy { octet, sign in
        sign == UInt8(ascii: "0") ? octet.isDigit : octet == sign
      }
    description =
      isSecond
      ? "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC" : VisibleText.shortened(text)
  }

  private static let pattern = Array("0000-00-00T00:00:00Z".utf8)
}
