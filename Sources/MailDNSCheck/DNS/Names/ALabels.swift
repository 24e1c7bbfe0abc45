/// Names whose labels may be U-labels, as files have them: other labels than those of host names too.
enum ALabels {
  /// The name in A-labels, ASCII letters in lower case; nil where IDNA refuses one of the labels, or where a sign in it can't be
  /// seen.
  ///
  /// - Parameter idna: What knows IDNA; nil where there is nothing, then only ASCII is taken.
  static func text(of name: String, _ idna: LibIDN2? = .shared) -> String? {
    var labels: [String] = []
    for label in name.split(separator: ".", omittingEmptySubsequences: false) {
      if label.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
        labels.append(label.asciiLowercased)
      } else {
        guard !label.utf8.contains(where: { $0 <= 0x20 || $0 == 0x7F }),
          let converted = try? idna?.aLabels(of: String(label))
        else { return nil }
        labels.append(converted)
      }
    }
    return labels.joined(separator: ".")
  }
}
